/**
 * Lines with vertical bars in; rows of cells, or the cells one by one where the rows can't be told, out. Covers Markdown
 * tables, bars behind every cell, bars on lines of their own, and bars that stand for empty cells.
 */
import type { Region, TextCell, TextPart } from "./cell.js";
import { cutsNumber, cutsNumberInRow } from "./cut-number.js";
import { BAR, hasBar, isBareBar, isBorder, isEmpty, type Line } from "./line.js";
import { withoutMarks } from "./markdown.js";

/** A line between bars that is longer than this is prose. */
const LONGEST_CELL = 90;
/** Lines of the region that must hold two or more texts for the lines to be rows. */
const ROW_SHARE = 0.5;
/** Texts without a bar that may stand between two lines with one. */
const MOST_BETWEEN = 2;
/** Lines that a row may be cut into. */
const MOST_PIECES = 6;

/** True where a region of bars begins: the line has one, or is a short text before a line that is a bar. */
export function beginsPipes(lines: readonly Line[], at: number): boolean {
  const line = lines[at]!;
  if (hasBar(line)) return true;
  return !isEmpty(line) && line.text.length <= LONGEST_CELL && isBareBar(lines[nextPrinted(lines, at + 1)]);
}

/** The region that begins at the line. */
export function pipeRegion(lines: readonly Line[], start: number): Region {
  const length = regionLength(lines, start);
  const own = lines.slice(start, start + length).filter((line, i) => !isRule(line, i) && !isEmpty(line));
  const barred = own.filter(hasBar);
  const wide = barred.filter((line) => textsOf(line) >= 2);
  const rowwise = wide.length > 0 && wide.length >= barred.length * ROW_SHARE;
  return { parts: rowwise ? rowParts(own) : [{ kind: "cells", cells: sequence(own) }], length };
}

/** Markdown's rule stands second; a row of "--" for "none" stands anywhere else. */
const isRule = (line: Line, index: number) => isBorder(line) && (index === 1 || /[-=]{3}|[─━═]/.test(line.text));

const pieces = (text: string) => text.split(BAR);
const textsOf = (line: Line) => pieces(line.text).filter((text) => text.trim() !== "").length;

function nextPrinted(lines: readonly Line[], from: number): number {
  let at = from;
  while (at < lines.length && isEmpty(lines[at]!)) at++;
  return at;
}

/** Texts between bars belong to the region; prose and, unless bars have lines of their own, blank lines end it. */
function regionLength(lines: readonly Line[], start: number): number {
  let end = start;
  let between = 0;
  let narrow = true;
  for (let at = start; at < lines.length; at++) {
    const line = lines[at]!;
    if (hasBar(line)) {
      end = at + 1;
      between = 0;
      narrow &&= textsOf(line) <= 1;
    } else if (isBorder(line) && at > start) end = at + 1;
    else if (isEmpty(line)) {
      const next = nextPrinted(lines, at);
      if (!narrow || next >= lines.length || !beginsPipes(lines, next)) break;
      at = next - 1;
    } else if (line.text.length > LONGEST_CELL || ++between > MOST_BETWEEN) break;
  }
  return Math.max(1, end - start);
}

/**
 * Runs of rows, and the lines without a bar between them. Such a line is a text of its own (the heading between two
 * tables), unless a bracket is still open at its end: then a line break cut a label, and its rest begins the next row.
 */
function rowParts(lines: readonly Line[]): TextPart[] {
  const parts: TextPart[] = [];
  let run: Line[] = [];
  let cut = "";
  const close = () => {
    if (run.length > 0) parts.push({ kind: "rows", rows: rowsOf(run) });
    run = [];
  };
  for (const line of lines) {
    const whole = cut === "" ? line : { ...line, text: cut + line.text.trimStart() };
    cut = "";
    const before = run.at(-1);
    if (hasBar(line)) run.push(whole);
    else if (before && !endsWithBar(before) && cutsNumber([before, line], 0))
      run.splice(-1, 1, { ...before, text: `${before.text}\n${line.text.trim()}` });
    else if (hasOpenBracket(whole.text) && whole.text.length <= LONGEST_CELL) cut = whole.text.trimEnd();
    else {
      close();
      parts.push({ kind: "text", cell: { text: whole.text.trim(), line: whole.number, column: 1 } });
    }
  }
  close();
  return parts;
}

const hasOpenBracket = (text: string) => text.split(/[(（]/).length > text.split(/[)）]/).length;
const beginsWithBar = ({ text }: Line) => /^\s*\|/.test(text);
const endsWithBar = ({ text }: Line) => /\|\s*$/.test(text);

/** A bar at the beginning of a line is no cell where most lines have it; elsewhere the first cell is empty. */
function rowsOf(lines: readonly Line[]): TextCell[][] {
  const framed = lines.filter(beginsWithBar).length * 2 > lines.length;
  return joinPieces(lines).map((line) => split(line, framed));
}

/**
 * Brings together the lines that a row was cut into inside its cells: where rows end in a bar, lines that don't and that
 * together have as many bars as the row after them are one row.
 */
function joinPieces(lines: readonly Line[]): Line[] {
  if (lines.filter(endsWithBar).length * 2 < lines.length) return [...lines];
  const bars = lines.map((line) => pieces(line.text).length - 1);
  const out: Line[] = [];
  for (let at = 0; at < lines.length; at++) {
    const last = lastPiece(lines, bars, at);
    const joined = lines.slice(at, last + 1);
    out.push(joined.length === 1 ? lines[at]! : { ...lines[at]!, text: joined.map(({ text }) => text).join("\n") });
    at = last;
  }
  return out;
}

function lastPiece(lines: readonly Line[], bars: readonly number[], first: number): number {
  if (endsWithBar(lines[first]!)) return first;
  let sum = bars[first]!;
  for (let at = first + 1; at < Math.min(lines.length, first + MOST_PIECES); at++) {
    sum += bars[at]!;
    const next = lines[at + 1];
    if (endsWithBar(lines[at]!) && at === first + 1 && cutsNumberInRow(lines[first]!, lines[at]!)) return at;
    if (endsWithBar(lines[at]!)) return next && bars[at + 1] === sum && bars[first]! < sum ? at : first;
  }
  return first;
}

/** The cells of a line; the bars at its ends are no cells. */
function split(line: Line, framed: boolean): TextCell[] {
  const cells: TextCell[] = [];
  let column = 1;
  const parts = pieces(line.text);
  parts.forEach((part, i) => {
    const edge = (i === 0 && framed && part.trim() === "") || (i === parts.length - 1 && part.trim() === "");
    if (!edge) cells.push({ text: withoutMarks(part).trim(), line: line.number, column });
    column += part.length + 1;
  });
  return cells;
}

/** A bar ends the cell before it; a bar without a cell is an empty one. */
function sequence(lines: readonly Line[]): TextCell[] {
  const cells: TextCell[] = [];
  let open = null as TextCell | null;
  for (const line of lines) {
    let column = 1;
    const parts = pieces(line.text);
    for (const [i, part] of parts.entries()) {
      const text = withoutMarks(part).trim();
      if (text !== "") open = open ? { ...open, text: `${open.text}\n${text}` } : { text, line: line.number, column };
      if (i < parts.length - 1) {
        cells.push(open ?? { text: "", line: line.number, column });
        open = null;
      }
      column += part.length + 1;
    }
  }
  return open ? [...cells, open] : cells;
}
