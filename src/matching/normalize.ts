/**
 * Printed text in; text that can be compared out. Takes away what differs between two prints of the same words: widths,
 * compatibility characters, traditional forms, spaces, and the damage that mirrors and PDF fonts do.
 */
import { Converter } from "opencc-js/t2cn";

/** Zero-width and formatting characters that carry no meaning here. */
// Joiners and variation selectors are matched one by one on purpose.
// eslint-disable-next-line no-misleading-character-class
const INVISIBLE = /[\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u2064\u206a-\u206f\ufe00-\ufe0f\ufeff]/g;

/** Pinyin that some mirrors print after a rare character: 制發(fā)件數(shù). */
const PINYIN = /(\p{Script=Han})\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}\)/gu;

/** Radicals that PDF fonts map characters to and that NFKC leaves alone. */
const RADICALS: Readonly<Record<string, string>> = {
  "⺠": "民",
  "⻓": "长",
  "⻔": "门",
  "⻅": "见",
  "⻉": "贝",
  "⻋": "车",
  "⻚": "页",
  "⻛": "风",
  "⻜": "飞",
  "⻢": "马",
  "⻥": "鱼",
  "⻦": "鸟",
  "⻩": "黄",
  "⻬": "齐",
  "⻰": "龙",
  "⺟": "母",
  "⻄": "西",
  "⻘": "青",
  "⻝": "食",
  "⻣": "骨",
  "⻤": "鬼",
};
const RADICAL = /[\u2e80-\u2eff]/g;

/** Characters of the commonest traditional words of these reports: a text with none of them is not traditional. */
const TRADITIONAL =
  /[報開關請處無產業構務總計結轉辦個數維糾審規許強製發廢現訴訟複覆據項條類護權內屬應積與導國對於會這為後學實從還進運過長門問間電點機場東書見車萬億歲單聯縣鄉鎮區]/;

/** Built at first use: building takes longer than converting a report. */
let converter: ((text: string) => string) | undefined;

/** Simplified characters for traditional ones, character by character; other text is returned as it is. */
export function simplified(text: string): string {
  if (!TRADITIONAL.test(text)) return text;
  const convert = (converter ??= Converter({ from: "tw", to: "cn" }));
  return convert(text);
}

/** The text in simplified characters and standard widths, without invisible characters; spaces and lines are kept. */
export function plain(text: string): string {
  const standard = text
    .replace(INVISIBLE, "")
    .normalize("NFKC")
    .replace(RADICAL, (radical) => RADICALS[radical] ?? radical);
  return simplified(standard).replace(PINYIN, "$1");
}

/** The plain text without any white space. */
export function compact(text: string): string {
  return plain(text).replace(/\s+/g, "");
}
