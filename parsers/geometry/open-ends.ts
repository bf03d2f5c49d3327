/**
 * A group of edges that meet in; the same with the borders that a page break or a style left out, out. Rulings that all
 * end at one height, or at one side, show where the missing border would be.
 */
import type { EdgeGroup } from "./intersections.js";
import type { Edge } from "./page.js";
import type { TableSettings } from "./settings.js";

/**
 * Adds the top, bottom, left and right borders that the ends of the other edges show. A page break may cut a border in
 * part, where a cell goes on; a side that is drawn in part leaves its gaps for positions without a cell.
 */
export function closeOpenEnds(group: EdgeGroup, settings: TableSettings): EdgeGroup {
  const { smallestCell } = settings;
  const sides = closing(group.horizontal, group.vertical, settings).filter(
    (side) => !group.vertical.some(({ at }) => Math.abs(at - side.at) < smallestCell),
  );
  return {
    ...group,
    horizontal: [...group.horizontal, ...closing(group.vertical, group.horizontal, settings)],
    vertical: [...group.vertical, ...sides],
  };
}

/**
 * Borders across the common ends of parallel edges. The first and the last of the edges must both end there: an edge that
 * only sticks out of its table shows no border.
 */
function closing(edges: readonly Edge[], across: readonly Edge[], settings: TableSettings): Edge[] {
  const { meet, smallestCell } = settings;
  const [first, last] = [least(edges.map(({ at }) => at)), most(edges.map(({ at }) => at))];
  const outer = edges.filter(({ at }) => at - first <= meet || last - at <= meet);
  const ends = [
    { end: least(edges.map(({ from }) => from)), of: ({ from }: Edge) => from },
    { end: most(edges.map(({ to }) => to)), of: ({ to }: Edge) => to },
  ];
  return ends.flatMap(({ end, of }) => {
    const reaching = outer.filter((edge) => Math.abs(of(edge) - end) <= meet);
    const bothSides =
      reaching.some(({ at }) => at - first <= meet) && reaching.some(({ at }) => last - at <= meet) && last > first;
    // A border that is nearly there takes the new part, so that both are one.
    const near = across.find(({ at }) => Math.abs(at - end) < smallestCell);
    return bothSides ? [{ at: near?.at ?? end, from: first, to: last }] : [];
  });
}

const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Infinity);
const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), -Infinity);
