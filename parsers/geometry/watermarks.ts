/**
 * The text of a page in; the same without upright watermarks out: words printed lightly and
 * much larger than the text. What is light but no larger stays, and a number that it covers is not believed.
 */
import type { Glyph, PageContent } from "./page.js";

/** So many times the usual size of the page's text is no text of a table. */
const LARGE = 1.6;

/** The page without its watermarks. */
export function withoutWatermarks(page: PageContent): PageContent {
  const light = page.glyphs.some((glyph) => glyph.light) ? page.glyphs.filter((glyph) => glyph.light) : [];
  // Where most of the text is light, the page is printed so.
  if (light.length === 0 || light.length > page.glyphs.length / 2) return page;
  const large = LARGE * usualSize(page.glyphs.filter((glyph) => !glyph.light));
  return { ...page, glyphs: page.glyphs.filter((glyph) => !glyph.light || glyph.size < large) };
}

function usualSize(glyphs: readonly Glyph[]): number {
  const sizes = glyphs.map(({ size }) => size).sort((a, b) => a - b);
  return sizes[sizes.length >> 1] ?? Infinity;
}
