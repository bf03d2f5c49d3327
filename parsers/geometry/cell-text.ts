/** The lines and glyphs inside a cell in; its text out, and whether it can be believed. */
import { extentOf } from "../append.js";
import type { Box } from "../document.js";
import { isDouble, type TextLine } from "./lines.js";
import type { Glyph } from "./page.js";

const DIGITS = /^[\d０-９,，.．]+$/;

/** The lines of the cell; a number that did not fit into the cell's width is put together again. */
export function cellText(lines: readonly TextLine[], box: Box): string {
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
export function hasNoRoom(lines: readonly TextLine[], box: Box): boolean {
  const last = lines.at(-1);
  return last !== undefined && last.box[2] - last.box[0] + MOST_ROOM * last.size > box[2] - box[0] - 2 * PADDING;
}

/** True where the cell holds a digit that can't be seen as it is stored. */
export const isObscured = (glyphs: readonly Glyph[]): boolean =>
  glyphs.some(({ obscured, text }) => obscured === true && DIGIT.test(text));

const DIGIT = /\p{N}/u;

/** Digits of one number differ less in size; a note's mark or a watermark's digit is no part of it. */
const SAME_SIZE = 1.25;
/** Share of a character's width and height that another one may cover. */
const COVERED = 0.35;

/** True where the cell holds digits that are no number of their own: of several sizes, or printed over each other. */
export function isOverprinted(glyphs: readonly Glyph[]): boolean {
  const digits = glyphs.filter(({ text }) => /[\d０-９]/.test(text));
  if (digits.length === 0) return false;
  const [least, most] = extentOf(digits.map(({ size }) => size));
  return most > SAME_SIZE * least || glyphs.filter(({ text }) => text.trim() !== "").some(isCovered);
}

/** True where the line has a digit that is printed over its neighbour, or under it. */
export const hasCoveredDigit = ({ glyphs }: TextLine): boolean =>
  glyphs.some((glyph, i) => {
    const before = glyphs[i - 1];
    return before !== undefined && areOver(before, glyph) && (DIGIT.test(before.text) || DIGIT.test(glyph.text));
  });

function isCovered(glyph: Glyph, i: number, glyphs: readonly Glyph[]): boolean {
  for (let n = Math.max(0, i - NEIGHBOURS); n < i; n++) if (areOver(glyphs[n]!, glyph)) return true;
  return false;
}

function areOver(a: Glyph, b: Glyph): boolean {
  // Most stand beside each other, or in two lines.
  if (!(a.box[0] < b.box[2] && b.box[0] < a.box[2])) return false;
  return shared(a.box, b.box, 0) > COVERED && shared(a.box, b.box, 1) > COVERED && !isDouble(a, b);
}

/** A hostile cell may hold any number of characters: each is compared with so many drawn before it. */
const NEIGHBOURS = 200;

/** Share of the smaller extent, along x (0) or y (1), that both have. */
function shared(a: Box, b: Box, axis: 0 | 1): number {
  const both = Math.min(a[axis + 2]!, b[axis + 2]!) - Math.max(a[axis], b[axis]);
  return both / Math.max(0.1, Math.min(a[axis + 2]! - a[axis], b[axis + 2]! - b[axis]));
}

/** Space that a table leaves between a border and its text at least, points. */
const PADDING = 1.5;
