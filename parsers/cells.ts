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
      const ordinal = raw.ordinal === undefined ? {} : { ordinal: raw.ordinal };
      const doubt = raw.doubt === undefined ? {} : { doubt: raw.doubt };
      if (!raw.absent) {
        cells.push({
          row: r,
          column,
          rowSpan,
          colSpan,
          text: raw.text,
          ...ordinal,
          ...doubt,
          at: { table, row: r, column },
        });
      }
      column += colSpan;
    }
  });
  const widths = new Set(taken.filter((row) => row.length > 0).map((row) => row.length));
  const holes = taken.some((row) => row.length > 0 && Array.from(row).some((position) => !position));
  return { cells, layout: widths.size <= 1 && !holes ? "grid" : "rows" };
}
