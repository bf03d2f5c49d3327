/** What a rule of the audit is, and what it says of each of its instances. */
import type { Bilingual } from "../../parsers/document.js";
import type { Report } from "../report.js";

/** One application of a rule: a column, a row, a statement. */
export type Instance =
  | { readonly state: "passed" }
  /** One of its cells could not be read, or what is meant is uncertain. */
  | { readonly state: "notChecked" }
  | Failure;

export interface Failure {
  readonly state: "failed";
  readonly text: Bilingual;
  /** The cells concerned, or the dot-prefix of a group of rows (concernedCells gives its cells), or a section. */
  readonly indicators: readonly string[];
  /** Between two reports: the cells of the earlier one. */
  readonly earlierIndicators?: readonly string[];
  readonly expected?: number;
  readonly actual?: number;
  /** A failure may weigh less than its rule. */
  readonly severity?: "warning";
}

export interface RuleFacts {
  /** Stable, kebab-case. */
  readonly id: string;
  readonly severity: "error" | "warning";
  readonly title: Bilingual;
  /** The official text that the rule rests on, or the reason for it. */
  readonly source: Bilingual;
  /** Numbers that break it. */
  readonly example: Bilingual;
}

/** A rule inside one report. */
export interface Rule extends RuleFacts {
  readonly check: (report: Report) => readonly Instance[];
}

/** A rule between two reports of one body: on a year and the next, or on the same year. */
export interface SeriesRule extends RuleFacts {
  readonly check: (earlier: Report, later: Report) => readonly Instance[];
}

export const PASSED: Instance = { state: "passed" };
export const NOT_CHECKED: Instance = { state: "notChecked" };

/** Decimal amounts (万元) are sums of binary fractions. */
export function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}
