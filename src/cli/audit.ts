/** `nianbao audit FILE…`: what does not add up in reports and between the years of a body, as a table, JSON or CSV. */
import { Command, Option } from "commander";
import type { Language } from "../language.js";
import type { AuditEvent, AuditTotals } from "./audit-events.js";
import { bomOption, markOf, type BomFlag } from "./bom-option.js";
import { filterOf, withFilterOptions, type FilterOptions } from "./export-filter.js";
import { EXIT_FAILED } from "./failure.js";
import type { Translate } from "./language.js";
import { outputWidth, print } from "./output.js";
import { limitOption, type LimitFlag } from "./limit-option.js";

const FORMATS = ["table", "json", "csv"] as const;

interface Options extends BomFlag, FilterOptions, LimitFlag {
  readonly format: (typeof FORMATS)[number];
  readonly failOn?: "error" | "warning";
}

export function auditCommand(t: Translate): Command {
  const command = new Command("audit")
    .description(
      t(
        "核对报告：勾稽关系、文字与表格、各年度之间，列出对不上的地方",
        "Check reports: sums, prose against tables, year against year; list what does not add up",
      ),
    )
    .argument(
      "<files...>",
      t(
        "报告文件，或归档；“-”为标准输入。同一机关的多个年度作为一个序列核对",
        'files of reports, or archives; "-" for stdin. Several years of one body are checked as a series',
      ),
    )
    .addOption(new Option("--format <format>", t("输出格式", "output format")).choices([...FORMATS]).default("table"))
    .addOption(
      new Option(
        "--fail-on <severity>",
        t("有该级别或更重的问题时退出码为 1", "exit code 1 where there are findings of this severity or worse"),
      ).choices(["error", "warning"]),
    );
  return withFilterOptions(command, t)
    .addOption(bomOption(t))
    .addOption(limitOption(t))
    .addHelpText("after", examples(t))
    .action(async (files: string[], options: Options, self: Command) => {
      await run(files, options, self.optsWithGlobals<{ lang: Language }>().lang);
    });
}

function examples(t: Translate): string {
  return [
    "",
    t("示例：", "Examples:"),
    `  nianbao audit report.pdf`,
    `  nianbao audit 2022.pdf 2023.pdf 2024.docx --fail-on error`,
    `  nianbao audit archive.duckdb --body 水务局 --format csv --bom > findings.csv`,
    `  nianbao audit reports/*.html --format json --lang en`,
    "",
    t(
      "退出码：0 已核对，有无问题均如此；1 有文件无法读取（标准错误输出各一行，其余照常核对），或达到 --fail-on 的级别；2 用法错误。",
      "Exit code: 0 audited, with findings or without; 1 a file could not be read (a line on stderr each, the others are audited),\nor there are findings as --fail-on says; 2 wrong usage.",
    ),
  ].join("\n");
}

async function run(files: readonly string[], options: Options, lang: Language): Promise<void> {
  const { auditEvents } = await import("./audit-events.js");
  const { auditSource } = await import("./audit-source.js");
  const source = auditSource(files, filterOf(options), { lang, limits: options.limit ?? {} });
  const events = auditEvents(source.reports, lang);
  const first = await events.next();
  // Nothing goes to stdout where nothing could be read.
  if (first.done || (first.value.type === "end" && source.failures() > 0)) return;
  let totals: AuditTotals | null = null;
  async function* all(): AsyncGenerator<AuditEvent> {
    yield first.value as AuditEvent;
    for await (const event of events) {
      if (event.type === "end") totals = event.totals;
      yield event;
    }
  }
  if (options.format === "csv") await print(markOf(options));
  for await (const text of await formatted(all(), options.format, lang)) await print(text);
  if (totals && isFailure(totals, options.failOn)) process.exitCode = EXIT_FAILED;
}

async function formatted(
  events: AsyncIterable<AuditEvent>,
  format: Options["format"],
  lang: Language,
): Promise<AsyncIterable<string>> {
  if (format === "json") return (await import("./audit-json.js")).auditJson(events);
  if (format === "csv") return (await import("./audit-csv.js")).auditCsv(events, lang);
  const { auditTable } = await import("./audit-table.js");
  return auditTable(events, { lang, width: outputWidth() });
}

function isFailure({ errors, warnings }: AuditTotals, failOn: Options["failOn"]): boolean {
  return failOn !== undefined && (errors > 0 || (failOn === "warning" && warnings > 0));
}
