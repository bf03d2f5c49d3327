/**
 * Printed text in; text that can be compared out. Takes away what differs between two prints of the same words: widths,
 * compatibility characters, traditional forms, spaces, and the damage that mirrors and PDF fonts do.
 */
import { Converter } from "opencc-js/t2cn";
import { remembering } from "./memo.js";
import { readable } from "../../parsers/readable.js";

/** Zero-width and formatting characters that carry no meaning here. */
// Joiners and variation selectors are matched one by one on purpose.
// eslint-disable-next-line no-misleading-character-class
const INVISIBLE = /[\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u2064\u206a-\u206f\ufe00-\ufe0f\ufeff]/g;

/** The text without characters that nobody sees. */
export const withoutInvisible = (text: string): string => text.replace(INVISIBLE, "");

/** Pinyin that some mirrors print after a rare character: 制發(fā)件數(shù). */
const PINYIN = /(\p{Script=Han})\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}\)/gu;

/** Characters of the commonest traditional words of these reports: a text with none of them is not traditional. */
const TRADITIONAL =
  /[並佔來個備傳億優內別劃動務匯區協參員問單嚴國圍圖執堅報場夠學實審寫寬將專導層屬廢廣廳強後徑從復徵態慶懷戶採換據擬擺數於時書會條業構樓標機檔檢櫟欄權歡歲歷歸氣決沒溝滿漢瀏為無熱獲現環產當發盡監眾確碼稅稱積穩節簡糾約納級細組結統經綜維網緊線編縣縮總績繳繼續習聞聯職臨與舉萬處號術補製複見規視覽觀訂計訓記訟訪許訴評詞詢話該認說調談請諮證議護讀變豐財貧責費貼資質賬購較載輯轉辦這進運過達適遷還郵鄉錄錯鎮鏈鏡長門閉開間閱關陽隊階際隱雖難電頁項須預領頭題額類顧風養餘點黨齊龍]/;

/** Words that mirrors replace beside the characters, as they stand in simplified characters; and the words of the forms. */
const MIRRORED: readonly (readonly [RegExp, string])[] = [
  [/规范性档案/g, "规范性文件"],
  [/资讯/g, "信息"],
];

/** Built at first use: building takes longer than converting a report. */
let converter: ((text: string) => string) | undefined;

/** True for text with traditional characters that simplified text does not use. */
export const isTraditional = (text: string): boolean => TRADITIONAL.test(text);

/** Simplified characters and words for traditional ones; other text is returned as it is. */
export function simplified(text: string): string {
  return isTraditional(text) ? converted(text) : text;
}

function converted(text: string): string {
  const convert = (converter ??= Converter({ from: "tw", to: "cn" }));
  return MIRRORED.reduce((words, [mirrored, own]) => words.replace(mirrored, own), convert(text));
}

/** What a character makes necessary, as bits; none for ASCII, of which nothing changes. */
const STANDARD = 1;
const TRADITIONAL_FORM = 2;
/** Of full width: the normal form alone makes it a standard one. */
const WIDE = 4;
const OTHER = 8;
const RETURN = 16;

/** By code unit. Standard characters stay what they are in every step but the conversion of traditional forms. */
const KINDS = new Uint8Array(0x10000).fill(OTHER);
KINDS.fill(0, 0x20, 0x7f);
KINDS.fill(STANDARD, 0x4e00, 0xa000);
KINDS.fill(WIDE, 0xff01, 0xff5f);
for (const [characters, kind] of [
  ["\n\t", 0],
  ["\r", RETURN],
  ["、。《》“”", STANDARD],
  ["\u3000", WIDE],
  [TRADITIONAL.source.slice(1, -1), STANDARD | TRADITIONAL_FORM],
] as const) {
  for (const character of characters) KINDS[character.charCodeAt(0)] = kind;
}

/** The kinds of all characters together: one pass tells which steps a text needs. */
function kindsIn(text: string): number {
  let kinds = 0;
  for (let i = 0; i < text.length; i++) kinds |= KINDS[text.charCodeAt(i)]!;
  return kinds;
}

/** The text in simplified characters and standard widths, without invisible characters; spaces and lines are kept. */
export function plain(text: string): string {
  const kinds = kindsIn(text);
  if ((kinds & ~RETURN) === 0) return text;
  const own = inStandardForm(text, kinds);
  return own.includes("(") ? own.replace(PINYIN, "$1") : own;
}

function inStandardForm(text: string, kinds: number): string {
  if ((kinds & (OTHER | RETURN)) !== 0) return simplified(readable(text.replace(INVISIBLE, "")).normalize("NFKC"));
  const standard = (kinds & WIDE) === 0 ? text : text.normalize("NFKC");
  return (kinds & TRADITIONAL_FORM) === 0 ? standard : converted(standard);
}

/** The plain text without any white space. */
export const compact: (text: string) => string = remembering(compactProse);

/** The same for sentences, which seldom come twice: to keep them would cost more than to compute them. */
export function compactProse(text: string): string {
  return plain(text).replace(/\s+/g, "");
}
