/**
 * An element in; whether text in it may not be seen as it is written out: mirrored, faded, too small, cut, or set so tight
 * that its digits lie over one another.
 */
import { textContent } from "domutils";
import type { Declarations } from "./css.js";
import { INLINE, type PageElement } from "./element.js";

/** Opacity below which a whole number is hardly seen. */
const FAINT = 0.15;
/** Height of letters in px below which nobody reads them. */
const TINY = 3;
/** Width of a digit, and the share of the size by which letters may be drawn together, in sizes. */
const DIGIT_WIDTH = 0.5;
const TIGHT = 0.2;
/** Text of an element that may be cut is measured up to here. */
const LONGEST = 200;

/** True for what the element does to all text in it, whatever that says of itself. */
export function obscures(element: PageElement, css: Declarations, size: number): boolean {
  if (css.size === 0) return false;
  return isFlipped(css) || isFaint(css) || isCut(element, css, size);
}

/** True where the letters lie over one another; undefined where nothing is said of it. */
export function isTight(css: Declarations, size: number): boolean | undefined {
  const spacing = css.get("letter-spacing");
  if (spacing === undefined || spacing === "inherit") return undefined;
  return pixels(spacing, size) <= -TIGHT * size;
}

export const isTiny = (size: number): boolean => size < TINY;

const ANGLE = /rotate([xyz]?)\(\s*(-?[\d.]+)(deg|turn|rad|grad)?\s*\)/g;
const IN_DEGREES: Readonly<Record<string, number>> = { deg: 1, turn: 360, rad: 180 / Math.PI, grad: 0.9 };

/** Mirrored, or upside down. */
function isFlipped(css: Declarations): boolean {
  if (!css.has("transform") && !css.has("scale") && !css.has("rotate")) return false;
  const transform = css.get("transform") ?? "";
  if (/scale(?:[xy]|3d)?\([^()]*-/.test(transform) || /-/.test(css.get("scale") ?? "")) return true;
  const [a = 1, b = 0, c = 0, d = 1] = /matrix\(([^()]*)\)/.exec(transform)?.[1]?.split(",").map(Number) ?? [];
  if (a < 0 || a * d - b * c < 0) return true;
  return [...`${transform} rotate(${css.get("rotate") ?? "0"})`.matchAll(ANGLE)].some(([, , angle, unit]) => {
    const degrees = Math.abs(Number(angle) * (IN_DEGREES[unit ?? "deg"] ?? 1)) % 360;
    return degrees > 100 && degrees < 260;
  });
}

function isFaint(css: Declarations): boolean {
  const opacity = css.get("opacity");
  return opacity !== undefined && Number.parseFloat(opacity) < (opacity.endsWith("%") ? 100 * FAINT : FAINT);
}

/** The cells of a table grow with what they hold, and what stands in the line has no size of its own. */
const GROWS = /^(?:td|th|tr|tbody|thead|tfoot|table)$/;
const BOX = /^(?:block|inline-|flex|grid|flow)/;

/** True where what is too large for the element is cut off. */
export const cuts = (css: Declarations): boolean =>
  OVERFLOWS.some((side) => /^(?:hidden|clip)/.test(css.get(side) ?? ""));

const OVERFLOWS = ["overflow", "overflow-x", "overflow-y"];

/** True for a box that is narrower or lower than the number in it. */
function isCut(element: PageElement, css: Declarations, size: number): boolean {
  if (!cuts(css) || GROWS.test(element.name)) return false;
  const isBox =
    !INLINE.has(element.name) || BOX.test(css.get("display") ?? "") || css.has("position") || css.has("float");
  if (!isBox) return false;
  if (pixels(css.get("text-indent") ?? "", size) < 0) return true;
  const smallest = (one: string, other: string) =>
    Math.min(
      ...[one, other].map((name) => (/^\d/.test(css.get(name) ?? "") ? pixels(css.get(name)!, size) : Infinity)),
    );
  const [width, height] = [smallest("width", "max-width"), smallest("height", "max-height")];
  if (width === Infinity && height === Infinity) return false;
  return height < size / 2 || width < longestNumber(element) * DIGIT_WIDTH * size;
}

const longestNumber = (element: PageElement) =>
  Math.max(
    0,
    ...(
      textContent(element)
        .slice(0, LONGEST)
        .match(/[\d.,]+/g) ?? []
    ).map(({ length }) => length),
  );

/** Shares of what is around the element say nothing here. */
function pixels(length: string, size: number): number {
  const [, number, unit = "px"] = /^([-+]?[\d.]+)(px|pt|r?em)?$/.exec(length) ?? [];
  if (number === undefined) return length.endsWith("%") ? Infinity : 0;
  return Number(number) * { px: 1, pt: 4 / 3, em: size, rem: 16 }[unit]!;
}
