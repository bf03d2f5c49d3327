/** A ruled table of a page and the page's glyphs in; the table's cells with their text and place out. */
import type { Cell } from "../document.js";
import { cellText, isInside } from "./cell-text.js";
import type { RuledTable } from "./find-tables.js";
import { centerY, type Glyph } from "./page.js";

/** The cells of a table of one page; those that print nothing have the text "". */
export function tableCells(table: RuledTable, glyphs: readonly Glyph[], page: number): Cell[] {
  const own = glyphs.filter((glyph) => isInside(glyph, table.box)).sort((a, b) => centerY(a.box) - centerY(b.box));
  return table.cells.map(({ row, column, rowSpan, colSpan, box }) => ({
    ...{ row, column, rowSpan, colSpan },
    text: cellText(
      own.filter((glyph) => isInside(glyph, box)),
      box,
    ),
    at: { page, box },
  }));
}
