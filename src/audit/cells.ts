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
  for (const { indicator, severity } of report.diagnostics) {
    if (severity !== "info" && indicator !== undefined && covers(indicator, id)) return UNKNOWN;
  }
  const { kind } = readNumber(cell.raw, "件");
  return kind === "blank" || kind === "dash" ? { kind } : UNKNOWN;
}

const covers = (indicator: string, id: string) =>
  id.startsWith(indicator) && (id.length === indicator.length || id[indicator.length] === ".");

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
  return rounded(total);
}

/** Amounts of money have decimals. */
const rounded = (total: number) => Math.round(total * 1e6) / 1e6;

/** The form of a report; null for a report without one. */
export function formOf(report: Report): Form | null {
  return report.form === null ? null : FORMS[report.form];
}

/** True where all cells are left blank. */
export function areBlank(report: Report, ids: readonly string[]): boolean {
  return ids.every((id) => cellState(report, id).kind === "blank");
}

const isOfOneRow = ({ total, parts }: TotalSum) => {
  const row = total.slice(0, total.lastIndexOf("."));
  return parts.every((part) => part.slice(0, part.lastIndexOf(".")) === row);
};

const ROW_SUMS: ReadonlySet<Sum> = new Set(
  Object.values(FORMS).flatMap(({ sums }) =>
    sums.filter((sum) => sum.kind === "total" && sum.total.startsWith("requests.") && isOfOneRow(sum)),
  ),
);

/** True for a form's sum over a row of the requests table: 总计 = the kinds of applicants. */
export const isRowSum = (sum: Sum): sum is TotalSum => ROW_SUMS.has(sum);

/** The total sums of each form by the cell that prints the total; a row's 总计 of （七）总计 is the sum of its row. */
const TOTALS: ReadonlyMap<string, ReadonlyMap<string, TotalSum>> = new Map(
  Object.values(FORMS).map(({ id, sums }) => {
    const totals = sums.filter((sum): sum is TotalSum => sum.kind === "total");
    return [
      id,
      new Map([...totals.filter((sum) => !isRowSum(sum)), ...totals.filter(isRowSum)].map((sum) => [sum.total, sum])),
    ];
  }),
);

type Alternative = NonNullable<TotalSum["alternatives"]>[number];

const ALTERNATIVES: ReadonlyMap<string, readonly Alternative[]> = new Map(
  Object.values(FORMS).map(({ id, sums }) => [
    id,
    sums.flatMap((sum) => (sum.kind === "total" ? (sum.alternatives ?? []) : [])),
  ]),
);

/** The sums of a report's form but those over rows of the layout that it does not use: （六）其他处理 is split or not. */
export function sumsOf(report: Report): readonly Sum[] {
  if (report.form === null) return [];
  const { sums } = FORMS[report.form];
  const absent = new Set<string>();
  for (const { split, unsplit } of ALTERNATIVES.get(report.form)!) {
    const printsUnsplit = report.cells[unsplit] !== undefined;
    const printsSplit = split.some((id) => report.cells[id] !== undefined);
    if (printsSplit && !printsUnsplit) absent.add(unsplit);
    if (printsUnsplit && !printsSplit) for (const id of split) absent.add(id);
  }
  return absent.size === 0 ? sums : sums.filter((sum) => sum.kind === "balance" || !absent.has(sum.total));
}

/**
 * The number of a cell; for a total that is left blank, what its parts add up to. Many reports fill the total column in
 * a few rows only, and some leave （七）总计 out.
 */
export function impliedAmount(report: Report, id: string): number | null {
  const state = cellState(report, id);
  if (state.kind === "number") return state.value;
  if (state.kind !== "blank") return state.kind === "dash" ? 0 : null;
  const sum = report.form === null ? undefined : TOTALS.get(report.form)!.get(id);
  return sum ? impliedSum(report, partsIn(report, sum)) : 0;
}

/** The sum of such numbers; null where one is unknown. */
export function impliedSum(report: Report, ids: readonly string[]): number | null {
  let total = 0;
  for (const id of ids) {
    const amount = impliedAmount(report, id);
    if (amount === null) return null;
    total += amount;
  }
  return rounded(total);
}

/** The parts of a sum that a report fills: the split rows of （六）其他处理, or its unsplit one in their place. */
export function partsIn(report: Report, sum: TotalSum): readonly string[] {
  let parts = sum.parts;
  for (const alternative of sum.alternatives ?? []) {
    if (printsUnsplit(report, alternative)) parts = unsplitParts(parts, alternative);
  }
  return parts;
}

function unsplitParts(parts: readonly string[], { split, unsplit }: Alternative): readonly string[] {
  return [...parts.filter((id) => !split.includes(id)), unsplit];
}

/** True where the unsplit row stands for the split ones: those hold no number, or only zeros under a number of its own. */
function printsUnsplit(report: Report, { split, unsplit }: Alternative): boolean {
  const state = cellState(report, unsplit);
  if (state.kind === "unknown") return false;
  if (state.kind !== "number") return !split.some((id) => report.cells[id] !== undefined);
  const rows = split.map((id) => cellState(report, id));
  return rows.every((row) => row.kind !== "number" || (row.value === 0 && state.value !== 0));
}
