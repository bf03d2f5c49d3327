/**
 * A row with which the document ends in; the cells that were printed before it was cut off out. The last of them is left
 * out, as the cut may stand inside it.
 */
import { isBlank, type TableRow, type ValueCell } from "../table-row.js";

/** The first cells of a row of `count` columns; null for a row that was not cut, or whose cells may be elsewhere. */
export function cellsBeforeCut(row: TableRow, count: number): readonly ValueCell[] | null {
  const { values, endsDocument, layout } = row;
  const printed = values.findLastIndex(({ text }) => !isBlank(text)) + 1;
  if (!endsDocument || layout !== "rows" || printed < 2 || printed >= count) return null;
  const whole = values.slice(0, printed);
  return whole.some(({ text }) => isBlank(text)) ? null : whole.slice(0, -1);
}
