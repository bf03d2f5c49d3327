/** `nianbao parse FILE`: one report as JSON, CSV or tables on stdout. */
import { Command, Option } from "commander";
import type { Language } from "../language.js";
import type { Report } from "../report.js";
import { bomOption, markOf, type BomFlag } from "./bom-option.js";
import { fail } from "./failure.js";
import { TOGETHER } from "./help-words.js";
import { readInput } from "./input.js";
import type { Translate } from "./language.js";
import { limitOption, type LimitFlag } from "./limit-option.js";
import { outputWidth } from "./output.js";

const REPORT_FORMATS = ["json", "csv", "table"] as const;
type ReportFormat = (typeof REPORT_FORMATS)[number];

interface ParseFlags extends BomFlag, LimitFlag {
  readonly format: ReportFormat;
  readonly lang: Language;
  readonly all?: boolean;
}

export function parseCommand(t: Translate): Command {
  return new Command("parse")
    .description(t("读取一份年度报告，输出报告模型", "Read one annual report and print its model"))
    .argument(
      "<file>",
      t(
        "报告文件（docx、PDF、HTML、文本等）；“-”为标准输入",
        'a report: docx, PDF, HTML, text or others; "-" for stdin',
      ),
    )
    .addOption(
      new Option("--format <format>", t("输出格式", "output format")).choices([...REPORT_FORMATS]).default("json"),
    )
    .option("--all", t("文件中的每一份报告，JSON 为数组", "every report of the file; JSON is an array"))
    .addOption(bomOption(t))
    .addOption(limitOption(t))
    .addHelpText("after", examples(t))
    .action(async (file: string, options: ParseFlags, command: Command) => {
      if (options.all && options.format === "csv") {
        command.error("error: '--all' cannot be used with '--format csv'", { code: TOGETHER });
      }
      await run(file, { ...options, lang: command.optsWithGlobals<{ lang: Language }>().lang });
    });
}

function examples(t: Translate): string {
  return [
    "",
    t("示例：", "Examples:"),
    `  nianbao parse report.pdf > report.json`,
    `  nianbao parse report.docx --format table`,
    `  nianbao parse report.html --format csv --bom > report.csv`,
    `  nianbao parse volume.pdf --all > reports.json`,
    `  cat report.txt | nianbao parse - --lang en`,
    "",
    t(
      "退出码：0 已读取；1 不是年度报告或无法读取（标准错误输出一行说明）；2 用法错误。",
      "Exit code: 0 a report was read; 1 not a report, or not readable (one line on stderr says why); 2 wrong usage.",
    ),
  ].join("\n");
}

async function run(file: string, flags: ParseFlags): Promise<void> {
  const { format, lang, all = false, limit = {} } = flags;
  const { parseReport, parseReports } = await import("../parse.js");
  const options = { lang, limits: limit, ...(file === "-" ? {} : { file }) };
  let reports: Report[];
  try {
    const input = await readInput(file, limit);
    reports = all ? await parseReports(input, options) : [await parseReport(input, options)];
  } catch (error) {
    fail(file, error, lang);
    return;
  }
  if (format === "csv") process.stdout.write(markOf(flags));
  if (all && format === "json") process.stdout.write(JSON.stringify(reports, null, 2) + "\n");
  else for (const report of reports) process.stdout.write(await render(report, format, lang));
}

async function render(report: Report, format: ReportFormat, lang: Language): Promise<string> {
  if (format === "json") return JSON.stringify(report, null, 2) + "\n";
  if (format === "csv") return (await import("./report-csv.js")).reportCsv(report, lang);
  return (await import("./report-table.js")).reportTable(report, lang, outputWidth());
}
