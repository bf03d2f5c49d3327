/**
 * An element without text in; whether its name, classes or attributes tell that a number is shown in it all the same, by a
 * script, a style sheet or a font that the page only refers to, out.
 */
import { isText } from "domhandler";
import type { PageElement } from "./element.js";
import { isElement } from "./element.js";

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
const INLINE = /^(?:span|b|i|em|strong|label|output)$/;
/** Classes of pictures or letters of a font that stand for digits. */
const DRAWN_DIGIT = /(?:^|[\s_-])(?:icon(?:font)?s?|ico|sprites?|digits?|glyphs?|num(?:ber)?s?|shuzi)(?=$|[\s_-]|\d)/i;
/** Of those, the ones that say of a whole cell that it is a picture; the others may say how its text is set. */
const DRAWN_CELL = /(?:^|[\s_-])(?:sprites?|iconfont|glyphs?)(?=$|[\s_-]|\d)/i;
const DIGIT_NAME =
  /(?:^|[\s_-])(?:zero|one|two|three|four|five|six|seven|eight|nine|ling|yi|er|san|si|wu|liu|qi|ba|jiu)(?=$|[\s_-])/i;

/** True for a number in an attribute that a script or a style sheet may print. */
export function namesNumber({ name, attribs }: PageElement): boolean {
  if (name.includes("-") && Object.values(attribs).some((value) => NUMBER.test(value))) return true;
  for (const attribute in attribs) {
    if (BOUND.test(attribute)) return true;
    if (!/^(?:data-|value$)/.test(attribute) || LAYS_OUT.test(attribute)) continue;
    if (NUMBER.test(attribs[attribute]!)) return true;
  }
  return false;
}

/** True for an empty element with a name of its own, or with a class for a digit: it is there to be filled. */
export function isFilledByName(element: PageElement): boolean {
  if (!isEmpty(element)) return false;
  const { id, class: classes = "" } = element.attribs;
  const isInline = INLINE.test(element.name);
  if (isInline && id !== undefined && !ANCHOR.test(id)) return true;
  return (isInline || element.name === "div") && (namesDigit(classes) || DRAWN_DIGIT.test(classes));
}

/** True for a cell that is itself such a picture. */
export const isDrawnCell = ({ attribs }: PageElement): boolean => DRAWN_CELL.test(attribs["class"] ?? "");

/** True for an empty element beside digits that shows a further one, as its class, its attributes or its picture say. */
export function isFurtherDigit(element: PageElement): boolean {
  const { name, attribs } = element;
  // What fields hold is read.
  if (!isEmpty(element) || FIELD.test(name)) return false;
  if (name === "img") return NUMBER.test(attribs["alt"] ?? "") || PICTURE_OF_DIGIT.test(attribs["src"] ?? "");
  const classes = attribs["class"] ?? "";
  return namesNumber(element) || namesDigit(classes) || (DRAWN_DIGIT.test(classes) && DIGIT_NAME.test(classes));
}

const FIELD = /^(?:input|textarea|select|button)$/;
const PICTURE_OF_DIGIT = /(?:^|[/_-])[a-z]{0,6}\d\.(?:gif|png|jpe?g|svg|bmp|webp)(?:[?#]|$)/i;

export const isEmpty = ({ children }: PageElement) =>
  !children.some((child) => isElement(child) || (isText(child) && child.data.trim() !== ""));

const namesDigit = (classes: string) =>
  classes.split(/\s+/).some((name) => /(?:^|[_-])[a-z]{0,4}[-_]?\d$/i.test(name) && !STYLE_CLASS.test(name));
