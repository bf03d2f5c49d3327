/**
 * The areas that a page fills, in the order of painting, in; what lies under a character, and the characters that a later
 * area covers, out. Only upright rectangles apart from each other count: what another shape covers can't be told from its box.
 */
import { isIndistinct, WHITE, type Colour } from "../colours.js";
import type { Box } from "../document.js";
import type { Matrix } from "./matrix.js";
import { centerX, centerY, type Glyph } from "./page.js";
import { rectanglesOf } from "./path.js";

export interface Filling {
  readonly box: Box;
  /** Null for a pattern, and for what covers nothing. */
  readonly colour: Colour | null;
  /** Characters that were painted before. */
  readonly before: number;
}

/** How an area is filled. */
export interface Fill extends Omit<Filling, "box"> {
  readonly clip: Box;
}

/** A hostile page may fill any number of areas; a table has a few for each cell at most. */
const MOST_FILLINGS = 2_000;
/** Smaller areas are lines. */
const SMALLEST = 3.2;

/** Adds what an opaque path fills. */
export function addFilling(data: ArrayLike<number>, fill: Fill & { readonly matrix: Matrix }, into: Filling[]): void {
  if (into.length >= MOST_FILLINGS) return;
  for (const box of rectanglesOf(data, fill.matrix)) addArea(box, fill, into);
}

/** Adds an opaque area. */
export function addArea(own: Box, { clip, colour, before }: Fill, into: Filling[]): void {
  if (into.length >= MOST_FILLINGS) return;
  const box: Box = [
    ...[Math.max(own[0], clip[0]), Math.max(own[1], clip[1])],
    ...[Math.min(own[2], clip[2]), Math.min(own[3], clip[3])],
  ] as unknown as Box;
  if (Math.min(box[2] - box[0], box[3] - box[1]) > SMALLEST) into.push({ box, colour, before });
}

/** Adds an area of which is known that it is not white, and nothing more: a picture, or a shape that lets show through. */
export function addUnknown(box: Box, before: number, into: Filling[]): void {
  if (into.length < MOST_FILLINGS) into.push({ box, colour: null, before });
}

/** True where text of the colour may have that of what it is painted on: asked once for all characters of an operator. */
export const mayBeLost = (colour: Colour | null, fillings: readonly Filling[]): boolean =>
  colour !== null &&
  (isIndistinct(colour, WHITE) || fillings.some((filling) => filling.colour && isIndistinct(colour, filling.colour)));

/** True where it has. */
export function isLost(colour: Colour, x: number, y: number, fillings: readonly Filling[]): boolean {
  const under = fillings.findLast(({ box }) => isIn(x, y, box));
  const background = under ? under.colour : WHITE;
  return background !== null && isIndistinct(colour, background);
}

/** Comparisons of a page; beyond them nothing is covered. */
const MOST_COMPARISONS = 20_000_000;

/** The characters without those that others were painted in the place of; those that are covered are marked. */
export function uncovered(glyphs: readonly Glyph[], fillings: readonly Filling[]): readonly Glyph[] {
  const covers = fillings.filter(({ before, colour }) => before > 0 && colour !== null);
  if (covers.length === 0 || covers.length * glyphs.length > MOST_COMPARISONS) return glyphs;
  const covered = new Set<Glyph>();
  const replaced = new Set<Glyph>();
  for (const { box, before } of covers) {
    const isUnder = (glyph: Glyph) => isIn(centerX(glyph.box), centerY(glyph.box), box);
    const under = glyphs.slice(0, before).filter(isUnder);
    if (under.length === 0) continue;
    const isReplaced = glyphs.slice(before).some((glyph) => glyph.text.trim() !== "" && isUnder(glyph));
    for (const glyph of under) (isReplaced ? replaced : covered).add(glyph);
  }
  if (covered.size + replaced.size === 0) return glyphs;
  return glyphs
    .filter((glyph) => !replaced.has(glyph))
    .map((glyph) => (covered.has(glyph) ? { ...glyph, obscured: true } : glyph));
}

const isIn = (x: number, y: number, box: Box) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
