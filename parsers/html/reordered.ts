/**
 * A cell whose text stands in several pieces in; whether the page shows these in another order than the source has them,
 * out: boxes and floats that are turned round would show 12 where the source says 21.
 */
import { isText, type AnyNode } from "domhandler";
import { textContent } from "domutils";
import type { Declarations, StyleSheet } from "./css.js";
import { isElement, type PageElement } from "./element.js";
import { isHidden } from "./style.js";

const BOX = /^(?:inline-)?(?:flex|grid)$/;
/** What stands in the line as a box of its own, which the direction of the text turns. */
const BOX_OF_LINE = /^inline-/;

/**
 * True where pieces with digits are shown in another order than they are read.
 *
 * @param around whether the text around runs from right to left
 */
export function isReordered(element: PageElement, sheet: StyleSheet, around = false): boolean {
  if (!element.children.some(isElement) || isHidden(element, sheet)) return false;
  const css = sheet.declarationsOf(element);
  const direction = css.get("direction") ?? element.attribs["dir"]?.toLowerCase();
  const isRightToLeft = direction === undefined ? around : direction === "rtl";
  const pieces = element.children.length > 1 ? piecesOf(element, sheet) : [];
  if (pieces.length > 1 && turns(css, pieces, isRightToLeft)) return true;
  return element.children.some((child) => isElement(child) && isReordered(child, sheet, isRightToLeft));
}

/** The styles of the children that print digits. */
function piecesOf({ children }: PageElement, sheet: StyleSheet): Declarations[] {
  return children.flatMap((child) => {
    if (isElement(child)) return isHidden(child, sheet) || !hasDigit(child) ? [] : [sheet.declarationsOf(child)];
    return isText(child) && hasDigit(child) ? [PLAIN] : [];
  });
}

const PLAIN: Declarations = new Map();
const hasDigit = (node: AnyNode) => /\p{N}/u.test(isText(node) ? node.data : textContent(node));

function turns(css: Declarations, pieces: readonly Declarations[], isRightToLeft: boolean): boolean {
  if (BOX.test(css.get("display") ?? "")) {
    const flow = `${css.get("flex-direction") ?? ""} ${css.get("flex-flow") ?? ""}`;
    return isRightToLeft || flow.includes("reverse") || !isRising(pieces.map((piece) => orderOf(piece)));
  }
  if (isRightToLeft && pieces.some((piece) => BOX_OF_LINE.test(piece.get("display") ?? ""))) return true;
  return (
    !isRising(pieces.map((piece) => SIDES[piece.get("float") ?? ""] ?? 1)) || pieces.filter(floatsRight).length > 1
  );
}

/** Where a float goes: left of what doesn't float, or right of it. */
const SIDES: Readonly<Record<string, number>> = { left: 0, right: 2 };
const floatsRight = (piece: Declarations) => piece.get("float") === "right";
const orderOf = (piece: Declarations) => Number.parseInt(piece.get("order") ?? "0", 10) || 0;
const isRising = (places: readonly number[]) => places.every((place, n) => n === 0 || place >= places[n - 1]!);
