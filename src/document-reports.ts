/** An opened document in; the reports that it holds, matched with the national forms and audited, out. */
import { NotAReportError } from "../parsers/errors.js";
import type { SourceDocument } from "../parsers/document.js";
import { nestValues } from "./assemble.js";
import { audit } from "./audit/index.js";
import { inLanguage, type Language } from "./language.js";
import { behindSignature } from "./matching/behind-signature.js";
import type { Diagnosis } from "./matching/diagnosis.js";
import { matchIdentity } from "./matching/identity.js";
import { assertIsReport } from "./matching/recognition.js";
import { matchSections } from "./matching/sections.js";
import { splitReports } from "./matching/split.js";
import { readStatements } from "./matching/statements.js";
import { matchTables } from "./matching/tables/index.js";
import type { Diagnostic, Report } from "./report.js";
import { REPORT_SCHEMA, VERSION } from "./version.js";

export interface ReportContext {
  readonly source: Report["source"];
  readonly lang: Language;
  /** Throws once the time for the document is over. */
  readonly checkTime: () => void;
}

/**
 * The first report of the document; a diagnostic says how many there are.
 * @throws NotAReportError where no part of it is a report
 */
export function firstReport(document: SourceDocument, context: ReportContext): Report {
  const parts = splitReports(document);
  const [first] = reportsOf(parts, context, 1);
  if (parts.length === 1) return first!;
  return { ...first!, diagnostics: [toDiagnostic(moreReports(parts.length), context.lang), ...first!.diagnostics] };
}

/**
 * Every report of the document, in the order of print.
 * @throws NotAReportError where no part of it is a report
 */
export function everyReport(document: SourceDocument, context: ReportContext): Report[] {
  return reportsOf(splitReports(document), context);
}

/** The first `most` parts that are reports; where none is, the reason is the first one's. */
function reportsOf(parts: readonly SourceDocument[], context: ReportContext, most = Infinity): Report[] {
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

function reportOf(document: SourceDocument, { source, lang, checkTime }: ReportContext): Report {
  checkTime();
  const tables = matchTables(document);
  checkTime();
  const apart = new Set([...tables.consumed, ...behindSignature(document, tables.consumed)]);
  const sections = matchSections(document, apart);
  checkTime();
  const { diagnoses: identityDiagnoses, ...identity } = matchIdentity(document, tables.consumed);
  assertIsReport(document, tables, { ...identity, diagnoses: identityDiagnoses }, sections);
  const diagnoses = [...document.problems, ...identityDiagnoses, ...tables.diagnoses];
  const statements = readStatements(document, {
    form: tables.form,
    year: identity.year,
    body: identity.body,
    sections,
    consumed: apart,
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
