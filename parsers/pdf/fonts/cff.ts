/**
 * A CFF font in; an error where pdfjs would take far more steps than it has bytes (Adobe Technical Note 5176): entries of an
 * index may share their bytes, ranges their glyphs, and subroutines may call each other.
 */
import { workOnGlyph } from "./cff-charstrings.js";
import { escaped, readDictionary } from "./cff-dictionary.js";
import { INTERPRETED_STEPS, type Work } from "./work.js";

const [CHARSTRINGS, PRIVATE, SUBROUTINES] = [17, 18, 19] as const;
const [IDENTIFIED, FONT_DICTIONARIES, FONT_CHOICE] = [escaped(30), escaped(36), escaped(37)] as const;
/** Steps of an entry, whatever it holds. */
const ENTRY_STEPS = 4;
/** Steps of a glyph's choice of a font, which is kept. */
const CHOICE_STEPS = 8;
/** Names of glyphs that are compared to all others in one step. */
const COMPARED_AT_ONCE = 64;

interface Index {
  readonly entries: readonly Uint8Array[];
  readonly end: number;
}

export function workOnCff(font: Uint8Array, work: Work): void {
  // It may stand behind anything. Damaged glyphs are mended in place.
  const start = font.indexOf(1);
  if (start < 0) return;
  work.add(font.length * INTERPRETED_STEPS);
  const bytes = font.slice(start);
  const reader = readerOf(bytes, work);
  const names = reader.index(bytes[2] ?? NaN);
  const tops = reader.index(names.end);
  const strings = reader.index(tops.end);
  const global = reader.index(strings.end).entries;
  const top = readDictionary(tops.entries[0] ?? new Uint8Array(0));
  const glyphs = reader.index(first(top, CHARSTRINGS)).entries;
  const local = reader.subroutines(top);
  if (!top.has(IDENTIFIED)) {
    work.add((glyphs.length * (glyphs.length + strings.entries.length)) / COMPARED_AT_ONCE);
    for (const glyph of glyphs) workOnGlyph(glyph, { local, global }, work);
    return;
  }
  const fonts = reader
    .index(first(top, FONT_DICTIONARIES))
    .entries.map((data) => reader.subroutines(readDictionary(data)));
  const choice = reader.choice(first(top, FONT_CHOICE), glyphs.length);
  glyphs.forEach((glyph, i) => {
    if (fonts.length === 0) workOnGlyph(glyph, { local, global }, work);
    else if (choice[i]! < fonts.length) workOnGlyph(glyph, { local: fonts[choice[i]!]!, global }, work);
  });
}

type Dictionary = ReadonlyMap<number, readonly number[]>;

const first = (dictionary: Dictionary, operator: number) => dictionary.get(operator)?.[0] ?? NaN;

function readerOf(bytes: Uint8Array, work: Work) {
  const byte = (at: number) => bytes[at] ?? 0;
  const short = (at: number) => (byte(at) << 8) | byte(at + 1);

  function index(start: number): Index {
    const count = short(start);
    if (count === 0) return { entries: [], end: start + 2 };
    const size = byte(start + 2);
    const before = start + 2 + (count + 1) * size;
    work.add((count + 1) * (size + ENTRY_STEPS));
    const offsets = Array.from({ length: count + 1 }, (_, i) => before + offsetAt(start + 3 + i * size, size));
    const entries = offsets.slice(1).map((end, i) => bytes.subarray(offsets[i], end));
    for (const { length } of entries) work.add(length);
    return { entries, end: offsets[count]! };
  }

  function offsetAt(start: number, size: number): number {
    let offset = 0;
    for (let at = start; at < start + size; at++) offset = (offset << 8) + (bytes[at] ?? NaN);
    return offset;
  }

  function subroutines(dictionary: Dictionary): readonly Uint8Array[] | null {
    const [size = 0, start = NaN, more] = dictionary.get(PRIVATE) ?? [];
    if (more !== undefined || size === 0 || !(start < bytes.length)) return null;
    const data = bytes.subarray(start, start + size);
    work.add(data.length);
    const offset = first(readDictionary(data), SUBROUTINES);
    return offset && start + offset < bytes.length ? index(start + offset).entries : null;
  }

  /** Which font each glyph belongs to. */
  function choice(start: number, count: number): number[] {
    const chosen: number[] = [];
    if (byte(start) === 0) for (let i = 0; i < count; i++) chosen.push(byte(start + 1 + i));
    if (byte(start) !== 3) return chosen;
    for (let i = 0, at = start + 3; i < short(start + 1); i++, at += 3) {
      const [from, to] = [i === 0 ? 0 : short(at), short(at + 3)];
      work.add(CHOICE_STEPS * (1 + Math.max(0, to - from)));
      for (let glyph = from; glyph < to && chosen.length < count; glyph++) chosen.push(byte(at + 2));
    }
    return chosen;
  }

  return { index, subroutines, choice };
}
