/** The reports of one form in, a sheet with one report a row out: numbers, findings as comments, gaps hatched. */
import type { stream } from "exceljs";
import { concernedCells } from "../audit/readings.js";
import type { FormId, Indicator } from "../forms/form.js";
import { FORMS } from "../forms/index.js";
import type { Language } from "../language.js";
import type { Finding, Report } from "../report.js";
import type { ReportFilter, Store, StoredReport } from "../store/store.js";
import { headingOf, NAME_COLUMNS, SOURCE_COLUMNS, STATUS_COLUMNS, type IdentityColumn } from "./columns.js";
import { placeText } from "./place.js";
import { startSheet, type SheetCell, type SheetColumn } from "./sheet-writer.js";
import { diagnosticOf, valueStates, type ValueState } from "./value-state.js";
import * as style from "./workbook-style.js";
import { WORDS } from "./workbook-words.js";

/** Rows of one sheet: Excel's limit less the headings. Further reports go to a second sheet. */
const MAX_ROWS = 1_048_576 - 2;

/** Comments of one workbook: beyond, programs open it too slowly; cells are still coloured and the findings listed. */
export const MAX_COMMENTS = 20_000;

/** Rows of headings. */
const HEADING_ROWS = 2;

/** The columns before the indicators; the sheet tells the form. */
const CHECKS = STATUS_COLUMNS.filter(({ id }) => id !== "form");
const LEAD = [...NAME_COLUMNS, ...CHECKS];

/** The name of the sheet that holds a form's n-th report, and its row; n counts from 0. */
export function placeOfReport(form: FormId | null, n: number, lang: Language): { sheet: string; row: number } {
  const part = Math.floor(n / MAX_ROWS);
  const name = WORDS[lang].sheet(form);
  return { sheet: part === 0 ? name : `${name} (${part + 1})`, row: (n % MAX_ROWS) + HEADING_ROWS + 1 };
}

/** The column of an indicator, counted from 1. */
export function columnOf(form: FormId, id: string): number {
  return LEAD.length + 1 + FORMS[form].indicators.findIndex((indicator) => indicator.id === id);
}

/** Comments left to be written, in all sheets of a workbook. */
export interface CommentBudget {
  left: number;
}

/** @returns the number of reports */
export async function writeReports(
  workbook: stream.xlsx.WorkbookWriter,
  store: Store,
  form: FormId | null,
  options: { readonly filter: ReportFilter; readonly lang: Language; readonly budget: CommentBudget },
): Promise<number> {
  const { filter, lang, budget } = options;
  const columns = columnsOf(form, lang);
  const begin = (name: string) =>
    startSheet(workbook, {
      name,
      columns,
      frozen: NAME_COLUMNS.length,
      heights: form === "2014" ? [30, 90] : [45, 48],
    });
  let rows = 0;
  let sheet = begin(placeOfReport(form, 0, lang).sheet);
  for await (const stored of store.reports({ ...filter, form: form ?? "none" })) {
    if (rows > 0 && rows % MAX_ROWS === 0) {
      sheet.end();
      sheet = begin(placeOfReport(form, rows, lang).sheet);
    }
    await sheet.add(cellsOf(stored, form, lang, budget));
    rows++;
  }
  sheet.end();
  return rows;
}

function columnsOf(form: FormId | null, lang: Language): SheetColumn[] {
  const words = WORDS[lang];
  const identity = (columns: readonly IdentityColumn[], group: string, groupStyle: SheetColumn["groupStyle"]) =>
    columns.map((column): SheetColumn => {
      return {
        name: column[lang],
        width: column.width,
        style: style.HEADING_NAME,
        group,
        ...(groupStyle && { groupStyle }),
      };
    });
  return [
    ...identity(NAME_COLUMNS, words.groupName, style.HEADING_GROUP),
    ...identity(CHECKS, words.groupStatus, style.HEADING_GROUP_OTHER),
    ...(form === null ? [] : indicatorColumns(form, lang)),
    ...identity(SOURCE_COLUMNS, words.groupSource, style.HEADING_GROUP_OTHER),
  ];
}

function indicatorColumns(form: FormId, lang: Language): SheetColumn[] {
  let groups = 0;
  let last = "";
  return FORMS[form].indicators.map((indicator): SheetColumn => {
    const { group, name } = headingOf(indicator, lang);
    if (group !== last) groups++;
    last = group;
    const groupStyle = groups % 2 === 1 ? style.HEADING_GROUP : style.HEADING_GROUP_OTHER;
    const width = form === "2014" ? 15 : name.length > 6 ? 13 : 9.5;
    return { name, width, style: style.HEADING_NAME, group, groupStyle };
  });
}

function cellsOf(stored: StoredReport, form: FormId | null, lang: Language, budget: CommentBudget): SheetCell[] {
  const lead = LEAD.map((column) => identityCell(column, stored));
  const source = SOURCE_COLUMNS.map((column) => identityCell(column, stored));
  if (form === null) return [...lead, ...source];
  const { report } = stored;
  const stateOf = valueStates(report);
  const findings = findingsById(report);
  const values = FORMS[form].indicators.map((indicator) =>
    valueCell(report, indicator, stateOf(indicator), findings.get(indicator.id) ?? [], lang, budget),
  );
  return [...lead, ...values, ...source];
}

const COUNTED: Readonly<Record<string, style.Severity>> = { errors: "error", warnings: "warning", unread: "warning" };

function identityCell({ id, value }: IdentityColumn, stored: StoredReport): SheetCell {
  const shown = value(stored);
  if (id === "year" || id === "publishedOn") return { value: shown, style: style.YEAR };
  if (id === "versions") return { value: shown, style: style.countStyle(shown === 1 ? 0 : 1, "warning") };
  if (typeof shown === "number") return { value: shown, style: style.countStyle(shown, COUNTED[id] ?? null) };
  return { value: shown, style: style.TEXT };
}

/** The findings of each indicator, errors before warnings. */
function findingsById(report: Report): Map<string, Finding[]> {
  const byId = new Map<string, Finding[]>();
  for (const severity of ["error", "warning"] as const) {
    for (const finding of report.findings) {
      if (finding.severity !== severity) continue;
      for (const id of concernedCells(report, finding.indicators)) byId.set(id, [...(byId.get(id) ?? []), finding]);
    }
  }
  return byId;
}

function valueCell(
  report: Report,
  { id }: Indicator,
  state: ValueState,
  findings: readonly Finding[],
  lang: Language,
  budget: CommentBudget,
): SheetCell {
  const cell = report.cells[id];
  const value = cell?.value ?? null;
  const words = WORDS[lang];
  const diagnostic = state === "unread" ? diagnosticOf(report, id) : undefined;
  const messages = [...findings.map(({ message }) => message), ...(diagnostic ? [diagnostic.message] : [])];
  const place = cell === undefined ? [] : [words.source(cell.raw, placeText(cell.at, lang))];
  const comment = messages.length > 0 && budget.left > 0 ? [...messages, ...place].join("\n") : undefined;
  if (comment !== undefined) budget.left--;
  const printed = cell !== undefined && cell.raw.trim() !== "" ? cell.raw.trim().slice(0, 20) : words.blank;
  const texts = { number: null, printed, unread: words.unread, absent: words.absent, optional: null };
  return {
    value: value ?? texts[state],
    style: style.valueStyle(value, state, findings[0]?.severity ?? null),
    comment,
  };
}
