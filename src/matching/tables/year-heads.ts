/** Words of a table's head in; whether they name the report's own year or another one, out. */
import type { Cell } from "../../../parsers/document.js";
import { compact } from "../normalize.js";

export type Year = "own" | "other";

const WHAT = "(?:数|数量|件数|数据|数值|情况|统计数?|统计数据|发生数)?";
const OWN = new RegExp(`^(?:本|当|今)(?:年度?|期)${WHAT}$`);
const OTHER = new RegExp(`^(?:(?:上|去|上一|前)年度?(?:同期)?|上期|同期)${WHAT}$`);
/** Without 年 it may be a value. */
const CALENDAR = new RegExp(`^[(]?(20\\d\\d)年度?的?${WHAT}[)]?$`);
/** The year and what is counted, in one head. */
const WITH_WORDS = /^(20\d\d)年度?的?(\p{Script=Han}.+)$/u;
const LONGEST = 24;

/** The year that is all that the cell says; null for other words, and for a number of a year where the report's is unknown. */
export function yearOfHead({ text }: Cell, year: number | null): Year | null {
  if (text.length > LONGEST) return null;
  const words = compact(text);
  if (OWN.test(words)) return "own";
  if (OTHER.test(words)) return "other";
  const printed = CALENDAR.exec(words)?.[1];
  if (printed === undefined || year === null) return null;
  return Number(printed) === year ? "own" : "other";
}

/** The year of a head such as 2023年制发件数, and its words. */
export function namedYear({ text }: Cell, year: number): { readonly year: Year; readonly what: string } | null {
  const [, printed, what] = (text.length <= LONGEST && WITH_WORDS.exec(compact(text))) || [];
  return printed === undefined ? null : { year: Number(printed) === year ? "own" : "other", what: what! };
}

export const hasBoth = (years: Iterable<Year>): boolean => new Set(years).size === 2;
