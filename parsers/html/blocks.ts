/**
 * The tree of a page in; its paragraphs and tables in reading order out. Hidden elements and furniture are left out,
 * layout tables are unwrapped, tables drawn with other elements are read as tables.
 */
import { isTag, isText, type AnyNode, type Element } from "domhandler";
import { tableOf, type Block, type MetadataItem, type Problem } from "../document.js";
import type { Limits } from "../limits.js";
import { placeCells, type RawCell } from "../cells.js";
import { isFurniture, weigh, type Weight } from "./furniture.js";
import { metadataOf } from "./metadata-table.js";
import { displayOf, isHidden, type Rules } from "./style.js";
import { collapse, tidy } from "./text.js";

export interface PageBlocks {
  readonly blocks: readonly Block[];
  readonly metadata: readonly MetadataItem[];
  readonly problems: readonly Problem[];
}

interface Reading {
  readonly rules: Rules;
  readonly limits: Limits;
  readonly weights: ReadonlyMap<AnyNode, Weight>;
  readonly total: number;
  readonly blocks: Block[];
  readonly metadata: MetadataItem[];
  readonly problems: Problem[];
  buffer: string;
  heading: boolean;
  paragraphs: number;
  tables: number;
}

const INLINE = new Set(
  "a abbr acronym b bdi bdo big cite code del dfn em font i img ins kbd label mark nobr o:p q rb rp rt ruby s samp small span strike strong sub sup tt u var wbr".split(
    " ",
  ),
);
const ATTACHMENT = /\.(?:docx?|wps|pdf|xlsx?|et|zip|rar|ofd)(?:[?#]|$)/i;
/** Text of a cell that is too long for a cell of a data table. */
const LONG_CELL = 400;

export function readBlocks(root: AnyNode, rules: Rules, limits: Limits): PageBlocks {
  const weights = weigh(root);
  const reading: Reading = {
    ...{ rules, limits, weights, total: weights.get(root)?.text ?? 0 },
    ...{ blocks: [], metadata: [], problems: [], buffer: "", heading: false, paragraphs: 0, tables: 0 },
  };
  readChildren(root, reading);
  flush(reading);
  return reading;
}

function flush(reading: Reading): void {
  const text = tidy(reading.buffer);
  reading.buffer = "";
  if (text.trim() === "") return;
  const at = { paragraph: reading.paragraphs++ };
  reading.blocks.push({ kind: "paragraph", text, at, ...(reading.heading ? { heading: true } : {}) });
}

function readChildren(node: AnyNode, reading: Reading): void {
  if ("children" in node) for (const child of node.children) readNode(child, reading);
}

function readNode(node: AnyNode, reading: Reading): void {
  if (isText(node)) {
    reading.buffer += collapse(node.data);
    return;
  }
  if (!isTag(node) || isHidden(node, reading.rules) || isFurniture(node, reading.weights, reading.total)) return;
  if (node.name === "br") reading.buffer += "\n";
  else if (node.name === "rt" || node.name === "rp") return;
  else if (node.name === "img") noteImage(node, reading);
  else if (INLINE.has(node.name)) readInline(node, reading);
  else if (node.name === "table") readTable(node, reading);
  else readContainer(node, reading);
}

function readInline(element: Element, reading: Reading): void {
  if (element.name === "a" && ATTACHMENT.test(element.attribs["href"] ?? "")) noteAttachment(element, reading);
  readChildren(element, reading);
}

function readContainer(element: Element, reading: Reading): void {
  flush(reading);
  const rows = styledRows(element, reading);
  if (rows) addTable(rows, reading);
  else {
    reading.heading = /^h[1-6]$/.test(element.name);
    readChildren(element, reading);
    flush(reading);
  }
  reading.heading = false;
}

/** The own rows of a table, not those of tables inside it. */
function tableRowsOf(table: Element, reading: Reading): Element[] {
  const visible = (node: AnyNode): node is Element => isTag(node) && !isHidden(node, reading.rules);
  return table.children.filter(visible).flatMap((child) => {
    if (child.name === "tr") return [child];
    return /^(?:tbody|thead|tfoot)$/.test(child.name)
      ? child.children.filter(visible).filter(({ name }) => name === "tr")
      : [];
  });
}

const cellsOf = (row: Element, reading: Reading): Element[] =>
  row.children.filter(
    (child): child is Element => isTag(child) && /^t[dh]$/.test(child.name) && !isHidden(child, reading.rules),
  );

function readTable(table: Element, reading: Reading): void {
  flush(reading);
  const rows = tableRowsOf(table, reading).map((row) => cellsOf(row, reading));
  if (isLayout(table, rows, reading)) {
    for (const child of table.children) if (isTag(child) && child.name === "caption") readContainer(child, reading);
    for (const cell of rows.flat())
      if (!isFurniture(cell, reading.weights, reading.total)) readContainer(cell, reading);
    return;
  }
  for (const child of table.children) if (isTag(child) && child.name === "caption") readContainer(child, reading);
  const raw = rows.map((row) =>
    row.map((cell) => ({
      text: textOf(cell, reading),
      colSpan: spanOf(cell.attribs["colspan"], 1),
      rowSpan: spanOf(cell.attribs["rowspan"], 1),
    })),
  );
  const metadata = metadataOf(raw.map((row) => row.map(({ text }) => text)));
  if (metadata) reading.metadata.push(...metadata);
  else addTable(raw, reading);
}

/** A table that arranges the page: it holds tables, headings or prose, or has a single cell. */
function isLayout(table: Element, rows: readonly (readonly Element[])[], reading: Reading): boolean {
  const cells = rows.flat();
  if (cells.length <= 1) return true;
  const holdsTable = cells.some((cell) => reading.weights.get(cell)?.table ?? false);
  const holdsProse = cells.some((cell) => (reading.weights.get(cell)?.text ?? 0) > LONG_CELL);
  return holdsTable || holdsProse || hasHeading(table);
}

function hasHeading(element: Element): boolean {
  return element.children.some((child) => isTag(child) && (/^h[1-3]$/.test(child.name) || hasHeading(child)));
}

function spanOf(attribute: string | undefined, otherwise: number): number {
  const span = Number.parseInt(attribute ?? "", 10);
  return Number.isFinite(span) && span >= 0 ? span : otherwise;
}

/** Rows and cells drawn by styles or roles instead of table elements. */
function styledRows(element: Element, reading: Reading): RawCell[][] | null {
  const display = displayOf(element, reading.rules);
  const children = element.children.filter(isTag).filter((child) => !isHidden(child, reading.rules));
  const rows = children.flatMap((child) => {
    const own = displayOf(child, reading.rules);
    if (own === "row" || own === "flex") return [child];
    return child.children.filter(isTag).filter((inner) => displayOf(inner, reading.rules) === "row");
  });
  const fewRows = display === "table" ? 1 : 3;
  if (rows.length < fewRows || (display !== "table" && rows.length !== children.length)) return null;
  if (rows.some((row) => reading.weights.get(row)?.table)) return null;
  return rows.map((row) =>
    row.children
      .filter(isTag)
      .filter((cell) => !isHidden(cell, reading.rules))
      .map((cell) => ({
        text: textOf(cell, reading),
        colSpan: spanOf(cell.attribs["aria-colspan"], 1),
        rowSpan: spanOf(cell.attribs["aria-rowspan"], 1),
      })),
  );
}

function addTable(rows: readonly (readonly RawCell[])[], reading: Reading): void {
  const index = reading.tables;
  const { cells, layout } = placeCells(rows, index, reading.limits);
  if (cells.length === 0) return;
  reading.tables++;
  reading.blocks.push(tableOf(cells, layout, { table: index, row: 0, column: 0 }));
}

/** The text of a cell: its inner blocks as lines. */
function textOf(cell: Element, reading: Reading): string {
  const inner: Reading = { ...reading, blocks: [], problems: [], buffer: "", heading: false, paragraphs: 0 };
  readChildren(cell, inner);
  flush(inner);
  return inner.blocks.map((block) => (block.kind === "paragraph" ? block.text : "")).join("\n");
}

function noteImage(image: Element, reading: Reading): void {
  const size = Math.min(spanOf(image.attribs["width"], 1_000), spanOf(image.attribs["height"], 1_000));
  if (size < 100) return;
  const name = (image.attribs["alt"] ?? image.attribs["title"] ?? "").slice(0, 100);
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

function noteAttachment(link: Element, reading: Reading): void {
  const name = textOf(link, { ...reading }).slice(0, 100);
  reading.problems.push({
    code: "attachment",
    severity: "info",
    text: {
      zh: `页面链接了附件“${name}”，附件不在本文件中，没有读取`,
      en: `the page links to an attachment "${name}", which is not in this file and was not read`,
    },
    at: { paragraph: reading.paragraphs },
  });
}
