/**
 * The cells found for indicators in; those out that are one cell of a grid, merged over the places of several indicators. That
 * there is nothing may be meant of each of them; a number may be of any of them, or of all together.
 */
import type { FoundCell } from "./found.js";

const NOTHING = /^[\s0０]*$|^\s*(?:无|[-—–/]+)\s*$/u;

export function mergedCells(found: readonly FoundCell[]): ReadonlySet<FoundCell> {
  const byPlace = new Map<unknown, FoundCell[]>();
  for (const one of found) {
    const { cell, row } = one;
    // The cells of a table that stands in a line of text all have the line's place.
    const isPlaced = "table" in cell.at || "box" in cell.at;
    if (row.layout !== "grid" || !isPlaced || NOTHING.test(cell.text)) continue;
    const own = byPlace.get(cell.at);
    if (own) own.push(one);
    else byPlace.set(cell.at, [one]);
  }
  return new Set([...byPlace.values()].filter(({ length }) => length > 1).flat());
}
