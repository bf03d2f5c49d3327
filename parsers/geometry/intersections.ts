/** Horizontal and vertical edges in; the groups of edges that meet, each of which may be a table, out. */
import type { Edge, Edges } from "./page.js";

export interface EdgeGroup extends Edges {
  /** Where a horizontal and a vertical edge meet. */
  readonly points: readonly (readonly [x: number, y: number])[];
}

function meets(horizontal: Edge, vertical: Edge, tolerance: number): boolean {
  return (
    vertical.at >= horizontal.from - tolerance &&
    vertical.at <= horizontal.to + tolerance &&
    horizontal.at >= vertical.from - tolerance &&
    horizontal.at <= vertical.to + tolerance
  );
}

/** Groups edges that are connected through common points. */
export function edgesToIntersections({ horizontal, vertical }: Edges, tolerance: number): EdgeGroup[] {
  const parent = Array.from({ length: horizontal.length + vertical.length }, (_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] = parent[parent[root]!]!;
    return root;
  };
  const points: { x: number; y: number; edge: number }[] = [];
  horizontal.forEach((h, i) =>
    vertical.forEach((v, j) => {
      if (!meets(h, v, tolerance)) return;
      points.push({ x: v.at, y: h.at, edge: i });
      parent[rootOf(i)] = rootOf(horizontal.length + j);
    }),
  );
  const groups = new Map<number, { horizontal: Edge[]; vertical: Edge[]; points: [number, number][] }>();
  const groupOf = (edge: number) => {
    const root = rootOf(edge);
    if (!groups.has(root)) groups.set(root, { horizontal: [], vertical: [], points: [] });
    return groups.get(root)!;
  };
  horizontal.forEach((edge, i) => groupOf(i).horizontal.push(edge));
  vertical.forEach((edge, j) => groupOf(horizontal.length + j).vertical.push(edge));
  for (const { x, y, edge } of points) groupOf(edge).points.push([x, y]);
  return [...groups.values()].filter((group) => group.horizontal.length >= 2 && group.vertical.length >= 2);
}
