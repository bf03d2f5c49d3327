/** Tells the format of a file from its bytes. */
import type { Format } from "./document.js";

/** @throws UnsupportedFormatError, UnreadableDocumentError */
export function detectFormat(bytes: Uint8Array): Format {
  throw new Error(`not written yet: ${bytes.length}`);
}
