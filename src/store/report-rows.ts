/** A Report in; the rows that it has in each table of a store, by the names of their columns, out. */
import { FORMS } from "../forms/index.js";
import type { Report } from "../report.js";
import type { ListTable, REPORT_COLUMNS } from "./schema.js";

type Row = Readonly<Record<string, unknown>>;

/** The one row of `reports`, and the rows of every table that lists something of a report, in the report's order. */
export type ReportRows = { readonly report: Readonly<Record<keyof typeof REPORT_COLUMNS, unknown>> } & Readonly<
  Record<ListTable, readonly Row[]>
>;

export function rowsOfReport(report: Report): ReportRows {
  return {
    report: reportRow(report),
    indicator_values: valueRows(report),
    sections: report.sections.map(({ id, heading, text, at }) => ({ section: id, heading, text, place: placeOf(at) })),
    statements: report.statements.map(({ at, ...statement }) => ({ ...statement, place: placeOf(at) })),
    findings: report.findings,
    diagnostics: report.diagnostics.map(({ at, ...diagnostic }) => ({ ...diagnostic, place: placeOf(at) })),
  };
}

/** JSON of its own: a text for the database, which would have to print it from its parts again. */
const placeOf = (at: object | undefined) => (at === undefined ? undefined : JSON.stringify(at));

function reportRow({ metadata, period, source, ...report }: Report): ReportRows["report"] {
  return {
    title: report.title,
    body: report.body,
    body_key: report.bodyKey,
    signed_by: report.signedBy,
    year: report.year,
    form: report.form,
    period_from: period?.from,
    period_to: period?.to,
    published_on: report.publishedOn,
    written_on: metadata.writtenOn,
    index_number: metadata.indexNumber,
    document_number: metadata.documentNumber,
    publisher: metadata.publisher,
    format: source.format,
    bytes: source.bytes,
    pages: source.pages,
    parser: report.parser,
  };
}

/** A row for every indicator of the report's form; one without a cell has neither value nor raw. */
function valueRows({ form, cells }: Report): Row[] {
  const ofForm = form === null ? [] : FORMS[form].indicators.map(({ id }) => id);
  return [...new Set([...ofForm, ...Object.keys(cells)])].map((indicator) => {
    const { at, ...cell } = cells[indicator] ?? {};
    return { indicator, ...cell, place: placeOf(at) };
  });
}
