/** A report of a single file and a filter in; whether an archive's filter would keep it, out. */
import type { Report } from "../report.js";
import type { ReportFilter } from "../store/store.js";

export function reportFits(report: Report, filter: ReportFilter): boolean {
  const { body, form } = filter;
  if (body !== undefined && ![report.body, report.bodyKey].some((name) => name?.includes(body))) return false;
  if (form !== undefined && (report.form ?? "none") !== form) return false;
  return yearFits(report.year, filter) && findingsFit(report.findings, filter.findings);
}

function yearFits(year: number | null, { fromYear = -Infinity, toYear = Infinity }: ReportFilter): boolean {
  if (fromYear === -Infinity && toYear === Infinity) return true;
  return year !== null && year >= fromYear && year <= toYear;
}

function findingsFit(findings: Report["findings"], wanted: ReportFilter["findings"]): boolean {
  if (wanted === "error") return findings.some(({ severity }) => severity === "error");
  return wanted === undefined || (wanted === "none") === (findings.length === 0);
}
