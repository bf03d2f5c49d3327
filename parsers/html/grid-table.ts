/** The children of a grid in; the rows of cells that it lays them out in out. */
import type { CellDoubt } from "../document.js";
import type { StyleSheet } from "./css.js";
import type { PageElement } from "./element.js";
import type { Page } from "./reading.js";
import { turnsChildren } from "./reordered.js";

export interface GridCell {
  readonly element: PageElement;
  readonly colSpan: number;
  readonly rowSpan: number;
}

export interface GridRows {
  readonly rows: readonly (readonly GridCell[])[];
  /** Set where the page may show the cells at other places than in these rows. */
  readonly doubt: CellDoubt | undefined;
}

/** The cells fill the columns one after the other. Null where the columns aren't stated. */
export function rowsOfGrid(grid: PageElement, cells: readonly PageElement[], page: Page): GridRows | null {
  const { sheet } = page;
  const columns = gridColumns(grid, sheet);
  if (columns === null) return null;
  const rows: GridCell[][] = [];
  const free: number[] = [];
  let row = 0;
  let isPlaced = turnsChildren(grid, cells, page) || fillsOtherwise(grid, sheet);
  for (const element of cells) {
    page.checkTime();
    const across = linesOf(element, "grid-column", columns, sheet);
    const down = linesOf(element, "grid-row", cells.length, sheet);
    const [colSpan, rowSpan] = [Math.min(across.span, columns), Math.min(down.span, cells.length)];
    while ((free[row] ?? columns) < colSpan) row++;
    const column = columns - (free[row] ?? columns);
    isPlaced ||= across.start !== null && across.start !== column + 1;
    isPlaced ||= (down.start !== null && down.start !== row + 1) || isNamed(element, sheet);
    for (let below = row; below < row + rowSpan; below++) free[below] = (free[below] ?? columns) - colSpan;
    (rows[row] ??= []).push({ element, colSpan, rowSpan });
  }
  return { rows: Array.from(rows, (cells) => cells ?? []), doubt: isPlaced ? "reordered" : undefined };
}

/** True for a grid that fills its columns first, or goes back to fill gaps. */
const fillsOtherwise = (grid: PageElement, sheet: StyleSheet) =>
  /column|dense/.test(sheet.declarationsOf(grid).get("grid-auto-flow") ?? "");

/** True for a cell that is placed by names or lines that are not followed here. */
function isNamed(cell: PageElement, sheet: StyleSheet): boolean {
  const css = sheet.declarationsOf(cell);
  return ["grid-area", "grid-column-start", "grid-row-start"].some((property) => {
    const value = css.get(property);
    return value !== undefined && !/^(?:auto|span\s+\d+)$/.test(value);
  });
}

/** The columns that a grid lays its children out in, or null where they aren't stated. */
function gridColumns(element: PageElement, sheet: StyleSheet): number | null {
  const template = sheet.declarationsOf(element).get("grid-template-columns");
  if (template === undefined) return null;
  const repeated = template.replace(
    /repeat\(\s*(\d{1,3})\s*,((?:[^()]|\([^()]*\))*)\)/g,
    (_, times: string, tracks: string) => `${tracks} `.repeat(Math.min(Number(times), 100)),
  );
  const tracks = repeated
    .replace(/\([^()]*\)/g, "")
    .trim()
    .split(/\s+/);
  return repeated.includes("repeat") || tracks.length < 2 ? null : tracks.length;
}

/** The line that a child of a grid begins at, if it says so, and the columns or rows that it covers. */
function linesOf(
  element: PageElement,
  direction: "grid-column" | "grid-row",
  most: number,
  sheet: StyleSheet,
): { readonly start: number | null; readonly span: number } {
  const value = sheet.declarationsOf(element).get(direction);
  if (value === undefined) return { start: null, span: 1 };
  const [from = "", to = ""] = value.split("/").map((line) => line.trim());
  const start = lineAt(from, most);
  const end = lineAt(to, most);
  const stated = /span\s+(\d+)/.exec(value)?.[1];
  const span = stated !== undefined ? Number(stated) : start !== null && end !== null ? end - start : 1;
  return { start, span: Math.max(1, span) };
}

/** Negative lines are counted from the end. */
function lineAt(text: string, most: number): number | null {
  if (!/^-?\d{1,4}$/.test(text)) return null;
  const line = Number(text);
  return line < 0 ? most + 2 + line : line;
}
