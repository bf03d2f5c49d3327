/** Words with their places in; the glyphs of a page out, as an adapter would give them. */
import type { Edge, Edges, Glyph, PageContent } from "../../parsers/geometry/page.js";
import { textWidth } from "./pdf-writer.js";

/** Glyphs side by side; `y` is their top, `gap` the space between them. */
export function words(x: number, y: number, text: string, size = 10, gap = 0): Glyph[] {
  const glyphs: Glyph[] = [];
  let left = x;
  for (const character of text) {
    const width = textWidth(character, size);
    if (character.trim() !== "") glyphs.push({ text: character, box: [left, y, left + width, y + size], size });
    left += width + gap;
  }
  return glyphs;
}

/** The four sides and the inner borders of a grid, each one edge. */
export function gridEdges(xs: readonly number[], ys: readonly number[]): Edges {
  const span = (at: readonly number[], across: readonly number[]): Edge[] =>
    at.map((value) => ({ at: value, from: across[0]!, to: across.at(-1)! }));
  return { horizontal: span(ys, xs), vertical: span(xs, ys) };
}

export const NO_EDGES: Edges = { horizontal: [], vertical: [] };

export function pageOf(glyphs: readonly Glyph[], edges: Edges = NO_EDGES, number = 1): PageContent {
  return { number, width: 595, height: 842, glyphs, edges };
}
