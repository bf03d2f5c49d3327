/** The main job: bytes of a document in, its typed Report out. */
import { open, type OpenOptions, type SourceDocument } from "../parsers/index.js";
import { nestValues } from "./assemble.js";
import { audit } from "./audit/index.js";
import { inLanguage, type Language } from "./language.js";
import type { Diagnosis } from "./matching/diagnosis.js";
import { matchIdentity } from "./matching/identity.js";
import { assertIsReport } from "./matching/recognition.js";
import { matchSections } from "./matching/sections.js";
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
 * Reads one annual report.
 * @param input the whole file, or the text of a plain-text or HTML report
 * @throws NotAReportError where the document is something else
 * @throws UnreadableDocumentError where it is damaged, encrypted, a scan, or beyond a limit
 * @throws UnsupportedFormatError where its format is unknown
 */
export async function parseReport(input: Uint8Array | string, options: ParseOptions = {}): Promise<Report> {
  const bytes = typeof input === "string" ? new TextEncoder().encode(input) : input;
  const document = await open(bytes, options);
  return reportOf(document, await sourceOf(bytes, document, options), options.lang ?? "zh");
}

async function sourceOf(bytes: Uint8Array, document: SourceDocument, options: ParseOptions): Promise<Report["source"]> {
  const digest = await globalThis.crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  const sha256 = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const pages = document.pages === undefined ? {} : { pages: document.pages };
  return { file: options.file ?? null, format: document.format, bytes: bytes.byteLength, sha256, ...pages };
}

function reportOf(document: SourceDocument, source: Report["source"], lang: Language): Report {
  const tables = matchTables(document);
  const sections = matchSections(document, tables.consumed);
  const { diagnoses: identityDiagnoses, ...identity } = matchIdentity(document, tables.consumed);
  assertIsReport(document, tables, { ...identity, diagnoses: identityDiagnoses }, sections);
  const diagnoses = [...document.problems, ...identityDiagnoses, ...tables.diagnoses];
  const statements = readStatements(document, {
    form: tables.form,
    year: identity.year,
    body: identity.body,
    sections,
    consumed: tables.consumed,
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
