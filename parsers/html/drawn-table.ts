/**
 * An element in; the rows of cells that it draws without table elements out: by roles and styles of tables, flex boxes
 * and grids, by the names of classes, and by lists whose items all have the same parts.
 */
import { isText } from "domhandler";
import { append } from "../append.js";
import type { RawCell } from "../cells.js";
import type { StyleSheet } from "./css.js";
import { isElement, type PageElement } from "./element.js";
import type { Reading } from "./reading.js";
import { rowsOfGrid } from "./grid-table.js";
import { turnsBoxes, turnsChildren } from "./reordered.js";
import { displayOf, isHidden, type Display } from "./style.js";
import { LONG_CELL, spanOf } from "./table.js";

/** What a cell shows. */
export type CellContent = Pick<RawCell, "text" | "doubt">;
type ContentOf = (cell: PageElement, reading: Reading) => CellContent;

/** Fewer rows than this may be anything, unless the element says that it is a table. */
const FEWEST_ROWS = 3;
/** Text of a part of a list item that is too long for a label or a value. */
const LONG_PART = 80;

/** Elements that draw no table, whatever they hold. */
const NEVER = new Set("p h1 h2 h3 h4 h5 h6 tr td th center article main".split(" "));

/** Null for an element that draws no table. */
export function drawnRows(element: PageElement, reading: Reading, contentOf: ContentOf): RawCell[][] | null {
  if (NEVER.has(element.name) || element.children.length === 0) return null;
  const display = displayOf(element, reading.sheet);
  // One row may be all that a table has, and one group of rows; anything else has several parts.
  if (element.children.length < 2 && display !== "table") return null;
  const children = shownChildren(element, reading.sheet);
  if (children.length < 2 && display !== "table") return null;
  if (element.name === "dl") return definitionRows(children, reading, contentOf);
  if (display === "grid") return gridRows(element, children, reading, contentOf);
  return styledRows(element, display, children, reading, contentOf) ?? listRows(element, children, reading, contentOf);
}

const isShown = (child: PageElement, sheet: StyleSheet) => child.name !== "br" && !isHidden(child, sheet);

function shownChildren(element: PageElement, sheet: StyleSheet): PageElement[] {
  const shown: PageElement[] = [];
  for (const child of element.children) if (isElement(child) && isShown(child, sheet)) shown.push(child);
  return shown;
}

function isShort(cells: readonly PageElement[], longest: number): boolean {
  return cells.every(({ weight }) => weight === undefined || (weight.text <= longest && weight.nested === 0));
}

function rawCell(cell: PageElement, reading: Reading, contentOf: ContentOf): RawCell {
  const { attribs } = cell;
  return {
    ...contentOf(cell, reading),
    colSpan: spanOf(attribs["aria-colspan"] ?? attribs["colspan"], 1),
    rowSpan: spanOf(attribs["aria-rowspan"] ?? attribs["rowspan"], 1),
  };
}

function styledRows(
  element: PageElement,
  display: Display,
  children: PageElement[],
  reading: Reading,
  contentOf: ContentOf,
): RawCell[][] | null {
  const { sheet } = reading;
  const rows: PageElement[] = [];
  for (const child of children) {
    const own = displayOf(child, sheet);
    if (own === "row" || own === "flex") rows.push(child);
    else if (holdsRowsAlone(child, sheet)) append(rows, shownChildren(child, sheet));
  }
  const isTable = display === "table";
  if (rows.length < (isTable ? 1 : FEWEST_ROWS) || (!isTable && rows.length !== children.length)) return null;
  const cells = rows.map((row) => shownChildren(row, sheet));
  if (!cells.some((row) => row.length > 1) || !cells.every((row) => isShort(row, LONG_CELL))) return null;
  return readRows(element, rows, cells, reading, contentOf);
}

/** The cells of the rows; in doubt where rows stand in another order than they are read, or cells in their row. */
function readRows(
  table: PageElement,
  rows: readonly PageElement[],
  cells: readonly (readonly PageElement[])[],
  reading: Reading,
  contentOf: ContentOf,
): RawCell[][] {
  const read = cells.map((row, r) => {
    const own = row.map((cell) => rawCell(cell, reading, contentOf));
    return row.length > MOST_IN_ORDER && turnsChildren(rows[r]!, row, reading) ? rowInDoubt(own) : own;
  });
  const around = new Set(rows.map(({ parent }) => parent as PageElement)).add(table);
  return [...around].some((one) => turnsBoxes(one, reading)) ? inDoubt(read) : read;
}

/** A label and a value belong together on whichever side the label stands. */
const MOST_IN_ORDER = 2;

const rowInDoubt = (row: readonly RawCell[]) =>
  row.map((cell): RawCell => ({ ...cell, doubt: cell.doubt ?? "reordered" }));

/** The rows of a table whose cells a page may show at other places. */
export const inDoubt = (rows: readonly (readonly RawCell[])[]): RawCell[][] => rows.map(rowInDoubt);

function holdsRowsAlone(element: PageElement, sheet: StyleSheet): boolean {
  let holds = false;
  for (const child of element.children) {
    if (!isElement(child) || !isShown(child, sheet)) continue;
    if (displayOf(child, sheet) !== "row") return false;
    holds = true;
  }
  return holds;
}

function gridRows(
  grid: PageElement,
  children: PageElement[],
  reading: Reading,
  contentOf: ContentOf,
): RawCell[][] | null {
  const { sheet } = reading;
  const cells = children.flatMap((child) =>
    sheet.declarationsOf(child).get("display") === "contents" ? shownChildren(child, sheet) : [child],
  );
  if (!isShort(cells, LONG_CELL)) return null;
  const found = rowsOfGrid(grid, cells, reading);
  if (found === null || found.rows.length < 2) return null;
  const rows = found.rows.map((row) =>
    row.map(({ element, colSpan, rowSpan }): RawCell => ({ ...contentOf(element, reading), colSpan, rowSpan })),
  );
  return found.doubt === undefined ? rows : inDoubt(rows);
}

/** Items of one kind that all have the same number of parts, and no text beside them. */
function listRows(list: PageElement, items: PageElement[], reading: Reading, contentOf: ContentOf): RawCell[][] | null {
  const { name } = items[0]!;
  if (items.length < FEWEST_ROWS || (name !== "li" && name !== "div" && name !== "section")) return null;
  if ((list.weight?.links ?? 0) > 0) return null;
  if (items.some((item) => item.name !== name) || hasOwnText(list)) return null;
  const first = shownChildren(items[0]!, reading.sheet);
  if (first.length < 2) return null;
  const parts: PageElement[][] = [];
  for (const item of items) {
    const row = shownChildren(item, reading.sheet);
    if (row.length !== first.length || hasOwnText(item) || !isShort(row, LONG_PART)) return null;
    parts.push(row);
  }
  return readRows(list, items, parts, reading, contentOf);
}

const hasOwnText = (element: PageElement) =>
  element.children.some((child) => isText(child) && child.data.trim() !== "");

/** Each term begins a row. */
function definitionRows(children: PageElement[], reading: Reading, contentOf: ContentOf): RawCell[][] | null {
  const isPair = children[0]!.name === "dt" && children.every(({ name }) => name === "dt" || name === "dd");
  if (!isPair || !isShort(children, LONG_CELL)) return null;
  const rows: RawCell[][] = [];
  for (const child of children) {
    if (child.name === "dt") rows.push([]);
    rows.at(-1)!.push(rawCell(child, reading, contentOf));
  }
  return rows.length < FEWEST_ROWS ? null : rows;
}
