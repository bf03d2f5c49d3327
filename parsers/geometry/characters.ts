/** The text of a glyph in; what its characters are out. Nearly all are told by their code, without an expression. */

const isAscii = (code: number) => code > 0x20 && code < 0x7f;
/** Punctuation, letters and ideographs that Chinese is written with. */
const isEastAsian = (code: number) => code > 0x3000 && code < 0xd800;
/** The unified ideographs, and where the first Chinese characters of any kind stand. */
const isIdeograph = (code: number) => code >= 0x4e00 && code <= 0x9fff;
const FIRST_HAN = 0x2e80;
const HAN = /\p{Script=Han}/u;

/** True where the text is more than blanks. */
export function isPrinted(text: string): boolean {
  const code = text.charCodeAt(0);
  return isAscii(code) || isEastAsian(code) || text.trim() !== "";
}

/** The glyphs that print anything: the list itself where all do. */
export function printedOf<T extends { readonly text: string }>(glyphs: readonly T[]): readonly T[] {
  for (const { text } of glyphs) if (!isPrinted(text)) return glyphs.filter((glyph) => isPrinted(glyph.text));
  return glyphs;
}

/** True where the text has a Chinese character. */
export function hasHan(text: string): boolean {
  const code = text.charCodeAt(0);
  return isIdeograph(code) || (!(text.length === 1 && code < FIRST_HAN) && HAN.test(text));
}

/** True for one character that every report may hold; what else may be one is told elsewhere. */
export function isCommon(text: string): boolean {
  const code = text.charCodeAt(0);
  return text.length === 1 && (isAscii(code) || isIdeograph(code) || (code > 0x3000 && code < 0x3100));
}
