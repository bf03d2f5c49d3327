/**
 * Bytes of a compound file (OLE2, [MS-CFB]) in; its streams out. Every chain of sectors is followed at most once around,
 * so that loops end.
 */
import { append } from "./append.js";
import { UnreadableDocumentError } from "./errors.js";

export interface CompoundFile {
  /** Names of the streams and storages directly in the root. */
  readonly names: readonly string[];
  /** A stream directly in the root, or null where there is none of the name. @throws UnreadableDocumentError "damaged" */
  readonly read: (name: string) => Uint8Array | null;
}

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

/** Sector numbers above this are marks, not sectors. */
const LAST_SECTOR = 0xfffffffa;
const HEADER_SIZE = 512;
const ENTRY_SIZE = 128;
const MINI_SECTOR = 64;
/** Streams smaller than this are kept in mini sectors. */
const MINI_CUTOFF = 4_096;
const [STREAM, ROOT] = [2, 5];

function damaged(): UnreadableDocumentError {
  return new UnreadableDocumentError("damaged", {
    zh: "OLE2 文件不完整或已损坏（文件可能没有下载完）",
    en: "the OLE2 file is incomplete or damaged (was the download cut off?)",
  });
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** @throws UnreadableDocumentError "damaged" */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  if (bytes.length < HEADER_SIZE) throw damaged();
  const header = viewOf(bytes);
  const shift = header.getUint16(30, true);
  if (shift !== 9 && shift !== 12) throw damaged();
  const size = 2 ** shift;
  const sector = (n: number) => {
    const start = (n + 1) * size;
    if (start >= bytes.length) throw damaged();
    return bytes.subarray(start, start + size);
  };
  const fat = readFat(header, sector, Math.ceil(bytes.length / size));
  const chain = (start: number, length: number) => readChain(start, length, fat, sector, size);
  const entries = readDirectory(chain(header.getUint32(48, true), Infinity));
  const root = entries.find(({ type }) => type === ROOT);
  if (!root) throw damaged();
  const children = childrenOf(root, entries);
  const miniStream = lazily(() => chain(root.start, root.size));
  const miniFat = lazily(() => numbersOf(chain(header.getUint32(60, true), Infinity)));
  const miniSector = (n: number) => {
    const found = miniStream().subarray(n * MINI_SECTOR, (n + 1) * MINI_SECTOR);
    if (found.length === 0) throw damaged();
    return found;
  };
  return {
    names: children.map(({ name }) => name),
    read(name) {
      const entry = children.find((child) => child.name === name && child.type === STREAM);
      if (!entry) return null;
      return entry.size < MINI_CUTOFF
        ? readChain(entry.start, entry.size, miniFat(), miniSector, MINI_SECTOR)
        : chain(entry.start, entry.size);
    },
  };
}

function lazily<T>(make: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= make());
}

function numbersOf(bytes: Uint8Array): Uint32Array {
  const view = viewOf(bytes);
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, i) => view.getUint32(4 * i, true));
}

/** The sectors of the allocation table are listed in the header and, beyond 109, in sectors of their own. */
function readFat(header: DataView, sector: (n: number) => Uint8Array, sectors: number): Uint32Array {
  const places = Array.from({ length: 109 }, (_, i) => header.getUint32(76 + 4 * i, true));
  let next = header.getUint32(68, true);
  for (let seen = 0; next < LAST_SECTOR && seen <= sectors; seen++) {
    const list = numbersOf(sector(next));
    append(places, list.subarray(0, -1));
    next = list.at(-1)!;
  }
  const used = places.filter((place) => place < LAST_SECTOR);
  if (used.length === 0 || used.length > sectors) throw damaged();
  const parts = used.map((place) => numbersOf(sector(place)));
  const fat = new Uint32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    fat.set(part, at);
    at += part.length;
  }
  return fat;
}

/** The bytes of the chain, no more than the length; for a directory of unknown length, all of it. */
function readChain(
  start: number,
  length: number,
  fat: Uint32Array,
  sector: (n: number) => Uint8Array,
  size: number,
): Uint8Array {
  const parts: Uint8Array[] = [];
  let read = 0;
  let next = start;
  while (read < length && next < LAST_SECTOR) {
    if (parts.length > fat.length || next >= fat.length) throw damaged();
    parts.push(sector(next));
    read += size;
    next = fat[next]!;
  }
  const available = parts.reduce((sum, part) => sum + part.length, 0);
  if (length !== Infinity && available < length) throw damaged();
  const out = new Uint8Array(Math.min(length, available));
  let at = 0;
  for (const part of parts) {
    out.set(part.subarray(0, out.length - at), at);
    at += part.length;
  }
  return out;
}

function readDirectory(bytes: Uint8Array): Entry[] {
  const view = viewOf(bytes);
  return Array.from({ length: Math.floor(bytes.length / ENTRY_SIZE) }, (_, i) => {
    const at = i * ENTRY_SIZE;
    const length = Math.min(64, view.getUint16(at + 64, true));
    const name = new TextDecoder("utf-16le").decode(bytes.subarray(at, at + Math.max(0, length - 2)));
    return {
      ...{ name, type: bytes[at + 66]! },
      ...{ left: view.getUint32(at + 68, true), right: view.getUint32(at + 72, true) },
      ...{ child: view.getUint32(at + 76, true) },
      ...{ start: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) },
    };
  });
}

/** The entries of a storage are a tree of siblings. */
function childrenOf(storage: Entry, entries: readonly Entry[]): Entry[] {
  const seen = new Set<Entry>();
  const open = [storage.child];
  while (open.length > 0) {
    const entry = entries[open.pop()!];
    if (!entry || seen.has(entry)) continue;
    seen.add(entry);
    open.push(entry.left, entry.right);
  }
  return [...seen];
}
