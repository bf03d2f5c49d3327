/**
 * A statement of the prose and a report in; the numbers of the tables that the statement may mean, out. Where its words
 * allow several readings, all of them are given: only a number that fits none contradicts the tables.
 */
import type { Report, Statement } from "../report.js";
import { unitsOf } from "../matching/indicators.js";
import { amountOf, cellState, formOf, impliedAmount, impliedSum, sumOf } from "./cells.js";

export interface Readings {
  /** What the tables print for it by the plainest reading. */
  readonly plainest: number;
  readonly all: readonly number[];
  /** True where every cell of the plainest reading is blank. */
  readonly blank: boolean;
}

/** @returns null where a cell is unknown, or where the form has none for it */
export function readingsOf(report: Report, statement: Statement): Readings | null {
  const ids = indicatorsOf(statement).flatMap((id) => cellsUnder(report, id));
  if (ids.length === 0) return null;
  const plainest = impliedSum(report, ids);
  if (plainest === null) return null;
  const others = otherReadings(statement).map((terms) => signedSum(report, terms));
  const all = [plainest, ...others.filter((value) => value !== null)];
  return { plainest, all, blank: ids.every((id) => isBlank(report, id)) };
}

/** What a statement is of: indicators, or dot-prefixes of groups of rows. */
export const indicatorsOf = ({ indicator, including = [] }: Statement): readonly string[] => [indicator, ...including];

/** A total that is blank though its row is filled is implied, not blank. */
function isBlank(report: Report, id: string): boolean {
  return cellState(report, id).kind === "blank" && impliedAmount(report, id) === 0;
}

/** An indicator itself; for the dot-prefix of a group of rows, the totals of the rows that the report prints. */
export function cellsUnder(report: Report, id: string): string[] {
  const form = formOf(report);
  if (!form) return [];
  if (unitsOf(form).has(id)) return [id];
  const totals = form.indicators
    .map((one) => one.id)
    .filter((one) => one.startsWith(`${id}.`) && one.endsWith(".total"));
  const subtotal = `${id}.subtotal.total`;
  if (!totals.includes(subtotal)) return totals;
  const rows = totals.filter((row) => row !== subtotal);
  const printsRows = rows.some((row) => report.cells[row] !== undefined);
  const prints = printsRows && amountOf(report, subtotal) === null ? true : printsRows && !amountOf(report, subtotal);
  return prints ? rows : [subtotal];
}

/** The cells of what a finding names: an indicator itself, the rows' totals of a group; other names as they are. */
export function concernedCells(report: Report, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const cells = cellsUnder(report, name);
    return cells.length === 0 ? [name] : cells;
  });
}

/** A term may be taken away: "-disputes.reconsideration.pending". */
function signedSum(report: Report, terms: readonly string[]): number | null {
  const amounts = terms.flatMap((term) => {
    const negative = term.startsWith("-");
    const ids = cellsUnder(report, negative ? term.slice(1) : term);
    return ids.map((id) => {
      const amount = impliedAmount(report, id);
      return amount === null ? null : negative ? -amount : amount;
    });
  });
  return amounts.length === 0 ? null : sumOf(amounts);
}

/** Requests that were answered, and those of the year alone. */
const CLOSED_READINGS = ["-requests.outcomes.otherHandling", "-requests.carriedOver.total"].map((less) => [
  "requests.outcomes.total.total",
  less,
]);

/** Other sums of cells that writers mean by the same words, as met in real reports. */
function otherReadings({ indicator, including = [], sentence }: Statement): string[][] {
  if (indicator === "requests.received.total" && including.length === 0) {
    return /新收/.test(sentence) ? [] : [[indicator, "requests.carriedOver.total"]];
  }
  if (indicator.startsWith("requests.received.")) {
    const columns = [indicator, ...including].filter((id) => id.startsWith("requests.received."));
    return [columns, [...columns, ...columns.map((id) => id.replace("received", "carriedOver"))]];
  }
  if (indicator === "requests.outcomes.total.total") return CLOSED_READINGS;
  if (indicator === "requests.outcomes.granted.total" && including.length === 0) {
    return [[indicator, "requests.outcomes.partiallyGranted.total"]];
  }
  if (!indicator.startsWith("disputes.")) return [];
  const withdrawn = /撤回|撤诉|终止/.test(sentence) ? [[indicator.replace(/total$/, "otherResult")]] : [];
  return [...disputeReadings(indicator, including), ...withdrawn];
}

/** Cases counted without those not yet concluded; suits of one kind alone. */
function disputeReadings(indicator: string, including: readonly string[]): string[][] {
  const all = [indicator, ...including];
  const kinds = all.map((id) => [id]);
  if (!indicator.endsWith(".total")) return kinds;
  const concluded = (ids: readonly string[]) => [...ids, ...ids.map((id) => `-${id.replace(/total$/, "pending")}`)];
  return [concluded(all), ...kinds, ...kinds.map(concluded)];
}
