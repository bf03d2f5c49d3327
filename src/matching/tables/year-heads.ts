/** Words of a table's head in; whether they name the report's own year or another one, out. */
import type { Cell } from "../../../parsers/document.js";
import { compact } from "../normalize.js";

export type Year = "own" | "other";

const WHAT = "(?:数|数量|件数|数据|数值|情况|统计数?|统计数据|发生数)?";
const OWN = new RegExp(`^(?:本|当|今)(?:年度?|期)${WHAT}$`);
const OTHER = new RegExp(`^(?:(?:上|去|上一|前)年度?(?:同期)?|上期|同期)${WHAT}$`);
/** Without 年 it may be a value. */
const CALENDAR = new RegExp(`^[(]?(20\\d\\d)年度?的?${WHAT}[)]?$`);
const BARE = /^[(]?(20\d\d)[)]?$/;
/** What may stand beside bare years in a row of heads. */
const LABEL_HEAD = /^(?:信息内容|(?:统计)?(?:指标|项目|内容)(?:名称)?|名称|(?:计量)?单位|年[度份]?|序号)?$/;
/** Years that tables compare lie no farther apart. */
const FARTHEST = 3;
/** The year and what is counted, in one head. */
const WITH_WORDS = /^(20\d\d)年度?的?(\p{Script=Han}.+)$/u;
const WORDS_AND_YEAR = /^(\p{Script=Han}.+)[(](20\d\d)(?:年度?)?[)]$/u;
/** The year in other words behind its name: 2024年(本年), 上年(2023年). */
const NOTED = /^([^()]+)\(([^()]+)\)$/;
const LONGEST = 24;

/** The year that is all that the cell says; null for other words, and for a number of a year where the report's is unknown. */
export function yearOfHead({ text }: Cell, year: number | null): Year | null {
  if (text.length > LONGEST) return null;
  const words = compact(text);
  const [, head, note] = NOTED.exec(words) ?? [];
  if (head === undefined) return yearOfWords(words, year);
  const own = yearOfWords(head, year);
  return own === yearOfWords(note!, year) ? own : null;
}

function yearOfWords(words: string, year: number | null): Year | null {
  if (OWN.test(words)) return "own";
  if (OTHER.test(words)) return "other";
  const printed = CALENDAR.exec(words)?.[1];
  if (printed === undefined || year === null) return null;
  return Number(printed) === year ? "own" : "other";
}

/**
 * The years of a row that prints nothing but numbers of years beside heads of labels, as many of the report's as of others:
 * in a row with any other word or number they may be values.
 */
export function bareYears(cells: readonly Cell[], year: number | null): readonly { cell: Cell; year: Year }[] {
  const own = String(year);
  if (year === null || !cells.some(({ text }) => text.includes(own))) return [];
  const years = cells.flatMap((cell) => {
    const printed = cell.text.length <= LONGEST ? BARE.exec(compact(cell.text))?.[1] : undefined;
    return printed === undefined ? [] : [{ cell, printed: Number(printed) }];
  });
  const count = years.filter(({ printed }) => printed === year).length;
  const isPlain = cells.every((cell) => years.some((one) => one.cell === cell) || LABEL_HEAD.test(compact(cell.text)));
  const isNear = years.every(({ printed }) => printed <= year && year - printed <= FARTHEST);
  if (!isPlain || !isNear || years.length % count !== 0 || years.length === count) return [];
  return years.map(({ cell, printed }) => ({ cell, year: printed === year ? "own" : "other" }));
}

interface NamedYear {
  readonly year: Year;
  readonly what: string;
  /** The head without the year. */
  readonly head: string;
}

/** The year of a head such as 2023年制发件数 or 本年制发件数（2023）, and its words. */
export function namedYear({ text }: Cell, year: number): NamedYear | null {
  if (text.length > LONGEST) return null;
  const words = compact(text);
  const of = (printed: string) => (Number(printed) === year ? "own" : "other");
  const [, before, what] = WITH_WORDS.exec(words) ?? [];
  if (before !== undefined) return { year: of(before), what: what!, head: `本年${what!}` };
  const [, head, behind] = WORDS_AND_YEAR.exec(words) ?? [];
  return behind === undefined ? null : { year: of(behind), what: head!, head: head! };
}

export const hasBoth = (years: Iterable<Year>): boolean => new Set(years).size === 2;
