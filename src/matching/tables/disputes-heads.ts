/**
 * Rows of a document in; values of the disputes table whose columns the heads over them tell one by one, out: for tables
 * without the totals, and for tables of one or two kinds of disputes.
 */
import { compact } from "../normalize.js";
import { isBlank, type TableRow, type ValueCell } from "../table-row.js";
import { KINDS, resultOf, RESULT_COUNT } from "./disputes-header.js";

/** A value and the place of its column among the form's fifteen. */
export interface HeadedValue {
  readonly row: TableRow;
  readonly cell: ValueCell;
  readonly column: number;
}

/** @returns nothing where two rows print values for the same column */
export function headedValues(rows: readonly TableRow[], isValueRow: (row: TableRow) => boolean): HeadedValue[] {
  const found: HeadedValue[] = [];
  let heads: ValueCell[] = [];
  let table: unknown = null;
  let printed = false;
  for (const row of rows) {
    const [own] = row.blocks;
    if (own !== table || (printed && row.values.length === 0)) heads = [];
    printed = row.values.length > 0;
    table = own;
    if (!printed) heads.push(...row.labelCells);
    else if (row.aligned && row.layout === "grid" && isValueRow(row)) found.push(...valuesUnder(row, heads));
  }
  return new Set(found.map(({ column }) => column)).size === found.length ? found : [];
}

/** The values of a row; none where a printed one has no column, or several, or one that another has. */
function valuesUnder(row: TableRow, heads: readonly ValueCell[]): HeadedValue[] {
  const values = row.values.map((cell) => ({ row, cell, column: columnOf(cell, heads) }));
  const told = values.flatMap(({ cell, column }) => (column === null ? [] : [{ row, cell, column }]));
  const isPlain = values.every(({ cell, column }) => column !== null || isBlank(cell.text) || isOfAll(cell, heads));
  return isPlain && new Set(told.map(({ column }) => column)).size === told.length ? told : [];
}

const wordsOver = (cell: ValueCell, heads: readonly ValueCell[]) =>
  heads
    .filter((head) => head.column < cell.column + cell.colSpan && cell.column < head.column + head.colSpan)
    .map(({ text }) => compact(text));

const kindOf = (words: string) => KINDS.findIndex((kind) => kind.test(words));
/** The head of a sum over several kinds, which no form has. */
const SUM = /^[总合小]计$/;

/** True for a sum that stands under no kind of its own. */
function isOfAll(cell: ValueCell, heads: readonly ValueCell[]): boolean {
  const words = wordsOver(cell, heads);
  return (
    words.some((one) => SUM.test(one)) && words.every((one) => SUM.test(one) || (kindOf(one) < 0 && resultOf(one) < 0))
  );
}

function columnOf(cell: ValueCell, heads: readonly ValueCell[]): number | null {
  const words = wordsOver(cell, heads);
  const results = new Set(words.map(resultOf).filter((result) => result >= 0));
  const kinds = new Set(words.flatMap((one) => KINDS.flatMap((kind, k) => (kind.test(one) ? [k] : []))));
  if (results.size !== 1 || kinds.size !== 1) return null;
  return [...kinds][0]! * RESULT_COUNT + [...results][0]!;
}
