// Damages a compound file (OLE2) in its header, chains of sectors and directory entries; finds where its streams lie.
import { ODD_FIELDS, several } from "./edits.mjs";

/** @typedef {import("./random.mjs").Random} Random */

const ENTRY_SIZE = 128;
const LAST_SECTOR = 0xfffffffa;
const MINI_SECTOR = 64;
const MINI_CUTOFF = 4_096;
/** Offsets in the header: sizes of sectors, numbers of sectors and where the directory and the tables begin. */
const HEADER_FIELDS = [30, 32, 44, 48, 56, 60, 64, 68, 72, 76];
/** Offsets in a directory entry: its neighbours, child, first sector and size. */
const ENTRY_FIELDS = [68, 72, 76, 116, 120];

/** @param {Uint8Array} bytes */
export const viewOf = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The parts of an undamaged file. @param {Uint8Array} bytes */
export function partsOf(bytes) {
  const view = viewOf(bytes);
  const size = 2 ** view.getUint16(30, true);
  /** @param {number} sector */
  const offset = (sector) => (sector + 1) * size;
  const tables = Array.from({ length: 109 }, (_, i) => view.getUint32(76 + 4 * i, true)).filter((n) => n < LAST_SECTOR);
  const perTable = size / 4;
  /** Where the table holds the number of a sector. @param {number} sector */
  const link = (sector) => offset(tables[Math.floor(sector / perTable)]) + 4 * (sector % perTable);
  /** @param {number} start */
  const chain = (start) => {
    const sectors = [];
    for (let n = start; n < LAST_SECTOR && sectors.length * size < bytes.length; n = view.getUint32(link(n), true))
      sectors.push(n);
    return sectors;
  };
  const entries = chain(view.getUint32(48, true)).flatMap((sector) =>
    Array.from({ length: size / ENTRY_SIZE }, (_, i) => offset(sector) + i * ENTRY_SIZE),
  );
  return { view, size, offset, link, chain, entries };
}

/**
 * Where each byte of a stream lies in the file.
 * @param {Uint8Array} bytes @param {string} name
 */
export function streamOf(bytes, name) {
  const { view, size, offset, chain, entries } = partsOf(bytes);
  const wanted = [...name].map((c) => `${c}\0`).join("");
  const nameAt = (/** @type {number} */ at) => String.fromCharCode(...bytes.subarray(at, at + wanted.length));
  const entry = entries.find((at) => view.getUint16(at + 64, true) === wanted.length + 2 && nameAt(at) === wanted);
  if (entry === undefined) throw new Error(`no stream ${name}`);
  const [start, length] = [view.getUint32(entry + 116, true), view.getUint32(entry + 120, true)];
  if (length >= MINI_CUTOFF) {
    const sectors = chain(start);
    return { length, at: (/** @type {number} */ n) => offset(sectors[Math.floor(n / size)]) + (n % size) };
  }
  const mini = chain(view.getUint32(entries[0] + 116, true));
  const miniTable = chain(view.getUint32(60, true));
  const inMini = (/** @type {number} */ n) => offset(mini[Math.floor(n / size)]) + (n % size);
  const small = [];
  for (let n = start; n < LAST_SECTOR && small.length * MINI_SECTOR < length;) {
    small.push(n);
    n = view.getUint32(offset(miniTable[Math.floor((4 * n) / size)]) + ((4 * n) % size), true);
  }
  return {
    length,
    at: (/** @type {number} */ n) => inMini(small[Math.floor(n / MINI_SECTOR)] * MINI_SECTOR + (n % MINI_SECTOR)),
  };
}

/** A copy with a change. @param {Uint8Array} bytes @param {(view: DataView) => void} change */
export function changed(bytes, change) {
  const out = Uint8Array.from(bytes);
  change(viewOf(out));
  return out;
}

/** @type {Readonly<Record<string, (bytes: Uint8Array, random: Random) => Uint8Array>>} */
export const CFB_MUTATIONS = {
  headerField: (bytes, random) =>
    changed(bytes, (view) => view.setUint32(random.pick(HEADER_FIELDS), random.pick(ODD_FIELDS), true)),
  chain: (bytes, random) => {
    const { link, chain, entries, view } = partsOf(bytes);
    const sectors = entries.flatMap((at) => chain(view.getUint32(at + 116, true)));
    if (sectors.length === 0) return bytes;
    const next = random.pick([random.pick(sectors), ...ODD_FIELDS]);
    return changed(bytes, (out) => out.setUint32(link(random.pick(sectors)), next, true));
  },
  entryField: (bytes, random) =>
    changed(bytes, (view) => {
      const { entries } = partsOf(bytes);
      const value = random.pick([random.int(entries.length), ...ODD_FIELDS]);
      view.setUint32(random.pick(entries.slice(0, 8)) + random.pick(ENTRY_FIELDS), value, true);
    }),
  entryType: (bytes, random) =>
    changed(bytes, (view) => view.setUint8(random.pick(partsOf(bytes).entries.slice(0, 8)) + 66, random.int(7))),
  entryName: (bytes, random) =>
    changed(bytes, (view) =>
      view.setUint16(random.pick(partsOf(bytes).entries.slice(0, 8)) + 64, random.int(80), true),
    ),
};

/** @param {Uint8Array} bytes @param {Random} random */
export const mutateCfb = (bytes, random) => several(CFB_MUTATIONS, bytes, random);
