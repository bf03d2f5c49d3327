/** The text of pages outside their tables in; the same without running heads and page numbers out. */
import { groupsOf, lineOf, type TextLine } from "./lines.js";
import type { Glyph } from "./page.js";

/** What stands outside the tables of a page. */
export interface LoosePage {
  /** Number of the page; a page of several columns comes in parts. */
  readonly page: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  /** The glyphs line by line. */
  readonly groups: readonly (readonly Glyph[])[];
}

/** Share of the page's height at its top and bottom in which such lines stand. */
const MARGIN = 0.1;
/** Pages on which the same line must stand, and share of all pages. */
const FEWEST_PAGES = 2;
const PAGE_SHARE = 0.6;
const PAGE_NUMBER =
  /^(?:[-—–―·•.\s]*\d{1,4}[-—–―·•.\s]*|第\s*\d+\s*页(?:[\s,，/／]*共\s*\d+\s*页)?|\d{1,4}\s*[/／]\s*\d{1,4}|(?:Page|P\.?)\s*\d.*)$/i;

/** Lines at heights that differ by less stand at the same place, points. */
const SAME_PLACE = 3;

/** What a line says apart from its numbers, and where it stands. */
const shape = (line: TextLine) =>
  `${Math.round(line.box[3] / SAME_PLACE)} ${line.text.replace(/\d+/g, "#").replace(/\s+/g, "")}`;

/** Removes the glyphs of lines in the margins that are page numbers or stand on most pages. */
export function withoutFurniture(pages: readonly LoosePage[]): LoosePage[] {
  const margins = pages.map((page) =>
    page.groups
      .filter((group) => group.some((glyph) => isInMargin(glyph, page)))
      .map((group) => lineOf(group))
      .filter((line) => isInMargin(line, page)),
  );
  const seen = new Map<string, Set<number>>();
  margins.forEach((lines, n) => {
    for (const line of lines.map(shape)) seen.set(line, (seen.get(line) ?? new Set()).add(pages[n]!.page));
  });
  const count = new Set(pages.map(({ page }) => page)).size;
  return pages.map((page, n) => {
    const repeated = (line: TextLine) => {
      const on = seen.get(shape(line))?.size ?? 0;
      return on >= FEWEST_PAGES && on >= count * PAGE_SHARE;
    };
    const furniture = margins[n]!.filter((line) => repeated(line) || isPageNumber(line, margins[n]!));
    const dropped = new Set<Glyph>(furniture.flatMap(({ glyphs }) => glyphs));
    if (dropped.size === 0) return page;
    const glyphs = page.glyphs.filter((glyph) => !dropped.has(glyph));
    return { ...page, glyphs, groups: groupsOf(glyphs) };
  });
}

const isInMargin = ({ box }: TextLine | Glyph, { height }: LoosePage) =>
  box[3] < height * MARGIN || box[1] > height * (1 - MARGIN);

/** A number alone is a page number only where nothing but the page's edge is beyond it. */
function isPageNumber(line: TextLine, inMargin: readonly TextLine[]): boolean {
  if (!PAGE_NUMBER.test(line.text.trim())) return false;
  const others = inMargin.filter((other) => other !== line);
  return others.every((other) => other.box[3] <= line.box[1] || other.box[1] >= line.box[3]);
}
