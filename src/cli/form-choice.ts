/** A file or an archive and what chooses a report in; the one report that is meant, out. */
import { NianbaoError } from "../../parsers/errors.js";
import type { Limits } from "../../parsers/limits.js";
import type { Language } from "../language.js";
import type { Report } from "../report.js";
import type { ReportFilter } from "../store/store.js";
import { isArchive } from "./archive-file.js";
import { readInput } from "./input.js";
import { reportFits } from "./report-fits.js";
import { printableLine } from "./terminal.js";

export interface Choice {
  readonly filter: ReportFilter;
  /** Part of the path of the report's file. */
  readonly file: string | undefined;
  readonly lang: Language;
  readonly limits: Partial<Limits>;
}

interface Candidate {
  readonly report: Report;
  readonly files: readonly string[];
}

/** Reports that are named where the choice is not clear. */
const NAMED = 10;

/** The choice leaves no report, or more than one. */
class ChoiceError extends NianbaoError {
  override readonly name = "ChoiceError";
}

/** @throws ChoiceError "no-such-report", "several-reports"; what reading the file or the archive throws */
export async function chosenReport(source: string, choice: Choice): Promise<Report> {
  const found = source !== "-" && (await isArchive(source)) ? await stored(source, choice) : await read(source, choice);
  if (found.length === 1) return found[0]!.report;
  throw found.length === 0 ? noReport() : severalReports(found);
}

/** A volume holds several reports. */
async function read(file: string, { filter, file: part, lang, limits }: Choice): Promise<Candidate[]> {
  const { parseReports } = await import("../parse.js");
  const reports = await parseReports(await readInput(file, limits), { lang, limits, file });
  return reports
    .filter((report) => reportFits(report, filter) && (part === undefined || file.includes(part)))
    .map((report) => ({ report, files: [file] }));
}

async function stored(archive: string, { filter, file: part }: Choice): Promise<Candidate[]> {
  const { withArchive } = await import("../store/with-archive.js");
  const found: Candidate[] = [];
  await withArchive(archive, async (store) => {
    for await (const candidate of store.reports(filter)) {
      if (part !== undefined && !candidate.files.some((file) => file.includes(part))) continue;
      found.push(candidate);
      if (found.length > NAMED) break;
    }
  });
  return found;
}

const noReport = () =>
  new ChoiceError("no-such-report", { zh: "其中没有这样的报告", en: "there is no such report in it" });

function severalReports(found: readonly Candidate[]): ChoiceError {
  const names = found
    .slice(0, NAMED)
    .map(({ report, files }) => `${report.body ?? "?"} ${report.year ?? "?"} ${files[0] ?? ""}`)
    .map(printableLine)
    .join("; ");
  const more = found.length > NAMED ? " …" : "";
  return new ChoiceError("several-reports", {
    zh: `有不止一份这样的报告，请用 --body --year --file 选定：${names}${more}`,
    en: `several reports fit, choose by --body --year --file: ${names}${more}`,
  });
}
