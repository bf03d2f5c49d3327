/**
 * Two parts of a table, the second at the top of the page or column after the first, in; the one table that was printed
 * out. Repeated headers are dropped and a row that the break cut is put together again.
 */
import type { Cell } from "../document.js";

export interface PartCell extends Cell {
  /** Its last line leaves no room for another word: the text may go on. */
  readonly full: boolean;
}

/** A table in parts: cells with offsets, and the borders of its columns. */
export interface TablePart {
  readonly cells: readonly PartCell[];
  readonly xs: readonly number[];
  readonly rows: number;
}

/** Borders that differ by less than this are the same, points. */
const SAME_BORDER = 4;
/** Rows at the top of a page that may repeat the header. */
const MOST_HEADER_ROWS = 6;

const HAN = /\p{Script=Han}/u;

/** Borders as distances from the table's left side: a column of the page may stand beside the other. */
const relative = ({ xs }: TablePart) => xs.map((x) => x - xs[0]!);

/**
 * True where both parts have the same width and one has all column borders of the other: a part whose rows are all merged
 * in some columns shows fewer borders.
 */
export function canContinue(a: TablePart, b: TablePart): boolean {
  const [few, many] = [relative(a), relative(b)].sort((x, y) => x.length - y.length) as [number[], number[]];
  if (few.length < 2 || Math.abs(few.at(-1)! - many.at(-1)!) > SAME_BORDER) return false;
  return few.every((x) => many.some((other) => Math.abs(other - x) <= SAME_BORDER));
}

/** The part with the column offsets of a part that has more borders. */
function withBordersOf(part: TablePart, other: TablePart): TablePart {
  if (part.xs.length >= other.xs.length) return part;
  const borders = relative(other);
  const offset = relative(part).map((x) => borders.findIndex((border) => Math.abs(border - x) <= SAME_BORDER));
  const cells = part.cells.map((cell) => {
    const column = offset[cell.column]!;
    return { ...cell, column, colSpan: offset[cell.column + cell.colSpan]! - column };
  });
  return { ...part, cells, xs: other.xs };
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
  while (rows < most && HAN.test(rowTexts(next, rows)) && rowTexts(first, rows) === rowTexts(next, rows)) rows++;
  return rows;
}

/** Appends the rows of a part that can continue the first. */
export function continueTable(start: TablePart, rest: TablePart): TablePart {
  const [first, next] = [withBordersOf(start, rest), withBordersOf(rest, start)];
  const dropped = repeatedHeader(first, next);
  const joined = cutRow(first, next, dropped);
  const skip = dropped + (joined ? 1 : 0);
  const moved = next.cells
    .filter((cell) => cell.row + cell.rowSpan > skip)
    .map((cell) => {
      const row = Math.max(cell.row, skip);
      return { ...cell, row: row - skip + first.rows, rowSpan: cell.rowSpan - (row - cell.row) };
    });
  return { cells: [...(joined ?? first.cells), ...moved], xs: first.xs, rows: first.rows + next.rows - skip };
}

/** A cell that ends at the break and the cell below it behind the break. */
interface Pair {
  readonly cell: PartCell;
  readonly rest: PartCell;
}

/**
 * The cells of the first part with the rest of a cut row added, or null where no row was cut. A row was cut where its
 * values stand on one side of the break only and its label on both.
 */
function cutRow(first: TablePart, next: TablePart, from: number): PartCell[] | null {
  const after = new Map(next.cells.filter((cell) => cell.row === from).map((cell) => [cell.column, cell]));
  const pairs = first.cells
    .filter((cell) => cell.row + cell.rowSpan === first.rows)
    .flatMap((cell): Pair[] => {
      const rest = after.get(cell.column);
      return rest?.colSpan === cell.colSpan ? [{ cell, rest }] : [];
    });
  const inWords = pairs.filter(({ cell, rest }) => HAN.test(cell.text) || HAN.test(rest.text));
  const values = pairs.filter((pair) => !inWords.includes(pair) && /\d/.test(pair.cell.text + pair.rest.text));
  const oneSided = values.every(({ rest }) => rest.text === "") || values.every(({ cell }) => cell.text === "");
  if (values.length === 0 || !oneSided || !isUnfinished(inWords)) return null;
  const restOf = new Map(pairs.map(({ cell, rest }) => [cell, rest]));
  return first.cells.map((cell) => {
    const rest = restOf.get(cell);
    if (!rest || rest.text === "") return cell;
    return { ...cell, text: cell.text === "" ? rest.text : `${cell.text}\n${rest.text}`, doubt: "rejoined" as const };
  });
}

const ORDINAL = /^\s*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.、．])/;

/** No label begins behind the break: what stands there goes on with a full line, without an ordinal of its own. */
function isUnfinished(labels: readonly Pair[]): boolean {
  const behind = labels.filter(({ rest }) => HAN.test(rest.text));
  return behind.every(({ cell, rest }) => HAN.test(cell.text) && cell.full && !ORDINAL.test(rest.text));
}
