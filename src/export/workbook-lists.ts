/** The reports of a store in; a sheet of findings and one of what could not be read, with links to the cells, out. */
import type { CellValue, stream } from "exceljs";
import { concernedCells } from "../audit/readings.js";
import type { FormId } from "../forms/form.js";
import { FORMS } from "../forms/index.js";
import type { Language } from "../language.js";
import type { Diagnostic, Finding, Report } from "../report.js";
import type { FileRecord, ReportFilter, Store, StoredReport } from "../store/store.js";
import { placeText } from "./place.js";
import { cellAddress, startSheet, type SheetCell, type SheetWriter } from "./sheet-writer.js";
import { covers } from "./value-state.js";
import { columnOf, placeOfReport } from "./workbook-reports.js";
import * as style from "./workbook-style.js";
import { WORDS } from "./workbook-words.js";

type WorkbookWriter = stream.xlsx.WorkbookWriter;

interface ListOptions {
  readonly filter: ReportFilter;
  readonly lang: Language;
  readonly forms: readonly (FormId | null)[];
}

/** Excel opens no sheet with more links; the address is then plain text. */
const MAX_LINKS = 60_000;

/** Rows of one sheet; what is beyond them is in the archive. */
const MAX_LISTED = 1_000_000;

/** A report with the place of its row in the sheets before. */
interface Placed {
  readonly stored: StoredReport;
  readonly sheet: string;
  readonly row: number;
}

async function* placedReports(store: Store, { filter, lang, forms }: ListOptions): AsyncIterable<Placed> {
  for (const form of forms) {
    let n = 0;
    for await (const stored of store.reports({ ...filter, form: form ?? "none" })) {
      yield { stored, ...placeOfReport(form, n++, lang) };
    }
  }
}

const text = (value: CellValue): SheetCell => ({ value, style: style.TEXT });
const wrapped = (value: CellValue): SheetCell => ({ value, style: style.WRAPPED });
const number = (value: number | undefined): SheetCell => ({
  value: value ?? null,
  style: value === undefined ? style.TEXT : style.valueStyle(value, "number", null),
});

/** A link to the cell of an indicator, or to the row where no indicator of the form is named. */
function linkTo({ stored, sheet, row }: Placed, id: string | undefined, lang: Language, links: number): SheetCell {
  const { form } = stored.report;
  const known = id !== undefined && form !== null && FORMS[form].indicators.find((one) => covers(id, one.id));
  const address = cellAddress(row, known ? columnOf(form!, known.id) : 1);
  if (links >= MAX_LINKS) return text(`${sheet}!${address}`);
  return { value: { text: WORDS[lang].see, hyperlink: `#'${sheet}'!${address}` }, style: style.LINK };
}

/** Indicators that are named; a sum of thirty cells isn't read cell by cell. */
const NAMED = 6;

/** The printed words of indicators and sections, or the ids in English; a prefix stands for a group. */
function namesOf(report: Report, ids: readonly string[], lang: Language): string {
  const named = ids.slice(0, NAMED);
  const names = lang === "en" ? named : named.map((id) => headingOf(report, id) ?? wordsOf(report.form, id));
  const more = lang === "zh" ? `… 共 ${ids.length} 格` : `… ${ids.length} cells`;
  return [...names, ...(ids.length > NAMED ? [more] : [])].join("\n");
}

/** What the report prints above a section, `sections.overview` say. */
const headingOf = ({ sections }: Report, id: string) =>
  sections.find(({ heading, ...one }) => heading !== "" && `sections.${one.id}` === id)?.heading;

function wordsOf(form: FormId | null, id: string): string {
  const indicators = form === null ? [] : FORMS[form].indicators;
  const exact = indicators.find((one) => one.id === id);
  if (exact) return exact.label;
  const first = indicators.find((one) => covers(id, one.id));
  return first ? `${first.label.split(" / ").slice(0, -1).join(" / ") || first.label} …` : id;
}

const headingsOf = (names: readonly string[], widths: readonly number[]) =>
  names.map((name, index) => ({ name, width: widths[index]!, style: style.HEADING_GROUP }));

/** @returns the number of findings */
export async function writeFindings(workbook: WorkbookWriter, store: Store, options: ListOptions): Promise<number> {
  const words = WORDS[options.lang];
  const columns = headingsOf(words.findingColumns, [26, 7, 7, 50, 10, 10, 48, 8, 22, 40]);
  const sheet = startSheet(workbook, { name: words.findings, columns, frozen: 2, heights: [22], tab: "FFD9534F" });
  for await (const placed of placedReports(store, options)) {
    for (const finding of placed.stored.report.findings) {
      if (sheet.rows() < MAX_LISTED) await sheet.add(findingCells(placed, finding, options.lang, sheet.rows()));
    }
  }
  sheet.end();
  return sheet.rows();
}

function findingCells(placed: Placed, finding: Finding, lang: Language, links: number): SheetCell[] {
  const { report, files } = placed.stored;
  const { severity, message, expected, actual, indicators, rule } = finding;
  return [
    text(report.body),
    { value: report.year, style: style.YEAR },
    { value: WORDS[lang].severity[severity], style: style.severityStyle(severity) },
    wrapped(message),
    number(expected),
    number(actual),
    wrapped(namesOf(report, indicators, lang)),
    linkTo(placed, concernedCells(report, indicators)[0], lang, links),
    text(rule),
    text(files[0] ?? null),
  ];
}

/** Files that gave no report, then what could not be read in those that did. */
export async function writeUnread(workbook: WorkbookWriter, store: Store, options: ListOptions): Promise<number> {
  const words = WORDS[options.lang];
  const columns = headingsOf(words.unreadColumns, [22, 26, 7, 7, 50, 48, 22, 8, 22, 60]);
  const sheet = startSheet(workbook, { name: words.unreadSheet, columns, frozen: 1, heights: [22], tab: "FF9AA5B1" });
  for await (const file of store.files({ statuses: ["failed", "timeout", "memory", "not-a-report"] })) {
    if (sheet.rows() < MAX_LISTED) await sheet.add(fileCells(file, options.lang));
  }
  for await (const placed of placedReports(store, options)) await addDiagnostics(sheet, placed, options.lang);
  sheet.end();
  return sheet.rows();
}

function fileCells({ path, status, code, message }: FileRecord, lang: Language): SheetCell[] {
  const words = WORDS[lang];
  const severity = status === "not-a-report" ? "info" : "error";
  const empty = text(null);
  return [
    text(words.wholeFile),
    empty,
    empty,
    { value: words.severity[severity], style: style.severityStyle(severity) },
    wrapped([words.status[status], message].filter(Boolean).join(lang === "zh" ? "：" : ": ")),
    empty,
    empty,
    empty,
    text(code),
    text(path),
  ];
}

async function addDiagnostics(sheet: SheetWriter, placed: Placed, lang: Language): Promise<void> {
  for (const diagnostic of placed.stored.report.diagnostics) {
    if (diagnostic.severity === "info" || sheet.rows() >= MAX_LISTED) continue;
    await sheet.add(diagnosticCells(placed, diagnostic, lang, sheet.rows()));
  }
}

function diagnosticCells(placed: Placed, diagnostic: Diagnostic, lang: Language, links: number): SheetCell[] {
  const { report, files } = placed.stored;
  const { severity, message, indicator, at, code } = diagnostic;
  const words = WORDS[lang];
  return [
    text(words.sheet(report.form)),
    text(report.body),
    { value: report.year, style: style.YEAR },
    { value: words.severity[severity], style: style.severityStyle(severity) },
    wrapped(message),
    wrapped(indicator === undefined ? null : namesOf(report, [indicator], lang)),
    text(at === undefined ? null : placeText(at, lang)),
    linkTo(placed, indicator, lang, links),
    text(code),
    text(files[0] ?? null),
  ];
}
