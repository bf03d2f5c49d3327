/**
 * Names of zip archives and entries in, bytes out. Files come in the order of their archives, so that a few archives
 * kept open spare reading a directory of ten thousand entries for every one of them.
 */
import { DEFAULT_LIMITS, type Limits } from "../../parsers/limits.js";
import { archiveError, type ArchiveChain } from "./found-file.js";
import { openZip, type Zip } from "./zip.js";

export interface ArchiveReader {
  /** @throws UnreadableDocumentError where the archive, or one that it lies in, can't be read */
  open(chain: ArchiveChain): Promise<Zip>;
  read(chain: ArchiveChain, entry: string): Promise<Uint8Array>;
  close(): void;
}

/** Archives that stay open. */
const KEPT = 4;

/** @param limits `bytes` bounds what is read of an archive, a document or an archive in it; of archives never below the default */
export function createArchiveReader(limits: Partial<Limits> = {}): ArchiveReader {
  const most = limits.bytes ?? DEFAULT_LIMITS.bytes;
  const mostOfArchive = Math.max(most, DEFAULT_LIMITS.bytes);
  const kept = new Map<string, Promise<Zip>>();

  const open = (chain: ArchiveChain): Promise<Zip> => {
    const key = chain.join("!/");
    const zip = kept.get(key) ?? opened(chain);
    kept.delete(key);
    kept.set(key, zip);
    if (kept.size > KEPT) {
      const [oldest] = kept.keys();
      closeQuietly(kept.get(oldest!)!);
      kept.delete(oldest!);
    }
    return zip;
  };

  const opened = async (chain: ArchiveChain): Promise<Zip> => {
    const name = chain.at(-1)!;
    if (chain.length === 1) return openZip(name);
    return openZip(await readEntry(chain.slice(0, -1) as unknown as ArchiveChain, name, mostOfArchive));
  };

  const readEntry = async (chain: ArchiveChain, name: string, mostBytes: number): Promise<Uint8Array> => {
    const entry = (await open(chain)).entries.get(name);
    if (entry === undefined) {
      throw archiveError("zip-damaged", "压缩包在读取期间被改动", "the zip archive changed while it was being read");
    }
    return entry.read(mostBytes);
  };

  const read = (chain: ArchiveChain, name: string) => readEntry(chain, name, most);

  const close = () => {
    for (const zip of kept.values()) closeQuietly(zip);
    kept.clear();
  };
  return { open, read, close };
}

/** Reads in progress keep the file open until they are done. */
function closeQuietly(zip: Promise<Zip>): void {
  zip.then(
    (opened) => opened.close(),
    () => undefined,
  );
}
