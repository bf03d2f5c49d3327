/** A table of a page and the page's glyphs in; the table's cells with their text and place out. */
import type { Box, CellDoubt } from "../document.js";
import { cellText, hasNoRoom, isObscured, isOverprinted } from "./cell-text.js";
import type { GridCell } from "./cells.js";
import type { PartCell } from "./continue-table.js";
import type { RuledTable } from "./find-tables.js";
import { cutByBorder } from "./cut-by-border.js";
import { letterSpacing } from "./letter-spacing.js";
import { linesOf } from "./lines.js";
import { centerX, centerY, type Glyph } from "./page.js";

/**
 * The cells of a table of one page; those that print nothing have the text "". A glyph belongs where its middle is.
 * @param glyphs those beside the table as well
 */
export function tableCells(table: RuledTable, glyphs: readonly Glyph[], page: number): PartCell[] {
  const cellAt = cellFinder(table);
  const glyphsOf = new Map<GridCell, Glyph[]>(table.cells.map((cell) => [cell, []]));
  for (const glyph of glyphs) {
    const cell = cellAt(centerX(glyph.box), centerY(glyph.box));
    if (cell) glyphsOf.get(cell)!.push(glyph);
  }
  // Digits that stand as far apart as the letters of all labels are one number.
  const linesIn = new Map([...glyphsOf].map(([cell, inside]) => [cell, linesOf(inside)]));
  const cut = cutByBorder(glyphs, cellAt);
  const spacing = letterSpacing([...linesIn.values()].flat());
  return table.cells.map((cell) => {
    const { row, column, rowSpan, colSpan, box } = cell;
    const [inside, lines] = [glyphsOf.get(cell)!, linesIn.get(cell)!];
    const text = cellText(spacing === 0 ? lines : linesOf(inside, spacing), box);
    const doubt = doubtOf(inside) ?? (cut.has(cell) ? "overlap" : undefined);
    return {
      ...{ row, column, rowSpan, colSpan },
      text,
      full: hasNoRoom(lines, box),
      at: { page, box },
      ...(doubt ? { doubt } : {}),
    };
  });
}

const doubtOf = (glyphs: readonly Glyph[]): CellDoubt | undefined =>
  isObscured(glyphs) ? "obscured" : isOverprinted(glyphs) ? "overlap" : undefined;

/** Finds the cell at a point by halving the borders. */
function cellFinder({ xs, ys, cells }: RuledTable): (x: number, y: number) => GridCell | undefined {
  const columns = xs.length - 1;
  const grid = new Map<number, GridCell>();
  for (const cell of cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
      for (let column = cell.column; column < cell.column + cell.colSpan; column++)
        grid.set(row * columns + column, cell);
  }
  return (x, y) => {
    const [row, column] = [intervalOf(ys, y), intervalOf(xs, x)];
    return row < 0 || column < 0 ? undefined : grid.get(row * columns + column);
  };
}

/** Index of the interval between two borders that holds the value, or -1. */
function intervalOf(borders: readonly number[], value: number): number {
  if (borders.length < 2 || value < borders[0]! || value >= borders.at(-1)!) return -1;
  let [low, high] = [0, borders.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (borders[middle]! <= value) low = middle;
    else high = middle;
  }
  return low;
}

/** True for a point in a box, its left and upper side included. */
export const isInside = ({ box: [x0, y0, x1, y1] }: Glyph, box: Box) => {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return x >= box[0] && x < box[2] && y >= box[1] && y < box[3];
};
