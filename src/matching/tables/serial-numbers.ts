/**
 * Rows of flattened text in; the same without the serial numbers of a table whose rows are numbered, out. Where each cell is
 * a line of its own, the number of the next row stands behind the value of a row, and where a row has no value, in its place.
 */
import { plain } from "../normalize.js";
import type { TableRow } from "../table-row.js";

/** So many rows that end in numbers of which each is one more than the one before are numbered: values rarely go on like that. */
const FEWEST_NUMBERED = 5;
const SERIAL = /^\d{1,3}$/;

export function withoutSerialNumbers(rows: readonly TableRow[]): readonly TableRow[] {
  const numbers = rows.map(lastNumber);
  const numbered = new Set<TableRow>();
  for (let start = 0; start < rows.length;) {
    let end = start + 1;
    while (end < rows.length && numbers[end] === numbers[end - 1]! + 1) end++;
    const run = rows.slice(start, end);
    if (isNumbered(run)) run.forEach((row) => numbered.add(row));
    start = end;
  }
  if (numbered.size === 0) return rows;
  return rows.map((row) => (numbered.has(row) ? { ...row, values: row.values.slice(0, -1) } : row));
}

/** Where most rows end in a single number, it may be their value, and happen to go on. */
const isNumbered = (run: readonly TableRow[]) =>
  run.length >= FEWEST_NUMBERED && run.filter(({ values }) => values.length > 1).length * 2 > run.length;

/** The number that a row ends in; NaN where it ends in anything else, and in a table with columns. */
function lastNumber({ values, flattened }: TableRow): number {
  const text = flattened ? plain(values.at(-1)?.text ?? "").trim() : "";
  return SERIAL.test(text) ? Number(text) : NaN;
}
