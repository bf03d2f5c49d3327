/** The text of pages outside their tables in; the same without running heads and page numbers out. */
import { linesOf, type TextLine } from "./lines.js";
import type { Glyph } from "./page.js";

/** What stands outside the tables of a page. */
export interface LoosePage {
  readonly height: number;
  readonly glyphs: readonly Glyph[];
}

/** Share of the page's height at its top and bottom in which such lines stand. */
const MARGIN = 0.1;
/** Pages on which the same line must stand, and share of all pages. */
const FEWEST_PAGES = 3;
const PAGE_SHARE = 0.6;
const PAGE_NUMBER =
  /^(?:[-—–―·•.\s]*\d{1,4}[-—–―·•.\s]*|第\s*\d+\s*页(?:[\s,，/／]*共\s*\d+\s*页)?|\d{1,4}\s*[/／]\s*\d{1,4}|(?:Page|P\.?)\s*\d+.*)$/i;

/** What a line says apart from its numbers. */
const shape = (line: TextLine) => line.text.replace(/\d+/g, "#").replace(/\s+/g, "");

/** Removes the glyphs of lines in the margins that are page numbers or stand on most pages. */
export function withoutFurniture(pages: readonly LoosePage[]): LoosePage[] {
  const margins = pages.map((page) => linesOf(page.glyphs).filter((line) => isInMargin(line, page)));
  const counts = new Map<string, number>();
  for (const lines of margins)
    for (const line of new Set(lines.map(shape))) counts.set(line, (counts.get(line) ?? 0) + 1);
  return pages.map((page, n) => {
    const repeated = (line: TextLine) => {
      const count = counts.get(shape(line)) ?? 0;
      return count >= FEWEST_PAGES && count >= pages.length * PAGE_SHARE;
    };
    const furniture = margins[n]!.filter((line) => repeated(line) || isPageNumber(line, margins[n]!));
    const dropped = new Set<Glyph>(furniture.flatMap(({ glyphs }) => glyphs));
    return dropped.size === 0 ? page : { ...page, glyphs: page.glyphs.filter((glyph) => !dropped.has(glyph)) };
  });
}

const isInMargin = ({ box }: TextLine, { height }: LoosePage) =>
  box[3] < height * MARGIN || box[1] > height * (1 - MARGIN);

/** A number alone is a page number only where nothing but the page's edge is beyond it. */
function isPageNumber(line: TextLine, inMargin: readonly TextLine[]): boolean {
  if (!PAGE_NUMBER.test(line.text.trim())) return false;
  const others = inMargin.filter((other) => other !== line);
  return others.every((other) => other.box[3] <= line.box[1] || other.box[1] >= line.box[3]);
}
