/**
 * Paragraphs and tables of a word processor, nested as they were written, in; blocks in reading order out. Tables that
 * only arrange the page are unwrapped, and a cell's paragraphs become its lines.
 */
import { placeCells, type RawCell } from "./cells.js";
import { tableOf, type Block, type Paragraph, type Problem } from "./document.js";
import { deadlineOfSteps, type Limits } from "./limits.js";
import { seenOf } from "./obscured.js";

export interface FlowParagraph {
  readonly kind: "paragraph";
  readonly text: string;
  readonly heading?: boolean;
  readonly ordinal?: string;
}

export interface FlowCell {
  readonly content: readonly FlowNode[];
  /** Offset of its column where the source states it. */
  readonly column?: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  /** True for positions that the source skips: they are taken, and no cell is there. */
  readonly absent?: boolean;
}

export interface FlowTable {
  readonly kind: "table";
  readonly rows: readonly (readonly FlowCell[])[];
}

/** A picture in the text. */
export interface FlowImage {
  readonly kind: "image";
  readonly name: string;
}

/** An object of another program in the text. */
export interface FlowObject {
  readonly kind: "object";
}

export type FlowNode = FlowParagraph | FlowTable | FlowImage | FlowObject;

interface Reading {
  readonly limits: Limits;
  readonly blocks: Block[];
  readonly problems: Problem[];
  paragraphs: number;
  tables: number;
}

/** @throws UnreadableDocumentError "limit-exceeded" for tableCells */
export function flowBlocks(nodes: readonly FlowNode[], limits: Limits): Pick<Reading, "blocks" | "problems"> {
  const reading: Reading = { limits, blocks: [], problems: [], paragraphs: 0, tables: 0 };
  const checkTime = deadlineOfSteps(limits);
  for (const node of nodes) {
    checkTime();
    readNode(node, reading);
  }
  return reading;
}

function readNode(node: FlowNode, reading: Reading): void {
  if (node.kind === "paragraph") {
    const { text: seen, obscured } = seenOf(node.text);
    const text = trimmed(seen);
    const { ordinal, heading } = node;
    if (text.trim() === "" && !obscured) return;
    reading.blocks.push({
      ...{ kind: "paragraph", text, at: { paragraph: reading.paragraphs++ } },
      ...(heading ? { heading } : {}),
      ...(ordinal ? { ordinal } : {}),
      ...(obscured ? { doubt: "obscured" } : {}),
    });
  } else if (node.kind === "table") readTable(node, reading);
  else if (node.kind === "image") reading.problems.push(imageProblem(node.name, reading.paragraphs));
  else reading.problems.push(objectProblem(reading.paragraphs));
}

/** Text of a cell that is too long for a cell of a data table. */
const LONG_CELL = 400;

const trimmed = (text: string) => text.replace(/^[ \t\n]+|(?<![ \t\n])[ \t\n]+$/g, "");

function readTable({ rows }: FlowTable, reading: Reading): void {
  const cells = rows.flat();
  if (isLayout(cells)) {
    for (const { content } of cells) for (const node of content) readNode(node, reading);
    return;
  }
  const index = reading.tables++;
  const placed = placeCells(
    rows.map((row) => row.map((cell) => rawCell(cell, reading))),
    index,
    reading.limits,
  );
  if (placed.cells.length === 0) return;
  reading.blocks.push(tableOf(placed.cells, placed.layout, { table: index, row: 0, column: 0 }));
}

/** A table that arranges the page: it has a single cell, or holds prose, or holds mostly other tables. */
function isLayout(cells: readonly FlowCell[]): boolean {
  if (cells.length <= 1) return true;
  const weights = cells.map(({ content }) => weigh(content));
  const nested = weights.reduce((sum, weight) => sum + weight.nested, 0);
  const own = weights.reduce((sum, weight) => sum + weight.own, 0);
  return nested > 0 && (nested >= own || weights.some((weight) => weight.own > LONG_CELL));
}

/** Characters of a cell: its own, and those of tables inside it. */
function weigh(content: readonly FlowNode[]): { readonly own: number; readonly nested: number } {
  let [own, nested] = [0, 0];
  for (const node of content) {
    if (node.kind === "paragraph") own += node.text.trim().length;
    else if (node.kind === "table") {
      for (const cell of node.rows.flat()) {
        const inner = weigh(cell.content);
        nested += inner.own + inner.nested;
      }
    }
  }
  return { own, nested };
}

const printed = ({ ordinal, text }: Paragraph) => (ordinal ?? "") + text;

/** The cell's paragraphs and those of tables in it are its lines; the first one's number stays apart. */
function rawCell({ content, column, colSpan, rowSpan, absent }: FlowCell, reading: Reading): RawCell {
  if (absent) return { text: "", colSpan, rowSpan, absent };
  const inner: Reading = { ...reading, blocks: [], paragraphs: 0 };
  for (const node of content) readNode(node, inner);
  const [first, ...others] = inner.blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? [block]
      : block.cells.map(({ text, at, doubt }): Paragraph => ({
          kind: "paragraph",
          text,
          at,
          ...(doubt ? { doubt } : {}),
        })),
  );
  const text = first ? [first.text, ...others.map(printed)].join("\n") : "";
  const spans = { colSpan, rowSpan, ...(column === undefined ? {} : { column }) };
  if (text === "" && content.some(({ kind }) => kind === "image" || kind === "object"))
    return { text, ...spans, doubt: "picture" };
  const doubt = [first, ...others].some((one) => one?.doubt === "obscured") ? ({ doubt: "obscured" } as const) : {};
  return { text, ...spans, ...doubt, ...(first?.ordinal === undefined ? {} : { ordinal: first.ordinal }) };
}

function imageProblem(altText: string, paragraph: number): Problem {
  const name = altText.slice(0, 100);
  return {
    code: "image",
    severity: "info",
    text: {
      zh: `正文中有图片${name ? `“${name}”` : ""}，其中的内容没有读取`,
      en: `an image${name ? ` "${name}"` : ""} stands in the text; what it shows was not read`,
    },
    at: { paragraph },
  };
}

function objectProblem(paragraph: number): Problem {
  return {
    code: "embedded-object",
    severity: "info",
    text: {
      zh: "正文中嵌入了对象（如 Excel 表格），其中的内容没有读取",
      en: "an object (such as a spreadsheet) is embedded in the text; what it holds was not read",
    },
    at: { paragraph },
  };
}
