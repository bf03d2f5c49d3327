/**
 * The declarations of an element with digits in; whether they show it at another place than the text around it leaves for
 * it, or so that it may not be seen, out.
 */
import type { Declarations } from "./css.js";

/** Distance in px by which a digit comes before or over the one beside it. */
const STEP = 3;
/** Distance in px by which a number comes to stand in another column or row. */
const OUT_OF_CELL = 48;

/** Properties that draw text in another way than it is written; each with what they say where they don't. */
const DRAWING = "transform translate scale rotate zoom filter clip-path".split(" ");
const AS_WRITTEN = /^(?:none|normal|initial|inherit|unset|auto|0|1|100%)?$/;
/** Share of ink below which text is hardly seen. */
const PALE = 0.4;
/** Px of width or height of which what overflows isn't drawn: no digit is seen in it. */
const NARROW = 4;

/** True for digits beside others of the same number that may be shown before them, over them, or not at all. */
export function isMoved(css: Declarations): boolean {
  const position = css.get("position") ?? "";
  if (/^(?:absolute|fixed)$/.test(position)) return true;
  if (position === "relative" && offsetsOf(css, ["left", "right"]).some((px) => Math.abs(px) > STEP)) return true;
  if (marginsOf(css).some((px) => px < -STEP)) return true;
  if (DRAWING.some((property) => !AS_WRITTEN.test(css.get(property) ?? ""))) return true;
  return isHardlySeen(css) || [...css.values()].some((value) => value.includes("var("));
}

/** True for a number that is shown outside of the cell in which the source has it. */
export function isOutOfPlace(css: Declarations): boolean {
  const far = (px: number) => Math.abs(px) >= OUT_OF_CELL;
  const position = css.get("position");
  if (position !== undefined && /^(?:absolute|fixed|relative)$/.test(position)) {
    if (offsetsOf(css, ["left", "top", "right", "bottom"]).some(far)) return true;
  }
  if (marginsOf(css).some((px) => px <= -OUT_OF_CELL)) return true;
  const moves = [css.get("transform")?.match(/translate[xyz3d]*\(([^()]*)\)/)?.[1], css.get("translate")];
  return moves.some(
    (distances) => distances !== undefined && distances.split(/[\s,]+/).some((one) => far(pixels(one))),
  );
}

function isHardlySeen(css: Declarations): boolean {
  const opacity = css.get("opacity");
  if (opacity !== undefined && Number.parseFloat(opacity) < (opacity.endsWith("%") ? 100 * PALE : PALE)) return true;
  const cuts = ["overflow", "overflow-x", "overflow-y"].some((side) => /^(?:hidden|clip)/.test(css.get(side) ?? ""));
  const sizes = ["width", "height", "max-width", "max-height"].flatMap((size) => css.get(size) ?? []);
  return cuts && sizes.some((size) => /^[\d.]/.test(size) && !size.endsWith("%") && pixels(size) < NARROW);
}

function offsetsOf(css: Declarations, sides: readonly string[]): number[] {
  const inset = css.get("inset")?.split(/\s+/) ?? [];
  return [...sides.map((side) => css.get(side) ?? ""), ...inset].map(pixels);
}

/** The margins that move text to the left, or what stands behind it. */
function marginsOf(css: Declarations): number[] {
  const [top = "", right = top, , left = right] = css.get("margin")?.split(/\s+/) ?? [];
  return [css.get("margin-left") ?? left, css.get("margin-right") ?? right].map(pixels);
}

/** Shares of what is around the text say nothing here: they come to the middle of a cell as often as out of it. */
function pixels(length: string): number {
  const [, number, unit = "px"] = /^([-+]?[\d.]+)(px|pt|r?em)?$/.exec(length) ?? [];
  return number === undefined ? 0 : Number(number) * { px: 1, pt: 4 / 3, em: 16, rem: 16 }[unit]!;
}
