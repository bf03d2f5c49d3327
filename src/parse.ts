/** The main job: bytes of a document in, its typed Report out. */
import { NotAReportError, open, type OpenOptions, type SourceDocument } from "../parsers/index.js";
import { deadline, startLimits } from "../parsers/limits.js";
import { nestValues } from "./assemble.js";
import { audit } from "./audit/index.js";
import { inLanguage, type Language } from "./language.js";
import type { Diagnosis } from "./matching/diagnosis.js";
import { matchIdentity } from "./matching/identity.js";
import { assertIsReport } from "./matching/recognition.js";
import { matchSections } from "./matching/sections.js";
import { splitReports } from "./matching/split.js";
import { readStatements } from "./matching/statements.js";
import { matchTables } from "./matching/tables/index.js";
import type { Diagnostic, Report } from "./report.js";
import { REPORT_SCHEMA, VERSION } from "./version.js";

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
  const { parts, ...context } = await openReports(input, options);
  const [first] = reportsOf(parts, context, 1);
  if (parts.length === 1) return first!;
  return { ...first!, diagnostics: [toDiagnostic(moreReports(parts.length), context.lang), ...first!.diagnostics] };
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
  const { parts, ...context } = await openReports(input, options);
  return reportsOf(parts, context);
}

interface Context {
  readonly source: Report["source"];
  readonly lang: Language;
  /** Throws once the time for the document is over. */
  readonly checkTime: () => void;
}

async function openReports(
  input: Uint8Array | string,
  options: ParseOptions,
): Promise<Context & { readonly parts: readonly SourceDocument[] }> {
  const bytes = typeof input === "string" ? new TextEncoder().encode(input) : input;
  const limits = startLimits(options.limits);
  const document = await open(bytes, { limits });
  const source = await sourceOf(bytes, document, options);
  return { parts: splitReports(document), source, lang: options.lang ?? "zh", checkTime: deadline(limits) };
}

/** The first `most` parts that are reports; where none is, the reason is the first one's. */
function reportsOf(parts: readonly SourceDocument[], context: Context, most = Infinity): Report[] {
  const reports: Report[] = [];
  let reason: NotAReportError | undefined;
  for (const part of parts) {
    if (reports.length >= most) break;
    try {
      reports.push(reportOf(part, context));
    } catch (error) {
      if (!(error instanceof NotAReportError)) throw error;
      reason ??= error;
    }
  }
  if (reports.length === 0 && reason) throw reason;
  return reports;
}

const moreReports = (count: number): Diagnosis => ({
  code: "more-reports",
  severity: "warning",
  text: {
    zh: `这个文件有 ${count} 份年度报告，这里只是第一份`,
    en: `this file holds ${count} reports: this is the first of them`,
  },
});

async function sourceOf(bytes: Uint8Array, document: SourceDocument, options: ParseOptions): Promise<Report["source"]> {
  const digest = await globalThis.crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  const sha256 = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const pages = document.pages === undefined ? {} : { pages: document.pages };
  return { file: options.file ?? null, format: document.format, bytes: bytes.byteLength, sha256, ...pages };
}

function reportOf(document: SourceDocument, { source, lang, checkTime }: Context): Report {
  checkTime();
  const tables = matchTables(document);
  checkTime();
  const sections = matchSections(document, tables.consumed);
  checkTime();
  const { diagnoses: identityDiagnoses, ...identity } = matchIdentity(document, tables.consumed);
  assertIsReport(document, tables, { ...identity, diagnoses: identityDiagnoses }, sections);
  const diagnoses = [...document.problems, ...identityDiagnoses, ...tables.diagnoses];
  const statements = readStatements(document, {
    form: tables.form,
    year: identity.year,
    body: identity.body,
    sections,
    consumed: tables.consumed,
    checkTime,
  });
  const empty = { proactiveDisclosure: null, requests: null, disputes: null, statistics: null };
  const values = tables.form === null ? {} : nestValues(tables.form, tables.cells);
  const report = {
    schema: REPORT_SCHEMA,
    form: tables.form,
    ...identity,
    sections,
    ...empty,
    ...values,
    cells: tables.cells,
    statements,
    diagnostics: diagnoses.map((diagnosis) => toDiagnostic(diagnosis, lang)),
    findings: [],
    source,
    parser: `nianbao ${VERSION}`,
  } as unknown as Report;
  return { ...report, findings: [...audit(report, { lang }).findings] };
}

function toDiagnostic({ text, ...rest }: Diagnosis, lang: Language): Diagnostic {
  return { ...rest, message: inLanguage(text, lang) } as Diagnostic;
}
