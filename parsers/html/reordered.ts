/**
 * Elements in; whether the page shows their text in another order, or at another place, than the source has it, out: boxes
 * and floats that are turned round, and digits that are moved, would show 12 where the source says 21.
 */
import { isText, type ChildNode } from "domhandler";
import type { Declarations } from "./css.js";
import { INLINE, isElement, type PageElement } from "./element.js";
import { isMoved, isOutOfPlace } from "./moved.js";
import type { Page } from "./reading.js";
import { isHidden, isTurned } from "./style.js";

const BOX = /^(?:inline-)?(?:flex|grid)$/;
/** What stands in the line as a box of its own, or apart from the text around it, which the direction of that text turns. */
const BOX_OF_LINE = /^(?:inline-|table-cell$)/;
const ISOLATING = /^(?:-webkit-|-moz-)?isolate/;

/** True where digits of a cell are shown in another order than they are read, or outside of the cell. */
export const isReordered = (cell: PageElement, page: Page): boolean => reorders(cell, false, page);

/** @param divided whether other digits of the cell stand beside the element */
function reorders(element: PageElement, divided: boolean, page: Page): boolean {
  page.checkTime();
  if (isHidden(element, page.sheet)) return false;
  const css = page.sheet.declarationsOf(element);
  if (css.size > 0 && (divided ? isMoved(css) : isOutOfPlace(css))) return true;
  if (/override$/.test(css.get("unicode-bidi") ?? "") && !isReadTurned(element, page) && runsToTheLeft(element, page)) {
    return true;
  }
  const { children } = element;
  const pieces = children.length > 1 ? children.filter((child) => printsDigit(child, page)) : children;
  if (pieces.length > 1 && turns(element, pieces, page)) return true;
  return pieces.some((piece) => isElement(piece) && reorders(piece, divided || pieces.length > 1, page));
}

/** What stands in the line is turned where it is read. */
const isReadTurned = (element: PageElement, { sheet }: Page) => INLINE.has(element.name) && isTurned(element, sheet);

const DIGIT = /\p{N}/u;

function printsDigit(node: ChildNode, page: Page): boolean {
  if (isText(node)) return DIGIT.test(node.data);
  if (!isElement(node)) return false;
  page.checkTime();
  return !isHidden(node, page.sheet) && node.children.some((child) => printsDigit(child, page));
}

/** True where an element that lays its children out as boxes shows them in another order than they are read. */
export function turnsBoxes(element: PageElement, page: Page): boolean {
  if (!BOX.test(page.sheet.declarationsOf(element).get("display") ?? "")) return false;
  return turnsChildren(element, element.children.filter(isElement), page);
}

/** True where a table, its groups of rows or its rows show their parts in another order, as boxes and floats can. */
export function turnsRows(table: PageElement, page: Page): boolean {
  if (turnsBoxes(table, page) || (table.name === "tr" && floatsCells(table, page))) return true;
  return table.children.some((child) => isElement(child) && PARTS.has(child.name) && turnsRows(child, page));
}

const floatsCells = (row: PageElement, { sheet }: Page) =>
  row.children.some((cell) => isElement(cell) && floatsRight(sheet.declarationsOf(cell)));

const PARTS: ReadonlySet<string> = new Set(["thead", "tbody", "tfoot", "tr"]);

/** True where an element shows these children in another order than they are read, be they boxes or floats. */
export function turnsChildren(element: PageElement, children: readonly PageElement[], page: Page): boolean {
  const shown = children.filter((child) => !isHidden(child, page.sheet));
  return shown.length > 1 && turns(element, shown, page);
}

const PLAIN: Declarations = new Map();

function turns(element: PageElement, children: readonly ChildNode[], page: Page): boolean {
  const css = page.sheet.declarationsOf(element);
  const pieces = children.map((child) => (isElement(child) ? page.sheet.declarationsOf(child) : PLAIN));
  if (BOX.test(css.get("display") ?? "")) {
    const flow = `${css.get("flex-direction") ?? ""} ${css.get("flex-flow") ?? ""}`;
    return flow.includes("reverse") || !isRising(pieces.map(orderOf)) || runsToTheLeft(element, page);
  }
  if (children.some((child) => isApart(child, page)) && runsToTheLeft(element, page)) return true;
  return !isRising(pieces.map(sideOf)) || pieces.filter(floatsRight).length > 1;
}

function isApart(child: ChildNode, { sheet }: Page): boolean {
  if (!isElement(child)) return false;
  const css = sheet.declarationsOf(child);
  return (
    child.name === "bdi" || BOX_OF_LINE.test(css.get("display") ?? "") || ISOLATING.test(css.get("unicode-bidi") ?? "")
  );
}

function runsToTheLeft(element: PageElement, { sheet }: Page): boolean {
  for (let around = element.parent ? element : null; around;) {
    const direction = sheet.declarationsOf(around).get("direction") ?? around.attribs["dir"]?.toLowerCase();
    if (direction === "rtl" || direction === "ltr") return direction === "rtl";
    const { parent } = around as PageElement;
    around = parent && isElement(parent) ? parent : null;
  }
  return false;
}

/** Where a float goes: left of what doesn't float, or right of it. */
const SIDES: Readonly<Record<string, number>> = { left: 0, right: 2 };
const sideOf = (piece: Declarations) => SIDES[piece.get("float") ?? ""] ?? 1;
const floatsRight = (piece: Declarations) => piece.get("float") === "right";
const orderOf = (piece: Declarations) => Number.parseInt(piece.get("order") ?? "0", 10) || 0;
const isRising = (places: readonly number[]) => places.every((place, n) => n === 0 || place >= places[n - 1]!);
