/** What every format adapter looks like from outside: bytes and options in, a SourceDocument out. */
import type { SourceDocument } from "./document.js";
import type { Limits } from "./limits.js";

export interface ReadOptions {
  readonly limits: Limits;
}

/**
 * Reads the bytes of one format.
 * @throws UnreadableDocumentError where the bytes are damaged, encrypted, without text or beyond a limit
 */
export type Adapter = (bytes: Uint8Array, options: ReadOptions) => Promise<SourceDocument>;
