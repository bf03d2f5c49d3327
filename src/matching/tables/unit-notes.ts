/** A matched table and its document in; the units that the lines above, in and below the table tell of its numbers out. */
import type { Block, Paragraph, SourceDocument, Table } from "../../../parsers/document.js";
import type { FormTable } from "../../forms/form.js";
import { headingOf } from "../headings.js";
import { labelKey } from "../labels.js";
import { isEmptyRow, tableRows } from "../table-row.js";
import { LONGEST_NOTE, tells, toldAlone, toldInLine, toldInNote, toldUnits, type ToldUnits } from "../units.js";
import type { TableFindings } from "./found.js";

/** Blocks before and behind a table among which its notes stand. */
const REACH = 30;
/** A table of so few cells beside another is a line set in a frame. */
const MOST_CELLS_OF_LINE = 3;
/** The head over the only column of values, on a line of its own. */
const HEAD_OF_ALL =
  /^\s*(?:(?:统计)?指标(?:名称)?\s+)?(?:统计数[据量]?|数量|数值|数额)\s?[(（][^()（）]{1,12}[)）]\s*$/u;
/** A caption is of the rows below it alone. */
export const CAPTION = /^\s*第二十条/;
const MAY_BE_NOTE = /[单單]位|金[额額]|[计計]|[为為]/;

/** Up to the headings around the table, the one above included. */
export function notesOf(finding: TableFindings, { blocks }: SourceDocument): ToldUnits[] {
  const { blocks: own, table } = finding;
  const first = blocks.findIndex((block) => own.has(block));
  const values = finding.cells[0]?.row.blocks.at(-1);
  if (first < 0 || !values) return [];
  const last = blocks.findLastIndex((block) => own.has(block));
  // Without a grid the lines before the first value are all labels, the heading of the section among them.
  const start = Math.max(first, blocks.indexOf(values));
  const isEnd = endTest(finding);
  const above = blocks.slice(Math.max(0, first - REACH), start).reverse();
  const below = blocks.slice(last + 1, last + 1 + REACH);
  const within = blocks.slice(start, last + 1).filter((block) => own.has(block) || isShort(block));
  const told = (block: Block) => toldInBlock(block, finding);
  const notes = [...toldUpTo(above, isEnd, told, 1), ...within.flatMap(told), ...toldUpTo(below, isEnd, told, 0)];
  // Where rows and columns are exchanged the head over all values is the label of a row.
  const heads = table.id === "statistics" ? labelsIn(own).filter((text) => HEAD_OF_ALL.test(text)) : [];
  // Among the lines of a table without a grid a unit is that of its row.
  const beside = blocks[first]!.kind === "table" ? [blocks[first - 1], blocks[last + 1]] : [];
  const alone = beside.flatMap((block) => (block && isShort(block) ? linesOf(block, own).map(toldAlone) : []));
  return [...notes, ...heads.map(toldUnits), ...alone].filter(tells);
}

/**
 * What the blocks tell up to the one at which the table's surroundings end. Most tables have no note, and whether a block
 * is a heading takes longer to tell.
 * @param more 1 for the block at the end as well
 */
function toldUpTo(
  blocks: readonly Block[],
  isEnd: (block: Block) => boolean,
  told: (block: Block) => readonly ToldUnits[],
  more: 0 | 1,
): ToldUnits[] {
  const all = blocks.map((block) => told(block).filter(tells));
  if (all.every(({ length }) => length === 0)) return [];
  const end = blocks.findIndex(isEnd);
  return all.slice(0, end < 0 ? all.length : end + more).flat();
}

function toldInBlock(block: Block, { blocks: own, table }: TableFindings): ToldUnits[] {
  if (!own.has(block) && !isShort(block)) return [];
  const lines = linesOf(block, own);
  const notes = lines.filter((text) => text.length <= LONGEST_NOTE && MAY_BE_NOTE.test(text) && !CAPTION.test(text));
  const heads = table.id === "statistics" ? lines.filter((text) => HEAD_OF_ALL.test(text)) : [];
  return [...notes.map(own.has(block) ? toldInLine : toldInNote), ...heads.map(toldUnits)];
}

const isShort = (block: Block) => block.kind === "paragraph" || isFramedLine(block);
const isFramedLine = ({ cells }: Table) => cells.length <= MOST_CELLS_OF_LINE;
const isHeading = ({ text, ordinal }: Paragraph) => headingOf(text, ordinal) !== null;

/** Tells a block behind which no note is the table's: another table, or a heading that is no row of the form's. */
function endTest({ blocks: own, table }: TableFindings): (block: Block) => boolean {
  const isOwnHeading = headingTest(table);
  return (block) =>
    block.kind === "table" ? !own.has(block) && !isFramedLine(block) : isHeading(block) && !isOwnHeading(block.text);
}

function headingTest(table: FormTable): (text: string) => boolean {
  const rows = table.blocks.flatMap((block) => block.rows.filter(({ heading }) => heading));
  const words = new Set(rows.map(({ label }) => labelKey(label).words));
  return (text) => words.has(labelKey(text).words);
}

/** The texts of a block among which a note may be: of the table's own rows those without a number. */
function linesOf(block: Block, own: ReadonlySet<Block>): string[] {
  if (block.kind === "paragraph") return [block.text];
  if (!own.has(block)) return block.cells.map(({ text }) => text);
  return tableRows(block)
    .filter(isEmptyRow)
    .flatMap(({ labels }) => labels);
}

const labelsIn = (own: ReadonlySet<Block>): string[] =>
  [...own].flatMap((block) => (block.kind === "table" ? tableRows(block).flatMap(({ labels }) => labels) : []));
