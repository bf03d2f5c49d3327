/** Horizontal and vertical edges in; the groups of edges that meet in, each of which may be a table, out. */
import type { Edge, Edges } from "./page.js";

export type EdgeGroup = Edges;

/** The vertical edges whose x lies in an interval, found by halving: many edges must not be compared with each other. */
function within(sorted: readonly Edge[], from: number, to: number): readonly [start: number, end: number] {
  const first = (reached: (at: number) => boolean) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (reached(sorted[middle]!.at)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  return [first((at) => at >= from), first((at) => at > to)];
}

const crosses = (vertical: Edge, y: number, tolerance: number) =>
  y >= vertical.from - tolerance && y <= vertical.to + tolerance;

/** Groups edges that are connected through common points. */
export function edgesToIntersections({ horizontal, vertical }: Edges, tolerance: number): EdgeGroup[] {
  const columns = [...vertical].sort((a, b) => a.at - b.at);
  const parent = Array.from({ length: horizontal.length + columns.length }, (_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] = parent[parent[root]!]!;
    return root;
  };
  horizontal.forEach((edge, i) => {
    const [start, end] = within(columns, edge.from - tolerance, edge.to + tolerance);
    for (let j = start; j < end; j++) {
      if (crosses(columns[j]!, edge.at, tolerance)) parent[rootOf(i)] = rootOf(horizontal.length + j);
    }
  });
  const groups = new Map<number, { horizontal: Edge[]; vertical: Edge[] }>();
  const groupOf = (edge: number) => {
    const root = rootOf(edge);
    if (!groups.has(root)) groups.set(root, { horizontal: [], vertical: [] });
    return groups.get(root)!;
  };
  horizontal.forEach((edge, i) => groupOf(i).horizontal.push(edge));
  columns.forEach((edge, j) => groupOf(horizontal.length + j).vertical.push(edge));
  return [...groups.values()].filter((group) => group.horizontal.length >= 2 && group.vertical.length >= 2);
}

/** Where the edges of a group meet. */
export function intersectionsOf({ horizontal, vertical }: EdgeGroup, tolerance: number): [x: number, y: number][] {
  const columns = [...vertical].sort((a, b) => a.at - b.at);
  return horizontal.flatMap(({ at, from, to }) => {
    const [start, end] = within(columns, from - tolerance, to + tolerance);
    const met = columns.slice(start, end).filter((column) => crosses(column, at, tolerance));
    return met.map(({ at: x }): [number, number] => [x, at]);
  });
}
