/** A frame, its tables and the text outside them in; its paragraphs and table parts in reading order out. */
import type { Box, Paragraph } from "../document.js";
import { alignedTables } from "./aligned-tables.js";
import type { PartCell, TablePart } from "./continue-table.js";
import type { RuledTable } from "./find-tables.js";
import type { LoosePage } from "./furniture.js";
import { lineOf, linesOf, type TextLine } from "./lines.js";
import type { Glyph, PageContent } from "./page.js";
import { proseOf } from "./prose.js";

interface Place {
  readonly page: number;
  /** Offset of the frame among all frames of the document. */
  readonly frame: number;
  readonly box: Box;
}

export interface PlacedText extends Place {
  readonly kind: "paragraph";
  readonly block: Paragraph;
}

export interface PlacedTable extends Place {
  readonly kind: "table";
  readonly part: TablePart;
}

export type Placed = PlacedText | PlacedTable;

/** A ruled table and what stands in it. */
export interface PlacedCells {
  readonly table: RuledTable;
  readonly cells: readonly PartCell[];
}

export function frameBlocks(
  frame: PageContent,
  index: number,
  ruled: readonly PlacedCells[],
  outside: LoosePage,
): Placed[] {
  const page = frame.number;
  const texts = ruled.length === 0 ? undivided(outside) : between(boxesOf(ruled), outside.glyphs);
  const aligned = texts.flatMap((lines) => alignedTables(lines, frame.edges.horizontal, page));
  const loose = () => outside.glyphs.filter((glyph) => !aligned.some((table) => table.glyphs.has(glyph)));
  const parts = [
    ...ruled.map(({ table: { box, xs, ys }, cells }): PlacedTable => ({
      kind: "table",
      part: { cells, xs, rows: ys.length - 1 },
      ...{ page, frame: index, box },
    })),
    ...aligned.map((part): PlacedTable => ({ kind: "table", part, ...{ page, frame: index, box: part.box } })),
  ].sort((a, b) => a.box[1] - b.box[1]);
  const tables = parts.map(({ box }) => ({ box }));
  const prose = aligned.length === 0 ? texts : between(tables, loose());
  const paragraphs = prose.flatMap((lines) =>
    proseOf(lines, page).map((block): Placed => ({
      kind: "paragraph",
      block,
      ...{ page, frame: index, box: block.at.box },
    })),
  );
  return inReadingOrder([...paragraphs, ...parts], tables);
}

const boxesOf = (ruled: readonly PlacedCells[]) => ruled.map(({ table: { box } }) => ({ box }));

/** Without tables, the lines are those that the page was told in before. */
const undivided = ({ glyphs, groups }: LoosePage): TextLine[][] =>
  glyphs.length === 0 ? [] : [groups.map((line) => lineOf(line))];

/** The lines of the loose text above, between and below the tables: no paragraph goes on across a table. */
function between(tables: readonly { readonly box: Box }[], loose: readonly Glyph[]): TextLine[][] {
  const groups = new Map<number, Glyph[]>();
  for (const glyph of loose) {
    const above = tables.filter(({ box }) => box[3] <= glyph.box[3]).length;
    const group = groups.get(above);
    if (group) group.push(glyph);
    else groups.set(above, [glyph]);
  }
  return [...groups].sort(([a], [b]) => a - b).map(([, glyphs]) => linesOf(glyphs));
}

/** Paragraphs keep their order; a table stands before the first of them that begins below it. */
function inReadingOrder(items: readonly Placed[], tables: readonly { readonly box: Box }[]): Placed[] {
  const band = (item: Placed) =>
    tables.filter(({ box }) => box[3] <= (item.kind === "table" ? item.box[1] + 1 : item.box[3])).length;
  return items
    .map((item, i) => ({ item, i, band: band(item) + (item.kind === "table" ? 0.5 : 0) }))
    .sort((a, b) => a.band - b.band || a.i - b.i)
    .map(({ item }) => item);
}
