/**
 * Rows whose cells state where they end on the page (Word's binary format, RTF) in; a table of spanning cells out. The
 * columns are the distinct ends of all rows; merged cells are put together.
 */
import type { FlowCell, FlowNode, FlowTable } from "./flow.js";

/** Distances in twentieths of a point from one common origin. */
export interface EdgeCell {
  readonly left: number;
  readonly right: number;
  /** Goes on with the cell to its left. */
  readonly continuesLeft: boolean;
  /** "first" begins a vertical merge, "further" goes on with the cell above. */
  readonly vertical: "none" | "first" | "further";
  readonly content: readonly FlowNode[];
}

/** Ends that differ by less than this are one, twentieths of a point: programs round differently from row to row. */
const SAME_EDGE = 25;

/** Builds the table. */
export function tableOfEdges(rows: readonly (readonly EdgeCell[])[]): FlowTable {
  const joined = rows.map(joinRow);
  const edges = distinct(joined.flatMap((row) => row.flatMap(({ left, right }) => [left, right])));
  const open = new Map<number, { rowSpan: number; colSpan: number; content: readonly FlowNode[] }>();
  return {
    kind: "table",
    rows: joined.map((row) => {
      const cells: FlowCell[] = [];
      const stillOpen = new Set<number>();
      for (const { left, right, vertical, content } of row) {
        const column = indexOf(edges, left);
        const colSpan = Math.max(1, indexOf(edges, right) - column);
        const above = open.get(column);
        if (vertical === "further" && above?.colSpan === colSpan) above.rowSpan++;
        else {
          const cell = { column, colSpan, rowSpan: 1, content };
          cells.push(cell);
          if (vertical === "first") open.set(column, cell);
          else open.delete(column);
        }
        stillOpen.add(column);
      }
      for (const column of open.keys()) if (!stillOpen.has(column)) open.delete(column);
      return cells;
    }),
  };
}

/** Cells that go on with their left neighbour widen it. */
function joinRow(row: readonly EdgeCell[]): EdgeCell[] {
  const out: (EdgeCell & { right: number; content: FlowNode[] })[] = [];
  for (const cell of row) {
    const before = out.at(-1);
    if (cell.continuesLeft && before) {
      before.right = cell.right;
      for (const node of cell.content) before.content.push(node);
    } else out.push({ ...cell, content: [...cell.content] });
  }
  return out;
}

function distinct(edges: readonly number[]): number[] {
  const out: number[] = [];
  for (const edge of [...edges].sort((a, b) => a - b)) if (edge - (out.at(-1) ?? -Infinity) > SAME_EDGE) out.push(edge);
  return out;
}

/** The offset of the last edge that is not beyond the place. */
function indexOf(edges: readonly number[], place: number): number {
  let [low, high] = [0, edges.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (edges[middle]! <= place + 1) low = middle;
    else high = middle - 1;
  }
  return low;
}
