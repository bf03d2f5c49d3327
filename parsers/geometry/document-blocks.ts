/** The pages of a document in; its paragraphs and tables in reading order out. */
import { tableOf, type Block, type Box, type PageLocator } from "../document.js";
import { continueTable, sameColumns, type TablePart } from "./continue-table.js";
import { findTables, type RuledTable } from "./find-tables.js";
import { withoutFurniture } from "./furniture.js";
import { isInside } from "./cell-text.js";
import { boxAround, type Glyph, type PageContent } from "./page.js";
import { proseOf } from "./prose.js";
import { tableCells } from "./ruled-table.js";
import { DEFAULT_TABLE_SETTINGS, type TableSettings } from "./settings.js";

type Placed =
  | { readonly kind: "paragraph"; readonly block: Block; readonly page: number; readonly box: Box }
  | { readonly kind: "table"; readonly part: TablePart; readonly page: number; readonly box: Box };

/** Reads the pages; a table that goes on at the top of the next page is one table. */
export function documentBlocks(
  pages: readonly PageContent[],
  settings: TableSettings = DEFAULT_TABLE_SETTINGS,
): Block[] {
  const tables = pages.map((page) => findTables(page.edges, settings).tables.filter((table) => holdsText(table, page)));
  const loose = pages.map((page, n) => ({
    height: page.height,
    glyphs: page.glyphs.filter((glyph) => !tables[n]!.some(({ box }) => isInside(glyph, box))),
  }));
  const prose = withoutFurniture(loose);
  const placed = pages.flatMap((page, n) => pageBlocks(page, tables[n]!, prose[n]!.glyphs));
  return joinParagraphs(joinTables(placed, pages)).map((item) =>
    item.kind === "paragraph" ? item.block : tableOf(item.part.cells, "grid", { page: item.page, box: item.box }),
  );
}

const holdsText = ({ box }: RuledTable, page: PageContent) =>
  page.glyphs.some((glyph) => glyph.text.trim() !== "" && isInside(glyph, box));

function pageBlocks(page: PageContent, tables: readonly RuledTable[], loose: readonly Glyph[]): Placed[] {
  const parts = tables.map((table): Placed => {
    const cells = tableCells(table, page.glyphs, page.number);
    return {
      kind: "table",
      part: { cells, xs: table.xs, rows: table.ys.length - 1 },
      page: page.number,
      box: table.box,
    };
  });
  const paragraphs = between(tables, loose).flatMap((glyphs) =>
    proseOf(glyphs, page.number).map((block): Placed => ({
      kind: "paragraph",
      block,
      page: page.number,
      box: block.at.box,
    })),
  );
  return inReadingOrder([...paragraphs, ...parts], tables);
}

/** The loose text above, between and below the tables: no paragraph goes on across a table. */
function between(tables: readonly RuledTable[], loose: readonly Glyph[]): Glyph[][] {
  const groups = new Map<number, Glyph[]>();
  for (const glyph of loose) {
    const above = tables.filter(({ box }) => box[3] <= glyph.box[3]).length;
    groups.set(above, [...(groups.get(above) ?? []), glyph]);
  }
  return [...groups].sort(([a], [b]) => a - b).map(([, glyphs]) => glyphs);
}

/** Paragraphs keep their order; a table stands before the first of them that begins below it. */
function inReadingOrder(items: readonly Placed[], tables: readonly RuledTable[]): Placed[] {
  const band = (item: Placed) =>
    tables.filter(({ box }) => box[3] <= (item.kind === "table" ? item.box[1] + 1 : item.box[3])).length;
  return items
    .map((item, i) => ({ item, i, band: band(item) + (item.kind === "table" ? 0.5 : 0) }))
    .sort((a, b) => a.band - b.band || a.i - b.i)
    .map(({ item }) => item);
}

function joinTables(items: readonly Placed[], pages: readonly PageContent[]): Placed[] {
  const out: Placed[] = [];
  for (const item of items) {
    const last = out.at(-1);
    const follows =
      last?.kind === "table" &&
      item.kind === "table" &&
      pageOf(last, pages) === item.page - 1 &&
      sameColumns(last.part, item.part);
    if (follows) out[out.length - 1] = { ...last, part: continueTable(last.part, item.part) };
    else out.push(item);
  }
  return out;
}

/** The page that a table reached last. */
function pageOf(table: Extract<Placed, { kind: "table" }>, pages: readonly PageContent[]): number {
  const reached = table.part.cells.map(({ at }) => ("page" in at ? at.page : 0));
  return Math.min(
    pages.length,
    reached.reduce((a, b) => Math.max(a, b), table.page),
  );
}

/** A paragraph that fills its last line to the page's end goes on at the top of the next page. */
function joinParagraphs(items: readonly Placed[]): Placed[] {
  const out: Placed[] = [];
  for (const item of items) {
    const last = out.at(-1);
    if (last?.kind === "paragraph" && item.kind === "paragraph" && item.page === last.page + 1 && goesOn(last, item)) {
      const text = lastText(last) + lastText(item);
      out[out.length - 1] = { ...last, page: item.page, block: { ...last.block, text } as Block };
    } else out.push(item);
  }
  return out;
}

const lastText = (item: Placed) =>
  item.kind === "paragraph" && item.block.kind === "paragraph" ? item.block.text : "";

/** The first page's paragraph ends in mid-sentence at the right margin, and the next one begins at the left margin. */
function goesOn(before: Extract<Placed, { kind: "paragraph" }>, next: Extract<Placed, { kind: "paragraph" }>): boolean {
  const [a, b] = [lastText(before), lastText(next)];
  const flush = next.box[0] - before.box[0] < 3 && before.box[2] - before.box[0] > 200;
  const begins = /^(?:第?[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.、．])/.test(b);
  return flush && !begins && !/[。；！？：.!?:]$/.test(a) && a.length > 20;
}

export const pageBox = (page: number, boxes: readonly Box[]): PageLocator => ({ page, box: boxAround(boxes) });
