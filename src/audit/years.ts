/** Reports in; the pairs of one body's reports on a year and the next, out. */
import type { Report } from "../report.js";

export type ReportOfYear = Report & { readonly year: number };

/** Of several reports of one body on one year the first is taken; a report without a body or year is left out. */
export function consecutiveYears(reports: readonly Report[]): (readonly [ReportOfYear, ReportOfYear])[] {
  return [...byBody(reports).values()].flatMap((years) =>
    [...years.values()]
      .sort((a, b) => a.year - b.year)
      .flatMap((report) => {
        const next = years.get(report.year + 1);
        return next ? [[report, next] as const] : [];
      }),
  );
}

function byBody(reports: readonly Report[]): Map<string, Map<number, ReportOfYear>> {
  const bodies = new Map<string, Map<number, ReportOfYear>>();
  for (const report of reports) {
    const key = report.bodyKey ?? report.body;
    if (key === null || !hasYear(report)) continue;
    const years = bodies.get(key) ?? new Map<number, ReportOfYear>();
    if (!years.has(report.year)) years.set(report.year, report);
    bodies.set(key, years);
  }
  return bodies;
}

const hasYear = (report: Report): report is ReportOfYear => report.year !== null;
