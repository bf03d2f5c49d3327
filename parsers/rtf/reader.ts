/** The tokens of an RTF file in; its text with the tables in it out. Hidden and deleted text is left out. */
import type { FlowNode } from "../flow.js";
import { markedFlow, type MarkedFlow, type RowDefinition } from "../table-marks.js";
import { charsetOfCodePage, charsetOfFont, decodeRun } from "../codepages.js";
import { asObscured } from "../obscured.js";
import { asOfOtherSize, asRaised, differInSize, withoutSigns } from "../raised.js";
import type { Destination } from "./destinations.js";
import { endColours, isObscured, USUAL_LOOK, type Colours, type Look, type Shades } from "./look.js";

/** What a group inherits and restores. */
export interface GroupState {
  destination: Destination;
  /** In \upr, where the text with Unicode goes that stands beside the one without. */
  alternative?: Destination;
  /** Characters after \uN that stand for it in programs without Unicode. */
  fallback: number;
  font: number;
  hidden: boolean;
  deleted: boolean;
  struck: boolean;
  /** Above or below the line. */
  raised: boolean;
  look: Look;
  /** Behind the paragraph: place in the table of colours, 0 for none; null for a pattern. */
  shade: number | null;
  inTable: boolean;
  depth: number | undefined;
  style: number;
  outline: number | undefined;
  /** Set where the group is a text box, an object or nested row properties: what its end restores. */
  onClose?: (() => void) | undefined;
}

type MutableRow = { -readonly [Key in keyof RowDefinition[number]]: RowDefinition[number][Key] }[];

export interface Reader {
  state: GroupState;
  readonly stack: GroupState[];
  flow: MarkedFlow;
  /** Of the paragraph that is being read. */
  text: string;
  /** Of the last text on the line, in half points. */
  size: number | null;
  ordinal: string;
  /** Text boxes of the paragraph that is being read. */
  boxes: FlowNode[];
  title: string;
  row: MutableRow;
  /** Merge marks of the cell that the next \cellx ends. */
  merge: Pick<MutableRow[number], "continuesLeft" | "vertical">;
  rowLeft: number;
  readonly colours: Colours;
  readonly shades: Shades;
  charset: string;
  readonly fonts: Map<number, string | undefined>;
  /** Styles that are headings. */
  readonly headings: Set<number>;
  styleName: string;
  /** Bytes of one run that are not decoded yet. */
  run: { charset: string | undefined; bytes: number[] };
  /** Characters that still stand for the \uN before them. */
  toSkip: number;
  done: boolean;
}

export function newReader(): Reader {
  return {
    state: {
      ...{ destination: "body", fallback: 1, font: -1, hidden: false, deleted: false },
      ...{ struck: false, raised: false, look: USUAL_LOOK, shade: 0 },
      ...{ inTable: false, depth: undefined, style: 0, outline: undefined },
    },
    ...{ stack: [], flow: markedFlow(), text: "", size: null, ordinal: "", boxes: [], title: "" },
    ...{ row: [], merge: noMerge(), rowLeft: 0, charset: "windows-1252", fonts: new Map(), headings: new Set() },
    ...{ colours: { table: [], next: null }, shades: { ofCells: [], next: 0, ended: 0 } },
    ...{ styleName: "", run: { charset: undefined, bytes: [] }, toSkip: 0, done: false },
  };
}

export const noMerge = (): Reader["merge"] => ({ continuesLeft: false, vertical: "none" });

/** Adds a byte of text to the run that it belongs to. */
export function addByte(reader: Reader, byte: number): void {
  if (reader.toSkip > 0) reader.toSkip--;
  else if (isRead(reader.state)) {
    const charset = reader.fonts.get(reader.state.font);
    if (charset !== reader.run.charset) endRun(reader);
    reader.run.charset = charset;
    reader.run.bytes.push(byte);
  }
}

const isRead = ({ destination, hidden, deleted, struck }: GroupState) =>
  destination !== "skip" && !hidden && !deleted && !struck;

/** Decodes what is pending; must be called before anything else is added and before the destination changes. */
export function endRun(reader: Reader): void {
  const { charset, bytes } = reader.run;
  if (bytes.length === 0) return;
  reader.run = { charset, bytes: [] };
  append(reader, decodeRun(bytes, charset, reader.charset));
}

export function addText(reader: Reader, text: string): void {
  if (!isRead(reader.state)) return;
  endRun(reader);
  append(reader, text);
}

function append(reader: Reader, text: string): void {
  const { destination } = reader.state;
  if (destination === "body") {
    const seen = isObscured(reader) ? asObscured(text) : text;
    reader.text += reader.state.raised ? asRaised(seen) : sized(seen, reader);
  } else if (destination === "colours") endColours(reader, text);
  else if (destination === "ordinal") reader.ordinal += text;
  else if (destination === "title") reader.title += text;
  else if (destination === "styles") readStyleName(reader, text);
}

/** Half points of text of which nothing is said. */
const USUAL_SIZE = 24;

/** The text, marked where that before it has another size. */
function sized(text: string, reader: Reader): string {
  if (text.trim() === "") return text;
  const [before, size] = [reader.size, reader.state.look.size ?? USUAL_SIZE];
  reader.size = size;
  return before !== null && differInSize(before, size) ? asOfOtherSize(text) : text;
}

/** The entry of a style ends in its name and a semicolon. */
function readStyleName(reader: Reader, text: string): void {
  reader.styleName += text;
  if (!reader.styleName.includes(";")) return;
  const { style, outline } = reader.state;
  if (outline !== undefined || /^\s*(?:heading|title|标题)/i.test(reader.styleName)) reader.headings.add(style);
  reader.styleName = "";
}

/** Depth of the paragraph in tables. */
export const depthOf = ({ depth, inTable }: GroupState): number => depth ?? (inTable ? 1 : 0);

/** Ends the paragraph that is being read, if there is anything in it. */
export function endParagraph(reader: Reader, depth = depthOf(reader.state)): void {
  if (reader.state.destination !== "body") return;
  endRun(reader);
  const { boxes, state } = reader;
  const text = withoutSigns(reader.text);
  const ordinal = reader.ordinal.trim();
  const heading = state.outline !== undefined || reader.headings.has(state.style);
  if (text.trim() !== "") {
    const more = { ...(ordinal ? { ordinal } : {}), ...(heading ? { heading } : {}) };
    reader.flow.add(depth, [{ kind: "paragraph", text, ...more }]);
  } else if (depth === 0) reader.flow.add(0, []);
  reader.flow.add(depth, boxes);
  reader.text = reader.ordinal = "";
  reader.size = null;
  reader.boxes = [];
}

export function setCharset(reader: Reader, codePage: number): void {
  reader.charset = charsetOfCodePage(codePage) ?? reader.charset;
}

export function setFontCharset(reader: Reader, charset: string | undefined): void {
  if (reader.state.destination === "fonts") reader.fonts.set(reader.state.font, charset);
}

export { charsetOfCodePage, charsetOfFont };
