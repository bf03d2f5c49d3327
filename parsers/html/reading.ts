/** The state of reading a page: what was found so far, the text of the block that is being read, and how it is shown. */
import { placeCells, type RawCell } from "../cells.js";
import { tableOf, type Block, type CellDoubt, type MetadataItem, type Problem } from "../document.js";
import type { Limits } from "../limits.js";
import type { StyleSheet } from "./css.js";
import type { Painted } from "./ink.js";
import type { Shown } from "./style.js";
import { paragraphsOf, tidy } from "./text.js";

/** What is known of the page before it is read. */
export interface Page {
  readonly sheet: StyleSheet;
  readonly limits: Limits;
  /** Asked at every element. */
  readonly checkTime: () => void;
  /** Printed characters of the whole page. */
  readonly total: number;
}

export interface Reading extends Page {
  readonly blocks: Block[];
  readonly metadata: MetadataItem[];
  readonly problems: Problem[];
  /** Text that no block has been made of yet. */
  buffer: string;
  /** How often blocks have been made of it: until the next time it only grows, or what was added last changes. */
  flushes: number;
  /** How the end of it is set: level and colour. */
  setting: string;
  /** True where digits of it may not be seen as they are written, and those around the block can. */
  obscured: boolean;
  /** And of what size, in px. */
  size: number;
  /** What the text stands in: one paragraph, a heading, or a container whose line breaks part paragraphs. */
  block: "paragraph" | "heading" | "container";
  shown: Shown;
  /** Set where the page shows the parts of a row in another order than they are read. */
  doubt: CellDoubt | undefined;
  /** True inside a cell: its text stays together, and the values of its fields are text. */
  readonly inCell: boolean;
  /** How the text around is painted: what is painted so throughout can be seen. */
  readonly base: Painted;
  paragraphs: number;
  tables: number;
}

export const newReading = (page: Page, shown: Shown): Reading =>
  begun(page, { problems: [], paragraphs: 0, tables: 0 }, shown, shown.painted, false);

/** The reading of a cell, whose paragraphs and tables don't count; what is noted of it is noted of the page. */
export const readingInside = (around: Reading, shown: Shown): Reading =>
  begun(around, around, shown, around.shown.painted, true);

type Counts = Pick<Reading, "problems" | "paragraphs" | "tables">;

/** Every member is written out: a page has thousands of cells, and a copy by spreading takes ten times as long. */
function begun(page: Page, counts: Counts, shown: Shown, base: Painted, inCell: boolean): Reading {
  return {
    sheet: page.sheet,
    limits: page.limits,
    checkTime: page.checkTime,
    total: page.total,
    blocks: [],
    metadata: [],
    problems: counts.problems,
    buffer: "",
    flushes: 0,
    setting: "",
    obscured: false,
    size: shown.size,
    block: inCell ? "paragraph" : "container",
    shown,
    doubt: undefined,
    inCell,
    base,
    paragraphs: counts.paragraphs,
    tables: counts.tables,
  };
}

/** Makes paragraphs of the text read so far. */
export function flush(reading: Reading): void {
  if (reading.buffer === "") return;
  const text = tidy(reading.buffer);
  reading.buffer = "";
  reading.flushes++;
  const doubt = reading.doubt ?? (reading.obscured ? "obscured" : undefined);
  reading.obscured = false;
  if (text.trim() === "") return;
  const heading = reading.block === "heading";
  if (heading || reading.inCell) addParagraph(text, heading, doubt, reading);
  else {
    const everyLine = reading.block === "container" || reading.shown.lines;
    for (const paragraph of paragraphsOf(text, everyLine)) addParagraph(paragraph, false, doubt, reading);
  }
}

function addParagraph(text: string, heading: boolean, doubt: CellDoubt | undefined, reading: Reading): void {
  const at = { paragraph: reading.paragraphs++ };
  if (doubt !== undefined) reading.blocks.push({ kind: "paragraph", text, at, doubt });
  else reading.blocks.push(heading ? { kind: "paragraph", text, at, heading } : { kind: "paragraph", text, at });
}

export function addTable(rows: readonly (readonly RawCell[])[], reading: Reading): void {
  const index = reading.tables;
  const { cells, layout } = placeCells(rows, index, reading.limits);
  if (cells.length === 0) return;
  reading.tables++;
  reading.blocks.push(tableOf(cells, layout, { table: index, row: 0, column: 0 }));
}
