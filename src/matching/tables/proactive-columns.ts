/**
 * A row of the table 主动公开政府信息情况 and the header over it in; the cell of each column out: by the header where it can be
 * read, by order where the count is exact, and otherwise not at all.
 */
import type { FormColumn } from "../../forms/form.js";
import type { LabelMatcher } from "../labels.js";
import { compact } from "../normalize.js";
import { isBlank, type TableRow, type ValueCell } from "../table-row.js";
import { withoutPadding } from "./padding.js";

/** The cells over the value columns, with the form's columns that their words fit. */
interface HeaderCell {
  readonly cell: ValueCell;
  readonly columns: readonly FormColumn[];
}
export type Header = readonly HeaderCell[];

export const FIRST_COLUMN = /^信息内容/;
/** The head of a column that divides the one before it, which no form has. */
const SHARE = /^(?:其中|包括|含)/;
const isShare = ({ cell }: HeaderCell) => SHARE.test(compact(cell.text));
/** The head of a column of another time; what is in force, all forms count up to the end of the year. */
const OTHER_TIME = /^(?:上一?年|去年|前年|上期|累计|历年)(?!.*有效)/;
/** The form of 2019 has such a column itself. */
const isOfOtherTime = ({ cell, columns }: HeaderCell) =>
  OTHER_TIME.test(compact(cell.text)) && !columns.some(({ label }) => OTHER_TIME.test(label));
/** None of the form's columns. */
const isBeside = (head: HeaderCell) => isShare(head) || isOfOtherTime(head);

/** The header that the row prints: the cells after 信息内容, or a run of column labels. */
export function headerOf(row: TableRow, matcher: LabelMatcher<FormColumn>): Header | null {
  if (row.flattened && row.values.length === 0) return null;
  const cells = row.labelCells.map((cell) => ({ cell, columns: matcher.all(cell.text).map(({ item }) => item) }));
  const first = cells.findLastIndex(({ cell }) => FIRST_COLUMN.test(compact(cell.text)));
  if (first >= 0 && cells.length > first + 1) {
    const withValues = row.flattened && row.values.some(({ text }) => !isBlank(text));
    const rest = withValues ? cells.slice(first + 1, -1) : cells.slice(first + 1);
    return rest.length > 0 ? rest : null;
  }
  const start = cells.findIndex(({ columns }) => columns.length > 0);
  return start >= 0 ? cells.slice(start) : null;
}

/** The cells of a row by column; null where they can't be told. */
export function columnsOfRow(
  row: TableRow,
  header: Header | null,
  isOver: boolean,
  columns: readonly FormColumn[],
): ReadonlyMap<FormColumn, ValueCell> | null {
  const found = header && byHeader(row, header, isOver, columns);
  if (found) return found;
  if (header?.some(isOfOtherTime)) return null;
  // Among columns that divide others the order tells nothing.
  const isOwn = header?.some((head) => head.columns.some((column) => columns.includes(column)));
  return isOwn && header?.some(isShare) ? null : byOrder(row, columns);
}

/**
 * The cells under the headers of the block's columns. A header that is repeated over a merged cell has copies of one
 * value, or one value and blanks, under it.
 */
function byHeader(row: TableRow, header: Header, byOffset: boolean, columns: readonly FormColumn[]) {
  const inOrder = row.values.length >= header.length ? header : withoutRepeats(header);
  if (!byOffset && row.values.length < inOrder.length) return null;
  const over = (cell: ValueCell, index: number) =>
    byOffset ? header.filter(({ cell: head }) => overlaps(head, cell)) : [inOrder[index]];
  const known = columnsOf(header, columns);
  if (known.size === 0) return null;
  const found = new Map<FormColumn, ValueCell>();
  for (const [index, cell] of row.values.entries()) {
    const above = over(cell, index);
    const heads = above.map((head) => head && known.get(head));
    const [column, ...others] = [...new Set(heads)];
    if (!column || others.length > 0) {
      const isUnderOthers = above.length > 0 && above.every((head) => head && isBeside(head));
      if (!isBlank(cell.text) && !isUnderOthers) return null;
      continue;
    }
    const before = found.get(column);
    if (!before || isBlank(before.text)) found.set(column, cell);
    else if (!isBlank(cell.text) && cell.text.trim() !== before.text.trim()) return null;
  }
  return found;
}

/** One cell for each merged cell that was repeated or left empty. */
const withoutRepeats = (header: Header): Header =>
  header.filter(({ cell }, i) => !isBlank(cell.text) && cell.text !== header[i - 1]?.cell.text);

const overlaps = (a: ValueCell, b: ValueCell) => a.column < b.column + b.colSpan && b.column < a.column + a.colSpan;

/** Which of the block's columns each header cell is; a damaged header counts where each readable part is in its place. */
function columnsOf(header: Header, columns: readonly FormColumn[]): Map<HeaderCell, FormColumn> {
  const own = header.map((head) => ({
    head,
    fits: isOfOtherTime(head) ? [] : head.columns.filter((column) => columns.includes(column)),
  }));
  const printed = own.filter(({ head }) => !isBlank(head.cell.text));
  const inPlace =
    printed.length === columns.length &&
    !header.some(isBeside) &&
    printed.every(({ fits }, i) => fits.length === 0 || fits.includes(columns[i]!));
  if (inPlace && printed.some(({ fits }) => fits.length > 0))
    return new Map(printed.map(({ head }, i) => [head, columns[i]!]));
  return new Map(own.flatMap(({ head, fits }) => (fits.length === 1 ? [[head, fits[0]!] as const] : [])));
}

/** Exactly as many cells as columns, not counting the empty ones that pad a flattened row. */
function byOrder(row: TableRow, columns: readonly FormColumn[]): Map<FormColumn, ValueCell> | null {
  const values = withoutPadding(row.values, columns.length, "behind");
  return values && new Map(columns.map((column, i) => [column, values[i]!]));
}

/** The words over a value of the column that may tell its unit: its head, or where none is its own those that can't be read. */
export function headWords(header: Header | null, column: FormColumn): readonly string[] {
  const own: string[] = [];
  const unknown: string[] = [];
  let over = false;
  for (const { cell, columns } of header ?? []) {
    if (columns.length > 0) over = columns.includes(column);
    if (columns.length > 0 && over) own.push(cell.text);
    // Spaces and line breaks may have cut a head: what is none of the form's goes on with the one before it.
    if (columns.length === 0 && over) own.push(own.pop()! + cell.text);
    if (columns.length === 0) unknown.push(cell.text);
  }
  return own.length > 0 ? own : unknown;
}
