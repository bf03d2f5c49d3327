/**
 * Rows of a document in; the columns in which the requests table prints each kind of applicant, as far as headers tell,
 * out. A table that goes on over pages has its header on the first.
 */
import type { Block } from "../../../parsers/document.js";
import type { FormColumn } from "../../forms/form.js";
import { labelMatcher, type LabelMatcher } from "../labels.js";
import { perKey } from "../memo.js";
import { isBlank, type TableRow } from "../table-row.js";

export interface ApplicantColumns {
  /** By column, its offset in the block; null where no header tells. */
  readonly offsetsIn: (block: Block | undefined) => readonly number[] | null;
  /** The offsets of all columns but the total, side by side in the form's order, where the header prints no total. */
  readonly withoutTotalIn: (block: Block | undefined) => readonly number[] | null;
  /** True where a header prints the columns in another order than the form, or others between them, and doesn't tell all. */
  readonly isUnknownIn: (block: Block | undefined) => boolean;
}

export const columnMatcher = perKey((columns: readonly FormColumn[]) => labelMatcher(columns, (column) => column));

export function applicantColumns(rows: readonly TableRow[], columns: readonly FormColumn[]): ApplicantColumns {
  const { headers, mixed, withoutTotal } = headerColumns(rows, columns);
  const reordered = rows.some((row) => isReordered(row, columns));
  if (reordered) handOn(headers, rows);
  return {
    offsetsIn: (block) => headers.get(block) ?? null,
    withoutTotalIn: (block) => withoutTotal.get(block) ?? null,
    isUnknownIn: (block) => (reordered && !headers.has(block)) || mixed.has(block),
  };
}

/** What the header rows of a table print. */
interface Heads {
  readonly offsets: Map<FormColumn, number>;
  /** Offsets of heads that no column of the form has. */
  readonly others: Set<number>;
  /** True where a row prints the heads for two sets of columns, as for two years. */
  twice: boolean;
}

interface Headers {
  /** By table, the offsets of the columns where all are told. */
  readonly headers: Map<unknown, readonly number[]>;
  /** Tables that print other columns between some of the form's, so that the order tells nothing. */
  readonly mixed: ReadonlySet<unknown>;
  readonly withoutTotal: ReadonlyMap<unknown, readonly number[]>;
}

function headerColumns(rows: readonly TableRow[], columns: readonly FormColumn[]): Headers {
  const headers = new Map<unknown, readonly number[]>();
  const mixed = new Set<unknown>();
  const withoutTotal = new Map<unknown, readonly number[]>();
  for (const [table, heads] of headsByTable(rows, columns)) {
    const places = columns.map((column) => heads.offsets.get(column) ?? -1);
    if (heads.twice) mixed.add(table);
    else if (places.every((place, i) => place > (places[i - 1] ?? -1)) || areNeighbours(places))
      headers.set(table, places);
    else if (isMixed(places, heads.others)) mixed.add(table);
    else if (places.at(-1)! < 0 && isRun(places.slice(0, -1))) withoutTotal.set(table, places.slice(0, -1));
  }
  return { headers, mixed, withoutTotal };
}

function headsByTable(rows: readonly TableRow[], columns: readonly FormColumn[]): Map<unknown, Heads> {
  const matcher = columnMatcher(columns);
  const found = new Map<unknown, Heads>();
  for (const row of rows) {
    if (!row.aligned || !isHeader(row)) continue;
    const [table] = row.blocks;
    const heads = found.get(table) ?? { offsets: new Map(), others: new Set(), twice: false };
    found.set(table, heads);
    heads.twice ||= comesAgain(row, matcher);
    for (const { text, column, colSpan } of row.labelCells) {
      const match = colSpan === 1 ? matcher.one(text) : null;
      if (match && !heads.offsets.has(match.item)) heads.offsets.set(match.item, column);
      else if (colSpan === 1 && !match && !isBlank(text)) heads.others.add(column);
    }
  }
  return found;
}

/** True where a head comes again behind others: next to itself it is a merged one that was repeated. */
function comesAgain({ labelCells }: TableRow, matcher: LabelMatcher<FormColumn>): boolean {
  const heads = labelCells.flatMap(({ text }) => matcher.one(text)?.item ?? []);
  return heads.some((head, i) => i > 0 && head !== heads[i - 1] && heads.indexOf(head) < i);
}

/** True where another head stands between two of the form's that are farther apart for it than in the form. */
function isMixed(places: readonly number[], others: ReadonlySet<number>): boolean {
  const told = places.flatMap((place, i) => (place < 0 ? [] : [{ place, i }]));
  return told.some(({ place, i }, n) => {
    const before = told[n - 1];
    if (!before || place - before.place <= i - before.i) return false;
    return [...others].some((other) => before.place < other && other < place);
  });
}

const isHeader = (row: TableRow) => row.values.every(({ text }) => isBlank(text));

/** In another order than the form's, heads count only where each stands in a column of its own, side by side. */
function areNeighbours(places: readonly number[]): boolean {
  const first = Math.min(...places);
  return first >= 0 && new Set(places).size === places.length && Math.max(...places) - first === places.length - 1;
}

const isRun = (places: readonly number[]) => places[0]! >= 0 && places.every((place, i) => place === places[0]! + i);

/** The table behind one with a header goes on in its columns, where it has as many. */
function handOn(headers: Map<unknown, readonly number[]>, rows: readonly TableRow[]): void {
  let last: Block | undefined;
  for (const block of new Set(rows.flatMap(({ blocks }) => blocks.slice(0, 1)))) {
    const goesOn = last?.kind === "table" && block.kind === "table" && last.columns === block.columns;
    if (goesOn && headers.has(last) && !headers.has(block)) headers.set(block, headers.get(last)!);
    last = block;
  }
}

/** The total stands behind the natural persons, over or behind the organisations; those have the form's order. */
function isReordered(row: TableRow, columns: readonly FormColumn[]): boolean {
  if (!isHeader(row) && !row.flattened) return false;
  const matcher = columnMatcher(columns);
  // A line of heads that spaces part is one label.
  const labels = row.flattened ? row.labels.flatMap((label) => label.trim().split(/\s+/)) : row.labels;
  const places = labels.flatMap((label) => {
    const match = matcher.one(label);
    return match ? [columns.indexOf(match.item)] : [];
  });
  const total = columns.length - 1;
  const start = places.indexOf(0);
  if (start > 0 && places[start - 1] === total) return true;
  // Heads of several lines may have lost their order with the grid.
  if (row.flattened) return false;
  // 其他 alone is a word of other tables, too.
  const own = places.slice(Math.max(0, start)).filter((place) => place !== total);
  const named = new Set(own.filter((place) => place < total - 1));
  return named.size > 1 && own.length === new Set(own).size && own.some((place, i) => place < (own[i - 1] ?? -1));
}
