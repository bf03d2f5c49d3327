/** Paragraphs in; the period that the report's figures cover out. */
import type { Paragraph } from "../../parsers/document.js";
import { isoDate } from "./dates.js";
import { compact } from "./normalize.js";

export interface Period {
  readonly from: string;
  readonly to: string;
}

const PERIOD =
  /(?:统计|数据|期限|时限|时间|周期).{0,24}?(20\d\d)年(\d{1,2})月(\d{1,2})日(?:起)?[,，]?(?:至|到|-|—|~)(?:(20\d\d)年)?(\d{1,2})月(\d{1,2})日/;
const END_ONLY = /(?:截至|截止)(?:日期)?为?(20\d\d)年12月31日/;

/** 统计期限自 … 起至 … 止; the second year may be left out. Null where none is printed or a date does not exist. */
export function findPeriod(paragraphs: readonly Paragraph[]): Period | null {
  for (const paragraph of paragraphs) {
    const match = PERIOD.exec(compact(paragraph.text.slice(0, 4_000)));
    if (!match) continue;
    const [, year, month, day, lastYear = year, lastMonth, lastDay] = match;
    const from = isoDate(Number(year), Number(month), Number(day));
    const to = isoDate(Number(lastYear), Number(lastMonth), Number(lastDay));
    if (from && to && from < to) return { from, to };
  }
  return null;
}

/** The year of a sentence that only says when the period ends. */
export function yearOfPeriodEnd(paragraphs: readonly Paragraph[]): number | null {
  for (const paragraph of paragraphs) {
    const match = END_ONLY.exec(compact(paragraph.text.slice(0, 4_000)));
    if (match) return Number(match[1]);
  }
  return null;
}
