/**
 * A Type 1 font in; an error where pdfjs would take far more steps than it has bytes: it looks each glyph up in the encoding
 * of the font, which may have any number of places, and follows every subroutine.
 */
import { newGlyph, runType1 } from "./type1-charstrings.js";
import { readProgram } from "./type1-program.js";
import { INTERPRETED_STEPS, type Work } from "./work.js";

/** "Currentfile eexec" stands before the encrypted part; nobody writes it more often. */
const MOST_PARTS = 8;
const ENCRYPTED = /eexec[ \t\r\n]*/g;
/** The head of a part of a font in segments, bytes. */
const SEGMENT = 6;
/** A place of the encoding, which says its number. */
const PLACE = /dup(?:[ \t\r\n]|%[^\r\n]*[\r\n])+([+-]?\d+)/g;
/** Glyphs that are compared to all others in one step. */
const COMPARED_AT_ONCE = 64;

/** @param text the characters of the same numbers as the bytes */
export function workOnType1(bytes: Uint8Array, text: string, lengths: readonly number[], work: Work): void {
  const starts = startsOf(bytes, text, lengths);
  const places = placesOf(text);
  work.add(bytes.length * INTERPRETED_STEPS);
  if (starts.length > MOST_PARTS) work.add(Infinity);
  for (const start of starts) {
    const { glyphs, subroutines } = readProgram(bytes.subarray(start), work);
    let accented = 0;
    for (const code of glyphs) {
      const glyph = newGlyph();
      runType1(code, subroutines, glyph, work);
      if (glyph.isAccented) accented++;
    }
    const compared = glyphs.length + 2 * accented;
    work.add((glyphs.length * (places + compared)) / COMPARED_AT_ONCE);
  }
}

/** Where the encrypted part may begin: behind its word, or where the lengths say where there is none. */
function startsOf(bytes: Uint8Array, text: string, lengths: readonly number[]): number[] {
  const isSegmented = bytes[0] === 0x80;
  const words = [...text.matchAll(ENCRYPTED)].map(({ 0: { length }, index }) => index + length);
  const ends = words.length > 0 ? words : lengths;
  return ends.map((end) => (isSegmented ? end + SEGMENT : end)).filter((start) => start < bytes.length);
}

/** The places that the encoding has: as many as its largest number says, or as it names. */
function placesOf(text: string): number {
  let [largest, named] = [0, 0];
  for (const [, digits] of text.matchAll(PLACE)) {
    named++;
    largest = Math.max(largest, Number.parseInt(digits!, 10) | 0);
  }
  return Math.max(largest + 1, named);
}
