/**
 * The characters and rulings of a page in; the same with the digits marked that a line of their own crosses out: whoever
 * prints a number so has withdrawn it. A line of a table is longer, or runs between its lines of text.
 */
import type { Edge, Glyph, PageContent } from "./page.js";

/** Where the line crosses a digit, as shares of the height of its box. */
const [HIGHEST, LOWEST] = [0.36, 0.7];
/** How far it may leave the ends of what it crosses out, in font sizes. */
const BEYOND = 0.7;
const SHORT_OF = 0.3;
/** Longer lines cross out no number, in points. */
const LONGEST = 120;
const DIGIT = /\p{N}/u;
/** A hostile page may have any number of lines and characters. */
const MOST_COMPARISONS = 5_000_000;

export function withCrossedOut(page: PageContent): PageContent {
  const lines = page.edges.horizontal.filter(({ from, to }) => to - from <= LONGEST);
  if (lines.length === 0 || lines.length * page.glyphs.length > MOST_COMPARISONS) return page;
  const crossed = new Set(lines.flatMap((line) => crossedBy(line, page.glyphs)));
  if (crossed.size === 0) return page;
  return { ...page, glyphs: page.glyphs.map((glyph) => (crossed.has(glyph) ? { ...glyph, obscured: true } : glyph)) };
}

/** The glyphs on the line, where it begins and ends with them. */
function crossedBy(line: Edge, glyphs: readonly Glyph[]): readonly Glyph[] {
  const { at, from, to } = line;
  const on = glyphs.filter(({ box: [x0, y0, x1, y1], text }) => {
    const height = y1 - y0;
    return x1 > from && x0 < to && at > y0 + HIGHEST * height && at < y0 + LOWEST * height && text.trim() !== "";
  });
  if (on.length === 0 || !on.some(({ text }) => DIGIT.test(text))) return [];
  const [left, right] = [Math.min(...on.map(({ box }) => box[0])), Math.max(...on.map(({ box }) => box[2]))];
  const { size } = on[0]!;
  const fits = (gap: number) => gap <= BEYOND * size && gap >= -SHORT_OF * size;
  return fits(left - from) && fits(to - right) ? on : [];
}
