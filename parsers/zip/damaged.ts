/** The error for a zip that can't be read. */
import { UnreadableDocumentError } from "../errors.js";

export function damagedZip(cause?: unknown): UnreadableDocumentError {
  const text = {
    zh: "压缩包不完整或已损坏（文件可能没有下载完）",
    en: "the zip container is incomplete or damaged (was the download cut off?)",
  };
  return new UnreadableDocumentError("damaged", text, { cause });
}
