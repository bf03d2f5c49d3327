/** A FILE argument in, its bytes out; "-" is standard input. */
import { readFile } from "node:fs/promises";
import { DEFAULT_LIMITS, checkLimit } from "../../parsers/limits.js";

/** @throws the file system's errors, and UnreadableDocumentError for more bytes on standard input than the limit */
export async function readInput(file: string): Promise<Uint8Array> {
  if (file !== "-") return readFile(file);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    length += chunk.length;
    checkLimit(DEFAULT_LIMITS, "bytes", length);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
