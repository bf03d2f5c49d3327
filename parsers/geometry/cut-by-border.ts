/**
 * The digits of a page and the cells of a ruled table in; the cells that hold one part of a number whose other part lies
 * beyond a border, out. What is too wide for its column is printed over the border, and its parts read as two numbers.
 */
import type { GridCell } from "./cells.js";
import { centerY, type Glyph } from "./page.js";

/** Share of its width by which a digit may stand over a border, as rounded places have it. */
const SLIGHTLY = 0.25;
/** Gap between the digits of one number at most, in font sizes. */
const GAP = 0.12;
/** Share of the font size by which digits of one line may differ in height. */
const SAME_LINE = 0.5;
/** A hostile cell may have any number of digits at its border. */
const MOST_AT_BORDER = 100;
const DIGIT = /^[\d０-９]/;

/** A digit that stands at a border, with the cells on both sides; undefined outside of the table. */
interface AtBorder {
  readonly glyph: Glyph;
  readonly left: GridCell | undefined;
  readonly right: GridCell | undefined;
}

type CellAt = (x: number, y: number) => GridCell | undefined;

export function cutByBorder(glyphs: readonly Glyph[], cellAt: CellAt): ReadonlySet<GridCell> {
  const cut = new Set<GridCell | undefined>();
  const endsAt = new Map<GridCell | undefined, AtBorder[]>();
  const begins: AtBorder[] = [];
  for (const glyph of glyphs) {
    if (!DIGIT.test(glyph.text)) continue;
    const { left, own, right } = cellsAround(glyph, cellAt);
    if (left === own && right === own) continue;
    if (isOver(glyph, cellAt)) [left, own, right].forEach((cell) => cut.add(cell));
    if (left !== own) begins.push({ glyph, left, right: own });
    if (right !== own) {
      const known = endsAt.get(own) ?? [];
      if (known.push({ glyph, left: own, right }) === 1) endsAt.set(own, known);
    }
  }
  for (const begin of begins) {
    const ends = endsAt.get(begin.left)?.slice(0, MOST_AT_BORDER) ?? [];
    if (ends.some((end) => end.right === begin.right && goesOn(end.glyph, begin.glyph)))
      [begin.left, begin.right].forEach((cell) => cut.add(cell));
  }
  cut.delete(undefined);
  return cut as ReadonlySet<GridCell>;
}

function cellsAround({ box, size }: Glyph, cellAt: CellAt) {
  const y = centerY(box);
  const at = (x: number) => cellAt(x, y);
  return { left: at(box[0] - GAP * size), own: at((box[0] + box[2]) / 2), right: at(box[2] + GAP * size) };
}

/** True for a digit that the border runs through. */
function isOver({ box }: Glyph, cellAt: CellAt): boolean {
  const inset = SLIGHTLY * (box[2] - box[0]);
  return cellAt(box[0] + inset, centerY(box)) !== cellAt(box[2] - inset, centerY(box));
}

const goesOn = (before: Glyph, after: Glyph): boolean =>
  Math.abs(after.box[0] - before.box[2]) < GAP * after.size &&
  Math.abs(centerY(after.box) - centerY(before.box)) < SAME_LINE * after.size;
