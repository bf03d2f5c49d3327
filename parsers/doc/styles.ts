/** The style sheet of a Word document (STSH, [MS-DOC] 2.9.271) in; what a style adds to its paragraphs out. */
import type { Place } from "./fib.js";
import { characterProperties, PLAIN_TEXT, type StyledText } from "./character-properties.js";
import { applyToParagraph, PLAIN_PARAGRAPH, type ParagraphProperties } from "./properties.js";
import { readSprms } from "./sprm.js";

export interface Style extends StyledText {
  readonly paragraph: Readonly<ParagraphProperties>;
}

export type Styles = (index: number) => Style;

interface Entry {
  readonly heading: boolean;
  readonly base: number;
  readonly paragraph: Uint8Array;
  readonly characters: Uint8Array;
}

const PLAIN: Style = { ...PLAIN_TEXT, paragraph: PLAIN_PARAGRAPH };
const [PARAGRAPH_STYLE, CHARACTER_STYLE] = [1, 2];
/** Built-in styles: Heading 1–9 and Title. */
const isHeading = (builtIn: number) => (builtIn >= 1 && builtIn <= 9) || builtIn === 62;
const HEADING_NAME = /^(?:heading|title|标题)/i;
const MOST_BASES = 20;
const NOTHING = new Uint8Array(0);

export function readStyles(table: Uint8Array, { start, size }: Place): Styles {
  const entries = readEntries(table.subarray(start, start + size));
  const known = new Map<number, Style>();
  const resolve = (index: number, hops: number): Style => {
    const entry = hops > MOST_BASES ? undefined : entries[index];
    if (!entry) return PLAIN;
    const found = known.get(index);
    if (found) return found;
    const base = resolve(entry.base, hops + 1);
    const paragraph = { ...base.paragraph, heading: base.paragraph.heading || entry.heading };
    applyToParagraph(paragraph, readSprms(entry.paragraph));
    const style = { ...characterProperties(readSprms(entry.characters), () => PLAIN, base), paragraph };
    known.set(index, style);
    return style;
  };
  return (index) => resolve(index, 0);
}

function readEntries(sheet: Uint8Array): (Entry | undefined)[] {
  if (sheet.length < 6) return [];
  const view = new DataView(sheet.buffer, sheet.byteOffset, sheet.byteLength);
  const head = view.getUint16(0, true);
  const fixed = view.getUint16(4, true);
  const out: (Entry | undefined)[] = [];
  let at = 2 + head;
  while (at + 2 <= sheet.length) {
    const size = view.getUint16(at, true);
    out.push(size >= fixed + 2 ? readEntry(sheet.subarray(at + 2, at + 2 + size), fixed) : undefined);
    at += 2 + size + (size % 2);
  }
  return out;
}

function readEntry(entry: Uint8Array, fixed: number): Entry | undefined {
  const view = new DataView(entry.buffer, entry.byteOffset, entry.byteLength);
  if (entry.length < fixed + 2) return undefined;
  const builtIn = view.getUint16(0, true) & 0xfff;
  const kind = view.getUint16(2, true) & 0xf;
  const base = view.getUint16(2, true) >> 4;
  const nameLength = 2 * view.getUint16(fixed, true);
  const name = new TextDecoder("utf-16le").decode(entry.subarray(fixed + 2, fixed + 2 + nameLength));
  const parts = readParts(entry, fixed + 2 + nameLength + 2);
  const [first = NOTHING, second = NOTHING] = parts;
  return {
    ...{ heading: isHeading(builtIn) || HEADING_NAME.test(name), base },
    paragraph: kind === PARAGRAPH_STYLE ? first.subarray(2) : NOTHING,
    characters: kind === PARAGRAPH_STYLE ? second : kind === CHARACTER_STYLE ? first : NOTHING,
  };
}

/** The lists of modifications of a style, each with its length before it, at even offsets. */
function readParts(entry: Uint8Array, start: number): Uint8Array[] {
  const out: Uint8Array[] = [];
  let at = start + (start % 2);
  while (at + 2 <= entry.length) {
    const size = entry[at]! | (entry[at + 1]! << 8);
    out.push(entry.subarray(at + 2, at + 2 + size));
    at += 2 + size + (size % 2);
  }
  return out;
}
