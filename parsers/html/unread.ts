/**
 * A cell in; why it may show something else than the text that was found in it, or something where none was, out: a picture,
 * or what a style sheet, a script or a field of a form prints. A reader of the page sees another number there than none or
 * this.
 */
import { textContent } from "domutils";
import type { CellDoubt } from "../document.js";
import type { Declarations, Generated, StyleSheet } from "./css.js";
import { isElement, type PageElement } from "./element.js";
import { paintedIn } from "./ink.js";
import { isMoved } from "./moved.js";
import { isDrawnCell, isEmpty, isFilledByName, isFurtherDigit, namesNumber } from "./named-number.js";
import { holdsPicture } from "./problems.js";
import type { Page } from "./reading.js";
import { isReordered } from "./reordered.js";
import { isHidden, isUnseen, shownInside } from "./style.js";

/** Elements that draw, or that a script fills. */
const DRAWS = /^(?:svg|canvas|object|embed|video|progress|meter|iframe)$/;
const SCRIPTS = /^(?:script|noscript|template|slot)$/;
/** What a script does that prints something; others only count or lay out. */
const PRINTS = /write|inner|outer|text|html|append|prepend|insert|replace|value|fill|render/i;
const FIELD = /^(?:input|textarea|button|select)$/;

/** Undefined for a cell that is blank for whoever looks at it. */
export function doubtOfBlank(cell: PageElement, page: Page): CellDoubt | undefined {
  if (holdsPicture(cell)) return "picture";
  return printsElsewhere(cell, page, true) ? "generated" : undefined;
}

function printsElsewhere(element: PageElement, page: Page, isCell: boolean): boolean {
  page.checkTime();
  const { sheet } = page;
  if (SCRIPTS.test(element.name)) return printsByScript(element);
  if (isHidden(element, sheet)) return false;
  if (DRAWS.test(element.name)) return true;
  if (FIELD.test(element.name)) return isFilledField(element);
  if (generatesText(element, sheet) || showsBackground(element, page, isCell)) return true;
  if (namesNumber(element) || (isCell ? isDrawnCell(element) : isFilledByName(element))) return true;
  return element.children.some((child) => isElement(child) && printsElsewhere(child, page, false));
}

function printsByScript(element: PageElement): boolean {
  const text = textContent(element);
  if (element.name === "script") return element.attribs["src"] !== undefined || PRINTS.test(text);
  return element.name === "slot" || text.trim() !== "";
}

/** A picture behind a cell that cells with text beside it have as well is the table's own. */
function showsBackground(element: PageElement, { sheet, checkTime }: Page, isCell: boolean): boolean {
  const own = backgroundOf(sheet.declarationsOf(element));
  if (own === null || !isCell) return own !== null;
  const beside = element.parent?.children ?? [];
  const isShared = (cell: PageElement) => {
    checkTime();
    return backgroundOf(sheet.declarationsOf(cell)) === own && textContent(cell).trim() !== "";
  };
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

/** For a cell with text beside which a further digit may be shown, or whose digits are shown in another order. */
export function doubtOfText(cell: PageElement, text: string, page: Page): CellDoubt | undefined {
  if (page.sheet.generates && addsDigits(cell, page)) return "generated";
  if (page.sheet.partsOf && DIGIT.test(text) && hidesPart(cell, page)) return "obscured";
  // Text alone stands as it is written: most cells hold nothing else.
  if (page.sheet.declarationsOf(cell).size === 0 && !cell.children.some(isElement)) return undefined;
  if (!DIGIT.test(text)) return undefined;
  if (isReordered(cell, page)) return "reordered";
  return showsFurtherDigit(cell, page) ? "generated" : undefined;
}

const DIGIT = /\p{N}/u;

/** True where the first letter or line of an element is shown otherwise than the rest of it, or not at all. */
function hidesPart(element: PageElement, page: Page): boolean {
  page.checkTime();
  const { sheet } = page;
  const { painted } = shownInside(element, sheet);
  const hides = (css: Declarations) =>
    isUnseen(css) || isMoved(css) || css.has("float") || paintedIn(element, css, painted).ink !== painted.ink;
  if (sheet.partsOf!(element).some(hides)) return true;
  return element.children.some((child) => isElement(child) && hidesPart(child, page));
}

function showsFurtherDigit(element: PageElement, page: Page): boolean {
  page.checkTime();
  return element.children.some((child) => {
    if (!isElement(child) || isHidden(child, page.sheet)) return false;
    return isFurtherDigit(child) || drawsDigit(child, page) || showsFurtherDigit(child, page);
  });
}

/** True for a drawing with digits, a script that writes, and what only a picture behind it can fill. */
function drawsDigit(element: PageElement, { sheet }: Page): boolean {
  if (element.name === "svg") return DIGIT.test(textContent(element));
  if (element.name === "script") return /\bwrite(?:ln)?\s*\(/.test(textContent(element));
  return isEmpty(element) && backgroundOf(sheet.declarationsOf(element)) !== null;
}

/** What would change the number that it is printed next to: digits, signs and multiples. */
const NEXT_TO = {
  before: /(?:\p{N}[\s.,，'"]*|[-−－△▲负]['"]?)$/u,
  after: /^['"]?[\s.,，]*[\p{N}十百千万亿%％‰]/u,
};

function addsDigits(element: PageElement, page: Page): boolean {
  page.checkTime();
  const { sheet } = page;
  if (isHidden(element, sheet)) return false;
  if (sheet.generatedBy(element).some((one) => NEXT_TO[one.side].test(printed(one, element)))) return true;
  return element.children.some((child) => isElement(child) && addsDigits(child, page));
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
