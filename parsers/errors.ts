/**
 * The errors that reading a file can end in. Each has a stable code and a text in both languages; anything else that
 * is thrown is a bug.
 */
import type { Bilingual } from "./document.js";

/** The common parent: catch this to catch every expected failure. `message` is the English text. */
export abstract class NianbaoError extends Error {
  constructor(
    /** Stable, kebab-case; tests and callers may rely on it. */
    readonly code: string,
    /** What happened, in both languages, without the file's name. */
    readonly text: Bilingual,
    options?: ErrorOptions,
  ) {
    super(text.en, options);
  }
}

/** The file is of a known format but can't be read: damaged, encrypted, a scan, or beyond a limit. */
export class UnreadableDocumentError extends NianbaoError {
  override readonly name = "UnreadableDocumentError";
}

/** The bytes are of no format that an adapter exists for. */
export class UnsupportedFormatError extends NianbaoError {
  override readonly name = "UnsupportedFormatError";
}

/** The document was read, and it is no annual report on open government information. */
export class NotAReportError extends NianbaoError {
  override readonly name = "NotAReportError";
}
