/** The declarations that hold for an element in; whether it is shown, and how it is laid out, out. */
import type { Declarations, StyleSheet } from "./css.js";
import { isElement, type PageElement } from "./element.js";
import { paintedIn, UNPAINTED, type Painted } from "./ink.js";
import { isMarkByClass, levelOf, SETS_OFF, sizeIn, sizeOf, USUAL_SIZE } from "./level.js";
import { cuts, isTight, isTiny, obscures } from "./obscured.js";

export type Display = "none" | "table" | "row" | "cell" | "flex" | "grid" | "other";

/** What an element hands down to those inside it. */
export interface Shown {
  /** False where text isn't drawn (visibility, font size 0, no colour); an inner element may say otherwise. */
  readonly drawn: boolean;
  readonly visible: boolean;
  readonly sized: boolean;
  readonly painted: Painted;
  /** True where text may not be seen as it is written, whatever inner elements say. */
  readonly obscured: boolean;
  /** True where letters lie over one another. */
  readonly tight: boolean;
  /** How the text is set off from the line around it: raised, moved, smaller; "" where it is not. */
  readonly level: string;
  /** Of the text, in px. */
  readonly size: number;
  /** True where line breaks of the source are line breaks. */
  readonly lines: boolean;
}

export const SHOWN: Shown = {
  drawn: true,
  visible: true,
  sized: true,
  painted: UNPAINTED,
  obscured: false,
  tight: false,
  level: "",
  size: USUAL_SIZE,
  lines: false,
};

/** Distance beyond which something is off the screen, in px. */
const FAR = -500;

/** What the usual style sheets call text that is only for programs that read a page aloud. */
const READ_ALOUD = /(?:^|\s)(?:sr-only|visually-hidden|screen-reader-text)(?:\s|$)/;

/** True where a browser shows nothing of the element, whatever is inside. */
export function isHidden(element: PageElement, sheet: StyleSheet): boolean {
  return (element.hidden ??= hides(element, sheet));
}

function hides(element: PageElement, sheet: StyleSheet): boolean {
  const { attribs, name } = element;
  const { class: classes } = attribs;
  if (classes !== undefined && READ_ALOUD.test(classes)) return true;
  const { hidden } = attribs;
  if (hidden !== undefined && hidden !== "until-found") return true;
  if (name === "input" && attribs["type"]?.toLowerCase() === "hidden") return true;
  if (name === "dialog" && !("open" in attribs)) return true;
  return conceals(sheet.declarationsOf(element));
}

function conceals(css: Declarations): boolean {
  return css.size > 0 && (css.conceals ??= concealing(css));
}

function concealing(css: Declarations): boolean {
  if (css.get("display") === "none" || css.get("mso-hide") === "all") return true;
  if (Number.parseFloat(css.get("opacity") ?? "1") === 0 || css.get("content-visibility") === "hidden") return true;
  if (["zoom", "scale"].some((property) => NO_SIZE.test(css.get(property) ?? ""))) return true;
  if (/opacity\(\s*0(?:\.0*)?%?\s*\)/.test(css.get("filter") ?? "")) return true;
  if (pixels(css.get("text-indent")) < FAR || /scale[xy3d]*\(\s*0\s*[,)]/.test(css.get("transform") ?? "")) return true;
  return isOffScreen(css) || isCutAway(css);
}

/** True for declarations with which text without any of its own isn't seen. */
export const isUnseen = (css: Declarations): boolean =>
  conceals(css) || /^(?:hidden|collapse)$/.test(css.get("visibility") ?? "") || NO_SIZE.test(sizeOf(css) ?? "");

const NO_SIZE = /^0(?:\.0+)?(?:px|pt|em|rem|%)?$/;
const STRUCK = new Set(["del", "s", "strike"]);

/** True for text that the writer crossed out. */
export function isStruck(element: PageElement, sheet: StyleSheet): boolean {
  if (STRUCK.has(element.name)) return true;
  const css = sheet.declarationsOf(element);
  if (css.size === 0) return false;
  return ["text-decoration", "text-decoration-line"].some((property) => css.get(property)?.includes("line-through"));
}

/** True for text that is shown from its last character to its first. */
export function isTurned(element: PageElement, sheet: StyleSheet): boolean {
  if (element.name === "bdo" && element.attribs["dir"]?.toLowerCase() === "rtl") return true;
  const css = sheet.declarationsOf(element);
  if (css.size === 0) return false;
  return css.get("direction") === "rtl" && /override$/.test(css.get("unicode-bidi") ?? "");
}

function isOffScreen(css: Declarations): boolean {
  if (pixels(css.get("margin-left")) < FAR) return true;
  if (!/^(?:absolute|fixed|relative)$/.test(css.get("position") ?? "")) return false;
  return ["left", "top", "right"].some((side) => pixels(css.get(side)) < FAR);
}

/** What overflows a box without height or width, or is outside its clipping, isn't drawn. */
function isCutAway(css: Declarations): boolean {
  const clip = (css.get("clip") ?? "").replace(/\s+/g, "");
  if (/^rect\((?:[01](?:px)?,?){4}\)$/.test(clip) || /^inset\((?:50|100)%/.test(css.get("clip-path") ?? ""))
    return true;
  const cut = [css.get("overflow"), css.get("overflow-x"), css.get("overflow-y")].some((value) =>
    /^(?:hidden|clip)/.test(value ?? ""),
  );
  const empty = (value: string | undefined) => value !== undefined && /^0(?:px|pt|em|rem|%)?$/.test(value);
  return (
    cut &&
    (empty(css.get("height")) || empty(css.get("max-height")) || empty(css.get("width")) || empty(css.get("max-width")))
  );
}

function pixels(value: string | undefined): number {
  const match = /^(-?[\d.]+)(px|pt|em|rem|%)?$/.exec(value ?? "");
  if (!match) return 0;
  const factor = { em: 16, rem: 16, pt: 4 / 3, "%": 10 }[match[2] ?? "px"] ?? 1;
  return Number(match[1]) * factor;
}

/** What holds inside the last element with these declarations; the cells of a table have the same by hundreds. */
export interface LastShown {
  readonly around: Shown;
  readonly name: string;
  readonly classes: string | undefined;
  readonly shown: Shown;
}

/** What holds inside the element, given what holds around it. */
export function shownIn(element: PageElement, around: Shown, sheet: StyleSheet): Shown {
  const css = sheet.declarationsOf(element);
  const { name } = element;
  const classes = element.attribs["class"];
  const saysMore = SETS_OFF.has(name) || isPainted(element);
  if (css.size === 0 && !saysMore && !PREFORMATTED.has(name) && !isMarkByClass(element)) return around;
  // What it says by other attributes, or cuts off its own text, holds for no other element.
  if (saysMore || cuts(css)) return shownAnew(element, around, css);
  const last = sheet.lastShown.get(css);
  if (last?.around === around && last.name === name && last.classes === classes) return last.shown;
  const shown = shownAnew(element, around, css);
  sheet.lastShown.set(css, { around, name, classes, shown });
  return shown;
}

function shownAnew(element: PageElement, around: Shown, css: Declarations): Shown {
  const visibility = css.get("visibility");
  const stated = sizeOf(css);
  const space = css.get("white-space") ?? (PREFORMATTED.has(element.name) ? "pre" : undefined);
  const visible = visibility === undefined || visibility === "inherit" ? around.visible : visibility === "visible";
  const sized = stated === undefined ? around.sized : !NO_SIZE.test(stated);
  const lines = space === undefined ? around.lines : space.startsWith("pre");
  const painted = paintedIn(element, css, around.painted);
  const level = around.level + levelOf(element, css, around.size);
  const size = sizeIn(element, css, around.size);
  const obscured = around.obscured || obscures(element, css, size);
  const tight = isTight(css, size) ?? around.tight;
  const drawn = visible && sized && painted.ink !== "none";
  return { visible, sized, painted, obscured, tight, level, size, lines, drawn };
}

/** What holds inside an element of which those around it may not have been come to. */
export function shownInside(element: PageElement, sheet: StyleSheet): Shown {
  if (element.shown !== undefined) return element.shown;
  const { parent } = element;
  const around = parent && isElement(parent) ? shownInside(parent, sheet) : SHOWN;
  return (element.shown = shownIn(element, around, sheet));
}

/**
 * True where digits may not be seen, or not as they are written.
 * @param base how the text around is painted: where all of it has the colour of its background, that is another one
 */
export const isObscure = ({ painted, obscured, tight, size }: Shown, base: Painted): boolean =>
  obscured || tight || isTiny(size) || (painted.ink === "pale" && base.ink !== "pale");

const isPainted = ({ attribs }: PageElement) => attribs["bgcolor"] !== undefined || attribs["background"] !== undefined;

const PREFORMATTED = new Set(["pre", "xmp", "listing", "plaintext"]);

const ROLES: Readonly<Record<string, Display>> = {
  table: "table",
  grid: "table",
  row: "row",
  cell: "cell",
  gridcell: "cell",
  columnheader: "cell",
  rowheader: "cell",
};
const DISPLAYS: Readonly<Record<string, Display>> = {
  none: "none",
  table: "table",
  "inline-table": "table",
  "table-row": "row",
  "table-cell": "cell",
  flex: "flex",
  "inline-flex": "flex",
  grid: "grid",
  "inline-grid": "grid",
};
/** Names that page builders give to the parts of tables drawn with other elements. */
const NAMES: readonly (readonly [RegExp, Display])[] = [
  [/(?:^|[-_])(?:table|tbl)$/i, "table"],
  [/^(?:tr|(?:table|tbl|grid|data)[-_]?(?:row|tr)|row|line)$/i, "row"],
  [/^(?:td|th|(?:table|tbl|grid|data)?[-_]?(?:cell|td|th)|col)$/i, "cell"],
];

/** How the element is laid out, as far as its role, the styles of the page and its class names tell. */
export function displayOf(element: PageElement, sheet: StyleSheet): Display {
  return (element.display ??= toldDisplay(element, sheet));
}

function toldDisplay(element: PageElement, sheet: StyleSheet): Display {
  const display = sheet.declarationsOf(element).get("display");
  if (display !== undefined) return DISPLAYS[display] ?? "other";
  const { role, class: classes } = element.attribs;
  const stated = role === undefined ? undefined : ROLES[role];
  if (stated || classes === undefined) return stated ?? "other";
  const known = sheet.displays.get(classes);
  if (known !== undefined) return known;
  const named = namedDisplay(classes);
  sheet.displays.set(classes, named);
  return named;
}

function namedDisplay(classes: string): Display {
  const names = classes.split(/\s+/);
  return NAMES.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1] ?? "other";
}
