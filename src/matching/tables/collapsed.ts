/**
 * Rows of cells without a grid in; the rows whose empty cells were moved to their end out. Some extractors do so:
 * "7 | 1 | 8 | | | |" has its total in the third place, and nobody can tell which column the other numbers belong to.
 */
import { readNumber } from "../numbers.js";
import { isBlank, type TableRow, type ValueCell } from "../table-row.js";

export interface CollapsedRows {
  /** Rows whose cells certainly or very probably stand in the wrong columns. */
  readonly moved: ReadonlySet<TableRow>;
  /** Rows whose empty cells all stand at their end, as in every other row: they may have been moved. */
  readonly suspect: ReadonlySet<TableRow>;
}

/** @param cellsOf the cells taken from each row, in the order of the columns */
export function collapsedRows(cellsOf: ReadonlyMap<TableRow, readonly ValueCell[]>): CollapsedRows {
  const gappy = [...cellsOf].filter(([row, cells]) => row.layout === "rows" && hasBoth(cells));
  const atEnd = gappy.filter(([, cells]) => blanksAtEnd(cells));
  const telling = atEnd.filter(([, cells]) => endsInSum(cells));
  const rowsOf = (entries: typeof gappy) => new Set(entries.map(([row]) => row));
  if (atEnd.length < gappy.length) return { moved: rowsOf(telling), suspect: new Set() };
  const short = [...cellsOf].filter(([row, cells]) => row.layout === "rows" && isShort(row, cells));
  return telling.length > 0
    ? { moved: rowsOf([...atEnd, ...short]), suspect: new Set() }
    : { moved: new Set(), suspect: rowsOf(atEnd) };
}

/** A row of few columns with padding: in it, nobody knows the padding from the moved cells. */
const isShort = ({ values }: TableRow, cells: readonly ValueCell[]) =>
  cells.length > 1 && cells.length < COLUMNS_WITH_TOTAL && values.length > cells.length;

const hasBoth = (cells: readonly ValueCell[]) =>
  cells.length > 1 && cells.some(({ text }) => isBlank(text)) && !cells.every(({ text }) => isBlank(text));

function blanksAtEnd(cells: readonly ValueCell[]): boolean {
  const firstBlank = cells.findIndex(({ text }) => isBlank(text));
  return cells.slice(firstBlank).every(({ text }) => isBlank(text));
}

/** The last printed number of a row of the form's seven columns is the sum of those before it. */
function endsInSum(cells: readonly ValueCell[]): boolean {
  if (cells.length !== COLUMNS_WITH_TOTAL) return false;
  const numbers = cells.filter(({ text }) => !isBlank(text)).map(({ text }) => numberOf(text));
  const last = numbers.pop()!;
  return numbers.length > 0 && last > 0 && last === numbers.reduce((sum, n) => sum + n, 0);
}

/** Of the tables whose rows end in a total. */
const COLUMNS_WITH_TOTAL = 7;

function numberOf(text: string): number {
  const reading = readNumber(text, "件");
  return reading.kind === "number" ? reading.value : 0;
}
