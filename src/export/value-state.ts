/** An indicator of a report in; what a reader must know of its value, so that no blank is taken for a zero, out. */
import type { Indicator } from "../forms/form.js";
import type { Diagnostic, Report } from "../report.js";

export type ValueState =
  /** A number was read. */
  | "number"
  /** The report prints a blank, a dash or words. */
  | "printed"
  /** It could not be read; a diagnostic says why. */
  | "unread"
  /** The report has no such cell. */
  | "absent"
  /** The report has no such cell, and may have none. */
  | "optional";

/** Where a diagnostic's `indicator` is an id or a prefix of ids that covers this one. */
export function covers(prefix: string | undefined, id: string): boolean {
  return prefix !== undefined && (prefix === id || id.startsWith(`${prefix}.`));
}

/** Tells the state of any indicator of one report. */
export function valueStates(report: Report): (indicator: Indicator) => ValueState {
  const prefixes = report.diagnostics.filter(({ severity }) => severity !== "info").map(({ indicator }) => indicator);
  return ({ id, optional }) => {
    const cell = report.cells[id];
    if (cell !== undefined && cell.value !== null) return "number";
    if (prefixes.some((prefix) => covers(prefix, id))) return "unread";
    if (cell !== undefined) return "printed";
    return optional === true ? "optional" : "absent";
  };
}

/** The first diagnostic that names this very indicator. */
export function diagnosticOf(report: Report, id: string): Diagnostic | undefined {
  return report.diagnostics.find(({ indicator }) => indicator === id);
}
