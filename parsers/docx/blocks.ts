/** Mammoth's document tree in; paragraphs and tables in reading order out. */
import { placeCells, type RawCell } from "../cells.js";
import { tableOf, type Block, type Problem } from "../document.js";
import type { Limits } from "../limits.js";
import type { DocumentNode } from "./tree.js";

interface Reading {
  readonly limits: Limits;
  readonly blocks: Block[];
  readonly problems: Problem[];
  paragraphs: number;
  tables: number;
}

const HEADING_STYLE = /^(?:heading|title|标题)/i;

export function readDocumentTree(tree: DocumentNode, limits: Limits): Pick<Reading, "blocks" | "problems"> {
  const reading: Reading = { limits, blocks: [], problems: [], paragraphs: 0, tables: 0 };
  for (const node of tree.children ?? []) readNode(node, reading);
  return reading;
}

function readNode(node: DocumentNode, reading: Reading): void {
  if (node.type === "table") readTable(node, reading);
  else if (node.type === "paragraph") readParagraph(node, reading);
  else for (const child of node.children ?? []) readNode(child, reading);
}

/** A text box is anchored in a paragraph: its own paragraphs and tables come after the paragraph's text. */
function readParagraph(node: DocumentNode, reading: Reading): void {
  const inner: DocumentNode[] = [];
  const text = textOf(node, inner, reading).replace(/^[ \t\n]+|[ \t\n]+$/g, "");
  if (text.trim() !== "") {
    const heading = HEADING_STYLE.test(node.styleName ?? "") ? { heading: true } : {};
    reading.blocks.push({ kind: "paragraph", text, at: { paragraph: reading.paragraphs++ }, ...heading });
  }
  for (const block of inner) readNode(block, reading);
}

/** The text of runs and links; blocks inside are handed over, note references and comments are no text. */
function textOf(node: DocumentNode, inner: DocumentNode[], reading: Reading): string {
  switch (node.type) {
    case "text":
      return node.value ?? "";
    case "tab":
      return "\t";
    case "break":
      return node.breakType === "line" ? "\n" : "";
    case "image":
      noteImage(node, reading);
      return "";
    case "noteReference":
    case "commentReference":
      return "";
  }
  return (node.children ?? [])
    .map((child) => {
      if (child.type !== "paragraph" && child.type !== "table") return textOf(child, inner, reading);
      inner.push(child);
      return "";
    })
    .join("");
}

function readTable(table: DocumentNode, reading: Reading): void {
  const rows = rowsOf(table);
  const cells = rows.flat();
  const holdsTable = cells.some((cell) => holds(cell, "table"));
  if (cells.length <= 1 || holdsTable) {
    for (const cell of cells) for (const node of cell.children ?? []) readNode(node, reading);
    return;
  }
  const raw = rows.map((row) => row.map((cell) => rawCell(cell, reading)));
  const index = reading.tables++;
  const placed = placeCells(raw, index, reading.limits);
  reading.blocks.push(tableOf(placed.cells, placed.layout, { table: index, row: 0, column: 0 }));
}

const rowsOf = (table: DocumentNode): DocumentNode[][] =>
  (table.children ?? [])
    .filter(({ type }) => type === "tableRow")
    .map((row) => (row.children ?? []).filter(({ type }) => type === "tableCell"));

const holds = (node: DocumentNode, type: string): boolean =>
  (node.children ?? []).some((child) => child.type === type || holds(child, type));

function rawCell(cell: DocumentNode, reading: Reading): RawCell {
  const inner: Reading = { ...reading, blocks: [], paragraphs: 0 };
  for (const node of cell.children ?? []) readNode(node, inner);
  const text = inner.blocks.map((block) => (block.kind === "paragraph" ? block.text : "")).join("\n");
  return { text, colSpan: cell.colSpan ?? 1, rowSpan: cell.rowSpan ?? 1 };
}

function noteImage(image: DocumentNode, reading: Reading): void {
  const name = (image.altText ?? "").slice(0, 100);
  reading.problems.push({
    code: "image",
    severity: "info",
    text: {
      zh: `正文中有图片${name ? `“${name}”` : ""}，其中的内容没有读取`,
      en: `an image${name ? ` "${name}"` : ""} stands in the text; what it shows was not read`,
    },
    at: { paragraph: reading.paragraphs },
  });
}
