/** Glyphs in; lines of text out, each with its words as they stand apart. */
import type { Box } from "../document.js";
import { printedOf } from "./characters.js";
import { boxAround, centerX, centerY, type Glyph } from "./page.js";

export interface TextLine {
  readonly text: string;
  readonly box: Box;
  readonly size: number;
  readonly glyphs: readonly Glyph[];
}

/** Share of the font size by which glyphs of one line may differ in height. */
const SAME_LINE = 0.5;
/** Gap between glyphs, in font sizes, that is a space of the text; letters that are all spread evenly have none. */
const SPACE = 0.22;
const EVEN = 0.25;
/** Gap that is a space even between Chinese characters. */
const WIDE_SPACE = 0.9;

/**
 * Groups glyphs into lines, top to bottom; each line left to right.
 * @param spacing space that the text has between all its letters, points
 */
export function linesOf(glyphs: readonly Glyph[], spacing = 0): TextLine[] {
  return groupsOf(glyphs).map((group) => lineOf(group, spacing));
}

/** In ascending order: most glyphs are drawn in the order in which they are read, and need no sorting. */
function sortedBy(glyphs: readonly Glyph[], place: (box: Box) => number): readonly Glyph[] {
  let last = -Infinity;
  for (const { box } of glyphs) {
    const own = place(box);
    if (!(own >= last)) return [...glyphs].sort((a, b) => place(a.box) - place(b.box));
    last = own;
  }
  return glyphs;
}

/** The glyphs of each line, not yet in their order: the quick part of telling lines, for who needs only some of them. */
export function groupsOf(glyphs: readonly Glyph[]): (readonly Glyph[])[] {
  const groups: Glyph[][] = [];
  let group: Glyph[] | null = null;
  for (const glyph of sortedBy(printedOf(glyphs), centerY)) {
    if (group && isNear(glyph, group)) group.push(glyph);
    else groups.push((group = [glyph]));
  }
  return groups;
}

/** Glyphs at the end of a line that tell where it goes on. */
const RECENT = 12;
/** Share by which a sum may be inexact. */
const INEXACT = 1e-9;

/** True where the glyph, which stands no higher than the line's, is not far below the middle of the recent ones. */
function isNear(glyph: Glyph, line: readonly Glyph[]): boolean {
  const y = centerY(glyph.box);
  const room = Math.max(glyph.size, line[0]!.size) * SAME_LINE;
  const first = Math.max(0, line.length - RECENT);
  // The middle lies between the first one and the last: one of them nearly always decides.
  const unsure = INEXACT * (1 + Math.abs(y) + room);
  if (y - centerY(line[first]!.box) < room - unsure) return true;
  if (y - centerY(line.at(-1)!.box) > room + unsure) return false;
  let sum = 0;
  for (let n = first; n < line.length; n++) sum += centerY(line[n]!.box);
  return y - sum / (line.length - first) <= room;
}

/** A line of glyphs that stand side by side. */
export function lineOf(glyphs: readonly Glyph[], spacing = 0): TextLine {
  const ordered = withoutDoubles(sortedBy(glyphs, centerX));
  return {
    text: textOf(ordered, spacing),
    box: boxAround(ordered),
    size: largestSize(ordered),
    glyphs: ordered,
  };
}

function textOf(glyphs: readonly Glyph[], spacing: number): string {
  const even = isSpread(glyphs, spacing);
  let text = "";
  let before: Glyph | null = null;
  for (const glyph of glyphs) {
    if (before && !even && isSpace(before, glyph, gapOf(before, glyph, spacing))) text += " ";
    text += glyph.text;
    before = glyph;
  }
  return text;
}

const gapOf = (before: Glyph, after: Glyph, spacing: number) => after.box[0] - before.box[2] - spacing;

/** The glyphs cut wherever two neighbours stand apart; most lines stay whole. */
export function splitGlyphs(
  glyphs: readonly Glyph[],
  isApart: (before: Glyph, glyph: Glyph, i: number) => boolean,
): (readonly Glyph[])[] {
  const parts: (readonly Glyph[])[] = [];
  let start = 0;
  for (let i = 1; i < glyphs.length; i++) {
    if (!isApart(glyphs[i - 1]!, glyphs[i]!, i)) continue;
    parts.push(glyphs.slice(start, i));
    start = i;
  }
  parts.push(start === 0 ? glyphs : glyphs.slice(start));
  return parts;
}

function largestSize(glyphs: readonly Glyph[]): number {
  let largest = -Infinity;
  for (const { size } of glyphs) if (size > largest) largest = size;
  return largest;
}

/** Some programs print bold text by drawing it twice, a hair apart. */
function withoutDoubles(glyphs: readonly Glyph[]): readonly Glyph[] {
  for (let i = 1; i < glyphs.length; i++)
    if (isDouble(glyphs[i]!, glyphs[i - 1]!))
      return glyphs.filter((own, n) => n === 0 || !isDouble(own, glyphs[n - 1]!));
  return glyphs;
}

export const isDouble = (glyph: Glyph, before: Glyph): boolean =>
  before.text === glyph.text &&
  !(Math.abs(centerX(glyph.box) - centerX(before.box)) > 0.25 * (glyph.box[2] - glyph.box[0]));

/** True for three or more glyphs with one and the same gap between all of them. */
function isSpread(glyphs: readonly Glyph[], spacing: number): boolean {
  if (glyphs.length < 3) return false;
  let [least, most] = [Infinity, -Infinity];
  for (let i = 1; i < glyphs.length; i++) {
    const gap = gapOf(glyphs[i - 1]!, glyphs[i]!, spacing);
    if (gap <= 0) return false;
    if (gap < least) least = gap;
    if (gap > most) most = gap;
  }
  return least > 0 && most - least <= EVEN * largestSize(glyphs) && most < 2.5 * glyphs[0]!.size;
}

const LATIN = /[\p{Script=Latin}\p{N}.,%+-]$/u;

function isSpace(before: Glyph, after: Glyph, gap: number): boolean {
  const size = Math.max(before.size, after.size);
  if (gap <= size * SPACE) return false;
  const latin = LATIN.test(before.text) && LATIN.test(after.text);
  return gap > size * (latin ? SPACE : WIDE_SPACE);
}
