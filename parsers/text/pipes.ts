/**
 * Lines with vertical bars in; rows of cells, or the cells one by one where the rows can't be told, out. Covers Markdown
 * tables, bars behind every cell, bars on lines of their own, and bars that stand for empty cells.
 */
import { isEmpty, type Line } from "./line.js";
import { withoutMarks } from "./markdown.js";

export interface TextCell {
  readonly text: string;
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

export type RegionPart =
  | { readonly kind: "rows"; readonly rows: readonly (readonly TextCell[])[] }
  /** Cells of which only the order is known. */
  | { readonly kind: "cells"; readonly cells: readonly TextCell[] }
  | { readonly kind: "text"; readonly line: Line };

export interface PipeRegion {
  readonly parts: readonly RegionPart[];
  /** Number of lines that the region takes. */
  readonly length: number;
}

const SEPARATOR = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$/;
const hasPipe = (line: Line) => /(?<!\\)\|/.test(line.text);
/** A line between bars that is longer than this is prose. */
const LONGEST_CELL = 90;
/** Lines of the region that must hold two or more texts for the lines to be rows. */
const ROW_SHARE = 0.5;

/** The region that begins at the line, which holds a bar or is followed by one that does. */
export function pipeRegion(lines: readonly Line[], start: number): PipeRegion {
  const length = regionLength(lines, start);
  const own = lines.slice(start, start + length).filter((line) => !SEPARATOR.test(line.text) || !hasPipe(line));
  const piped = own.filter(hasPipe);
  const wide = piped.filter((line) => split(line).filter(({ text }) => text !== "").length >= 2);
  const rowwise = wide.length >= piped.length * ROW_SHARE;
  return { parts: rowwise ? rowParts(own) : [{ kind: "cells", cells: sequence(own) }], length };
}

/** Text lines between bars belong to the region; prose and blank lines before text end it. */
function regionLength(lines: readonly Line[], start: number): number {
  let end = start;
  for (let at = start; at < lines.length; at++) {
    const line = lines[at]!;
    if (hasPipe(line)) end = at + 1;
    else if (isEmpty(line) || line.text.length > LONGEST_CELL || at - end >= 2) break;
  }
  return Math.max(1, end - start);
}

/** The cells of a line; the bars at its ends are no cells. */
function split(line: Line): TextCell[] {
  const cells: TextCell[] = [];
  let column = 1;
  const parts = line.text.split(/(?<!\\)\|/);
  parts.forEach((part, i) => {
    const edge = (i === 0 && /^\s*\|/.test(line.text)) || (i === parts.length - 1 && part.trim() === "");
    if (!edge) cells.push({ text: withoutMarks(part).trim(), line: line.number, column });
    column += part.length + 1;
  });
  return cells;
}

/**
 * The parts of a region of rows: runs of rows, and the lines without a bar between them. Such a line is a text of its own
 * (the heading between two tables), unless a bracket is still open at its end: then a line break cut a label, and the rest
 * of it begins the next row.
 */
function rowParts(lines: readonly Line[]): RegionPart[] {
  const parts: RegionPart[] = [];
  let rows: TextCell[][] = [];
  let cut = "";
  const close = () => {
    if (rows.length > 0) parts.push({ kind: "rows", rows });
    rows = [];
  };
  for (const line of lines) {
    const whole = cut === "" ? line : { ...line, text: cut + line.text.trimStart() };
    cut = "";
    if (hasPipe(line)) rows.push(split(whole));
    else if (hasOpenBracket(whole.text) && whole.text.length <= LONGEST_CELL) cut = whole.text.trimEnd();
    else {
      close();
      parts.push({ kind: "text", line: whole });
    }
  }
  close();
  return parts;
}

const hasOpenBracket = (text: string) => text.split(/[(（]/).length > text.split(/[)）]/).length;

/** A bar ends the cell before it; a bar without a cell is an empty one, but for those that pad a line with a cell. */
function sequence(lines: readonly Line[]): TextCell[] {
  const cells: TextCell[] = [];
  let open: TextCell | null = null;
  for (const line of lines) {
    const parts = line.text.split(/(?<!\\)\|/);
    let column = 1;
    parts.forEach((part, i) => {
      const text = withoutMarks(part).trim();
      if (text !== "") open = open ? { ...open, text: `${open.text}\n${text}` } : { text, line: line.number, column };
      const closed = i < parts.length - 1;
      if (closed && open) cells.push(open);
      else if (closed) cells.push({ text: "", line: line.number, column });
      if (closed) open = null;
      column += part.length + 1;
    });
  }
  if (open) cells.push(open);
  return cells;
}
