/**
 * A Report in, what a store keeps of it out: the whole report deflated, to be given back without loss, and the rows of
 * the store's tables. The file's name is left out: which of several equal files was read first must not matter.
 */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Report } from "../report.js";
import { rowsOfReport } from "./report-rows.js";

export interface PackedReport {
  /** JSON of the report, deflated: about a tenth of its size. */
  readonly document: Uint8Array;
  /** JSON of its ReportRows in UTF-8: what goes from process to process to database is copied, never decoded. */
  readonly rows: Uint8Array;
}

/** Done where the report was parsed, so that the one process that writes the store has little to do. */
export function packReport(report: Report): PackedReport {
  const nameless = { ...report, source: { ...report.source, file: null } };
  const document = deflateRawSync(JSON.stringify(nameless));
  return { document, rows: Buffer.from(forDatabase(JSON.stringify(rowsOfReport(report)))) };
}

/** The report whose document packReport made, with the name of its file. */
export function unpackReport(document: Uint8Array, file: string | null): Report {
  const report = JSON.parse(inflateRawSync(document).toString("utf8")) as Report;
  return { ...report, source: { ...report.source, file } };
}

/** Databases take no NUL and no half of a surrogate pair in a text; the document keeps both. */
function forDatabase(json: string): string {
  return json.replace(/(?<!\\)((?:\\\\)*)\\u(?:d[89a-f][0-9a-f]{2}|0000)/g, "$1\\ufffd");
}
