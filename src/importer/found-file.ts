/** A file that an import has found: where it is, how to tell that it has changed, and where its content is. */
import { UnreadableDocumentError } from "../../parsers/errors.js";

/** A zip archive: its path on disk, then the name of the archive in it, and so on. */
export type ArchiveChain = readonly [path: string, ...names: string[]];

export type Content =
  /** On disk, for the worker to read. */
  | { readonly file: string }
  | { readonly archive: ArchiveChain; readonly entry: string }
  /** Known to be unreadable before anybody tries. */
  | { readonly error: Error };

export interface FoundFile {
  /** Absolute path with "/"; for a file in a zip archive "<archive>!/<name>". */
  readonly path: string;
  readonly fingerprint: string;
  readonly bytes: number;
  readonly content: Content;
}

export const archiveError = (code: string, zh: string, en: string, cause?: unknown) =>
  new UnreadableDocumentError(code, { zh, en }, cause === undefined ? undefined : { cause });

/** What lies about in folders without being a document: system files, the lock files of office programs, stores. */
const LITTER = /(^|\/)(\.[^/]*|~\$[^/]*|Thumbs\.db|desktop\.ini)$|(^|\/)__MACOSX\/|\.duckdb(\.wal|\.tmp(\/.*)?)?$/i;

export const isLitter = (path: string) => LITTER.test(path);
