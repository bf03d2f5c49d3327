/**
 * Bytes of a zip in; what its central directory states of every entry, and where the entry's bytes lie, out. Nothing is
 * inflated. Every offset is checked against the file, and no two entries may share bytes, so that a small file can't
 * claim the same data many times.
 */
import { checkLimit, type Limits } from "../limits.js";
import { damagedZip } from "./damaged.js";

export interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly crc: number;
  /** Bytes once inflated. */
  readonly size: number;
  readonly compressedSize: number;
  /** Offset of the entry's first byte in the file. */
  readonly start: number;
}

const END = 0x06054b50;
const END_SIZE = 22;
const END_64_LOCATOR = 0x07064b50;
const END_64 = 0x06064b50;
const HEADER = 0x02014b50;
const HEADER_SIZE = 46;
const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_SIZE = 30;
/** A comment of at most this many bytes may follow the end of the directory. */
const LONGEST_COMMENT = 0xffff;
const IN_EXTRA_FIELD = 0xffffffff;
const ZIP64_FIELD = 1;
const ENCRYPTED_FLAG = 1;
const UTF8_FLAG = 0x800;

/** @throws UnreadableDocumentError "damaged", or "limit-exceeded" for zipEntries */
export function readDirectory(bytes: Uint8Array, limits: Limits): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const { count, start } = findDirectory(view);
    checkLimit(limits, "zipEntries", count);
    const entries: ZipEntry[] = [];
    for (let n = 0, at = start; n < count; n++) {
      const { entry, next } = readHeader(bytes, view, at);
      entries.push(entry);
      at = next;
    }
    assertApart(entries);
    return entries;
  } catch (cause) {
    // A DataView refuses every offset outside the file.
    if (cause instanceof RangeError) throw damagedZip(cause);
    throw cause;
  }
}

function findDirectory(view: DataView): { count: number; start: number } {
  let end = view.byteLength - END_SIZE;
  const first = Math.max(0, end - LONGEST_COMMENT);
  while (end >= first && view.getUint32(end, true) !== END) end--;
  if (end < first) throw damagedZip();
  const [count, start] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)];
  const locator = end - 20;
  if ((count !== 0xffff && start !== IN_EXTRA_FIELD) || locator < 0) return { count, start };
  if (view.getUint32(locator, true) !== END_64_LOCATOR) return { count, start };
  const end64 = uint64(view, locator + 8);
  if (view.getUint32(end64, true) !== END_64) throw damagedZip();
  return { count: uint64(view, end64 + 32), start: uint64(view, end64 + 48) };
}

/** A number beyond what a double holds exactly is beyond any file, too. */
const uint64 = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

function readHeader(bytes: Uint8Array, view: DataView, at: number): { entry: ZipEntry; next: number } {
  if (view.getUint32(at, true) !== HEADER) throw damagedZip();
  const [flags, nameLength, extraLength] = [8, 28, 30].map((offset) => view.getUint16(at + offset, true)) as [
    number,
    number,
    number,
  ];
  const nameStart = at + HEADER_SIZE;
  const extraStart = nameStart + nameLength;
  const wide = zip64Field(view, extraStart, extraStart + extraLength);
  const sized = (offset: number) => {
    const value = view.getUint32(at + offset, true);
    return value === IN_EXTRA_FIELD && wide !== null ? wide.take() : value;
  };
  // The wide numbers stand in this order.
  const [size, compressedSize, header] = [sized(24), sized(20), sized(42)];
  const entry: ZipEntry = {
    name: decodeName(bytes.subarray(nameStart, extraStart), (flags & UTF8_FLAG) !== 0),
    encrypted: (flags & ENCRYPTED_FLAG) !== 0,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    ...{ size, compressedSize, start: dataStart(view, header) },
  };
  if (entry.start + compressedSize > bytes.length) throw damagedZip();
  return { entry, next: extraStart + extraLength + view.getUint16(at + 32, true) };
}

/** The part names of documents are of ASCII: what else a name holds must only be told apart. */
const decodeName = (name: Uint8Array, utf8: boolean) => new TextDecoder(utf8 ? "utf-8" : "latin1").decode(name);

/** The numbers of the extra field for what 32 bits don't hold, or null. */
function zip64Field(view: DataView, start: number, end: number): { take: () => number } | null {
  for (let at = start; at + 4 <= end; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== ZIP64_FIELD) continue;
    let next = at + 4;
    return {
      take: () => {
        next += 8;
        return uint64(view, next - 8);
      },
    };
  }
  return null;
}

/** The lengths in an entry's own header may differ from the directory's. */
function dataStart(view: DataView, at: number): number {
  if (view.getUint32(at, true) !== LOCAL_HEADER) throw damagedZip();
  return at + LOCAL_HEADER_SIZE + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
}

function assertApart(entries: readonly ZipEntry[]): void {
  const ordered = [...entries].sort((a, b) => a.start - b.start);
  ordered.forEach(({ start }, i) => {
    const before = ordered[i - 1];
    if (before && before.start + before.compressedSize > start) throw damagedZip();
  });
}
