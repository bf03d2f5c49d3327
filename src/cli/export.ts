/** `nianbao export ARCHIVE --to FILE`: the reports of an archive as a workbook, CSV, JSON lines or Parquet. */
import { Command, Option } from "commander";
import type { Language } from "../language.js";
import { fail } from "./failure.js";
import { filterOf, withFilterOptions, type FilterOptions } from "./export-filter.js";
import type { Translate } from "./language.js";
import { checkTarget } from "./target.js";
import { printableLine } from "./terminal.js";

interface Options extends FilterOptions {
  readonly to: string;
  readonly layout: "wide" | "long";
  readonly bom: boolean;
}

export function exportCommand(t: Translate): Command {
  const command = new Command("export")
    .description(t("把归档中的报告导出为表格", "Export the reports of an archive to a spreadsheet"))
    .argument("<archive>", t("归档文件", "the archive"))
    .requiredOption("--to <file>", t("目标文件：.xlsx .csv .jsonl .parquet", "target: .xlsx .csv .jsonl .parquet"))
    .addOption(
      new Option(
        "--layout <layout>",
        t("csv 和 parquet：每份报告一行，或每个指标一行", "csv and parquet: a row a report, or a row an indicator"),
      )
        .choices(["wide", "long"])
        .default("wide"),
    )
    .option("--no-bom", t("csv 文件不加 BOM", "CSV without a byte order mark"));
  return withFilterOptions(command, t)
    .addHelpText("after", examples(t))
    .action(async (archive: string, options: Options, self: Command) => {
      await run(archive, options, self.optsWithGlobals<{ lang: Language }>().lang, t);
    });
}

function examples(t: Translate): string {
  return [
    "",
    t("示例：", "Examples:"),
    `  nianbao export archive.duckdb --to reports.xlsx`,
    `  nianbao export archive.duckdb --to 2024.csv --year 2024 --body 水务局`,
    `  nianbao export archive.duckdb --to values.parquet --layout long`,
    `  nianbao export archive.duckdb --to wrong.xlsx --findings error`,
  ].join("\n");
}

/** Codes of failures that are the target's, not the archive's; what the system says is the target's too. */
const OF_TARGET: ReadonlySet<string> = new Set([
  "disk-full",
  "no-such-folder",
  "same-file",
  "unknown-format",
  "unknown-layout",
]);

async function run(archive: string, options: Options, lang: Language, t: Translate): Promise<void> {
  const { to, layout, bom } = options;
  try {
    await checkTarget(archive, to);
    const { withArchive } = await import("../store/with-archive.js");
    const { exportReports } = await import("../export/exporter.js");
    const settings = { filter: filterOf(options), layout, bom, lang };
    const rows = await withArchive(archive, (store) => exportReports(store, to, settings));
    process.stderr.write(
      t(`${printableLine(to)}：${rows} 行`, `${printableLine(to)}: ${rows} ${rows === 1 ? "row" : "rows"}`) + "\n",
    );
  } catch (error) {
    const { syscall, code = "" } = error as NodeJS.ErrnoException;
    fail(syscall !== undefined || OF_TARGET.has(code) ? to : archive, error, lang);
  }
}
