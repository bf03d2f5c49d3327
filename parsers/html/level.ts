/**
 * An element and its declarations in; how its text is set off from the line that it stands in out. A digit that is raised or
 * smaller than the one beside it may be the mark of a note: it is no further digit of the same number.
 */
import type { Declarations } from "./css.js";
import type { PageElement } from "./element.js";

/** Elements that set their text off without a style. */
export const SETS_OFF = new Set(["sub", "sup", "small", "font", "a"]);

/** Classes of marks of notes, whose style sheet may be elsewhere. */
const CLASS_OF_MARK =
  /(?:^|[\s_-])(?:super(?:script)?|sub(?:script)?|sup|footnotes?|fn|noteref)(?=$|[\s_-]|\d)|footnote-?ref/i;

/** True for an element whose class says that it is the mark of a note. */
export const isMarkByClass = ({ attribs }: PageElement): boolean => {
  const classes = attribs["class"];
  return classes !== undefined && CLASS_OF_MARK.test(classes);
};

const ON_THE_LINE = /^(?:baseline|inherit|initial|unset|revert|middle)$/;
/** Where text as large as that around it stands on the same line. */
const AT_AN_EDGE = /^(?:text-)?(?:top|bottom)$/;

/**
 * True for text set above or below the line, as marks of notes are.
 *
 * @param around the size of the text around it, in px
 */
export function isRaised(element: PageElement, css: Declarations, around: number): boolean {
  const { name } = element;
  if (name === "sup" || name === "sub") return true;
  if (css.size === 0) return false;
  if (/^(?:super|sub)$/.test(css.get("font-variant-position") ?? "")) return true;
  return !/^(?:top|bottom)$/.test(css.get("vertical-align") ?? "baseline") && isMoved(element, css, around);
}

function isMoved(element: PageElement, css: Declarations, around: number): boolean {
  const align = css.get("vertical-align") ?? "baseline";
  if (ON_THE_LINE.test(align)) return false;
  if (AT_AN_EDGE.test(align)) return sizeIn(element, css, around) < LITTLE_SMALLER * around;
  return !isSlight(align);
}

/** Distances of text, in px, that nobody sees; Word moves whole cells so. */
const SLIGHT = 1.5;

function isSlight(distance: string): boolean {
  const px = lengthOf(distance, USUAL_SIZE);
  return px !== undefined && Math.abs(px) < SLIGHT;
}

/** A length in px. */
function lengthOf(text: string, em: number): number | undefined {
  const [, number, unit = "px"] = /^([-+]?[\d.]+)(px|pt|r?em|%)?$/.exec(text) ?? [];
  if (number === undefined) return undefined;
  return Number(number) * { px: 1, pt: 4 / 3, em, rem: USUAL_SIZE, "%": em / 100 }[unit]!;
}

/** What the element adds to the level of what is around it. */
export function levelOf(element: PageElement, css: Declarations, around: number): string {
  const cell = /^(?:td|th|tr|table|tbody|div|p|img|li)$/.test(element.name);
  if (cell) return shiftOf(css);
  const raised = isRaised(element, css, around) || isMoved(element, css, around) ? "raised" : shiftOf(css);
  const apart = (element.name === "a" && "href" in element.attribs) || isMarkByClass(element) ? "mark" : "";
  return raised + apart + (isSmaller(element, css) ? "small" : "");
}

/** How far the element is moved from its line; "" for one that stands on it. */
function shiftOf(css: Declarations): string {
  if (css.get("position") !== "relative") return "";
  return ["top", "bottom"]
    .map((side) => css.get(side) ?? "")
    .filter((distance) => /\d/.test(distance) && !isSlight(distance))
    .join("");
}

/** Of a page that says nothing of it, in px. */
export const USUAL_SIZE = 16;
/** Share of the size around it below which text is said to be smaller. */
const SMALLER = 0.85;
/** Share of a size below which text cannot be taken for more of the same: Word mixes sizes that are nearer. */
const MUCH_SMALLER = 0.72;
/** Share of a size below which it is another one. */
const LITTLE_SMALLER = 0.9;
/** What the names of sizes come to, in px. */
const NAMED: Readonly<Record<string, number>> = { "xx-small": 9, "x-small": 10, small: 13, medium: 16, large: 18 };
/** The sizes of a font element, in px. */
const OF_FONT: Readonly<Record<string, number>> = { "1": 10, "2": 13, "3": 16, "4": 18, "-1": 13, "-2": 10, "-3": 10 };

/** True for text that says that it is smaller than what is around it, whatever the size of that. */
function isSmaller({ name }: PageElement, css: Declarations): boolean {
  const size = sizeOf(css);
  if (size === undefined) return name === "small";
  return size === "smaller" || (/(?:\dem|%)$/.test(size) && lengthOf(size, 1)! < SMALLER);
}

/** The size of the text of an element in px, given that of the text around it. */
export function sizeIn({ name, attribs }: PageElement, css: Declarations, around: number): number {
  const size = sizeOf(css);
  if (size === undefined) return (name === "font" && OF_FONT[attribs["size"] ?? ""]) || around;
  if (size === "smaller") return SMALLER * around;
  return NAMED[size] ?? (lengthOf(size, around) || around);
}

export const isMuchSmaller = (size: number, other: number): boolean =>
  Math.min(size, other) < MUCH_SMALLER * Math.max(size, other);

/** The size of the font, by itself or among its other properties. */
export function sizeOf(css: Declarations): string | undefined {
  const own = css.get("font-size");
  const font = css.get("font");
  if (own !== undefined || font === undefined) return own;
  return /(?:^|\s)(0|[\d.]+(?:px|pt|em|rem|%))(?=[\s/]|$)/.exec(font)?.[1];
}
