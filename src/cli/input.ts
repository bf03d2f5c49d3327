/** A FILE argument in, its bytes out; "-" is standard input. */
import type { Limits } from "../../parsers/limits.js";
import { fileBytes, streamBytes } from "../file-bytes.js";

/** @throws as fileBytes; of standard input no more than the limit is read */
export function readInput(file: string, limits: Partial<Limits> = {}): Promise<Uint8Array> {
  return file === "-" ? streamBytes(process.stdin, limits) : fileBytes(file, limits);
}
