/**
 * A zip archive in; its entries with readable names, and their bytes one at a time, out. Names without the UTF-8 flag
 * are taken for UTF-8 where they are valid as such, and for GBK, as Chinese Windows writes them, otherwise.
 */
import { crc32 } from "node:zlib";
import type { Entry, ZipFile } from "yauzl";
import { NianbaoError } from "../../parsers/errors.js";
import { limitError } from "../../parsers/limits.js";
import { optionalPackage } from "../store/errors.js";
import { archiveError } from "./found-file.js";

export interface ZipEntry {
  /** With "/" between folders. */
  readonly name: string;
  readonly bytes: number;
  readonly crc: number;
  /** @throws UnreadableDocumentError where the entry is encrypted, damaged or larger than the limit, in bytes */
  readonly read: (limit: number) => Promise<Uint8Array>;
}

export interface Zip {
  readonly entries: ReadonlyMap<string, ZipEntry>;
  readonly close: () => void;
}

const UTF8_FLAG = 0x800;
const ENCRYPTED_FLAG = 0x1;
/** Info-ZIP's extra field with the name in UTF-8: version, CRC of the plain name, the name. */
const UNICODE_PATH = 0x7075;

/** The name as its writer meant it. */
function entryName(name: Uint8Array, flags: number): string {
  const utf8 = (flags & UTF8_FLAG) !== 0 ? new TextDecoder().decode(name) : strictly("utf-8", name);
  return (utf8 ?? strictly("gb18030", name) ?? new TextDecoder("gb18030").decode(name)).replaceAll("\\", "/");
}

function strictly(charset: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Opens an archive; its entries can be read until it is closed.
 * @throws UnreadableDocumentError "zip-damaged" where its directory can't be read
 */
export async function openZip(source: string | Uint8Array): Promise<Zip> {
  const yauzl = await optionalPackage("yauzl", () => import("yauzl"));
  const options = { lazyEntries: true, decodeStrings: false, autoClose: false } as const;
  try {
    const zip =
      typeof source === "string"
        ? await yauzl.openPromise(source, options)
        : await yauzl.fromBufferPromise(Buffer.from(source), options);
    try {
      const entries = await entriesOf(zip);
      assertApart(entries);
      return { entries: named(zip, entries), close: () => zip.close() };
    } catch (error) {
      zip.close();
      throw error;
    }
  } catch (error) {
    if (error instanceof NianbaoError) throw error;
    throw damaged(error);
  }
}

/** Entries of an archive: a whole province in one file has fewer. */
const MOST_ENTRIES = 200_000;

async function entriesOf(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > MOST_ENTRIES) throw tooManyEntries(zip.entryCount);
  const entries: Entry[] = [];
  return new Promise((resolve, reject) => {
    zip.on("entry", (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on("end", () => resolve(entries));
    zip.on("error", reject);
    zip.readEntry();
  });
}

const LOCAL_HEADER_SIZE = 30;

/** No two entries may share bytes: a small file could hold the same document any number of times. */
function assertApart(entries: readonly Entry[]): void {
  const ordered = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  ordered.forEach((entry, i) => {
    const before = ordered[i - 1];
    if (!before) return;
    const end = before.relativeOffsetOfLocalHeader + LOCAL_HEADER_SIZE + before.fileNameLength + before.compressedSize;
    if (end > entry.relativeOffsetOfLocalHeader) throw new Error("entries share their bytes");
  });
}

/** Files only; the second of two entries of one name gets "#2" behind it. */
function named(zip: ZipFile, entries: readonly Entry[]): Map<string, ZipEntry> {
  const all = new Map<string, ZipEntry>();
  for (const entry of entries) {
    const unicode = entry.extraFields.find(({ id }) => id === UNICODE_PATH)?.data.subarray(5);
    const plain = entry.fileName as unknown as Uint8Array;
    const name = unicode ? entryName(unicode, UTF8_FLAG) : entryName(plain, entry.generalPurposeBitFlag);
    if (name.endsWith("/")) continue;
    let unique = name;
    for (let count = 2; all.has(unique); count++) unique = `${name}#${count}`;
    const read = (limit: number) => readEntry(zip, entry, limit);
    all.set(unique, { name: unique, bytes: entry.uncompressedSize, crc: entry.crc32, read });
  }
  return all;
}

async function readEntry(zip: ZipFile, entry: Entry, limit: number): Promise<Uint8Array> {
  if ((entry.generalPurposeBitFlag & ENCRYPTED_FLAG) !== 0) {
    throw archiveError("encrypted", "压缩包中的文件已加密", "encrypted in its zip archive");
  }
  if (entry.uncompressedSize > limit) throw limitError("bytes", limit, entry.uncompressedSize);
  const chunks: Buffer[] = [];
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  } catch (error) {
    throw damaged(error);
  }
  const bytes = Buffer.concat(chunks);
  if (crc32(bytes) !== entry.crc32) throw damaged(new Error("wrong CRC"));
  return bytes;
}

/** No limit of a document, and none that can be set. */
const tooManyEntries = (count: number) =>
  archiveError(
    "limit-exceeded",
    `压缩包中的文件多于 ${MOST_ENTRIES} 个 (${count})`,
    `more than ${MOST_ENTRIES} entries in the zip archive (${count})`,
  );

const damaged = (cause: unknown) =>
  archiveError("zip-damaged", "压缩包已损坏，无法读取", "the zip archive is damaged", cause);
