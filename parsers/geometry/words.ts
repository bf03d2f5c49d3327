/** A line of text in; its words as they stand apart, out: in a table without rulings each is a cell or part of one. */
import { extentOf } from "../append.js";
import type { Box } from "../document.js";
import { lineOf, splitGlyphs, type TextLine } from "./lines.js";
import { boxAround, type Glyph } from "./page.js";

export interface Word {
  readonly text: string;
  readonly box: Box;
  readonly size: number;
  readonly glyphs: readonly Glyph[];
}

/** Gap between two words, and between the signs of two numbers, in font sizes. */
const WORD_GAP = 0.6;
const NUMBER_GAP = 0.12;
const SIGN = /^[\d０-９,，.．/／+＋\-−－–—]$/;
const DIGIT = /^[\d０-９]/;
const POINT = /^[.．]$/;

/**
 * Cuts a line where its characters stand apart; a word whose letters are all spread evenly stays whole. The signs of one
 * number stand close: numbers of two columns may nearly touch.
 * @param spacing space that the text has between all its letters, points
 */
export function wordsOf(line: TextLine, spacing = 0): Word[] {
  const { glyphs, size } = line;
  const parts = splitGlyphs(glyphs, (before, glyph, i) => {
    const gap = glyph.box[0] - before.box[2] - spacing;
    // Between letters, as nearly always, nothing else is asked.
    if (!(gap > NUMBER_GAP * size)) return false;
    const isNumber = SIGN.test(before.text) && SIGN.test(glyph.text) && !isOrdinalPoint(glyphs, i);
    return isNumber || gap > WORD_GAP * size;
  });
  if (parts.length === 1 || isSpread(parts)) return [line];
  return parts.map((part) => lineOf(part));
}

/** The point behind the ordinal of a label is no sign of a number: no digit follows it. */
const isOrdinalPoint = (glyphs: readonly Glyph[], i: number) =>
  POINT.test(glyphs[i]!.text) && !DIGIT.test(glyphs[i + 1]?.text ?? "");

/** The widest space between the letters of a word, and the most by which such spaces differ, in font sizes. */
const WIDEST_SPACING = 2;
const EVEN = 0.5;

/**
 * Single characters with even gaps are one letter-spaced word; single digits are numbers of their own, and characters
 * far apart are the last ones of names that wrap.
 */
function isSpread(parts: readonly (readonly Glyph[])[]): boolean {
  if (!parts.every((part) => part.length === 1 && !/\d/.test(part[0]!.text))) return false;
  const glyphs = parts.map(([glyph]) => glyph!);
  const [least, most] = extentOf(glyphs.slice(1).map(({ box, size }, i) => (box[0] - glyphs[i]!.box[2]) / size));
  return most <= WIDEST_SPACING && most - least <= EVEN;
}

/** A number, with its note or unit, or a sign for none: what a value cell prints. */
const VALUE =
  /^(?:[-+−－]?[\d０-９](?:[\d０-９,，.．]*[\d０-９])?(?:\s*[（(][^（）()]*[）)]|\s*\p{Script=Han}{1,2})?|[-–—－/／]+|无)$/u;

export const isValue = ({ text }: { readonly text: string }) => VALUE.test(text);

export const boxOf: (words: readonly Word[]) => Box = boxAround;
