/** Lines of a text in; the table that begins at one of them, in whatever way it is marked, out. */
import type { Region } from "../lines/cell.js";
import { beginsDrawnGrid, drawnGrid } from "../lines/drawn-grid.js";
import type { Line } from "../lines/line.js";
import { beginsPipes, pipeRegion } from "../lines/pipes.js";
import { beginsCommas, commaRegion } from "./commas.js";
import { beginsTabs, tabRegion } from "./tabs.js";
import { beginsWikiTable, wikiTable } from "./wiki-table.js";

/** Null where none begins. */
export function regionAt(lines: readonly Line[], at: number): Region | null {
  if (beginsWikiTable(lines[at]!)) return wikiTable(lines, at);
  if (beginsDrawnGrid(lines, at)) return drawnGrid(lines, at);
  if (beginsPipes(lines, at)) return pipeRegion(lines, at);
  if (beginsTabs(lines, at)) return tabRegion(lines, at);
  return beginsCommas(lines, at) ? commaRegion(lines, at) : null;
}

export const beginsRegion = (lines: readonly Line[], at: number): boolean =>
  beginsWikiTable(lines[at]!) ||
  beginsDrawnGrid(lines, at) ||
  beginsPipes(lines, at) ||
  beginsTabs(lines, at) ||
  beginsCommas(lines, at);

/** How many lines from one on are such. */
export function lengthWhile(
  lines: readonly Line[],
  start: number,
  holds: (line: Line, index: number) => boolean,
): number {
  let end = start;
  while (end < lines.length && holds(lines[end]!, end)) end++;
  return Math.max(1, end - start);
}
