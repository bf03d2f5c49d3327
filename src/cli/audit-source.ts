/**
 * The FILE arguments of `nianbao audit` in; their reports, those of one body together by year, out. What can't be read is
 * named on stderr, and the rest goes on.
 */
import { seriesKey } from "../audit/series.js";
import type { ParseOptions } from "../parse.js";
import type { Report } from "../report.js";
import type { ReportFilter } from "../store/store.js";
import { isArchive } from "./archive-file.js";
import { fail } from "./failure.js";
import { readInput } from "./input.js";
import { reportFits } from "./report-fits.js";

type ReadingOptions = Required<Pick<ParseOptions, "lang" | "limits">>;

export interface AuditSource {
  readonly reports: AsyncIterable<Report>;
  /** How many of the arguments were no report, or could not be read. */
  readonly failures: () => number;
}

/** The reports of single files first, then those of each archive, which are streamed. */
export function auditSource(files: readonly string[], filter: ReportFilter, options: ReadingOptions): AuditSource {
  let failures = 0;
  const failed = (file: string, error: unknown) => {
    failures++;
    fail(file, error, options.lang);
  };
  async function* reports(): AsyncGenerator<Report> {
    const archives: string[] = [];
    const single: Report[] = [];
    for (const file of files) {
      try {
        if (file !== "-" && (await isArchive(file))) archives.push(file);
        else single.push(...(await parsed(file, options)));
      } catch (error) {
        failed(file, error);
      }
    }
    yield* byBodyAndYear(single.filter((report) => reportFits(report, filter)));
    for (const archive of archives) yield* archived(archive, filter, failed);
  }
  return { reports: reports(), failures: () => failures };
}

/** A volume holds several reports. */
async function parsed(file: string, options: ReadingOptions): Promise<Report[]> {
  const { parseReports } = await import("../parse.js");
  return parseReports(await readInput(file, options.limits), file === "-" ? options : { ...options, file });
}

/** In the order in which the bodies were first named; of one body by year. */
function byBodyAndYear(reports: readonly Report[]): Report[] {
  const groups = new Map<string | Report, Report[]>();
  for (const report of reports) {
    const key = seriesKey(report) ?? report;
    groups.set(key, [...(groups.get(key) ?? []), report]);
  }
  return [...groups.values()].flatMap((group) => group.sort((a, b) => (a.year ?? 0) - (b.year ?? 0)));
}

async function* archived(
  archive: string,
  filter: ReportFilter,
  failed: (file: string, error: unknown) => void,
): AsyncGenerator<Report> {
  try {
    const { openDuckDbStore } = await import("../store/duckdb-store.js");
    const store = await openDuckDbStore(archive, { readOnly: true });
    try {
      for await (const { report } of store.reports(filter)) yield report;
    } finally {
      await store.close();
    }
  } catch (error) {
    failed(archive, error);
  }
}
