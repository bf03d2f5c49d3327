/**
 * The pages of a document in; its paragraphs and tables in reading order out. This is the entry for everything that has
 * pages: a PDF, an OFD, the recognition of a scan.
 */
import { tableOf, type Block, type Box, type Cell } from "../document.js";
import type { PartCell } from "./continue-table.js";
import { findTables, type RuledTable } from "./find-tables.js";
import { pageFrames } from "./frames.js";
import { withoutFurniture, type LoosePage } from "./furniture.js";
import { groupsOf } from "./lines.js";
import type { PageContent } from "./page.js";
import { isPrinted } from "./characters.js";
import { frameBlocks, type PlacedCells } from "./frame-blocks.js";
import { joinParagraphs, joinTables } from "./joined-blocks.js";
import { isInside, tableCells } from "./ruled-table.js";
import { withoutWatermarks } from "./watermarks.js";
import { DEFAULT_TABLE_SETTINGS, type TableSettings } from "./settings.js";

/**
 * Reads the pages in their order.
 * @param pages positioned text and rulings; points from the top left of each page
 */
export function documentBlocks(
  pages: readonly PageContent[],
  settings: TableSettings = DEFAULT_TABLE_SETTINGS,
): Block[] {
  const frames = pages
    .flatMap((page) => pageFrames(withoutWatermarks(page)))
    .map((frame) => ({ frame, tables: tablesOf(frame, settings) }));
  const prose = withoutFurniture(frames.map(({ frame, tables }) => loosePage(frame, tables)));
  const placed = frames.flatMap(({ frame, tables }, i) => frameBlocks(frame, i, tables, prose[i]!));
  return joinParagraphs(joinTables(placed)).map((item) =>
    item.kind === "paragraph"
      ? item.block
      : tableOf(item.part.cells.map(published), "grid", { page: item.page, box: item.box }),
  );
}

const published = ({ row, column, rowSpan, colSpan, text, at, doubt }: PartCell): Cell => ({
  ...{ row, column, rowSpan, colSpan, text, at },
  ...(doubt ? { doubt } : {}),
});

/** What stands in none of the tables. */
function loosePage(frame: PageContent, tables: readonly PlacedCells[]): LoosePage {
  const { number: page, height, glyphs } = frame;
  const loose =
    tables.length === 0 ? glyphs : glyphs.filter((glyph) => !tables.some(({ table }) => isInside(glyph, table.box)));
  return { page, height, glyphs: loose, groups: groupsOf(loose) };
}

/** Points to the left and right of a table in which a number may go on that is too wide for its cell. */
const BESIDE = 30;

/** The ruled tables that print anything, and whose rulings separate all rows. */
function tablesOf(frame: PageContent, settings: TableSettings): PlacedCells[] {
  return findTables(frame.edges, settings).tables.flatMap((table) => {
    const [x0, y0, x1, y1] = table.box;
    const around: Box = [x0 - BESIDE, y0, x1 + BESIDE, y1];
    const near = frame.glyphs.filter((glyph) => isInside(glyph, around) && isPrinted(glyph.text));
    if (!near.some((glyph) => isInside(glyph, table.box))) return [];
    const cells = tableCells(table, near, frame.number);
    return hasStackedRows(table, cells) ? [] : [{ table, cells }];
  });
}

/** Rows that only vertical rulings cross: several cells side by side hold a column of values each. */
function hasStackedRows(table: RuledTable, placed: readonly PartCell[]): boolean {
  if (table.ys.length - 1 > MOST_STACKED_ROWS) return false;
  const rows = new Map<number, string[][]>();
  for (const { row, text } of placed) rows.set(row, [...(rows.get(row) ?? []), text.split("\n")]);
  return [...rows.values()].some((cells) => isStacked(cells, table.ys.length === 2));
}

/** @param isOnly true for a table without any ruling between its rows: names stand above their values */
function isStacked(cells: readonly (readonly string[])[], isOnly: boolean): boolean {
  const values = (lines: readonly string[]) => lines.filter((line) => VALUE_LINE.test(line)).length;
  const isNamed = (lines: readonly string[]) => !VALUE_LINE.test(lines[0]!) && VALUE_LINE.test(lines.at(-1)!);
  const columns = cells.filter((lines) => values(lines) >= FEWEST_STACKED || (isOnly && isNamed(lines)));
  const numbers = cells.filter((lines) => lines.length >= 2 && values(lines) === lines.length);
  const tall = cells.filter((lines) => lines.length >= FEWEST_STACKED && !numbers.includes(lines));
  return columns.length >= 2 || (numbers.length > 0 && tall.length > 0);
}

/** A table of more rows has rulings between them. */
const MOST_STACKED_ROWS = 12;
const FEWEST_STACKED = 3;
const VALUE_LINE = /^(?:[-+]?[\d,，.]+|[-–—/]+)$/;
