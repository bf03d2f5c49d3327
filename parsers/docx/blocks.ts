/** Mammoth's document tree in; paragraphs and tables in reading order out. */
import { placeCells, type RawCell } from "../cells.js";
import { tableOf, type Block, type Paragraph, type Problem } from "../document.js";
import type { Limits } from "../limits.js";
import { readMarker } from "./markers.js";
import type { DocumentNode } from "./tree.js";

interface Reading {
  readonly limits: Limits;
  readonly blocks: Block[];
  readonly problems: Problem[];
  paragraphs: number;
  tables: number;
}

/** What a paragraph's runs hold besides their text. */
interface Inner {
  readonly blocks: DocumentNode[];
  heading: boolean;
  ordinal: string;
}

/** Text of a cell that is too long for a cell of a data table. */
const LONG_CELL = 400;

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
  const inner: Inner = { blocks: [], heading: false, ordinal: "" };
  const text = textOf(node, inner, reading).replace(/^[ \t\n]+|(?<![ \t\n])[ \t\n]+$/g, "");
  if (text.trim() !== "") {
    const heading = inner.heading ? { heading: true } : {};
    const ordinal = inner.ordinal === "" ? {} : { ordinal: inner.ordinal };
    reading.blocks.push({ kind: "paragraph", text, at: { paragraph: reading.paragraphs++ }, ...heading, ...ordinal });
  }
  for (const block of inner.blocks) readNode(block, reading);
}

function textOf(node: DocumentNode, inner: Inner, reading: Reading): string {
  switch (node.type) {
    case "text":
      return node.value ?? "";
    case "tab":
      return "\t";
    case "break":
      return "\n";
    case "bookmarkStart":
      takeMarker(node.name ?? "", inner, reading);
      return "";
  }
  return (node.children ?? [])
    .map((child) => {
      if (child.type !== "paragraph" && child.type !== "table") return textOf(child, inner, reading);
      inner.blocks.push(child);
      return "";
    })
    .join("");
}

function takeMarker(name: string, inner: Inner, reading: Reading): void {
  const { kind, value } = readMarker(name);
  if (kind === "heading") inner.heading = true;
  else if (kind === "ordinal") inner.ordinal = value;
  else if (kind === "image") noteImage(value, reading);
  else if (kind === "object") noteObject(reading);
}

function readTable(table: DocumentNode, reading: Reading): void {
  const rows = rowsOf(table);
  if (isLayout(rows.flat())) {
    for (const cell of rows.flat()) for (const node of cell.children ?? []) readNode(node, reading);
    return;
  }
  const raw = rows.map((row) => row.map((cell) => rawCell(cell, reading)));
  const index = reading.tables++;
  const placed = placeCells(raw, index, reading.limits);
  if (placed.cells.length === 0) return;
  reading.blocks.push(tableOf(placed.cells, placed.layout, { table: index, row: 0, column: 0 }));
}

/** A table that arranges the page: it has a single cell, or holds prose, or holds mostly other tables. */
function isLayout(cells: readonly DocumentNode[]): boolean {
  if (cells.length <= 1) return true;
  const weights = cells.map(weigh);
  const nested = weights.reduce((sum, weight) => sum + weight.nested, 0);
  const own = weights.reduce((sum, weight) => sum + weight.own, 0);
  return (nested > 0 && nested >= own) || (nested > 0 && weights.some((weight) => weight.own > LONG_CELL));
}

/** Characters of a cell: its own, and those of tables inside it. */
function weigh(node: DocumentNode): { readonly own: number; readonly nested: number } {
  if (node.type === "text") return { own: node.value?.trim().length ?? 0, nested: 0 };
  let [own, nested] = [0, 0];
  for (const child of node.children ?? []) {
    const weight = weigh(child);
    if (child.type === "table") nested += weight.own + weight.nested;
    else [own, nested] = [own + weight.own, nested + weight.nested];
  }
  return { own, nested };
}

const rowsOf = (table: DocumentNode): DocumentNode[][] =>
  (table.children ?? [])
    .filter(({ type }) => type === "tableRow")
    .map((row) => (row.children ?? []).filter(({ type }) => type === "tableCell"));

const printed = ({ ordinal, text }: Paragraph) => (ordinal ?? "") + text;

function rawCell(cell: DocumentNode, reading: Reading): RawCell {
  const spans = { colSpan: cell.colSpan ?? 1, rowSpan: cell.rowSpan ?? 1 };
  if (isAbsent(cell)) return { text: "", ...spans, absent: true };
  const inner: Reading = { ...reading, blocks: [], paragraphs: 0 };
  for (const node of cell.children ?? []) readNode(node, inner);
  const [first, ...others] = inner.blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? [block]
      : block.cells.map(({ text, at }): Paragraph => ({ kind: "paragraph", text, at })),
  );
  const text = first ? [first.text, ...others.map(printed)].join("\n") : "";
  return { text, ...spans, ...(first?.ordinal === undefined ? {} : { ordinal: first.ordinal }) };
}

const isAbsent = (cell: DocumentNode) =>
  cell.children?.[0]?.children?.some(({ type, name }) => type === "bookmarkStart" && name === "absent:") ?? false;

function noteImage(alternative: string, reading: Reading): void {
  const name = alternative.slice(0, 100);
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

function noteObject(reading: Reading): void {
  reading.problems.push({
    code: "embedded-object",
    severity: "info",
    text: {
      zh: "正文中嵌入了对象（如 Excel 表格），其中的内容没有读取",
      en: "an object (such as a spreadsheet) is embedded in the text; what it holds was not read",
    },
    at: { paragraph: reading.paragraphs },
  });
}
