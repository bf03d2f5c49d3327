/**
 * Plain text: pipes, Markdown, tabs, commas, one cell a line, `pdftotext -layout`. Rows that the text marks become tables of
 * layout "rows"; cells whose rows can't be told become paragraphs in reading order, an empty cell an empty paragraph, so
 * that nothing is lost and nothing is claimed.
 */
import type { Adapter } from "./adapter.js";
import { append } from "./append.js";
import { decodeText } from "./charset.js";
import type { Block, LineLocator, MetadataItem, Problem, SourceDocument } from "./document.js";
import { checkLimit, deadlineOfSteps, type Limits } from "./limits.js";
import { isEmpty, linesOf, PART_END, type Line } from "./lines/line.js";
import { blankCells, blankRuns, type BlankRuns } from "./text/blank-lines.js";
import { holdsTable, partedByTables } from "./text/html-tables.js";
import { laidOutBlocks } from "./text/laid-out.js";
import { isLaidOut } from "./text/layout.js";
import { paragraph, partBlocks, proseBlocks } from "./text/part-blocks.js";
import { wrapWidth, type WrapWidth } from "./text/prose.js";
import { beginsRegion, lengthWhile, regionAt } from "./text/regions.js";

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

const isPrinted = (line: Line) => line.text.trim() !== "";
