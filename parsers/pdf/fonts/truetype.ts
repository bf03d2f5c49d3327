/**
 * A TrueType or OpenType font in; an error where pdfjs would take far more steps than it has bytes (ISO/IEC 14496-22): tables,
 * names and character maps may share their bytes, and a glyph may say that it has any number of points.
 */
import { workOnCff } from "./cff.js";
import { workOnCharacterTable } from "./character-table.js";
import type { Work } from "./work.js";

interface Table {
  readonly start: number;
  readonly data: Uint8Array;
}

const READ = new Set([
  "OS/2",
  "cmap",
  "head",
  "hhea",
  "hmtx",
  "maxp",
  "name",
  "post",
  "loca",
  "glyf",
  "fpgm",
  "prep",
  "cvt ",
  "CFF ",
]);
const COLLECTION = "ttcf";
/** Bytes before the entries of tables, and of an entry. */
const [HEAD, ENTRY] = [12, 16] as const;
/** Bytes of a name's entry, and before the entries. */
const [NAMES_HEAD, NAME_ENTRY] = [6, 12] as const;
/** A table is kept, copied, written and handed over. */
const TABLE_STEPS_A_BYTE = 4;

export function workOnTrueType(bytes: Uint8Array, work: Work): void {
  const view = viewOf(bytes);
  const tables = fontsOf(bytes, view, work).flatMap((start) => [...tablesOf(bytes, view, start, work)]);
  // Fonts of a collection have tables in common, and only one of them is read.
  const different = new Map(tables.map(([tag, table]) => [`${tag} ${table.start} ${table.data.length}`, [tag, table]]));
  workOnTables([...different.values()] as [string, Table][], view, work);
}

/** Where the fonts begin: a collection has several. */
function fontsOf(bytes: Uint8Array, view: DataView, work: Work): number[] {
  if (tagAt(bytes, 0) !== COLLECTION) return [0];
  if (bytes.length < HEAD) return [];
  const count = view.getUint32(8);
  work.add(count);
  return Array.from({ length: count }, (_, i) => numberAt(view, HEAD + 4 * i));
}

const viewOf = (data: Uint8Array) => new DataView(data.buffer, data.byteOffset, data.byteLength);
const tagAt = (bytes: Uint8Array, at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
const numberAt = (view: DataView, at: number) => (at + 4 <= view.byteLength ? view.getUint32(at) : 0);
const shortAt = (view: DataView, at: number) => (at + 2 <= view.byteLength ? view.getUint16(at) : 0);

function workOnTables(tables: readonly (readonly [string, Table])[], view: DataView, work: Work): void {
  for (const [tag, table] of tables) {
    work.add(table.data.length * TABLE_STEPS_A_BYTE);
    if (tag === "name") workOnNames(view, table, work);
    if (tag === "cmap") workOnCharacterTable(view, table.start, work);
    if (tag === "CFF ") workOnCff(table.data, work);
  }
  const all = (wanted: string) => tables.flatMap(([tag, { data }]) => (tag === wanted ? [data] : []));
  for (const head of all("head")) {
    const isLong = ((head[50] ?? 0) | (head[51] ?? 0)) !== 0;
    for (const glyphs of all("glyf")) for (const places of all("loca")) workOnGlyphs(glyphs, places, isLong, work);
  }
}

function tablesOf(bytes: Uint8Array, view: DataView, start: number, work: Work): Map<string, Table> {
  const tables = new Map<string, Table>();
  const count = shortAt(view, start + 4);
  work.add(count);
  for (let i = 0; i < count; i++) {
    const at = start + HEAD + i * ENTRY;
    const [tag, offset, length] = [tagAt(bytes, at), numberAt(view, at + 8), numberAt(view, at + 12)];
    if (READ.has(tag) && length > 0) tables.set(tag, { start: offset, data: bytes.subarray(offset, offset + length) });
  }
  return tables;
}

function workOnNames(view: DataView, { start, data }: Table, work: Work): void {
  const count = Math.min(shortAt(view, start + 2), Math.floor((data.length - NAMES_HEAD) / NAME_ENTRY));
  for (let i = 0; i < count; i++) work.add(shortAt(view, start + NAMES_HEAD + i * NAME_ENTRY + 8));
}

/** As many points as the last contour of a glyph says; what begins where the glyph before it begins is empty. */
function workOnGlyphs(glyphs: Uint8Array, places: Uint8Array, isLong: boolean, work: Work): void {
  const [place, glyph] = [viewOf(places), viewOf(glyphs)];
  const size = isLong ? 4 : 2;
  for (let at = 0, before = -1; at + size <= places.length; at += size) {
    const start = isLong ? place.getUint32(at) : 2 * place.getUint16(at);
    if (start === before) continue;
    before = start;
    const contours = (shortAt(glyph, start) << 16) >> 16;
    if (contours > 0) work.add(contours + shortAt(glyph, start + 8 + 2 * contours) + 1);
  }
}
