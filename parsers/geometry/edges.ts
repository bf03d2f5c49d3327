/** Edges as they were drawn in; long straight edges out. Borders drawn piecewise, doubled or dashed become one edge. */
import type { Edge } from "./page.js";

/** Moves edges that are nearly on one line onto their common line. */
export function snapEdges(edges: readonly Edge[], tolerance: number): Edge[] {
  const sorted = [...edges].sort((a, b) => a.at - b.at);
  const groups: Edge[][] = [];
  for (const edge of sorted) {
    const group = groups.at(-1);
    if (group && edge.at - group[0]!.at <= tolerance) group.push(edge);
    else groups.push([edge]);
  }
  return groups.flatMap((group) => {
    const at = group.reduce((sum, edge) => sum + edge.at, 0) / group.length;
    return group.map((edge) => ({ ...edge, at }));
  });
}

/** Joins edges of one line that overlap or nearly touch. */
export function joinEdges(edges: readonly Edge[], tolerance: number): Edge[] {
  const sorted = [...edges].sort((a, b) => a.at - b.at || a.from - b.from);
  const joined: { at: number; from: number; to: number }[] = [];
  for (const edge of sorted) {
    const last = joined.at(-1);
    if (last && last.at === edge.at && edge.from - last.to <= tolerance) last.to = Math.max(last.to, edge.to);
    else joined.push({ ...edge });
  }
  return joined;
}
