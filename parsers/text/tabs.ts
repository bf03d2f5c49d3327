/** Lines with tabs in; rows of cells out. A cell that a spreadsheet put in quotes may hold tabs, line ends and quotes. */
import type { Region, TextCell } from "../lines/cell.js";
import { cutsNumber } from "../lines/cut-number.js";
import type { Line } from "../lines/line.js";

/** Lines that a quoted cell may take. */
const MOST_LINES = 20;

const hasTab = (line: Line | undefined) => line !== undefined && line.text.trim().includes("\t");

/** True where a row begins: the line has a tab, or a quoted cell that a tab ends in a later line. */
export function beginsTabs(lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  if (hasTab(line)) return true;
  if (!line?.text.startsWith('"')) return false;
  const cell = quotedCell(lines, at, line.text);
  return cell !== null && cell.at > at && cell.rest !== null;
}

/** The rows that begin at the line. */
export function tabRegion(lines: readonly Line[], start: number): Region {
  const rows: TextCell[][] = [];
  let at = start;
  while (beginsTabs(lines, at)) {
    const { cells, length } = tabRow(lines, at);
    at += length;
    const last = cells.at(-1)!;
    if (cutsNumber(lines, at - 1)) cells.splice(-1, 1, { ...last, text: `${last.text}\n${lines[at++]!.text.trim()}` });
    rows.push(cells);
  }
  return { parts: [{ kind: "rows", rows }], length: Math.max(1, at - start) };
}

function tabRow(lines: readonly Line[], start: number): { cells: TextCell[]; length: number } {
  const cells: TextCell[] = [];
  let at = start;
  let column = 1;
  let rest: string | null = lines[start]!.text;
  while (rest !== null) {
    const cell: Taken = quotedCell(lines, at, rest) ?? plainCell(at, rest);
    cells.push({ text: cell.text.trim(), line: lines[at]!.number, column });
    column = cell.at === at ? column + cell.length + 1 : cell.length + 2;
    at = cell.at;
    rest = cell.rest;
  }
  return { cells, length: at - start + 1 };
}

interface Taken {
  readonly text: string;
  /** Index of the line that it ends in, and how much of that line it takes. */
  readonly at: number;
  readonly length: number;
  /** What follows behind the tab; null at the end of the line. */
  readonly rest: string | null;
}

function plainCell(at: number, text: string): Taken {
  const tab = text.indexOf("\t");
  if (tab < 0) return { text, at, length: text.length, rest: null };
  return { text: text.slice(0, tab), at, length: tab, rest: text.slice(tab + 1) };
}

/** Null where the cell is not in quotes: a quote at its beginning has its fellow before a tab or the end of a line. */
function quotedCell(lines: readonly Line[], start: number, text: string): Taken | null {
  if (!text.startsWith('"')) return null;
  let inside = "";
  for (let at = start; at < Math.min(lines.length, start + MOST_LINES); at++) {
    const line = at === start ? text.slice(1) : lines[at]!.text;
    const end = /^((?:[^"]|"")*)"(?=\t|$)/.exec(line);
    if (end) {
      const length = end[0].length + (at === start ? 1 : 0);
      const rest = line.length > end[0].length ? line.slice(end[0].length + 1) : null;
      return { text: (inside + end[1]!).replaceAll('""', '"'), at, length, rest };
    }
    if (/(?:^|[^"])"(?:"")*(?!")/.test(line)) return null;
    inside += line + "\n";
  }
  return null;
}
