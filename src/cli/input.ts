/** A FILE argument in, its bytes out; "-" is standard input. */
import { readFile, stat } from "node:fs/promises";
import { DEFAULT_LIMITS, checkLimit, type Limits } from "../../parsers/limits.js";

/** @throws the file system's errors, and UnreadableDocumentError for more bytes than the limit, before a file is read */
export async function readInput(file: string, set: Partial<Limits> = {}): Promise<Uint8Array> {
  const limits = { ...DEFAULT_LIMITS, ...set };
  if (file !== "-") {
    checkLimit(limits, "bytes", (await stat(file)).size);
    return readFile(file);
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    length += chunk.length;
    checkLimit(limits, "bytes", length);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
