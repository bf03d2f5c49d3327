/**
 * An element and its declarations in; how its text is set off from the line that it stands in, and what colour it has,
 * out. A digit that is raised, smaller or of another colour than the one beside it may be the mark of a note, or nothing
 * that a reader sees: it is no further digit of the same number.
 */
import type { Declarations } from "./css.js";
import type { PageElement } from "./element.js";

/** "none" for text without a colour, "pale" for white, which white paper doesn't show. */
export type Ink = "" | "pale" | "none";

/** Elements that set their text off without a style. */
export const SETS_OFF = new Set(["sub", "sup", "small", "font"]);

const ON_THE_LINE = /^(?:baseline|inherit|initial|unset|middle|[-+]?0(?:\.0+)?(?:px|pt|em|rem|%)?)$/;

/** True for text set above or below the line, as marks of notes are. */
export function isRaised({ name }: PageElement, css: Declarations): boolean {
  if (name === "sup" || name === "sub") return true;
  if (css.size === 0) return false;
  if (/^(?:super|sub)$/.test(css.get("font-variant-position") ?? "")) return true;
  return !/^(?:top|bottom)$/.test(css.get("vertical-align") ?? "baseline") && isMoved(css);
}

const isMoved = (css: Declarations) => !ON_THE_LINE.test(css.get("vertical-align") ?? "baseline");

/** What the element adds to the level of what is around it. */
export function levelOf(element: PageElement, css: Declarations): string {
  const cell = /^(?:td|th|tr|table|tbody|div|p|img|li)$/.test(element.name);
  if (cell) return shiftOf(css);
  const raised = isRaised(element, css) || isMoved(css) ? "raised" : shiftOf(css);
  return raised + (isSmaller(element, css) ? "small" : "");
}

/** How far the element is moved from its line; "" for one that stands on it. */
function shiftOf(css: Declarations): string {
  if (css.get("position") !== "relative") return "";
  return ["top", "bottom"]
    .map((side) => css.get(side) ?? "")
    .filter((distance) => Number.parseFloat(distance) !== 0)
    .join("");
}

/** Share of the size around it below which text is clearly smaller. */
const SMALLER = 0.85;
/** Of a page that says nothing of it, in px. */
const USUAL_SIZE = 16;
/** What sizes in relation to those around come to. */
const RELATIVE: Readonly<Record<string, number>> = { smaller: 0.83, "x-small": 0.63, "xx-small": 0.56 };

function isSmaller({ name, attribs }: PageElement, css: Declarations): boolean {
  const size = sizeOf(css);
  if (size === undefined) return name === "small" || (name === "font" && /^(?:[12]|-\d)$/.test(attribs["size"] ?? ""));
  if (size in RELATIVE) return true;
  const [, number, unit] = /^([\d.]+)(px|pt|em|%)$/.exec(size) ?? [];
  if (number === undefined) return false;
  const factor = { px: 1 / USUAL_SIZE, pt: 4 / 3 / USUAL_SIZE, em: 1, "%": 0.01 }[unit!]!;
  // A size in points or pixels may be that of the whole page: only what is no size for reading is clearly smaller.
  return Number(number) * factor < (unit === "px" || unit === "pt" ? SMALLEST / USUAL_SIZE : SMALLER);
}

/** Below this, in px, text is no text to read. */
const SMALLEST = 11;

/** The size of the font, by itself or among its other properties. */
export function sizeOf(css: Declarations): string | undefined {
  const own = css.get("font-size");
  const font = css.get("font");
  if (own !== undefined || font === undefined) return own;
  return /(?:^|\s)(0|[\d.]+(?:px|pt|em|rem|%))(?=[\s/]|$)/.exec(font)?.[1];
}

const WHITE =
  /^(?:white|#f{3,4}|#f[c-f]f[c-f]f[c-f](?:ff)?|rgba?\(25[2-5][,\s]+25[2-5][,\s]+25[2-5](?:[,/\s]+1(?:\.0+)?)?\))$/;
/** The colours that cover nothing; of the others the fourth part says how much they cover. */
const CLEAR = /^(?:transparent|#[\da-f]{3}0|#[\da-f]{6}00)$/;
const PARTS = /^(?:rgb|hsl)a?\(([^()]*)\)$/;

/** Undefined where the element says nothing of its colour. */
export function inkOf({ name, attribs }: PageElement, css: Declarations): Ink | undefined {
  const color = css.get("color") ?? (name === "font" ? attribs["color"]?.trim().toLowerCase() : undefined);
  if (color === undefined || color === "inherit") return undefined;
  // Letters cut out of a background show that.
  if (["background-clip", "-webkit-background-clip"].some((property) => css.get(property) === "text")) return "";
  return WHITE.test(color) ? "pale" : isClear(color) ? "none" : "";
}

function isClear(color: string): boolean {
  if (CLEAR.test(color)) return true;
  const parts = PARTS.exec(color)?.[1]?.split(/[\s,/]+/) ?? [];
  return parts.length === 4 && Number.parseFloat(parts[3]!) === 0;
}
