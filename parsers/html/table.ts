/** A table element in; its rows of cells with their spans out, and whether it holds data or arranges the page. */
import { append } from "../append.js";
import { isElement, type PageElement } from "./element.js";
import type { StyleSheet } from "./css.js";
import { isHidden } from "./style.js";

export interface CellElement {
  readonly element: PageElement;
  readonly colSpan: number;
  readonly rowSpan: number;
}

/** Text of a cell that is too long for a cell of a data table. */
export const LONG_CELL = 400;

/** The own rows of a table, not those of tables inside it; the foot comes last wherever it is written. */
export function rowsOfTable(table: PageElement, sheet: StyleSheet): CellElement[][] {
  const [head, body, foot]: PageElement[][] = [[], [], []];
  for (const child of table.children) {
    if (!isElement(child) || isHidden(child, sheet)) continue;
    const { name } = child;
    if (name === "tr") body!.push(child);
    else if (name === "tbody") addRowsOf(child, sheet, body!);
    else if (name === "thead") addRowsOf(child, sheet, head!);
    else if (name === "tfoot") addRowsOf(child, sheet, foot!);
  }
  const rows = head!;
  append(rows, body!);
  append(rows, foot!);
  return rows.map((row) => cellsOf(row, sheet));
}

function addRowsOf(group: PageElement, sheet: StyleSheet, rows: PageElement[]): void {
  for (const child of group.children) {
    if (isElement(child) && child.name === "tr" && !isHidden(child, sheet)) rows.push(child);
  }
}

function cellsOf(row: PageElement, sheet: StyleSheet): CellElement[] {
  const cells: CellElement[] = [];
  for (const element of row.children) {
    if (!isElement(element) || (element.name !== "td" && element.name !== "th") || isHidden(element, sheet)) continue;
    const { colspan, rowspan } = element.attribs;
    cells.push({ element, colSpan: spanOf(colspan, 1), rowSpan: spanOf(rowspan, 1) });
  }
  return cells;
}

export function spanOf(attribute: string | undefined, otherwise: number): number {
  if (attribute === undefined) return otherwise;
  const span = Number.parseInt(attribute, 10);
  return Number.isFinite(span) && span >= 0 ? span : otherwise;
}

/** Of a table's text, the share inside other tables below which those are part of its cells. */
const SMALL_SHARE = 0.2;
/** Text of every cell of a data table whose cells hold small tables. */
const SHORT_CELL = 100;

/** A table that arranges the page: it has a single cell, or holds tables or mostly prose, or a heading with a row of its own. */
export function isLayout(rows: readonly (readonly CellElement[])[]): boolean {
  let [cells, text, nested, longest, inLong] = [0, 0, 0, 0, 0];
  for (const row of rows) {
    for (const { element } of row) {
      cells++;
      const { weight } = element;
      if (weight === undefined) continue;
      text += weight.text;
      nested += weight.nested;
      longest = Math.max(longest, weight.text);
      if (weight.text > LONG_CELL) inLong += weight.text;
    }
  }
  if (cells <= 1) return true;
  if (nested > 0 && (nested >= text * SMALL_SHARE || longest > SHORT_CELL)) return true;
  if (inLong > text / 2) return true;
  return rows.some((row) => row.length === 1 && hasHeading(row[0]!.element));
}

const HEADING = new Set(["h1", "h2", "h3"]);

function hasHeading(element: PageElement): boolean {
  return element.children.some((child) => isElement(child) && (HEADING.has(child.name) || hasHeading(child)));
}
