/** The main job: bytes of a document in, its typed Report out. */
import { open, type OpenOptions, type SourceDocument } from "../parsers/index.js";
import { deadline, startLimits } from "../parsers/limits.js";
import { everyReport, firstReport, type ReportContext } from "./document-reports.js";
import type { Language } from "./language.js";
import type { Report } from "./report.js";

export interface ParseOptions extends OpenOptions {
  /** Name of the file, for `source.file`; the format is never taken from it. */
  readonly file?: string;
  /** Language of messages in diagnostics and findings. @default "zh" */
  readonly lang?: Language;
}

/**
 * Reads one annual report. Of a file that holds several, the first is read, and a diagnostic says how many there are.
 * @param input the whole file, or the text of a plain-text or HTML report
 * @throws NotAReportError where the document is something else
 * @throws UnreadableDocumentError where it is damaged, encrypted, a scan, or beyond a limit
 * @throws UnsupportedFormatError where its format is unknown
 *
 * @example
 * import { readFile } from "node:fs/promises";
 * import { parseReport } from "nianbao";
 *
 * const report = await parseReport(await readFile("samples/lanchuan-water-2024.pdf"));
 * console.log(report.body, report.year, report.form); // 澜川县水务局 2024 2021
 * if (report.form === "2021") console.log(report.requests.received.total); // 27
 */
export async function parseReport(input: Uint8Array | string, options: ParseOptions = {}): Promise<Report> {
  const { document, context } = await openReports(input, options);
  return firstReport(document, context);
}

/**
 * Reads every annual report of a file: a volume of several years or several bodies gives one report each, in the order
 * of print, any other file one. Places are those in the whole file.
 * @param input the whole file, or the text of a plain-text or HTML volume
 * @throws as parseReport, where no part of it is a report
 *
 * @example
 * import { parseReports } from "nianbao";
 *
 * const volume = [2022, 2023].map((year) =>
 *   [
 *     `澜川县水务局${year}年政府信息公开工作年度报告`,
 *     "一、总体情况",
 *     "我局按照要求做好各项公开工作。",
 *     "二、存在的主要问题及改进情况",
 *     "公开内容还不够丰富，将加以改进。",
 *   ].join("\n"),
 * );
 * for (const report of await parseReports(volume.join("\n\n"))) console.log(report.year); // 2022 2023
 */
export async function parseReports(input: Uint8Array | string, options: ParseOptions = {}): Promise<Report[]> {
  const { document, context } = await openReports(input, options);
  return everyReport(document, context);
}

async function openReports(
  input: Uint8Array | string,
  options: ParseOptions,
): Promise<{ readonly document: SourceDocument; readonly context: ReportContext }> {
  const bytes = typeof input === "string" ? new TextEncoder().encode(input) : input;
  const limits = startLimits(options.limits);
  const document = await open(bytes, { limits });
  const source = await sourceOf(bytes, document, options);
  return { document, context: { source, lang: options.lang ?? "zh", checkTime: deadline(limits) } };
}

async function sourceOf(bytes: Uint8Array, document: SourceDocument, options: ParseOptions): Promise<Report["source"]> {
  const digest = await globalThis.crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  const sha256 = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const pages = document.pages === undefined ? {} : { pages: document.pages };
  return { file: options.file ?? null, format: document.format, bytes: bytes.byteLength, sha256, ...pages };
}
