/**
 * A cell in which no text was found in; why it may show something all the same, out: a picture, or what a style sheet, a
 * script or a field of a form prints. A reader of the page sees a number there, and it must not be taken for a blank.
 */
import { isText } from "domhandler";
import { textContent } from "domutils";
import type { CellDoubt } from "../document.js";
import type { Declarations, Generated, StyleSheet } from "./css.js";
import { isElement, type PageElement } from "./element.js";
import { holdsPicture } from "./problems.js";
import { isReordered } from "./reordered.js";
import { isHidden, isUnseen } from "./style.js";

/** Elements that draw, or that a script fills. */
const DRAWS = /^(?:svg|canvas|object|embed|video|progress|meter|iframe)$/;
const SCRIPTS = /^(?:script|noscript|template|slot)$/;
/** What a script does that prints something; others only count or lay out. */
const PRINTS = /write|inner|outer|text|html|append|prepend|insert|replace|value|fill|render/i;
const FIELD = /^(?:input|textarea|button|select)$/;
const NUMBER = /^\s*[+-]?[\d０-９][\d０-９,，.]*\s*$/;
/** Attributes with numbers that lay out, and values of none. */
const LAYS_OUT =
  /col|row|width|height|index|id\b|span|size|style|line|key|level|sort|order|page|version|padding|margin/i;
/** Attributes by which the usual libraries fill an element. */
const BOUND = /^(?:v-(?:text|html|model|bind)|ng-bind|ng-model|data-(?:ng-)?bind|x-text|x-html|:text|th:u?text)/i;
/** Classes that Excel, Google Docs and macOS give to the styles of text. */
const STYLE_CLASS = /^(?:font|[cpst])\d+$/i;
/** Anchors that editors leave. */
const ANCHOR = /bookmark|^_|anchor|^OLE_LINK/i;

/** Undefined for a cell that is blank for whoever looks at it. */
export function doubtOfBlank(cell: PageElement, sheet: StyleSheet): CellDoubt | undefined {
  if (holdsPicture(cell)) return "picture";
  return printsElsewhere(cell, sheet, true) ? "generated" : undefined;
}

function printsElsewhere(element: PageElement, sheet: StyleSheet, isCell: boolean): boolean {
  if (SCRIPTS.test(element.name)) return printsByScript(element);
  if (isHidden(element, sheet)) return false;
  if (DRAWS.test(element.name)) return true;
  if (FIELD.test(element.name)) return isFilledField(element);
  if (generatesText(element, sheet) || showsBackground(element, sheet, isCell)) return true;
  if (namesNumber(element) || (!isCell && isFilledByName(element))) return true;
  return element.children.some((child) => isElement(child) && printsElsewhere(child, sheet, false));
}

function printsByScript(element: PageElement): boolean {
  const text = textContent(element);
  if (element.name === "script") return element.attribs["src"] !== undefined || PRINTS.test(text);
  return element.name === "slot" || text.trim() !== "";
}

/** A picture behind a cell that cells with text beside it have as well is the table's own. */
function showsBackground(element: PageElement, sheet: StyleSheet, isCell: boolean): boolean {
  const own = backgroundOf(sheet.declarationsOf(element));
  if (own === null || !isCell) return own !== null;
  const beside = element.parent?.children ?? [];
  const isShared = (cell: PageElement) =>
    backgroundOf(sheet.declarationsOf(cell)) === own && textContent(cell).trim() !== "";
  return !beside.some((cell) => isElement(cell) && isShared(cell));
}

function backgroundOf(css: Declarations): string | null {
  const background = css.get("background-image") ?? css.get("background");
  return background?.includes("url(") ? background : null;
}

/** What a style sheet prints is looked at only for letters and numbers: most of it is ornament. */
function generatesText(element: PageElement, sheet: StyleSheet): boolean {
  return sheet.generatedBy(element).some((one) => /[\p{L}\p{N}\p{Co}]/u.test(printed(one, element)));
}

/** For a cell with text beside which a style sheet may print a further digit, or whose digits it shows in another order. */
export function doubtOfText(cell: PageElement, sheet: StyleSheet): CellDoubt | undefined {
  if (isReordered(cell, sheet)) return "reordered";
  return sheet.generates && addsDigits(cell, sheet) ? "generated" : undefined;
}

/** What would change the number that it is printed next to: digits, signs and multiples. */
const NEXT_TO = {
  before: /(?:\p{N}[\s.,，'"]*|[-−－△▲负]['"]?)$/u,
  after: /^['"]?[\s.,，]*[\p{N}十百千万亿%％‰]/u,
};

function addsDigits(element: PageElement, sheet: StyleSheet): boolean {
  if (isHidden(element, sheet)) return false;
  if (sheet.generatedBy(element).some((one) => NEXT_TO[one.side].test(printed(one, element)))) return true;
  return element.children.some((child) => isElement(child) && addsDigits(child, sheet));
}

/** The text of a content declaration; a counter or variable counts as a number. */
function printed({ content, css }: Generated, { attribs }: PageElement): string {
  if (isUnseen(css)) return "";
  return content
    .replace(/attr\(([^()]*)\)/g, (_, name: string) => attribs[name.trim().split(/[\s,]/)[0]!] ?? "")
    .replace(/(?:counters?|var)\([^()]*\)/g, "0")
    .replace(/\\([\da-f]{1,6})\s?/g, (_, code: string) => character(Number.parseInt(code, 16)))
    .replace(/^(?:none|normal|inherit|initial|(?:no-)?(?:open|close)-quote|\s)+$/, "");
}

const character = (code: number) => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "");

/** A field that holds something, or that only a script could have filled. */
function isFilledField(field: PageElement): boolean {
  const { type = "text", value, placeholder } = field.attribs;
  if (/^(?:hidden|checkbox|radio)$/i.test(type)) return false;
  return field.name === "button" ? textContent(field).trim() !== "" : value !== "" || placeholder !== undefined;
}

function namesNumber({ name, attribs }: PageElement): boolean {
  if (name.includes("-") && Object.values(attribs).some((value) => NUMBER.test(value))) return true;
  return Object.entries(attribs).some(([attribute, value]) => {
    if (BOUND.test(attribute)) return true;
    return /^(?:data-|value$)/.test(attribute) && !LAYS_OUT.test(attribute) && NUMBER.test(value);
  });
}

/** An empty element with a name of its own, or with a class for each digit, is there to be filled. */
function isFilledByName({ name, attribs, children }: PageElement): boolean {
  if (!/^(?:span|b|i|em|strong|label|output)$/.test(name)) return false;
  if (children.some((child) => isElement(child) || (isText(child) && child.data.trim() !== ""))) return false;
  const { id, class: classes = "" } = attribs;
  return (id !== undefined && !ANCHOR.test(id)) || namesDigit(classes);
}

const namesDigit = (classes: string) =>
  classes.split(/\s+/).some((name) => /(?:^|[_-])[a-z]{0,4}[-_]?\d$/i.test(name) && !STYLE_CLASS.test(name));
