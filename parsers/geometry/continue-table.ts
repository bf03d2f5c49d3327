/**
 * Two tables, the second at the top of the page after the first, in; the one table that was printed out. Repeated headers
 * are dropped and a row that the page break cut is put together again.
 */
import type { Cell } from "../document.js";

/** A table in parts: cells with offsets, and the borders of its columns. */
export interface TablePart {
  readonly cells: readonly Cell[];
  readonly xs: readonly number[];
  readonly rows: number;
}

/** Borders that differ by less than this are the same, points. */
const SAME_BORDER = 4;
/** Rows at the top of a page that may repeat the header. */
const MOST_HEADER_ROWS = 6;

/** True where both parts have the same columns. */
export function sameColumns(a: TablePart, b: TablePart): boolean {
  return a.xs.length === b.xs.length && a.xs.every((x, i) => Math.abs(x - b.xs[i]!) <= SAME_BORDER);
}

const rowTexts = (part: TablePart, row: number) =>
  part.cells
    .filter((cell) => cell.row === row)
    .map(({ column, text }) => `${column}:${text.replace(/\s+/g, "")}`)
    .join("|");

/** Number of rows at the top of `next` that repeat the first rows of `first`. */
function repeatedHeader(first: TablePart, next: TablePart): number {
  let rows = 0;
  const most = Math.min(MOST_HEADER_ROWS, first.rows, next.rows - 1);
  while (rows < most && /\p{Script=Han}/u.test(rowTexts(next, rows)) && rowTexts(first, rows) === rowTexts(next, rows))
    rows++;
  return rows;
}

/** Appends the rows of `next`. */
export function continueTable(first: TablePart, next: TablePart): TablePart {
  const dropped = repeatedHeader(first, next);
  const cut = cutRow(first, next, dropped);
  const skip = dropped + (cut ? 1 : 0);
  const moved = next.cells
    .filter((cell) => cell.row + cell.rowSpan > skip)
    .map((cell) => {
      const start = Math.max(cell.row, skip);
      return { ...cell, row: start - skip + first.rows, rowSpan: cell.rowSpan - (start - cell.row) };
    })
    .filter((cell) => !cut || cell.rowSpan > 0);
  return { cells: [...(cut ?? first.cells), ...moved], xs: first.xs, rows: first.rows + next.rows - skip };
}

/**
 * The cells of the first part with the rest of a cut row added, or null where no row was cut. A row was cut where the
 * values stand on one side of the break only and its label on both.
 */
function cutRow(first: TablePart, next: TablePart, from: number): Cell[] | null {
  const before = first.cells.filter((cell) => cell.row + cell.rowSpan === first.rows);
  const after = next.cells.filter((cell) => cell.row === from);
  const pairs = before.map((cell) => ({
    cell,
    rest: after.find(({ column, colSpan }) => column === cell.column && colSpan === cell.colSpan),
  }));
  const values = pairs.filter(
    ({ cell, rest }) => rest && cell.colSpan === 1 && (/\d/.test(cell.text) || /\d/.test(rest.text)),
  );
  const labels = pairs.filter(
    ({ cell, rest }) => rest && /\p{Script=Han}/u.test(cell.text) && /\p{Script=Han}/u.test(rest.text),
  );
  const oneSided =
    values.length > 0 &&
    (values.every(({ rest }) => rest!.text === "") || values.every(({ cell }) => cell.text === ""));
  const blankSide = pairs
    .filter(({ rest }) => rest)
    .some(({ cell, rest }) => (cell.text === "") !== (rest!.text === ""));
  if (!oneSided || !blankSide || labels.length > 1 || !isUnfinished(labels, pairs)) return null;
  return first.cells.map((cell) => {
    const pair = pairs.find((candidate) => candidate.cell === cell);
    if (!pair?.rest || pair.rest.text === "") return cell;
    return {
      ...cell,
      text: [cell.text, pair.rest.text].filter((text) => text !== "").join("\n"),
      doubt: "rejoined" as const,
    };
  });
}

type Pair = { readonly cell: Cell; readonly rest: Cell | undefined };

/** The label goes on behind the break: its second part has no ordinal of its own, or there is no label on that side. */
function isUnfinished(labels: readonly Pair[], pairs: readonly Pair[]): boolean {
  const ordinal = /^\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.、．])/;
  const second = pairs.filter(({ rest }) => rest && /\p{Script=Han}/u.test(rest.text));
  if (labels.length === 0) return second.length === 0;
  return labels.every(({ rest }) => !ordinal.test(rest!.text)) && second.length === labels.length;
}
