/** `nianbao form SOURCE`: one report as the official form's tables, as a web page or a workbook. */
import { Command } from "commander";
import { NianbaoError } from "../../parsers/errors.js";
import type { Limits } from "../../parsers/limits.js";
import type { Language } from "../language.js";
import { replaceContent } from "../export/replace-file.js";
import type { Report } from "../report.js";
import type { StoredReport } from "../store/store.js";
import { isArchive } from "./archive-file.js";
import { fail } from "./failure.js";
import { filterOf, withFilterOptions, type FilterOptions } from "./export-filter.js";
import { readInput } from "./input.js";
import type { Translate } from "./language.js";
import { limitOption, type LimitFlag } from "./limit-option.js";
import { printableLine } from "./terminal.js";

interface Options extends FilterOptions, LimitFlag {
  readonly to?: string;
  readonly file?: string;
}

/** Reports that are named where the choice is not clear. */
const NAMED = 10;

/** The choice leaves no report, or more than one; or the target is of no known kind. */
class ChoiceError extends NianbaoError {
  override readonly name = "ChoiceError";
}

export function formCommand(t: Translate): Command {
  const command = new Command("form")
    .description(t("把一份报告写成官方表格", "Write one report as the official form's tables"))
    .argument(
      "<source>",
      t("一份报告的文件，或归档；“-”为标准输入", 'the file of one report, or an archive; "-" for stdin'),
    )
    .option(
      "--to <file>",
      t("目标文件 .html 或 .xlsx，默认输出 HTML", "target .html or .xlsx; HTML on stdout by default"),
    )
    .option("--file <text>", t("归档中文件路径含有该文字的报告", "the report whose file's path contains this"));
  return withFilterOptions(command, t)
    .addOption(limitOption(t))
    .addHelpText("after", examples(t))
    .action(async (source: string, options: Options, self: Command) => {
      await run(source, options, self.optsWithGlobals<{ lang: Language }>().lang);
    });
}

function examples(t: Translate): string {
  return [
    "",
    t("示例", "Examples") + ":",
    `  nianbao form report.pdf --to form.html`,
    `  cat report.docx | nianbao form - > form.html`,
    `  nianbao form archive.duckdb --body 水务局 --year 2024 --to form.xlsx`,
  ].join("\n");
}

async function run(source: string, options: Options, lang: Language): Promise<void> {
  let subject = source;
  try {
    const target = options.to === undefined ? ".html" : (/\.(html|xlsx)$/i.exec(options.to)?.[0].toLowerCase() ?? null);
    if (target === null) throw unknownTarget();
    const report =
      source !== "-" && (await isArchive(source))
        ? await chosen(source, options)
        : await parsed(source, lang, options.limit ?? {});
    subject = options.to ?? source;
    const { formDocument } = await import("../export/form-document.js");
    const document = formDocument(report, lang);
    if (target === ".xlsx") {
      const { formWorkbook } = await import("../export/form-workbook.js");
      await replaceContent(options.to!, await formWorkbook(document));
    } else {
      const { formHtml } = await import("../export/form-html.js");
      if (options.to === undefined) process.stdout.write(formHtml(document));
      else await replaceContent(options.to, formHtml(document));
    }
  } catch (error) {
    fail(subject, error, lang);
  }
}

async function parsed(file: string, lang: Language, limits: Partial<Limits>): Promise<Report> {
  const { parseReport } = await import("../parse.js");
  return parseReport(await readInput(file, limits), { lang, limits, file });
}

async function chosen(archive: string, options: Options): Promise<Report> {
  const { withArchive } = await import("../store/with-archive.js");
  const found: StoredReport[] = [];
  await withArchive(archive, async (store) => {
    for await (const stored of store.reports(filterOf(options))) {
      if (options.file !== undefined && !stored.files.some((file) => file.includes(options.file!))) continue;
      found.push(stored);
      if (found.length > NAMED) break;
    }
  });
  if (found.length === 1) return found[0]!.report;
  throw found.length === 0 ? noReport() : severalReports(found);
}

const unknownTarget = () =>
  new ChoiceError("unknown-format", { zh: "--to 应为 .html 或 .xlsx 文件", en: "--to takes a .html or .xlsx file" });

const noReport = () =>
  new ChoiceError("no-such-report", { zh: "归档中没有这样的报告", en: "the archive holds no such report" });

function severalReports(found: readonly StoredReport[]): ChoiceError {
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
