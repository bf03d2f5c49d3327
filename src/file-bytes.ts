/**
 * A path in, the bytes of the file out. What could go on without end, or never begin, is not read: devices, sockets and
 * named pipes are refused, and a pipe that the caller was started with is read up to the limit.
 */
import { UnreadableDocumentError } from "../parsers/errors.js";
import { checkLimit, startLimits, type Limits } from "../parsers/limits.js";

/** What the process was started with: standard input, and the pipes of a shell's `<(…)`. */
const OWN_PIPE = /^\/dev\/(?:stdin|fd\/\d+)$/;

/**
 * @throws the file system's errors, UnreadableDocumentError "no-regular-file", and "limit-exceeded" for more bytes than
 *   the limit, before a file is read
 */
export async function fileBytes(path: string, limits: Partial<Limits> = {}): Promise<Uint8Array> {
  const { readFile, stat } = await import("node:fs/promises");
  const stats = await stat(path);
  // A folder ends in the file system's own error.
  if (stats.isDirectory()) return readFile(path);
  if (!stats.isFile() && !OWN_PIPE.test(path)) throw noRegularFile();
  checkLimit(startLimits(limits), "bytes", stats.size);
  // Files that the system makes up as they are read have no size.
  if (stats.isFile() && stats.size > 0) return readFile(path);
  const { createReadStream } = await import("node:fs");
  return streamBytes(createReadStream(path), limits);
}

/** @throws UnreadableDocumentError "limit-exceeded" as soon as there is more than the limit */
export async function streamBytes(stream: AsyncIterable<Uint8Array>, set: Partial<Limits> = {}): Promise<Uint8Array> {
  const limits = startLimits(set);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    checkLimit(limits, "bytes", length);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export const noRegularFile = () =>
  new UnreadableDocumentError("no-regular-file", {
    zh: "这不是普通文件，而是命名管道、套接字或设备，不予读取",
    en: "no regular file but a named pipe, a socket or a device, which are not read",
  });
