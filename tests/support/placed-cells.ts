/** A case table in; its cells with the columns they stand in, row by row, for formats that mark merged cells in each row. */
import { cellOf, type CaseCell, type CaseTable } from "./case-document.js";

export interface PlacedCell {
  readonly cell: CaseCell;
  readonly row: number;
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  /** True for the rows below the first that a cell spans. */
  readonly isFurther: boolean;
}

export function placedRows({ rows }: CaseTable): PlacedCell[][] {
  const open = new Map<number, { placed: PlacedCell; left: number }>();
  return rows.map((cells, row) => {
    const out: PlacedCell[] = [];
    const queue = cells.map(cellOf);
    let column = 0;
    while (queue.length > 0 || open.has(column)) {
      const above = open.get(column);
      if (above) {
        out.push({ ...above.placed, row, isFurther: true });
        above.left--;
        if (above.left === 0) open.delete(column);
        column += above.placed.colSpan;
        continue;
      }
      const cell = queue.shift()!;
      const { colSpan = 1, rowSpan = 1 } = cell;
      const placed = { cell, row, column, colSpan, rowSpan, isFurther: false };
      if (rowSpan > 1) open.set(column, { placed, left: rowSpan - 1 });
      out.push(placed);
      column += colSpan;
    }
    return out;
  });
}
