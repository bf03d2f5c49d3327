/** The prose of a report whose title names no year in; the year that it is about out. */
import type { Paragraph } from "../../parsers/document.js";
import { isDateLine, withPlainDates, yearIn } from "./dates.js";
import { announcedTitles, introductionOf } from "./introduction.js";
import { yearOfPartialPeriod, type Period } from "./period.js";

/** Years of document numbers, of other documents, and of laws: 〔2023〕, 《…2012年…通知》, 2019年修订的, 2008年5月1日起施行. */
const NOT_THE_YEAR =
  /[〔[(]20\d\d[〕\])]\d*号?|《[^》]{0,80}》|20\d\d年(?:\d{1,2}月(?:\d{1,2}日)?)?起?(?:新?修[订正]|施行|实施|颁布|印发|出台|制定|以来|成立)/g;
const PAGE_LINE = /(?:发布|日期|时间)[:：]/;
const OF_DISCLOSURE = /(20\d\d)年(?:度|全年)?[^。]{0,40}(?:信息公开|政务公开)/;

/** The period, then a title that the introduction announces, then the years of the prose: those of disclosure first. */
export function yearInText(paragraphs: readonly Paragraph[], period: Period | null): number | null {
  if (period) return Number(period.from.slice(0, 4));
  const stated =
    yearOfPartialPeriod(paragraphs) ??
    announcedTitles(paragraphs)
      .map(yearIn)
      .find((year) => year !== null);
  if (stated !== undefined && stated !== null) return stated;
  const texts = introductionOf(paragraphs)
    .filter((text) => !isDateLine(text) && !PAGE_LINE.test(text))
    .map((text) => withPlainDates(text).replace(/\s+/g, "").replace(NOT_THE_YEAR, ""));
  const disclosed = texts.flatMap((text) => OF_DISCLOSURE.exec(text)?.[1] ?? []);
  return disclosed.length > 0 ? Number(disclosed[0]) : (texts.map(yearIn).find((year) => year !== null) ?? null);
}
