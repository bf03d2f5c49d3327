/** A table element in; its rows of cells with their spans out, and whether it holds data or arranges the page. */
import { append } from "../append.js";
import { isTag, type AnyNode, type Element } from "domhandler";
import type { Weight } from "./furniture.js";
import type { Reading } from "./reading.js";
import { isHidden } from "./style.js";

export interface CellElement {
  readonly element: Element;
  readonly colSpan: number;
  readonly rowSpan: number;
}

/** Text of a cell that is too long for a cell of a data table. */
export const LONG_CELL = 400;

/** The own rows of a table, not those of tables inside it; the foot comes last wherever it is written. */
export function rowsOfTable(table: Element, reading: Reading): CellElement[][] {
  const visible = (node: AnyNode): node is Element => isTag(node) && !isHidden(node, reading.sheet);
  const groups: Record<string, Element[]> = { thead: [], tbody: [], tfoot: [] };
  for (const child of table.children.filter(visible)) {
    if (child.name === "tr") groups["tbody"]!.push(child);
    else
      append(
        groups[child.name] ?? [],
        child.children.filter(visible).filter(({ name }) => name === "tr"),
      );
  }
  return Object.values(groups)
    .flat()
    .map((row) =>
      row.children
        .filter(visible)
        .filter(({ name }) => name === "td" || name === "th")
        .map((element) => ({
          element,
          colSpan: spanOf(element.attribs["colspan"], 1),
          rowSpan: spanOf(element.attribs["rowspan"], 1),
        })),
    );
}

export function spanOf(attribute: string | undefined, otherwise: number): number {
  const span = Number.parseInt(attribute ?? "", 10);
  return Number.isFinite(span) && span >= 0 ? span : otherwise;
}

/** Of a table's text, the share inside other tables below which those are part of its cells. */
const SMALL_SHARE = 0.2;
/** Text of every cell of a data table whose cells hold small tables. */
const SHORT_CELL = 100;

/** A table that arranges the page: it has a single cell, or holds tables or mostly prose, or a heading with a row of its own. */
export function isLayout(rows: readonly (readonly CellElement[])[], reading: Reading): boolean {
  const cells = rows.flat();
  if (cells.length <= 1) return true;
  const weights = cells.map(({ element }) => reading.weights.get(element)).filter((weight) => weight !== undefined);
  const sum = (value: (weight: Weight) => number) => weights.reduce((total, weight) => total + value(weight), 0);
  const text = sum((weight) => weight.text);
  const nested = sum((weight) => weight.nested);
  if (nested > 0 && (nested >= text * SMALL_SHARE || weights.some((weight) => weight.text > SHORT_CELL))) return true;
  if (sum((weight) => (weight.text > LONG_CELL ? weight.text : 0)) > text / 2) return true;
  return rows.some((row) => row.length === 1 && hasHeading(row[0]!.element));
}

function hasHeading(element: Element): boolean {
  return element.children.some((child) => isTag(child) && (/^h[1-3]$/.test(child.name) || hasHeading(child)));
}
