/** The text of a Word document in its pieces, with its runs and styles, in; paragraphs and tables out. */
import { WHITE, type Colour } from "../colours.js";
import type { FlowNode } from "../flow.js";
import { asObscured } from "../obscured.js";
import { asOfOtherSize, asRaised, differInSize, withoutSigns } from "../raised.js";
import { markedFlow } from "../table-marks.js";
import { decodeWindows1252 } from "../windows-1252.js";
import type { NumberOf } from "./lists.js";
import { paragraphsOf, type ParagraphAt } from "./paragraphs.js";
import type { Piece } from "./pieces.js";
import { characterProperties, isHidden, PLAIN_TEXT, type CharacterProperties } from "./character-properties.js";
import { isObscured } from "./look.js";
import type { Run, RunAt } from "./runs.js";
import { readSprms } from "./sprm.js";
import { shadesAhead, type Shades } from "./shades.js";
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
  readonly checkTime: () => void;
}

/** Characters with a meaning of their own. */
const MARK = {
  ...{ picture: 0x01, cell: 0x07, line: 0x0b, page: 0x0c, paragraph: 0x0d, column: 0x0e },
  ...{ fieldBegin: 0x13, fieldSeparator: 0x14, fieldEnd: 0x15, hardHyphen: 0x1e, softHyphen: 0x1f },
} as const;

interface Reading {
  readonly source: TextSource;
  readonly flow: ReturnType<typeof markedFlow>;
  readonly paragraphAt: ParagraphAt;
  text: string[];
  images: FlowNode[];
  /** Of each field that is open, whether its result has begun. */
  readonly fields: boolean[];
  /** How many of them still are in their instruction, which isn't printed. */
  instructions: number;
  /** Of the last text of the paragraph, in half points. */
  size: number | null;
  /** Cells of the row that have ended. */
  cells: number;
  readonly shadesAt: (at: number) => Shades;
}

/** In half points, of text of which nothing is said. */
const USUAL_SIZE = 20;

/** Reads the characters from one offset of the text to another. */
export function readText(source: TextSource, from: number, to: number): readonly FlowNode[] {
  const paragraphAt = paragraphsOf(source);
  const reading: Reading = {
    ...{ source, flow: markedFlow(), paragraphAt, text: [], images: [], fields: [], instructions: 0 },
    ...{ size: null, cells: 0 },
    shadesAt: shadesAhead(source.stream, source.pieces, paragraphAt),
  };
  for (const piece of source.pieces) {
    if (piece.to > from && piece.from < to)
      readPiece(piece, Math.max(from, piece.from), Math.min(to, piece.to), reading);
  }
  endParagraph(reading, { text: "", depth: 0, heading: false });
  return reading.flow.finish();
}

function readPiece(piece: Piece, from: number, to: number, reading: Reading): void {
  const { stream, characters, paragraphs } = reading.source;
  const width = piece.bytesPerCharacter;
  const compressed =
    width === 1 ? decodeWindows1252(stream.subarray(piece.start, piece.start + piece.to - piece.from)) : "";
  let run: Run | undefined;
  let paragraph: Run | undefined;
  let properties: CharacterProperties = PLAIN_TEXT;
  for (let at = from; at < to; at++) {
    const offset = piece.start + (at - piece.from) * width;
    const [found, around] = [characters(offset), paragraphs(offset)];
    // Characters of the same properties may go on in a paragraph of another style.
    if (found !== run || around !== paragraph) {
      [run, paragraph] = [found, around];
      properties = propertiesOf(found, around, piece, reading.source);
    }
    const code = width === 1 ? compressed.charCodeAt(at - piece.from) : stream[offset]! | (stream[offset + 1]! << 8);
    readCharacter(code, properties, { piece, offset, at }, reading);
  }
}

/** Text is set by its own properties, by its style, and by its paragraph's style. */
function propertiesOf(run: Run, paragraph: Run, piece: Piece, source: TextSource): CharacterProperties {
  source.checkTime();
  const sprms = [...readSprms(run.properties), ...readSprms(piece.changes)];
  return characterProperties(sprms, source.styles, source.styles(paragraph.style));
}

interface Spot {
  readonly piece: Piece;
  /** In the main stream. */
  readonly offset: number;
  /** In the text. */
  readonly at: number;
}

function readCharacter(code: number, properties: CharacterProperties, spot: Spot, reading: Reading): void {
  const { text } = reading;
  if (code === MARK.paragraph || code === MARK.cell || code === MARK.page) endsParagraph(code, spot, reading);
  else if (code >= MARK.fieldBegin && code <= MARK.fieldEnd) readField(code, reading);
  else if (isHidden(properties) || reading.instructions > 0) return;
  else if (code === MARK.picture) reading.images.push({ kind: "image", name: "" });
  else if (code === MARK.line || code === MARK.column) text.push("\n");
  else if (code === MARK.hardHyphen) text.push("\u2011");
  else if (properties.symbol !== undefined) text.push(symbolText(properties.symbol));
  else if (code >= 0x20 || code === 0x09) text.push(printed(String.fromCharCode(code), properties, spot, reading));
}

const DIGIT = /\p{N}/u;

/** The character, between signs where it is set so that it may not be read as it is stored. */
function printed(character: string, { raised, look }: CharacterProperties, spot: Spot, reading: Reading): string {
  const unseen = DIGIT.test(character) && isObscured(look, () => behind(spot, reading));
  const shown = unseen ? asObscured(character) : character;
  if (raised) return asRaised(shown);
  if (character.trim() === "") return shown;
  const [before, size] = [reading.size, look.size ?? USUAL_SIZE];
  reading.size = size;
  return before !== null && differInSize(before, size) ? asOfOtherSize(shown) : shown;
}

/** What is behind a character that says nothing of it: of tables inside cells nothing is known. */
function behind({ piece, offset, at }: Spot, reading: Reading): Colour | null {
  const { depth, shade } = reading.paragraphAt(piece, offset);
  if (shade !== undefined) return shade;
  if (depth !== 1) return depth === 0 ? WHITE : null;
  const ofCell = reading.shadesAt(at)[reading.cells];
  return ofCell === undefined ? WHITE : ofCell;
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
  const properties = reading.paragraphAt(piece, offset);
  const { depth, heading, override, level, endsRow, endsInnerCell, endsInnerRow, row } = properties;
  const { flow } = reading;
  if ((code === MARK.cell && endsRow) || (depth > 1 && endsInnerRow)) {
    flow.endRow(Math.max(1, depth), row);
    reading.text = [];
    if (depth <= 1) reading.cells = 0;
    return;
  }
  const at = code === MARK.cell ? Math.max(1, depth) : depth;
  const text = override > 0 ? reading.source.numberOf({ override, level }) : "";
  endParagraph(reading, { text, depth: at, heading });
  if (code === MARK.cell || (depth > 1 && endsInnerCell)) flow.endCell(at);
  if (code === MARK.cell) reading.cells++;
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
  reading.size = null;
}
