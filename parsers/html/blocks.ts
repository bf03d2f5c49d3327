/**
 * The tree of a page in; its paragraphs and tables in reading order out. Hidden elements and furniture are left out,
 * layout tables are unwrapped, tables drawn with other elements are read as tables.
 */
import { append } from "../append.js";
import { isText, type AnyNode } from "domhandler";
import { type Block, type Cell, type CellDoubt, type MetadataItem, type Problem } from "../document.js";
import { deadline, type Limits } from "../limits.js";
import type { RawCell } from "../cells.js";
import type { StyleSheet } from "./css.js";
import { drawnRows, inDoubt, type CellContent } from "./drawn-table.js";
import { INLINE, isElement, type PageElement } from "./element.js";
import { fieldValue } from "./field.js";
import { isFurniture, weigh } from "./furniture.js";
import { metadataOf } from "./metadata-table.js";
import { isAttachment, noteAttachment, noteFrame, noteImage } from "./problems.js";
import { joinRows } from "./joined-rows.js";
import { addTable, flush, newReading, readingInside, type Reading } from "./reading.js";
import { isMuchSmaller, isRaised } from "./level.js";
import { turnsBoxes, turnsRows } from "./reordered.js";
import {
  displayOf,
  isHidden,
  isStruck,
  isObscure,
  isTurned,
  shownIn,
  shownInside,
  SHOWN,
  type Display,
  type Shown,
} from "./style.js";
import { isLayout, LONG_CELL, rowsOfTable, type CellElement } from "./table.js";
import { collapse, tidy } from "./text.js";
import { doubtOfBlank, doubtOfText } from "./unread.js";

export interface PageBlocks {
  readonly blocks: readonly Block[];
  readonly metadata: readonly MetadataItem[];
  readonly problems: readonly Problem[];
}

/** What the mark of a note prints. */
const MARK = /^\s*(?:[\d０-９]+|注[\d０-９]?)\s*$/;
const BEGINS_WITH_DIGIT = /^[\d０-９]/;
const IS_DIGIT = /^[\d０-９]$/;
const DIGIT = /\p{N}/u;
const DRAWN_LINE = /[|｜│┃║]/;
const FRAME = new Set(["iframe", "frame", "embed", "object"]);
const FIELD = new Set(["input", "textarea", "select"]);
const HEADING = new Set(["h1", "h2", "h3", "h4", "h5", "h6"]);

/** Elements between two looks at the clock: each may be asked about thousands of style rules. */
const CLOCK_INTERVAL = 50;

/** @throws UnreadableDocumentError "limit-exceeded" for table cells and milliseconds */
export function readBlocks(root: AnyNode, sheet: StyleSheet, limits: Limits): PageBlocks {
  const checkTime = deadline(limits, CLOCK_INTERVAL);
  const { text: total } = weigh(root, sheet, checkTime);
  const reading: Reading = newReading({ sheet, limits, checkTime, total }, shownOn(root, sheet));
  readChildren(root, reading);
  flush(reading);
  return { blocks: joinRows(reading.blocks, limits), metadata: reading.metadata, problems: reading.problems };
}

/** Of what is said of the whole page only its colours matter. */
function shownOn(root: AnyNode, sheet: StyleSheet): Shown {
  if (!isElement(root)) return SHOWN;
  return (root.shown = { ...SHOWN, painted: shownInside(root, sheet).painted });
}

function readChildren(node: AnyNode, reading: Reading): void {
  if ("children" in node) for (const child of node.children) readNode(child, reading);
}

function readNode(node: AnyNode, reading: Reading): void {
  if (isText(node)) readText(node.data, reading);
  else if (isElement(node) && !isHidden(node, reading.sheet)) {
    reading.checkTime();
    const around = reading.shown;
    reading.shown = node.shown = shownIn(node, around, reading.sheet);
    readElement(node, reading, around.size);
    reading.shown = around;
  }
}

function readText(text: string, reading: Reading): void {
  const shown = shownText(text, reading.shown);
  if (shown !== "") write(shown, reading);
}

/** A digit that is set off from the one before it is no further digit of it. */
function write(text: string, reading: Reading): void {
  const { level, painted, size } = reading.shown;
  const setting = level + painted.ink;
  if (isObscure(reading.shown, reading.base) && DIGIT.test(text)) reading.obscured = true;
  const isApart = setting !== reading.setting || (size !== reading.size && isMuchSmaller(size, reading.size));
  if (isApart && BEGINS_WITH_DIGIT.test(text) && endsWithDigit(reading.buffer)) reading.buffer += "^";
  reading.buffer += text;
  reading.setting = setting;
  reading.size = size;
}

/** An expression would go through all of a long text for its end. */
const endsWithDigit = (text: string) => IS_DIGIT.test(text.slice(-1));

function shownText(text: string, { drawn, lines }: Shown): string {
  if (!drawn) return "";
  return lines ? text.split(/\r?\n/).map(collapseLine).join("\n") : collapse(text);
}

/** Where the bars of preformatted lines stand tells the columns of a table that is drawn with them. */
const collapseLine = (line: string) => (DRAWN_LINE.test(line) ? line : collapse(line));

/** @param around the size of the text around the element, in px */
function readElement(element: PageElement, reading: Reading, around: number): void {
  const { name } = element;
  if (reading.inCell && FIELD.has(name)) writeField(fieldValue(element), reading);
  else if (FRAME.has(name)) noteFrame(element, reading);
  else if (isFurniture(element, reading.total)) return;
  else if (name === "br") {
    if (reading.shown.drawn) reading.buffer += "\n";
  } else if (name === "rt" || name === "rp" || isStruck(element, reading.sheet)) return;
  else if (name === "img") noteImage(element, reading);
  else if (INLINE.has(name)) readInline(element, reading, around);
  else if (name === "table") readTable(element, reading);
  else readContainer(element, reading);
}

/** The border of a field parts its digits from those around it. */
function writeField(value: string, reading: Reading): void {
  reading.setting = "field";
  readText(value, reading);
  reading.setting = "field";
}

function readInline(element: PageElement, reading: Reading, around: number): void {
  const { buffer: before, flushes, setting } = reading;
  readChildren(element, reading);
  // To compare the text would take as long as all of it, once for every link of a page.
  const goesOnFrom = before === "" || reading.flushes === flushes;
  const attachment = element.name === "a" && isAttachment(element);
  // A number behind other text that is raised or leads to a note is its mark: it would read as a digit of that text.
  const css = reading.sheet.declarationsOf(element);
  const mark = leadsToNote(element) || (isRaised(element, css, around) && !goesOn(setting, before, reading));
  if (goesOnFrom && isTurned(element, reading.sheet)) turnEnd(reading, before);
  if (!attachment && !mark) return;
  const added = goesOnFrom ? reading.buffer.slice(before.length).replace(/^\^/, "") : "";
  if (attachment) noteAttachment(added.trim(), reading);
  if (mark && MARK.test(added) && /[^\sA-Za-z]\s*$/.test(before)) reading.buffer = `${before}[${added.trim()}]`;
}

/** Digits as high as those before them are further digits, unless those are the mark of a note. */
const goesOn = (setting: string, before: string, reading: Reading) =>
  setting === reading.setting && endsWithDigit(before);

function turnEnd(reading: Reading, before: string): void {
  reading.buffer = before + Array.from(reading.buffer.slice(before.length)).reverse().join("");
}

/** A link to a place within a page; where a browser saved the page, its address stands before that. */
const leadsToNote = ({ attribs }: PageElement) => attribs["href"] !== undefined && /#[^!/]/.test(attribs["href"]);

function readContainer(element: PageElement, reading: Reading): void {
  flush(reading);
  const rows = drawnRows(element, reading, contentOf);
  if (rows) {
    addRows(rows, reading);
    return;
  }
  const { block, doubt } = reading;
  if (isOfShortParts(element, reading) && turnsBoxes(element, reading)) reading.doubt = "reordered";
  if (HEADING.has(element.name)) reading.block = "heading";
  else reading.block = element.name === "p" ? "paragraph" : "container";
  readChildren(element, reading);
  flush(reading);
  reading.block = block;
  reading.doubt = doubt;
}

/** What arranges a page is no row of a table, whichever way round its parts stand. */
const isOfShortParts = (element: PageElement, { sheet }: Reading) =>
  BOXES.has(displayOf(element, sheet)) && (element.weight?.text ?? 0) <= LONG_CELL && element.weight?.nested === 0;

const BOXES: ReadonlySet<Display> = new Set(["flex", "grid"]);

function readTable(table: PageElement, reading: Reading): void {
  flush(reading);
  const rows = rowsOfTable(table, reading.sheet);
  for (const child of table.children) if (isElement(child) && child.name === "caption") readNode(child, reading);
  if (isLayout(rows)) {
    for (const row of rows) for (const { element } of row) readNode(element, reading);
    return;
  }
  const read = rows.map((row) => row.map((cell) => rawCell(cell, reading)));
  addRows(turnsRows(table, reading) ? inDoubt(read) : read, reading);
}

function addRows(rows: readonly (readonly RawCell[])[], reading: Reading): void {
  const metadata = metadataOf(rows);
  if (metadata) append(reading.metadata, metadata);
  else addTable(rows, reading);
}

function rawCell({ element, colSpan, rowSpan }: CellElement, reading: Reading): RawCell {
  const { text, doubt } = contentOf(element, reading);
  return doubt === undefined ? { text, colSpan, rowSpan } : { text, doubt, colSpan, rowSpan };
}

/** The text of a cell, and why it may not be all that the cell shows. */
function contentOf(cell: PageElement, reading: Reading): CellContent {
  const content = textOf(cell, reading);
  if (content.doubt !== undefined) return content;
  const { text } = content;
  const doubt = text.trim() === "" ? doubtOfBlank(cell, reading) : doubtOfText(cell, text, reading);
  return doubt === undefined ? content : { text, doubt };
}

/** The text of a cell: its inner blocks as lines. */
function textOf(cell: PageElement, reading: Reading): CellContent {
  const shown = shownInside(cell, reading.sheet);
  if (!cell.children.some(isElement)) return plainTextOf(cell, shown, reading);
  const inner = readingInside(reading, shown);
  readChildren(cell, inner);
  flush(inner);
  const [first] = inner.blocks;
  if (inner.blocks.length === 1 && first?.kind === "paragraph") return withDoubt(first.text, obscuredOf(first));
  const parts = inner.blocks.flatMap((block): readonly Part[] => (block.kind === "paragraph" ? [block] : block.cells));
  return withDoubt(parts.map(({ text }) => text).join("\n"), parts.map(obscuredOf).find(Boolean));
}

/** A paragraph or cell inside a cell. */
type Part = Pick<Cell, "text" | "doubt">;

const withDoubt = (text: string, doubt: CellDoubt | undefined): CellContent =>
  doubt === undefined ? { text } : { text, doubt };

/** What else is in doubt of a part is told of the whole cell. */
const obscuredOf = ({ doubt }: Part) => (doubt === "obscured" ? doubt : undefined);

/** Most cells hold text alone, which needs no reading of its own. */
function plainTextOf(cell: PageElement, shown: Shown, around: Reading): CellContent {
  let buffer = "";
  for (const child of cell.children) if (isText(child)) buffer += shownText(child.data, shown);
  const text = tidy(buffer);
  if (text.trim() === "") return { text: "" };
  return isObscure(shown, around.shown.painted) && DIGIT.test(text) ? { text, doubt: "obscured" } : { text };
}
