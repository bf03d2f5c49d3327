/**
 * An element in; the rows of cells that it draws without table elements out: by roles and styles of tables, flex boxes
 * and grids, by the names of classes, and by lists whose items all have the same parts.
 */
import { isTag, isText, type Element } from "domhandler";
import type { RawCell } from "../cells.js";
import type { Reading } from "./reading.js";
import { displayOf, gridColumns, gridSpan, isHidden, type Display } from "./style.js";
import { LONG_CELL, spanOf } from "./table.js";

/** What a cell shows. */
export type CellContent = Pick<RawCell, "text" | "doubt">;
type ContentOf = (cell: Element) => CellContent;

/** Fewer rows than this may be anything, unless the element says that it is a table. */
const FEWEST_ROWS = 3;
/** Text of a part of a list item that is too long for a label or a value. */
const LONG_PART = 80;

/** Null for an element that draws no table. */
export function drawnRows(element: Element, reading: Reading, contentOf: ContentOf): RawCell[][] | null {
  if (/^(?:p|h[1-6]|tr|td|th|center|article|main)$/.test(element.name)) return null;
  const children = shownChildren(element, reading);
  if (children.length < 2) return null;
  if (element.name === "dl") return definitionRows(children, reading, contentOf);
  const display = displayOf(element, reading.sheet);
  if (display === "grid") return gridRows(element, children, reading, contentOf);
  return styledRows(display, children, reading, contentOf) ?? listRows(element, children, reading, contentOf);
}

const shownChildren = (element: Element, { sheet }: Reading): Element[] =>
  element.children.filter(isTag).filter((child) => !isHidden(child, sheet) && child.name !== "br");

function isShort(cells: readonly Element[], longest: number, { weights }: Reading): boolean {
  return cells.every((cell) => {
    const weight = weights.get(cell);
    return weight === undefined || (weight.text <= longest && weight.nested === 0);
  });
}

function rawCell(cell: Element, contentOf: ContentOf): RawCell {
  const { attribs } = cell;
  return {
    ...contentOf(cell),
    colSpan: spanOf(attribs["aria-colspan"] ?? attribs["colspan"], 1),
    rowSpan: spanOf(attribs["aria-rowspan"] ?? attribs["rowspan"], 1),
  };
}

function styledRows(display: Display, children: Element[], reading: Reading, contentOf: ContentOf): RawCell[][] | null {
  const rows = children.flatMap((child) => {
    const own = displayOf(child, reading.sheet);
    if (own === "row" || own === "flex") return [child];
    const inner = shownChildren(child, reading);
    return inner.length > 0 && inner.every((row) => displayOf(row, reading.sheet) === "row") ? inner : [];
  });
  const isTable = display === "table";
  if (rows.length < (isTable ? 1 : FEWEST_ROWS) || (!isTable && rows.length !== children.length)) return null;
  const cells = rows.map((row) => shownChildren(row, reading));
  if (!cells.some((row) => row.length > 1) || !isShort(cells.flat(), LONG_CELL, reading)) return null;
  return cells.map((row) => row.map((cell) => rawCell(cell, contentOf)));
}

/** The children of a grid fill its columns one after the other. */
function gridRows(grid: Element, children: Element[], reading: Reading, contentOf: ContentOf): RawCell[][] | null {
  const { sheet } = reading;
  const columns = gridColumns(grid, sheet);
  const cells = children.flatMap((child) =>
    sheet.declarationsOf(child).get("display") === "contents" ? shownChildren(child, reading) : [child],
  );
  if (columns === null || !isShort(cells, LONG_CELL, reading)) return null;
  const rows: RawCell[][] = [];
  const free: number[] = [];
  let row = 0;
  for (const cell of cells) {
    const colSpan = Math.min(gridSpan(cell, sheet, "grid-column"), columns);
    const rowSpan = Math.min(gridSpan(cell, sheet, "grid-row"), cells.length);
    while ((free[row] ?? columns) < colSpan) row++;
    for (let below = row; below < row + rowSpan; below++) free[below] = (free[below] ?? columns) - colSpan;
    (rows[row] ??= []).push({ ...contentOf(cell), colSpan, rowSpan });
  }
  return rows.length < 2 ? null : Array.from(rows, (cells) => cells ?? []);
}

/** Items of one kind that all have the same number of parts, and no text beside them. */
function listRows(list: Element, items: Element[], reading: Reading, contentOf: ContentOf): RawCell[][] | null {
  const [first] = items;
  if (items.length < FEWEST_ROWS || !/^(?:li|div|section)$/.test(first!.name)) return null;
  if (items.some(({ name }) => name !== first!.name) || hasOwnText(list)) return null;
  if ((reading.weights.get(list)?.links ?? 0) > 0) return null;
  const parts = items.map((item) => shownChildren(item, reading));
  const count = parts[0]!.length;
  if (count < 2 || parts.some((row) => row.length !== count) || items.some(hasOwnText)) return null;
  if (!isShort(parts.flat(), LONG_PART, reading)) return null;
  return parts.map((row) => row.map((cell) => rawCell(cell, contentOf)));
}

const hasOwnText = (element: Element) => element.children.some((child) => isText(child) && child.data.trim() !== "");

/** Each term begins a row. */
function definitionRows(children: Element[], reading: Reading, contentOf: ContentOf): RawCell[][] | null {
  const isPair = children[0]!.name === "dt" && children.every(({ name }) => name === "dt" || name === "dd");
  if (!isPair || !isShort(children, LONG_CELL, reading)) return null;
  const rows: RawCell[][] = [];
  for (const child of children) {
    if (child.name === "dt") rows.push([]);
    rows.at(-1)!.push(rawCell(child, contentOf));
  }
  return rows.length < FEWEST_ROWS ? null : rows;
}
