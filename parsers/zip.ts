/**
 * Bytes of a zip in; its entries out, within limits that are checked against the directory before anything is inflated.
 * No entry is ever written anywhere, so that names such as ../x lead nowhere.
 */
import { Inflate } from "fflate";
import { UnreadableDocumentError } from "./errors.js";
import { checkLimit, type Limits } from "./limits.js";
import { crc32 } from "./zip/crc32.js";
import { damagedZip } from "./zip/damaged.js";
import { readDirectory, type ZipEntry } from "./zip/directory.js";

/** The names of the entries. @throws UnreadableDocumentError "damaged", or "limit-exceeded" for zipEntries */
export function zipEntryNames(bytes: Uint8Array, limits: Limits): string[] {
  return readDirectory(bytes, limits).map(({ name }) => name);
}

export interface Zip {
  readonly names: readonly string[];
  /** Inflated size of an entry as the directory states it, bytes; 0 where there is none of the name. */
  readonly sizeOf: (name: string) => number;
  /**
   * The bytes of an entry, or null where there is none of the name.
   * @throws UnreadableDocumentError "damaged" where they are not of the stated size and checksum, or "encrypted"
   */
  readonly read: (name: string) => Uint8Array | null;
}

/**
 * Opens a zip.
 * @throws UnreadableDocumentError "damaged", or "limit-exceeded" for zipEntries and expandedBytes
 */
export function openZip(bytes: Uint8Array, limits: Limits): Zip {
  const directory = readDirectory(bytes, limits);
  checkLimit(
    limits,
    "expandedBytes",
    directory.reduce((sum, { size }) => sum + size, 0),
  );
  const entries = new Map(directory.map((entry) => [entry.name, entry]));
  const read = (name: string) => {
    const entry = entries.get(name);
    return entry ? readEntry(bytes, entry) : null;
  };
  return { names: [...entries.keys()], sizeOf: (name) => entries.get(name)?.size ?? 0, read };
}

/** Compressed bytes that are inflated between two looks at how much has come out. */
const PIECE = 8_192;
const STORED = 0;
const DEFLATED = 8;

function readEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.encrypted) {
    throw new UnreadableDocumentError("encrypted", {
      zh: "压缩包中的文件已加密，需要密码",
      en: "the entries of the zip container are encrypted and need a password",
    });
  }
  const data = bytes.subarray(entry.start, entry.start + entry.compressedSize);
  const content = entry.method === STORED ? data : entry.method === DEFLATED ? inflate(data, entry.size) : null;
  if (content?.length !== entry.size || crc32(content) !== entry.crc) throw damagedZip();
  return content;
}

/** Null as soon as more comes out than the directory states: a directory that lies gains nothing. */
function inflate(data: Uint8Array, size: number): Uint8Array | null {
  const out = new Uint8Array(size);
  let length = 0;
  const stream = new Inflate((piece) => {
    if (length + piece.length <= size) out.set(piece, length);
    length += piece.length;
  });
  try {
    for (let at = 0; at < data.length && length <= size; at += PIECE) {
      stream.push(data.subarray(at, at + PIECE), at + PIECE >= data.length);
    }
  } catch (cause) {
    throw damagedZip(cause);
  }
  return length === size ? out : null;
}
