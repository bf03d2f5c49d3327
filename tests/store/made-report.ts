/** A few words about a report in, a Report of the model out, for the tests of store, export and importer. */
import { createHash } from "node:crypto";
import { nestValues } from "../../src/assemble.js";
import type { FormId } from "../../src/forms/form.js";
import { REPORT_SCHEMA, type CellRecord, type Diagnostic, type Finding, type Report } from "../../src/report.js";

export interface Made {
  readonly body?: string | null;
  readonly year?: number | null;
  readonly form?: FormId | null;
  /** Printed text by indicator id; a text that is no number reads as null. */
  readonly cells?: Readonly<Record<string, string>>;
  readonly findings?: readonly Finding[];
  readonly diagnostics?: readonly Diagnostic[];
  /** Makes two reports of the same words different documents. */
  readonly salt?: string;
  readonly publishedOn?: string | null;
}

export const sha256Of = (text: string) => createHash("sha256").update(text).digest("hex");

export function madeReport(made: Made): Report {
  const { body = "澜川县水务局", year = 2024, form = "2021", salt = "" } = made;
  const cells: Record<string, CellRecord> = {};
  Object.entries(made.cells ?? {}).forEach(([id, raw], row) => {
    cells[id] = { raw, value: /^-?[\d.]+$/.test(raw) ? Number(raw) : null, at: { table: 0, row, column: 1 } };
  });
  const empty = { proactiveDisclosure: null, requests: null, disputes: null, statistics: null };
  const values = form === null ? {} : nestValues(form, cells);
  return {
    schema: REPORT_SCHEMA,
    form,
    title: `${body ?? ""}${year ?? ""}年政府信息公开工作年度报告`,
    body,
    bodyKey: body,
    signedBy: null,
    year,
    period: year === null ? null : { from: `${year}-01-01`, to: `${year}-12-31` },
    publishedOn: made.publishedOn ?? null,
    metadata: { indexNumber: null, documentNumber: null, publisher: null, writtenOn: null, publishedOn: null },
    sections: [{ id: "overview", heading: "一、总体情况", text: `正文${salt}`, at: { paragraph: 1 } }],
    ...empty,
    ...values,
    cells,
    statements: [],
    diagnostics: [...(made.diagnostics ?? [])],
    findings: [...(made.findings ?? [])],
    source: { file: null, format: "html", bytes: 1000, sha256: sha256Of(JSON.stringify(made)) },
    parser: "nianbao 0.1.0",
  } as unknown as Report;
}
