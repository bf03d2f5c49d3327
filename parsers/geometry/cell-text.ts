/** The glyphs inside a cell in; its text out. */
import type { Box } from "../document.js";
import { linesOf, type TextLine } from "./lines.js";
import type { Glyph } from "./page.js";

const DIGITS = /^[\d０-９,，.．]+$/;

/** The lines of the cell; a number that did not fit into the cell's width is put together again. */
export function cellText(glyphs: readonly Glyph[], box: Box, spacing = 0): string {
  const lines = linesOf(glyphs, spacing);
  return lines
    .map((line, i) => (i === 0 ? "" : isWrappedNumber(lines[i - 1]!, line, box) ? "" : "\n") + line.text)
    .join("");
}

/** Both lines are digits, and the first one left no room for another digit. */
function isWrappedNumber(before: TextLine, line: TextLine, box: Box): boolean {
  if (!DIGITS.test(before.text) || !DIGITS.test(line.text) || before.text.length < 2) return false;
  const digit = (before.box[2] - before.box[0]) / before.text.length;
  return before.box[2] - before.box[0] + digit > box[2] - box[0] - 2 * PADDING;
}

/** Characters that a line breaks before its end for: a mark that may not begin the next one, a word that stays whole. */
const MOST_ROOM = 2;

/** True where the last line leaves so little room that the text may go on elsewhere. */
export function hasNoRoom(glyphs: readonly Glyph[], box: Box): boolean {
  const last = linesOf(glyphs).at(-1);
  return last !== undefined && last.box[2] - last.box[0] + MOST_ROOM * last.size > box[2] - box[0] - 2 * PADDING;
}

/** Space that a table leaves between a border and its text at least, points. */
const PADDING = 1.5;
