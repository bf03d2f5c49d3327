/**
 * Paragraphs and tables of a word processor, nested as they were written, in; blocks in reading order out. Tables that
 * only arrange the page are unwrapped, and a cell's paragraphs become its lines.
 */
import { placeCells, type RawCell } from "./cells.js";
import { tableOf, type Block, type Problem } from "./document.js";
import type { Limits } from "./limits.js";

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

export type FlowNode = FlowParagraph | FlowTable | FlowImage;

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
  for (const node of nodes) readNode(node, reading);
  return reading;
}

function readNode(node: FlowNode, reading: Reading): void {
  if (node.kind === "paragraph") {
    const text = trimmed(node.text);
    const { ordinal, heading } = node;
    if (text.trim() === "") return;
    reading.blocks.push({
      ...{ kind: "paragraph", text, at: { paragraph: reading.paragraphs++ } },
      ...(heading ? { heading } : {}),
      ...(ordinal ? { ordinal } : {}),
    });
  } else if (node.kind === "table") readTable(node, reading);
  else reading.problems.push(imageProblem(node.name, reading.paragraphs));
}

const trimmed = (text: string) => text.replace(/^[ \t\n]+|[ \t\n]+$/g, "");

function readTable({ rows }: FlowTable, reading: Reading): void {
  const cells = rows.flat();
  const holdsTable = cells.some(({ content }) => content.some(({ kind }) => kind === "table"));
  if (cells.length <= 1 || holdsTable) {
    for (const { content } of cells) for (const node of content) readNode(node, reading);
    return;
  }
  for (const { content } of cells) for (const node of content) if (node.kind === "image") readNode(node, reading);
  const index = reading.tables++;
  const placed = placeCells(
    rows.map((row) => row.map(rawCell)),
    index,
    reading.limits,
  );
  reading.blocks.push(tableOf(placed.cells, placed.layout, { table: index, row: 0, column: 0 }));
}

/** The number of a cell's only numbered paragraph stays apart, as that of a paragraph does. */
function rawCell({ content, column, colSpan, rowSpan }: FlowCell): RawCell {
  const lines = content.flatMap((node) => {
    const text = node.kind === "paragraph" ? trimmed(node.text) : "";
    return node.kind === "paragraph" && text.trim() !== "" ? [{ text, ordinal: node.ordinal ?? "" }] : [];
  });
  const [first] = lines;
  const text = lines.map((line, i) => (i === 0 ? "" : line.ordinal) + line.text).join("\n");
  const spans = { colSpan, rowSpan, ...(column === undefined ? {} : { column }) };
  return first?.ordinal ? { text, ordinal: first.ordinal, ...spans } : { text, ...spans };
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
