/**
 * Lines of a table drawn with characters (+ - | or box-drawing ones) in; its rows of cells out. Borders divide the rows;
 * where there are none between the rows, every line with values of its own is one.
 */
import type { Region, TextCell } from "./cell.js";
import { hasBar, hasCorners, isBorder, isEmpty, type Line } from "./line.js";
import { withoutMarks } from "./markdown.js";
import { displayWidth } from "./display-width.js";

/** How far the bars of two lines may be apart and still be the same, in terminal columns. */
const TOLERANCE = 2;
/** No table has more columns. */
const MOST_COLUMNS = 100;
const DRAWN_PIECE = /^[-=─━═]{2,}$/;
const BARS_AND_CORNERS = /[|+├┤┼┬┴┌┐└┘╟╢╠╣╬╦╩┣┫╋┝┥]/;
const VALUE = /^[+-]?\d[\d.,]*$/;

/** A piece of a line between two bars. */
interface Piece extends TextCell {
  /** Terminal column of its left bar. */
  readonly from: number;
  readonly drawn: boolean;
}

/** True where a drawn table begins: a border with corners, then a line with bars. */
export const beginsDrawnGrid = (lines: readonly Line[], at: number): boolean =>
  isBorder(lines[at]) && hasCorners(lines[at]!) && hasBar(lines[at + 1]) && !isBorder(lines[at + 1]);

/** The table that begins at the line. */
export function drawnGrid(lines: readonly Line[], start: number): Region {
  let end = start;
  while (end < lines.length && !isEmpty(lines[end]!) && (isBorder(lines[end]) || hasBar(lines[end]))) end++;
  const groups: Piece[][][] = [[]];
  for (const line of lines.slice(start, end)) {
    if (isBorder(line) && hasCorners(line)) groups.push([]);
    else if (!isBorder(line)) addLine(groups, piecesOf(line));
  }
  const rows = groups.filter((group) => group.length > 0).flatMap(rowsOfGroup);
  return { parts: rows.length > 0 ? [{ kind: "rows", rows }] : [], length: Math.max(1, end - start) };
}

/** A line that is border in some columns divides rows beside a merged cell, whose text may stand in that very line. */
function addLine(groups: Piece[][][], pieces: Piece[]): void {
  const texts = pieces.filter(({ drawn }) => !drawn);
  if (texts.length === pieces.length) groups.at(-1)!.push(pieces);
  else groups.push(texts.some(({ text }) => text !== "") ? [texts] : []);
}

function piecesOf(line: Line): Piece[] {
  const partly = /[-=─━═]{3}/.test(line.text) && BARS_AND_CORNERS.test(line.text);
  const parts = line.text.trimEnd().split(partly ? BARS_AND_CORNERS : "|");
  const pieces: Piece[] = [];
  let column = 1;
  let from = 0;
  parts.forEach((part, i) => {
    const inside = i > 0 && i < parts.length - 1;
    const text = withoutMarks(part).trim();
    if (inside) pieces.push({ text, line: line.number, column, from, drawn: partly && DRAWN_PIECE.test(text) });
    column += part.length + 1;
    from += displayWidth(part) + 1;
  });
  return pieces;
}

/** One row whose cells take several lines, or, where one column holds several values, a row a line. */
function rowsOfGroup(lines: readonly Piece[][]): TextCell[][] {
  const row: Piece[] = [];
  let several = lines.some(({ length }) => length > MOST_COLUMNS);
  for (const piece of several ? [] : lines.flat()) {
    const at = row.findIndex(({ from }) => Math.abs(from - piece.from) <= TOLERANCE);
    const before = row[at];
    if (!before) row.push(piece);
    else if (before.text === "") row[at] = { ...piece, from: before.from };
    else if (piece.text !== "") {
      several ||= VALUE.test(before.text) && VALUE.test(piece.text);
      row[at] = { ...before, text: `${before.text}\n${piece.text}` };
    }
  }
  const rows = several ? lines : [row.sort((a, b) => a.from - b.from)];
  return rows.map((cells) => cells.map(({ text, line, column }) => ({ text, line, column })));
}
