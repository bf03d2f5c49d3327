/** The table "cmap" of a font in; as many steps as its largest part maps characters, out. */
import type { Work } from "./work.js";

/** Steps of a character that is mapped: pdfjs makes an object of it, sorts all, and keeps them twice. */
const MAPPING_STEPS = 32;
const ENTRY = 8;

export function workOnCharacterTable(view: DataView, start: number, work: Work): void {
  const short = (at: number) => (at + 2 <= view.byteLength ? view.getUint16(at) : 0);
  const long = (at: number) => (at + 4 <= view.byteLength ? view.getUint32(at) : 0);
  const count = short(start + 2);
  work.add(count);
  // Which of them is read depends on the font that they are in; many may be one.
  const parts = new Set(Array.from({ length: count }, (_, i) => start + long(start + 4 + i * ENTRY + 4)));
  let most = 0;
  for (const part of parts) most = Math.max(most, mappingsOf(part));
  work.add(most * MAPPING_STEPS);

  function mappingsOf(at: number): number {
    const format = short(at);
    if (format === 2) return twoBytes(at + 6);
    if (format === 4) return segments(at + 14, short(at + 6) >> 1);
    if (format === 6) return short(at + 8);
    return format === 12 ? groups(at + 16, long(at + 12)) : 0;
  }

  function twoBytes(keys: number): number {
    let mappings = 0;
    for (let i = 0; i < 256; i++) {
      const key = short(keys + 2 * i) >> 3;
      mappings += key === 0 ? 1 : short(keys + 512 + 8 * key + 2);
    }
    return mappings;
  }

  function segments(ends: number, length: number): number {
    let mappings = 0;
    work.add(length);
    for (let i = 0; i < length; i++) {
      mappings += Math.max(0, short(ends + 2 * i) - short(ends + 2 + 2 * (length + i)) + 1);
    }
    return mappings;
  }

  function groups(first: number, length: number): number {
    let mappings = 0;
    work.add(length);
    for (let i = 0; i < length && mappings < Infinity; i++) {
      mappings += Math.max(0, long(first + 12 * i + 4) - long(first + 12 * i) + 1);
    }
    return mappings;
  }
}
