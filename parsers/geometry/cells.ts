/** A group of edges that meet in; the cells that they enclose, with their spans, out. */
import type { Box } from "../document.js";
import type { EdgeGroup } from "./intersections.js";
import type { Edge } from "./page.js";
import type { TableSettings } from "./settings.js";

export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly box: Box;
}

export interface Grid {
  /** x of the columns' borders, y of the rows' borders. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
}

/** Positions of borders; those nearer than the smallest cell are one. */
function borders(edges: readonly Edge[], smallest: number): number[] {
  const out: number[] = [];
  for (const at of edges.map((edge) => edge.at).sort((a, b) => a - b)) {
    if (out.length === 0 || at - out.at(-1)! >= smallest) out.push(at);
  }
  return out;
}

/**
 * Which units of each border the edges draw: `units` are the borders across. Each edge is laid onto the units that it
 * passes, so that many edges are not compared with many units.
 */
function drawn(
  edges: readonly Edge[],
  at: readonly number[],
  units: readonly number[],
  { smallestCell, coverage }: TableSettings,
): boolean[][] {
  const covered = at.map(() => new Float64Array(units.length - 1));
  for (const edge of edges) {
    for (let b = firstAbove(at, edge.at - smallestCell); b < at.length && at[b]! < edge.at + smallestCell; b++) {
      for (let u = Math.max(0, firstAbove(units, edge.from) - 1); u < units.length - 1 && units[u]! < edge.to; u++)
        covered[b]![u]! += Math.max(0, Math.min(edge.to, units[u + 1]!) - Math.max(edge.from, units[u]!));
    }
  }
  return covered.map((lengths) => Array.from(lengths, (length, u) => length >= (units[u + 1]! - units[u]!) * coverage));
}

/** Offset of the first of the ascending values that is greater. */
function firstAbove(values: readonly number[], value: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Units of the grid of one table; a drawing with more is none. */
const MOST_UNITS = 100_000;

/**
 * Cuts the area of the group into the finest grid and puts together again what no edge separates. An area that is not
 * enclosed on all sides, or no rectangle, is no cell.
 */
export function intersectionsToCells(group: EdgeGroup, settings: TableSettings): Grid {
  const xs = borders(group.vertical, settings.smallestCell);
  const ys = borders(group.horizontal, settings.smallestCell);
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 1 || rows < 1 || columns * rows > MOST_UNITS) return { xs, ys, cells: [] };
  const walls = wallsOf(group, xs, ys, settings);
  const area = new Int32Array(rows * columns).fill(-1);
  const cells: GridCell[] = [];
  for (let start = 0; start < area.length; start++) {
    if (area[start] !== -1) continue;
    const members = flood(start, area, columns, rows, walls);
    const cell = rectangle(members, columns, xs, ys);
    if (cell && isEnclosed(cell, walls)) cells.push(cell);
  }
  return { xs, ys, cells };
}

/** Which unit borders are drawn: above each unit cell (and below the last), left of each (and right of the last). */
interface Walls {
  readonly above: (row: number, column: number) => boolean;
  readonly left: (row: number, column: number) => boolean;
}

function wallsOf(group: EdgeGroup, xs: readonly number[], ys: readonly number[], settings: TableSettings): Walls {
  const above = drawn(group.horizontal, ys, xs, settings);
  const left = drawn(group.vertical, xs, ys, settings);
  return { above: (row, column) => above[row]![column]!, left: (row, column) => left[column]![row]! };
}

/** The unit cells that are connected with the first one. */
function flood(start: number, area: Int32Array, columns: number, rows: number, walls: Walls): number[] {
  const members = [start];
  area[start] = start;
  for (let at = 0; at < members.length; at++) {
    const row = Math.floor(members[at]! / columns);
    const column = members[at]! % columns;
    const visit = (open: boolean, next: number) => {
      if (!open || area[next] !== -1) return;
      area[next] = start;
      members.push(next);
    };
    visit(row > 0 && !walls.above(row, column), members[at]! - columns);
    visit(row < rows - 1 && !walls.above(row + 1, column), members[at]! + columns);
    visit(column > 0 && !walls.left(row, column), members[at]! - 1);
    visit(column < columns - 1 && !walls.left(row, column + 1), members[at]! + 1);
  }
  return members;
}

function rectangle(
  members: readonly number[],
  columns: number,
  xs: readonly number[],
  ys: readonly number[],
): GridCell | null {
  const rowsOf = members.map((m) => Math.floor(m / columns));
  const columnsOf = members.map((m) => m % columns);
  const row = rowsOf.reduce((a, b) => Math.min(a, b));
  const column = columnsOf.reduce((a, b) => Math.min(a, b));
  const rowSpan = rowsOf.reduce((a, b) => Math.max(a, b)) - row + 1;
  const colSpan = columnsOf.reduce((a, b) => Math.max(a, b)) - column + 1;
  if (rowSpan * colSpan !== members.length) return null;
  return { row, column, rowSpan, colSpan, box: [xs[column]!, ys[row]!, xs[column + colSpan]!, ys[row + rowSpan]!] };
}

/** Every unit of the cell's four sides is drawn. */
function isEnclosed({ row, column, rowSpan, colSpan }: GridCell, walls: Walls): boolean {
  for (let c = column; c < column + colSpan; c++) {
    if (!walls.above(row, c) || !walls.above(row + rowSpan, c)) return false;
  }
  for (let r = row; r < row + rowSpan; r++) {
    if (!walls.left(r, column) || !walls.left(r, column + colSpan)) return false;
  }
  return true;
}
