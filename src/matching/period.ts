/** Paragraphs in; the period that the report's figures cover out. */
import type { Paragraph } from "../../parsers/document.js";
import { isoDate, withPlainDates } from "./dates.js";
import { compactProse } from "./normalize.js";

export interface Period {
  readonly from: string;
  readonly to: string;
}

const WORDS = "(?<words>统计|数据|期限|时限|时间|周期)";
const PERIOD = new RegExp(
  `${WORDS}.{0,24}?(20\\d\\d)年(\\d{1,2})月(\\d{1,2})日?起?[,，]?(?:至|到|[-—–~～]{1,3})(?:(20\\d\\d)年)?(\\d{1,2})月(\\d{1,2})(?:日|止|$|[。,，;；])`,
);
const END_ONLY = /(?:截至|截止)(?:日期|时间)?(?:到|为|至)?(20\d\d)年12月31日/;
/** A period whose separators were lost still names its year: 统计期限为20231月1日起 */
const DAMAGED = /统计(?:期限|时限|时间|周期)[^\d。]{0,10}(20\d\d)(?!\d{0,3}年)/;
const NAMED_YEAR = /统计(?:期限|时限|时间|周期)[^\d。]{0,10}(20\d\d)年/;

/** Characters of a paragraph that are looked at. */
const LONGEST = 4_000;
/** Words of the pattern of periods. Paragraphs are told by words before dates are looked for: most are prose. */
const SPEAKS_OF_PERIOD = /统计|数据|期限|时限|时间|周期/;

/** Words of one of the patterns of partial periods. */
const SPEAKS_OF_PART = /统计|截[至止]/;
const mayEndPeriod = ({ text }: Paragraph) => SPEAKS_OF_PART.test(compactProse(text.slice(0, LONGEST)));

const wordsOf = ({ text }: Paragraph) => withPlainDates(text.slice(0, LONGEST)).replace(/\s+/g, "");

/** 统计期限自 … 起至 … 止; the second year may be left out. Null where none is printed or a date does not exist. */
export function findPeriod(paragraphs: readonly Paragraph[]): Period | null {
  for (const paragraph of paragraphs) {
    if (!SPEAKS_OF_PERIOD.test(compactProse(paragraph.text.slice(0, LONGEST)))) continue;
    const match = PERIOD.exec(wordsOf(paragraph));
    if (!match) continue;
    const [, words, year, month, day, lastYear = year, lastMonth, lastDay] = match;
    const from = isoDate(Number(year), Number(month), Number(day));
    const to = isoDate(Number(lastYear), Number(lastMonth), Number(lastDay));
    // Other things have times and terms too: those of a whole year are the figures'.
    const meant = words === "统计" || words === "数据" || (month === "1" && day === "1" && lastMonth === "12");
    if (from && to && from < to && meant) return { from, to };
  }
  return null;
}

/** The year of a sentence that says only when the period ends, or whose dates are damaged. */
export function yearOfPartialPeriod(paragraphs: readonly Paragraph[]): number | null {
  const texts = paragraphs.filter(mayEndPeriod).map(wordsOf);
  for (const pattern of [NAMED_YEAR, DAMAGED, END_ONLY]) {
    for (const text of texts) {
      const match = pattern.exec(text);
      if (match) return Number(match[1]);
    }
  }
  return null;
}
