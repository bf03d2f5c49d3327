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
/** The first byte of a font in segments, and the bytes of the head of each. */
const SEGMENTED = 0x80;
const SEGMENT = 6;
/** A place of the encoding, which says its number. */
const PLACE = /dup(?:[ \t\r\n]|%[^\r\n]*[\r\n])+([+-]?\d+)/g;
/** Glyphs that are compared to all others in one step. */
const COMPARED_AT_ONCE = 64;

/** @param text the characters of the same numbers as the bytes */
export function workOnType1(bytes: Uint8Array, text: string, headLength: number | null, work: Work): void {
  const starts = startsOf(bytes, text, headLength);
  const places = placesOf(text);
  work.add(bytes.length * INTERPRETED_STEPS);
  if (starts.length > MOST_PARTS || starts.some(Number.isNaN)) work.add(Infinity);
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

/** Where the encrypted part may begin: behind its word, or where the document says where there is none. */
function startsOf(bytes: Uint8Array, text: string, headLength: number | null): number[] {
  const words = [...text.matchAll(ENCRYPTED)].map(({ 0: { length }, index }) => index + length);
  if (bytes[0] !== SEGMENTED) return words.length > 0 || headLength === null ? words : [headLength];
  if (bytes.length < SEGMENT) return [];
  // The first segment says how long it is, and each has a head.
  const first = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getInt32(2, true);
  return (words.length > 0 ? words : [SEGMENT + first]).map((end) => end + SEGMENT);
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
