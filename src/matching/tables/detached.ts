/**
 * A row of flattened text in; whether its empty cells are no cells of it out. Where labels stand in one run and their
 * numbers in another, the empty line behind the last label only divides the runs.
 */
import { isBlank, type TableRow } from "../table-row.js";

/** @param isRow tells the labels of rows that have values of their own */
export function isDetached({ flattened, labels, values }: TableRow, isRow: (label: string) => boolean): boolean {
  return flattened && values.every(({ text }) => isBlank(text)) && labels.slice(0, -1).some(isRow);
}
