/** Rows of spanning cells in; cells with offsets out. Wrong spans are bounded and never lose a cell. */
import type { Cell, CellDoubt, TableLayout } from "./document.js";
import { checkLimit, deadlineOfSteps, type Limits } from "./limits.js";

export interface RawCell {
  readonly text: string;
  readonly ordinal?: string;
  readonly doubt?: CellDoubt;
  /** Offset of its column where the source states it; else the first free one. */
  readonly column?: number;
  readonly colSpan: number;
  /** 0 for "down to the last row". */
  readonly rowSpan: number;
  /** True for positions that the source skips: they are taken, and no cell is there. */
  readonly absent?: boolean;
}

/** The HTML standard's own bound of colspan. */
const MOST_COLUMNS = 1_000;

/**
 * Places the cells as HTML does: each takes the first free position of its row and the positions that it spans.
 * @param table offset of the table in the document
 */
export function placeCells(
  rows: readonly (readonly RawCell[])[],
  table: number,
  limits: Limits,
): { cells: Cell[]; layout: TableLayout } {
  const taken: boolean[][] = rows.map(() => []);
  const cells: Cell[] = [];
  let positions = 0;
  const checkTime = deadlineOfSteps(limits);
  rows.forEach((row, r) => {
    let column = 0;
    for (const raw of row) {
      checkTime();
      column = Math.max(column, Math.min(raw.column ?? 0, MOST_COLUMNS));
      while (taken[r]![column]) column++;
      const colSpan = Math.min(Math.max(1, raw.colSpan), MOST_COLUMNS);
      const rowSpan = Math.min(raw.rowSpan === 0 ? Infinity : Math.max(1, raw.rowSpan), rows.length - r);
      positions += colSpan * rowSpan;
      checkLimit(limits, "tableCells", positions);
      for (let y = r; y < r + rowSpan; y++) for (let x = column; x < column + colSpan; x++) taken[y]![x] = true;
      if (!raw.absent) cells.push(placed(raw, { row: r, column, rowSpan, colSpan }, table));
      column += colSpan;
    }
  });
  return { cells, layout: isGrid(taken) ? "grid" : "rows" };
}

/** Written out, without spreading what most cells don't have: a page has thousands of cells. */
function placed(
  { text, ordinal, doubt }: RawCell,
  place: Pick<Cell, "row" | "column" | "rowSpan" | "colSpan">,
  table: number,
): Cell {
  const { row, column, rowSpan, colSpan } = place;
  const at = { table, row, column };
  if (ordinal === undefined && doubt === undefined) return { row, column, rowSpan, colSpan, text, at };
  return {
    ...place,
    text,
    ...(ordinal === undefined ? {} : { ordinal }),
    ...(doubt === undefined ? {} : { doubt }),
    at,
  };
}

/** True where all rows that have cells end at the same column and no position inside them is free. */
function isGrid(taken: readonly (readonly boolean[])[]): boolean {
  let width = 0;
  for (const row of taken) {
    if (row.length === 0) continue;
    if (width !== 0 && row.length !== width) return false;
    width = row.length;
    for (let column = 0; column < width; column++) if (!row[column]) return false;
  }
  return true;
}
