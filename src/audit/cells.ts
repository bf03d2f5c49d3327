/** A report and an indicator in; what is known of its cell out: a number, nothing printed, or unknown. */
import { FORMS } from "../forms/index.js";
import type { Form, Sum, TotalSum } from "../forms/form.js";
import { readNumber } from "../matching/numbers.js";
import type { Report } from "../report.js";

export type CellState =
  | { readonly kind: "number"; readonly value: number }
  /** An empty cell: counts as nothing, says nothing. */
  | { readonly kind: "blank" }
  /** The writer's sign for nothing: a dash, a slash, 无. */
  | { readonly kind: "dash" }
  /** Not found, or found and not read. */
  | { readonly kind: "unknown" };

const UNKNOWN: CellState = { kind: "unknown" };

/** The state of an indicator's cell. */
export function cellState(report: Report, id: string): CellState {
  const cell = report.cells[id];
  if (!cell) return UNKNOWN;
  if (cell.value !== null) return { kind: "number", value: cell.value };
  if (report.diagnostics.some(({ indicator, severity }) => severity !== "info" && covers(indicator, id)))
    return UNKNOWN;
  const { kind } = readNumber(cell.raw, "件");
  return kind === "blank" || kind === "dash" ? { kind } : UNKNOWN;
}

function covers(indicator: string | undefined, id: string): boolean {
  return indicator !== undefined && (id === indicator || id.startsWith(`${indicator}.`));
}

/** The number of a cell, nothing as zero; null where it is unknown. */
export function amountOf(report: Report, id: string): number | null {
  const state = cellState(report, id);
  if (state.kind === "unknown") return null;
  return state.kind === "number" ? state.value : 0;
}

/** The sum of cells, nothing as zero; null where one is unknown. */
export function sumOf(amounts: readonly (number | null)[]): number | null {
  let total = 0;
  for (const amount of amounts) {
    if (amount === null) return null;
    total += amount;
  }
  return Math.round(total * 1e6) / 1e6;
}

/** The form of a report; null for a report without one. */
export function formOf(report: Report): Form | null {
  return report.form === null ? null : FORMS[report.form];
}

/** True for a sum over a row of the requests table: 总计 = the kinds of applicants. */
export function isRowSum(sum: Sum): sum is TotalSum {
  if (sum.kind !== "total" || !sum.total.startsWith("requests.")) return false;
  const row = sum.total.slice(0, sum.total.lastIndexOf("."));
  return sum.parts.every((part) => part.slice(0, part.lastIndexOf(".")) === row);
}

const ROW_SUMS: ReadonlyMap<string, ReadonlyMap<string, TotalSum>> = new Map(
  Object.values(FORMS).map(({ id, sums }) => [id, new Map(sums.filter(isRowSum).map((sum) => [sum.total, sum]))]),
);

/** The sums over the rows of a report's requests table. */
export function rowSumsOf(report: Report): readonly TotalSum[] {
  return report.form === null ? [] : [...ROW_SUMS.get(report.form)!.values()];
}

/**
 * The number of a cell; for a row's total that is left blank, what the row adds up to. Many reports fill the total column
 * in a few rows only.
 */
export function impliedAmount(report: Report, id: string): number | null {
  if (cellState(report, id).kind !== "blank") return amountOf(report, id);
  const row = report.form === null ? undefined : ROW_SUMS.get(report.form)!.get(id);
  return row ? sumOf(row.parts.map((part) => amountOf(report, part))) : 0;
}

/** The parts of a sum that a report fills: the split rows of （六）其他处理, or its unsplit one in their place. */
export function partsIn(report: Report, sum: TotalSum): readonly string[] {
  let parts = sum.parts;
  for (const { split, unsplit } of sum.alternatives ?? []) {
    const printsSplit = split.some((id) => cellState(report, id).kind === "number");
    const hasSplit = split.some((id) => report.cells[id] !== undefined);
    const state = cellState(report, unsplit).kind;
    const takesUnsplit = state === "number" ? !printsSplit : state !== "unknown" && !hasSplit;
    if (takesUnsplit) parts = [...parts.filter((id) => !split.includes(id)), unsplit];
  }
  return parts;
}
