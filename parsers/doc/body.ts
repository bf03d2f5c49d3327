/** The text of a Word document in its pieces, with its runs and styles, in; paragraphs and tables out. */
import type { FlowNode } from "../flow.js";
import { asRaised, withoutSigns } from "../raised.js";
import { markedFlow } from "../table-marks.js";
import { decodeWindows1252 } from "../windows-1252.js";
import type { NumberOf } from "./lists.js";
import type { Piece } from "./pieces.js";
import {
  applyToParagraph,
  characterProperties,
  type CharacterProperties,
  type ParagraphProperties,
} from "./properties.js";
import type { Run, RunAt } from "./runs.js";
import { readSprms } from "./sprm.js";
import type { Styles } from "./styles.js";

export interface TextSource {
  readonly stream: Uint8Array;
  /** Offsets of large properties are in here. */
  readonly data: Uint8Array;
  readonly pieces: readonly Piece[];
  readonly characters: RunAt;
  readonly paragraphs: RunAt;
  readonly styles: Styles;
  readonly numberOf: NumberOf;
}

/** Characters with a meaning of their own. */
const MARK = {
  ...{ picture: 0x01, cell: 0x07, line: 0x0b, page: 0x0c, paragraph: 0x0d, column: 0x0e },
  ...{ fieldBegin: 0x13, fieldSeparator: 0x14, fieldEnd: 0x15, hardHyphen: 0x1e, softHyphen: 0x1f },
} as const;
const HUGE_PROPERTIES = [0x6645, 0x6646];

interface Reading {
  readonly source: TextSource;
  readonly flow: ReturnType<typeof markedFlow>;
  readonly known: Map<Run, ParagraphProperties>;
  text: string[];
  images: FlowNode[];
  /** Of each field that is open, whether its result has begun. */
  readonly fields: boolean[];
  /** How many of them still are in their instruction, which isn't printed. */
  instructions: number;
}

/** Reads the characters from one offset of the text to another. */
export function readText(source: TextSource, from: number, to: number): readonly FlowNode[] {
  const reading: Reading = {
    source,
    flow: markedFlow(),
    known: new Map(),
    text: [],
    images: [],
    fields: [],
    instructions: 0,
  };
  for (const piece of source.pieces) {
    if (piece.to > from && piece.from < to)
      readPiece(piece, Math.max(from, piece.from), Math.min(to, piece.to), reading);
  }
  endParagraph(reading, { text: "", depth: 0, heading: false });
  return reading.flow.finish();
}

function readPiece(piece: Piece, from: number, to: number, reading: Reading): void {
  const { stream, characters } = reading.source;
  const width = piece.bytesPerCharacter;
  const compressed =
    width === 1 ? decodeWindows1252(stream.subarray(piece.start, piece.start + piece.to - piece.from)) : "";
  let run: Run | undefined;
  let properties: CharacterProperties = { hidden: false, raised: false, symbol: undefined };
  for (let at = from; at < to; at++) {
    const offset = piece.start + (at - piece.from) * width;
    const found = characters(offset);
    if (found !== run) {
      run = found;
      properties = propertiesOf(found, piece, offset, reading.source);
    }
    const code = width === 1 ? compressed.charCodeAt(at - piece.from) : stream[offset]! | (stream[offset + 1]! << 8);
    readCharacter(code, properties, { piece, offset }, reading);
  }
}

/** Text is hidden by its own properties, by its style, or by its paragraph's style. */
function propertiesOf(run: Run, piece: Piece, offset: number, source: TextSource): CharacterProperties {
  const paragraph = source.styles(source.paragraphs(offset).style);
  const sprms = [...readSprms(run.properties), ...readSprms(piece.changes)];
  return characterProperties(sprms, source.styles, paragraph);
}

interface Spot {
  readonly piece: Piece;
  readonly offset: number;
}

function readCharacter(code: number, properties: CharacterProperties, spot: Spot, reading: Reading): void {
  const { text } = reading;
  if (code === MARK.paragraph || code === MARK.cell || code === MARK.page) endsParagraph(code, spot, reading);
  else if (code >= MARK.fieldBegin && code <= MARK.fieldEnd) readField(code, reading);
  else if (properties.hidden || reading.instructions > 0) return;
  else if (code === MARK.picture) reading.images.push({ kind: "image", name: "" });
  else if (code === MARK.line || code === MARK.column) text.push("\n");
  else if (code === MARK.hardHyphen) text.push("\u2011");
  else if (properties.symbol !== undefined) text.push(symbolText(properties.symbol));
  else if (code >= 0x20 || code === 0x09) {
    const character = String.fromCharCode(code);
    text.push(properties.raised ? asRaised(character) : character);
  }
}

/** A field is its instruction, a separator, and the result that is printed. */
function readField(code: number, reading: Reading): void {
  if (code === MARK.fieldBegin) {
    reading.fields.push(false);
    reading.instructions++;
    return;
  }
  if (reading.fields.pop() === false) reading.instructions--;
  if (code === MARK.fieldSeparator) reading.fields.push(true);
}

/** Codes of a symbol font in the private area say nothing without the font. */
const symbolText = (code: number) => (code >= 0xe000 && code < 0xf900 ? "" : String.fromCharCode(code));

function endsParagraph(code: number, { piece, offset }: Spot, reading: Reading): void {
  const run = reading.source.paragraphs(offset);
  if (code === MARK.page && run.to !== offset + piece.bytesPerCharacter) {
    reading.text.push("\n");
    return;
  }
  const properties = paragraphProperties(run, piece, reading);
  const { depth, heading, override, level, endsRow, endsInnerCell, endsInnerRow, row } = properties;
  const { flow } = reading;
  if ((code === MARK.cell && endsRow) || (depth > 1 && endsInnerRow)) {
    flow.endRow(Math.max(1, depth), row);
    reading.text = [];
    return;
  }
  const at = code === MARK.cell ? Math.max(1, depth) : depth;
  const text = override > 0 ? reading.source.numberOf({ override, level }) : "";
  endParagraph(reading, { text, depth: at, heading });
  if (code === MARK.cell || (depth > 1 && endsInnerCell)) flow.endCell(at);
}

function endParagraph(
  reading: Reading,
  { text: ordinal, depth, heading }: { readonly text: string; readonly depth: number; readonly heading: boolean },
): void {
  const text = withoutSigns(reading.text.join(""));
  const more = { ...(ordinal ? { ordinal } : {}), ...(heading ? { heading } : {}) };
  if (text.trim() !== "") reading.flow.add(depth, [{ kind: "paragraph", text, ...more }]);
  reading.flow.add(depth, reading.images);
  reading.text = [];
  reading.images = [];
}

function paragraphProperties(run: Run, piece: Piece, reading: Reading): ParagraphProperties {
  const known = reading.known.get(run);
  if (known && piece.changes.length === 0) return known;
  const { styles, data } = reading.source;
  const properties = { ...styles(run.style).paragraph };
  for (const sprm of readSprms(run.properties)) {
    if (HUGE_PROPERTIES.includes(sprm.code)) applyToParagraph(properties, readSprms(hugeList(data, sprm.operand)));
    else applyToParagraph(properties, [sprm]);
  }
  if (piece.changes.length > 0) applyToParagraph(properties, readSprms(piece.changes));
  else reading.known.set(run, properties);
  return properties;
}

/** A list that is too long for a page of runs stands in the data stream, its length before it. */
function hugeList(data: Uint8Array, operand: Uint8Array): Uint8Array {
  const at = operand.reduce((sum, byte, i) => sum + byte * 2 ** (8 * i), 0);
  const size = (data[at] ?? 0) | ((data[at + 1] ?? 0) << 8);
  return data.subarray(at + 2, at + 2 + size);
}
