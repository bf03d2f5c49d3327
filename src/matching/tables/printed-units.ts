/**
 * The matched tables of a document in; their cells with the units that are printed around them out: in heads, labels and
 * captions, in the rows over all numbers, and in the notes above and below.
 */
import type { Block, Paragraph, SourceDocument, Table } from "../../../parsers/document.js";
import type { Form, FormTable } from "../../forms/form.js";
import { headingOf } from "../headings.js";
import { unitsOf } from "../indicators.js";
import { labelKey } from "../labels.js";
import { isEmptyRow, tableRows, type TableRow } from "../table-row.js";
import { moneyPower, toldAlone, toldInLine, toldInNote, toldUnits, type ToldUnits } from "../units.js";
import type { FoundCell, TableFindings } from "./found.js";

/** Blocks before and behind a table among which its notes stand. */
const REACH = 30;
/** A table of so few cells beside another is a line set in a frame. */
const MOST_CELLS_OF_LINE = 3;
/** Fragments that a label may be cut into when text is flattened. */
const MOST_FRAGMENTS = 3;

/** The head over the only column of values, on a line of its own. */
const HEAD_OF_ALL =
  /^\s*(?:(?:统计)?指标(?:名称)?\s+)?(?:统计数[据量]?|数量|数值|数额)\s?[(（][^()（）]{1,12}[)）]\s*$/u;
const FIRST_HEAD = /^\s*信息内容/;
const CAPTION = /^\s*第二十条/;

/** The cells, each with the power of ten of its unit where one is printed around it. */
export function withUnits(findings: readonly TableFindings[], document: SourceDocument, form: Form): FoundCell[] {
  const units = unitsOf(form);
  return findings.flatMap((finding) => {
    const shared = [...headsOf(finding), ...notesOf(finding, document)];
    const captions = captionsOf(finding, document);
    return finding.cells.map((cell): FoundCell => {
      const words = ownWords(cell);
      const caption = words.some((text) => CAPTION.test(text)) ? undefined : captions.get(cell.row.blocks[0]!);
      const told = [...words, ...(caption ?? [])].map(toldUnits).concat(shared);
      const power = powerAmong(told, units.get(cell.indicator) ?? "件");
      return power === null ? cell : { ...cell, power };
    });
  });
}

/** The captions that stand over their tables, not in them, by the table. */
function captionsOf({ table, blocks: own }: TableFindings, { blocks }: SourceDocument): ReadonlyMap<Block, string[]> {
  if (table.id !== "proactiveDisclosure") return new Map();
  return new Map(
    blocks.flatMap((block, i) => {
      const before = blocks[i - 1];
      const isOver = before?.kind === "paragraph" && CAPTION.test(before.text);
      return isOver && block.kind === "table" && own.has(block) ? [[block, [before.text]] as const] : [];
    }),
  );
}

/** The one power that all tell; null where none tells any. */
function powerAmong(told: readonly ToldUnits[], unit: string): number | "unclear" | null {
  const ofForm = moneyPower(unit);
  const powers = told.flatMap(({ money, count, ofSome }) => {
    const own = ofForm === null ? count : money;
    // What a note says of some numbers may not be said of this one.
    return ofSome ? own.map((power) => (power === (ofForm ?? 0) ? power : ("unclear" as const))) : own;
  });
  const [power, ...others] = new Set(powers);
  return others.length > 0 ? "unclear" : (power ?? null);
}

/** The words of the cell's own head, caption and label. */
function ownWords({ around = [], row: { labels, flattened } }: FoundCell): readonly string[] {
  if (!flattened) return [...around, ...labels];
  // Behind the heads of a table its first row has one label.
  const fragments = labels.some((label) => FIRST_HEAD.test(label)) ? 1 : MOST_FRAGMENTS;
  return [...around, ...joinedFragments(labels.slice(-fragments))];
}

const MULTIPLE = /^[十百千万萬亿億方]+$/u;
/** A unit goes on behind a bracket that is open, and behind what multiplies it. */
const goesOn = (label: string) => label.search(/[(（【[〔][^()（）【】[\]〔〕]*$/) >= 0 || MULTIPLE.test(label.trim());

/** The labels, a unit that spaces or line breaks cut in two together. */
function joinedFragments(labels: readonly string[]): string[] {
  const joined: string[] = [];
  for (const label of labels) {
    if (goesOn(joined.at(-1) ?? "")) joined.push(joined.pop()! + label);
    else joined.push(label);
  }
  return joined;
}

/** Without a grid the unit behind a value stands before the next row's label. */
export function unitBehind(next: TableRow | undefined): string {
  const [first = "", ...others] = next?.flattened ? next.labels : [];
  const { money, count } = toldAlone(first);
  return others.length > 0 && money.length + count.length > 0 ? first : "";
}

/** What is told over all rows of a table whose columns are the same everywhere. */
function headsOf({ table, cells, blocks }: TableFindings): ToldUnits[] {
  if (table.id === "proactiveDisclosure") return [];
  const own = new Set(cells.flatMap(({ row }) => row.labels));
  const isHead = ({ labels }: TableRow) => !labels.some((label) => own.has(label));
  const heads = [...blocks].flatMap((block) => {
    const rows = block.kind === "table" ? tableRows(block) : [];
    const first = rows.findIndex((row) => !isHead(row));
    return rows.slice(0, Math.max(0, first)).flatMap(({ labels }) => labels);
  });
  const first = cells[0]?.row;
  return [...heads, ...(first?.flattened ? first.labels.slice(0, -1) : [])].map(toldUnits);
}

/** What the lines above, in and below a table tell of its numbers, up to the headings around it. */
function notesOf(finding: TableFindings, { blocks }: SourceDocument): ToldUnits[] {
  const { blocks: own, table } = finding;
  const first = blocks.findIndex((block) => own.has(block));
  const values = finding.cells[0]?.row.blocks.at(-1);
  if (first < 0 || !values) return [];
  const last = blocks.findLastIndex((block) => own.has(block));
  const isOwnHeading = headingTest(table);
  const isEnd = (block: Block) =>
    block.kind === "table" ? !own.has(block) && !isFramedLine(block) : isHeading(block) && !isOwnHeading(block.text);
  // Without a grid the lines before the first value are all labels, the heading of the section among them.
  const above = blocks.slice(Math.max(0, first - REACH), Math.max(first, blocks.indexOf(values)));
  const below = blocks.slice(last + 1, last + 1 + REACH);
  const end = below.findIndex(isEnd);
  const lines = [
    ...above.slice(Math.max(0, above.findLastIndex(isEnd))),
    ...blocks.slice(Math.max(first, blocks.indexOf(values)), last + 1),
    ...below.slice(0, end < 0 ? REACH : end),
  ].filter((block) => own.has(block) || block.kind === "paragraph" || isFramedLine(block));
  const texts = lines.flatMap((block) => linesOf(block, own));
  // Where rows and columns are exchanged the head is the label of a row.
  const labels = [...own].flatMap((block) =>
    block.kind === "table" ? tableRows(block).flatMap((row) => row.labels) : [],
  );
  const heads = table.id === "statistics" ? [...texts, ...labels].filter((text) => HEAD_OF_ALL.test(text)) : [];
  const notes = [...lines.flatMap((block) => toldInBlock(block, own)), ...heads.map(toldUnits)];
  // Among the lines of a table without a grid a unit is that of its row.
  if (blocks[first]!.kind !== "table") return notes;
  const beside = [blocks[first - 1], blocks[last + 1]].flatMap((block) =>
    block && !isEnd(block) ? linesOf(block, own) : [],
  );
  return [...notes, ...beside.map(toldAlone)];
}

/** A caption is of the rows below it alone. */
const toldInBlock = (block: Block, own: ReadonlySet<Block>) =>
  linesOf(block, own)
    .filter((text) => !CAPTION.test(text))
    .map(own.has(block) ? toldInLine : toldInNote);

const isHeading = ({ text, ordinal }: Paragraph) => headingOf(text, ordinal) !== null;
const isFramedLine = ({ cells }: Table) => cells.length <= MOST_CELLS_OF_LINE;

/** Tells the headings that are rows of the form's table. */
function headingTest(table: FormTable): (text: string) => boolean {
  const rows = table.blocks.flatMap((block) => block.rows.filter(({ heading }) => heading));
  const words = new Set(rows.map(({ label }) => labelKey(label).words));
  return (text) => words.has(labelKey(text).words);
}

function linesOf(block: Block, own: ReadonlySet<Block>): string[] {
  if (block.kind === "paragraph") return [block.text];
  if (!own.has(block)) return block.cells.map(({ text }) => text);
  return tableRows(block)
    .filter(isEmptyRow)
    .flatMap(({ labels }) => labels);
}
