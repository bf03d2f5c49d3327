/**
 * Bytes of a zip in; its entries out, within limits that are checked against the directory before anything is inflated.
 * No entry is ever written anywhere, so that names such as ../x lead nowhere.
 */
import { unzipSync, type UnzipFileInfo } from "fflate";
import { UnreadableDocumentError } from "./errors.js";
import { checkLimit, type Limits } from "./limits.js";

function damaged(cause?: unknown): UnreadableDocumentError {
  const text = {
    zh: "压缩包不完整或已损坏（文件可能没有下载完）",
    en: "the zip container is incomplete or damaged (was the download cut off?)",
  };
  return new UnreadableDocumentError("damaged", text, { cause });
}

/** The directory of the zip; nothing is inflated. */
function readDirectory(bytes: Uint8Array): UnzipFileInfo[] {
  const entries: UnzipFileInfo[] = [];
  try {
    unzipSync(bytes, { filter: (entry) => entries.push(entry) < 0 });
  } catch (cause) {
    throw damaged(cause);
  }
  return entries;
}

/** The names of the entries. @throws UnreadableDocumentError "damaged" */
export function zipEntryNames(bytes: Uint8Array): string[] {
  return readDirectory(bytes).map(({ name }) => name);
}

export interface Zip {
  readonly names: readonly string[];
  /** Inflated size of an entry as the directory states it, bytes; 0 where there is none of the name. */
  readonly sizeOf: (name: string) => number;
  /** The bytes of an entry, or null where there is none of the name. @throws UnreadableDocumentError "damaged" */
  readonly read: (name: string) => Uint8Array | null;
}

/**
 * Opens a zip. An entry is inflated into a buffer of the size that the directory states, so that a directory that lies
 * gains nothing.
 * @throws UnreadableDocumentError "damaged", or "limit-exceeded" for zipEntries and expandedBytes
 */
export function openZip(bytes: Uint8Array, limits: Limits): Zip {
  const entries = readDirectory(bytes);
  checkLimit(limits, "zipEntries", entries.length);
  checkLimit(
    limits,
    "expandedBytes",
    entries.reduce((sum, { originalSize }) => sum + originalSize, 0),
  );
  const names = entries.map(({ name }) => name);
  const read = (wanted: string) => {
    if (!names.includes(wanted)) return null;
    try {
      return unzipSync(bytes, { filter: ({ name }) => name === wanted })[wanted] ?? null;
    } catch (cause) {
      throw damaged(cause);
    }
  };
  const sizeOf = (wanted: string) => entries.find(({ name }) => name === wanted)?.originalSize ?? 0;
  return { names, sizeOf, read };
}
