/**
 * A cell in which no text was found in; why it may show something all the same, out: a picture, or what a style sheet, a
 * script or a field of a form prints. A reader of the page sees a number there, and it must not be taken for a blank.
 */
import { isText } from "domhandler";
import { textContent } from "domutils";
import type { CellDoubt } from "../document.js";
import type { Declarations, StyleSheet } from "./css.js";
import { isElement, type PageElement } from "./element.js";
import { holdsPicture } from "./problems.js";
import { isHidden } from "./style.js";

/** Elements that draw, or that a script fills. */
const DRAWS = /^(?:svg|canvas|object|embed|video|progress|meter|iframe)$/;
const SCRIPTS = /^(?:script|noscript|template|slot)$/;
const FIELD = /^(?:input|textarea|button|select)$/;
const NUMBER = /^\s*[+-]?[\d０-９][\d０-９,，.]*\s*$/;
/** Attributes with numbers that lay out, and values of none. */
const LAYS_OUT =
  /col|row|width|height|index|id\b|span|size|style|line|key|level|sort|order|page|version|padding|margin/i;
/** Attributes by which the usual libraries fill an element. */
const BOUND = /^(?:v-(?:text|html|model|bind)|ng-bind|ng-model|data-(?:ng-)?bind|x-text|x-html|:text|th:u?text)/i;
/** Anchors that editors leave. */
const ANCHOR = /bookmark|^_|anchor|^OLE_LINK/i;

/** Undefined for a cell that is blank for whoever looks at it. */
export function doubtOfBlank(cell: PageElement, sheet: StyleSheet): CellDoubt | undefined {
  if (holdsPicture(cell)) return "picture";
  return printsElsewhere(cell, sheet, true) ? "generated" : undefined;
}

function printsElsewhere(element: PageElement, sheet: StyleSheet, isCell: boolean): boolean {
  if (SCRIPTS.test(element.name)) return element.name === "slot" || textContent(element).trim() !== "";
  if (isHidden(element, sheet)) return false;
  if (DRAWS.test(element.name)) return true;
  if (FIELD.test(element.name)) return isFilledField(element);
  if (generatesText(element, sheet) || hasBackground(sheet.declarationsOf(element))) return true;
  if (namesNumber(element) || (!isCell && isFilledByName(element))) return true;
  return element.children.some((child) => isElement(child) && printsElsewhere(child, sheet, false));
}

const hasBackground = (css: Declarations) => css.has("background") || css.has("background-image");

/** What a style sheet prints is looked at only for letters and numbers: most of it is ornament. */
function generatesText(element: PageElement, sheet: StyleSheet): boolean {
  return sheet.generatedBy(element).some((content) => /[\p{L}\p{N}\p{Co}]/u.test(printed(content, element)));
}

/** "generated" for a cell with text beside which a style sheet may print a further digit. */
export function doubtOfText(cell: PageElement, sheet: StyleSheet): CellDoubt | undefined {
  return sheet.generates && addsDigits(cell, sheet) ? "generated" : undefined;
}

function addsDigits(element: PageElement, sheet: StyleSheet): boolean {
  if (isHidden(element, sheet)) return false;
  if (sheet.generatedBy(element).some((content) => /\p{N}/u.test(printed(content, element)))) return true;
  return element.children.some((child) => isElement(child) && addsDigits(child, sheet));
}

/** The text of a content declaration; a counter or variable counts as a number. */
function printed(content: string, { attribs }: PageElement): string {
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
  return (id !== undefined && !ANCHOR.test(id)) || /(?:^|[\s_-])[a-z]{0,4}[-_]?\d$/i.test(classes);
}
