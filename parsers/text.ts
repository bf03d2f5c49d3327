/**
 * Plain text: pipes, Markdown, tabs, commas, one cell a line, `pdftotext -layout`. Rows that the text marks become tables of
 * layout "rows"; cells whose rows can't be told become paragraphs in reading order, an empty cell an empty paragraph, so
 * that nothing is lost and nothing is claimed.
 */
import type { Adapter } from "./adapter.js";
import { append } from "./append.js";
import { decodeText } from "./charset.js";
import {
  tableOf,
  type Block,
  type Cell,
  type LineLocator,
  type MetadataItem,
  type Paragraph,
  type Problem,
  type SourceDocument,
} from "./document.js";
import { placeCells } from "./cells.js";
import { checkLimit, deadlineOfSteps, type Limits } from "./limits.js";
import type { Region, SpanningCell, TextCell, TextPart } from "./lines/cell.js";
import { beginsDrawnGrid, drawnGrid } from "./lines/drawn-grid.js";
import { blankCells, blankRuns, type BlankRuns } from "./text/blank-lines.js";
import { beginsCommas, commaRegion } from "./text/commas.js";
import { holdsTable, partedByTables } from "./text/html-tables.js";
import { isLaidOut, isTableLine, layoutCells } from "./text/layout.js";
import { beginsWikiTable, wikiTable } from "./text/wiki-table.js";
import { isEmpty, isPageLine, linesOf, PART_END, type Line } from "./lines/line.js";
import { HEADING_MARK, LIST_MARK, STARRED_HEADING, withoutMarks } from "./lines/markdown.js";
import { beginsPipes, pipeRegion } from "./lines/pipes.js";
import { joinWrapped, wrapWidth, type WrapWidth } from "./text/prose.js";
import { beginsTabs, tabRegion } from "./text/tabs.js";

/** Reads the bytes of a text. */
export const readText: Adapter = async (bytes, { limits }) => {
  checkLimit(limits, "textBytes", bytes.length);
  const { text } = decodeText(bytes);
  checkParts(text, limits);
  const lines = linesOf(text.replace(/^\ufeff/, ""));
  if (holdsTable(text)) return withHtmlTables(lines, limits);
  const blocks = isLaidOut(lines) ? laidOutBlocks(lines, limits) : plainBlocks(lines, limits);
  return { format: "text", blocks, title: null, metadata: [], problems: [] };
};

/** A text with tables in HTML between its lines. */
async function withHtmlTables(lines: readonly Line[], limits: Limits): Promise<SourceDocument> {
  // Most texts have no such table, and the library that reads HTML takes longer to load than they to read.
  const { readHtmlText } = await import("./html.js");
  const blocks: Block[] = [];
  const metadata: MetadataItem[] = [];
  const problems: Problem[] = [];
  for (const part of partedByTables(lines)) {
    if (part.kind === "lines") append(blocks, plainBlocks(part.lines, limits));
    else {
      const read = readHtmlText(part.html, "text", { limits });
      const at = { line: part.line, column: 1 };
      append(
        blocks,
        read.blocks.map((block) => placed(block, at)),
      );
      append(
        metadata,
        read.metadata.map(({ name, value }) => ({ name, value, at })),
      );
      append(
        problems,
        read.problems.map((problem) => ({ ...problem, at })),
      );
    }
  }
  return { format: "text", blocks, title: null, metadata, problems };
}

/** What stands in a table's markup is told by the line that the markup begins on. */
function placed(block: Block, at: LineLocator): Block {
  if (block.kind === "paragraph") return { ...block, at };
  return { ...block, at, cells: block.cells.map((cell) => ({ ...cell, at })) };
}

/** Lines, and cells between bars and tabs, before there is an object for each. */
function checkParts(text: string, limits: Limits): void {
  const ends = text.matchAll(PART_END);
  for (let parts = 1; ends.next().done !== true; parts++) checkLimit(limits, "nodes", parts);
}

const paragraph = ({ text, line, column }: TextCell): Paragraph => ({ kind: "paragraph", text, at: { line, column } });

/** What is read from the lines at one place. */
interface Read {
  readonly blocks: readonly Block[];
  readonly length: number;
}

function plainBlocks(lines: readonly Line[], limits: Limits): Block[] {
  const width = wrapWidth(lines.filter((line) => !/[|\t]/.test(line.text)));
  const runs = blankRuns(lines);
  const blocks: Block[] = [];
  let at = 0;
  const checkTime = deadlineOfSteps(limits);
  while (at < lines.length) {
    checkTime();
    const read = readAt(lines, at, { width, runs, limits });
    append(blocks, read.blocks);
    at += read.length;
  }
  return blocks;
}

interface Manner {
  readonly width: WrapWidth;
  readonly runs: BlankRuns | null;
  readonly limits: Limits;
}

function readAt(lines: readonly Line[], at: number, { width, runs, limits }: Manner): Read {
  const region = regionAt(lines, at);
  if (region) return { blocks: region.parts.flatMap((part) => partBlocks(part, width, limits)), length: region.length };
  if (isEmpty(lines[at]!)) {
    const length = lengthWhile(lines, at, isEmpty);
    const empty = { text: "", line: lines[at]!.number, column: 1 };
    const count = at > 0 ? blankCells(length, runs) : 0;
    return { blocks: Array.from({ length: count }, () => paragraph(empty)), length };
  }
  const length = lengthWhile(lines, at, (line, i) => !isEmpty(line) && (i === at || !beginsRegion(lines, i)));
  const part = lines.slice(at, at + length);
  return { blocks: proseBlocks(runs === null ? part.filter(isPrinted) : part, width), length };
}

function regionAt(lines: readonly Line[], at: number): Region | null {
  if (beginsWikiTable(lines[at]!)) return wikiTable(lines, at);
  if (beginsDrawnGrid(lines, at)) return drawnGrid(lines, at);
  if (beginsPipes(lines, at)) return pipeRegion(lines, at);
  if (beginsTabs(lines, at)) return tabRegion(lines, at);
  return beginsCommas(lines, at) ? commaRegion(lines, at) : null;
}

const beginsRegion = (lines: readonly Line[], at: number) =>
  beginsWikiTable(lines[at]!) ||
  beginsDrawnGrid(lines, at) ||
  beginsPipes(lines, at) ||
  beginsTabs(lines, at) ||
  beginsCommas(lines, at);
const isPrinted = (line: Line) => line.text.trim() !== "";

function lengthWhile(lines: readonly Line[], start: number, holds: (line: Line, index: number) => boolean): number {
  let end = start;
  while (end < lines.length && holds(lines[end]!, end)) end++;
  return Math.max(1, end - start);
}

function partBlocks(part: TextPart, width: WrapWidth, limits: Limits): Block[] {
  if (part.kind === "rows") return [rowsTable(part.rows, limits)];
  if (part.kind === "grid") return gridTable(part.rows, limits);
  if (part.kind === "cells") return part.cells.map(paragraph);
  return proseBlocks([{ text: part.cell.text, number: part.cell.line, pageStart: false }], width);
}

function rowsTable(rows: readonly (readonly TextCell[])[], limits: Limits): Block {
  const cells: Cell[] = rows.flatMap((row, r) =>
    row.map(({ text, line, column }, c) => ({ row: r, column: c, rowSpan: 1, colSpan: 1, text, at: { line, column } })),
  );
  checkLimit(limits, "tableCells", cells.length);
  const first = rows[0]?.[0];
  return tableOf(cells, "rows", { line: first?.line ?? 1, column: first?.column ?? 1 });
}

/** A table whose cells say what they span. */
function gridTable(rows: readonly (readonly SpanningCell[])[], limits: Limits): Block[] {
  const { cells, layout } = placeCells(
    rows.map((row) => row.map(({ text, colSpan, rowSpan }) => ({ text, colSpan, rowSpan }))),
    0,
    limits,
  );
  const places = rows.flat().map(({ line, column }) => ({ line, column }));
  if (places.length === 0) return [];
  const placed = cells.map((cell, i): Cell => ({ ...cell, at: places[i]! }));
  return [tableOf(placed, layout, places[0]!)];
}

function proseBlocks(lines: readonly Line[], width: WrapWidth): Block[] {
  const own = lines.filter((line) => !isPageLine(line));
  return joinWrapped(own, width).map(({ text, line }) => ({
    ...paragraph({
      text: withoutMarks(text.replace(STARRED_HEADING, "$2").replace(HEADING_MARK, "").replace(LIST_MARK, "")),
      line: line.number,
      column: 1,
    }),
    ...(HEADING_MARK.test(text) || STARRED_HEADING.test(text) ? { heading: true } : {}),
  }));
}

/** Runs of table lines become cells, the lines between them prose. Columns are those of one page. */
function laidOutBlocks(lines: readonly Line[], limits: Limits): Block[] {
  const printed = lines.filter((line) => !isPageLine(line));
  const width = wrapWidth(printed.filter((line) => !isTableLine(line)));
  const blocks: Block[] = [];
  const checkTime = deadlineOfSteps(limits);
  let at = 0;
  while (at < printed.length) {
    checkTime();
    if (isEmpty(printed[at]!)) {
      at++;
      continue;
    }
    const region = regionAt(printed, at);
    if (region) {
      append(
        blocks,
        region.parts.flatMap((part) => partBlocks(part, width, limits)),
      );
      at += region.length;
      continue;
    }
    const table = isTablePart(printed, at);
    const run = lengthWhile(
      printed,
      at,
      (line, i) =>
        isTablePart(printed, i) === table &&
        (table || !isEmpty(line)) &&
        (i === at || !(line.pageStart || beginsRegion(printed, i))),
    );
    const part = printed.slice(at, at + run);
    if (table)
      append(
        blocks,
        layoutCells(part).map(({ inferred, ...cell }): Block => ({
          ...paragraph(cell),
          ...(inferred ? { doubt: "inferred" as const } : {}),
        })),
      );
    else append(blocks, proseBlocks(part, width));
    at += run;
  }
  return blocks;
}

/** A line far from the margin next to table lines is a label or a heading cell of the table. */
function isTablePart(lines: readonly Line[], at: number): boolean {
  const line = lines[at]!;
  if (isTableLine(line)) return true;
  const deep = /^\s{8,}\S/.test(line.text) && line.text.trim().length <= 40;
  const near = [-3, -2, -1, 1, 2, 3].some((step) => {
    const other = lines[at + step];
    return other !== undefined && isTableLine(other);
  });
  return (deep || isEmpty(line)) && near;
}
