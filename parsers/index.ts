/**
 * Bytes of any supported format in, a SourceDocument out. The format is told by the content, never by the file's name;
 * an adapter is loaded when the first document of its format comes.
 */
import type { Adapter, ReadOptions } from "./adapter.js";
import { detectFormat } from "./detect.js";
import type { Format, SourceDocument } from "./document.js";
import { withDrawnTables } from "./drawn-tables.js";
import { UnreadableDocumentError } from "./errors.js";
import { checkLimit, deadline, startLimits, type Limits } from "./limits.js";

export * from "./document.js";
export * from "./errors.js";
export { DEFAULT_LIMITS, type Limits } from "./limits.js";
export type { Adapter, ReadOptions } from "./adapter.js";
export { detectFormat } from "./detect.js";

/** One line a format; each adapter's library is loaded with it. */
const ADAPTERS: Partial<Record<Format, () => Promise<Adapter>>> = {
  docx: async () => (await import("./docx.js")).readDocx,
  pdf: async () => (await import("./pdf/index.js")).readPdf,
  html: async () => (await import("./html.js")).readHtml,
  mhtml: async () => (await import("./mhtml.js")).readMhtml,
  doc: async () => (await import("./doc.js")).readDoc,
  xlsx: async () => (await import("./xlsx.js")).readXlsx,
  rtf: async () => (await import("./rtf.js")).readRtf,
  ofd: async () => (await import("./ofd.js")).readOfd,
  odt: async () => (await import("./odt.js")).readOdt,
  text: async () => (await import("./text.js")).readText,
};

export interface OpenOptions {
  /** Limits to set differently from DEFAULT_LIMITS. */
  readonly limits?: Partial<Limits>;
}

/**
 * Opens a document: detects its format by content and reads it.
 * @param bytes the whole file; not modified
 * @throws TypeError for what are no bytes, and RangeError for a limit that is no number
 * @throws UnsupportedFormatError where no adapter knows the bytes
 * @throws UnreadableDocumentError where they are damaged, encrypted, without text or beyond a limit
 */
export async function open(bytes: Uint8Array, options: OpenOptions = {}): Promise<SourceDocument> {
  const limits = startLimits(options.limits);
  assertBytes(bytes);
  checkLimit(limits, "bytes", bytes.byteLength);
  const format = detectFormat(bytes, limits);
  const adapter = await ADAPTERS[format]!();
  const readOptions: ReadOptions = { limits };
  const document = await adapter(bytes, readOptions);
  deadline(limits)();
  assertHasText(document);
  return format === "text" ? document : withDrawnTables(document, limits);
}

/** A caller without types may hand over the promise of bytes, their ArrayBuffer or a path; told by tag, not by realm. */
function assertBytes(bytes: unknown): void {
  const what = Object.prototype.toString.call(bytes).slice("[object ".length, -1);
  if (what !== "Uint8Array") throw new TypeError(`a document is given as a Uint8Array, not as ${what}`);
}

/** What holds no text at all may hold it elsewhere: the first problem tells where (a picture, an attachment, a frame). */
function assertHasText({ blocks, problems }: SourceDocument): void {
  const hasText = blocks.some((block) =>
    block.kind === "paragraph" ? block.text.trim() !== "" : block.cells.some(({ text }) => text.trim() !== ""),
  );
  if (hasText) return;
  const why = problems[0]?.text;
  throw new UnreadableDocumentError("no-text", {
    zh: `文件中没有文字${why ? `：${why.zh}` : ""}`,
    en: `the file holds no text${why ? `: ${why.en}` : ""}`,
  });
}
