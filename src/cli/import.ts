/** `nianbao import PATH… --into ARCHIVE`: a tree of reports into one archive; may be interrupted and started again. */
import { resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import { Command, InvalidArgumentError, Option } from "commander";
import type { ImportOptions } from "../importer/events.js";
import { LEAST_MEMORY, MOST_WORKERS } from "../importer/pool-settings.js";
import type { Language } from "../language.js";
import { EXIT_FAILED, EXIT_INTERRUPTED, fail } from "./failure.js";
import { createProgress, type Progress } from "./import-progress.js";
import { count, failures, newTally, summaryText, type Tally } from "./import-summary.js";
import type { Translate } from "./language.js";
import { limitOption, type LimitFlag } from "./limit-option.js";

interface Options extends LimitFlag {
  readonly into: string;
  readonly workers?: number;
  readonly timeout: number;
  readonly memory: number;
  readonly retry?: "failed" | "not-a-report" | "all";
  readonly reparse?: boolean;
}

const positive = (t: Translate) => (text: string) => {
  const number = Number(text);
  if (!Number.isFinite(number) || number <= 0) throw new InvalidArgumentError(t("应为正数", "a positive number"));
  return number;
};

const wholeNumber =
  (t: Translate, least: number, most = Infinity) =>
  (text: string) => {
    const number = Number(text);
    if (Number.isSafeInteger(number) && number >= least && number <= most) return number;
    const span =
      most === Infinity
        ? t(`应为不小于 ${least} 的整数`, `a whole number from ${least}`)
        : t(`应为 ${least} 到 ${most} 的整数`, `a whole number from ${least} to ${most}`);
    throw new InvalidArgumentError(span);
  };

/** Without a name, as where a variable of a script is not set, the database would be made in memory, and lost. */
const archiveName = (t: Translate) => (text: string) => {
  if (text.trim() === "") throw new InvalidArgumentError(t("应为文件名", "the name of a file"));
  return text;
};

export function importCommand(t: Translate): Command {
  return new Command("import")
    .description(t("把成批的年度报告读入一个归档文件", "Import a tree of reports into one archive"))
    .argument("<paths...>", t("文件夹、文件、通配符或 zip 压缩包", "folders, files, globs or zip archives"))
    .requiredOption(
      "--into <archive>",
      t("归档文件（DuckDB），没有则新建", "the archive (DuckDB), made where absent"),
      archiveName(t),
    )
    .option(
      "--workers <number>",
      t("并行进程数，默认为核数", "processes; all cores by default"),
      wholeNumber(t, 1, MOST_WORKERS),
    )
    .option("--timeout <seconds>", t("单个文件的时间限制（秒）", "time for one document, seconds"), positive(t), 60)
    .option(
      "--memory <MiB>",
      t("单个文件的内存限制（MiB）", "memory for one document, MiB"),
      wholeNumber(t, LEAST_MEMORY),
      1024,
    )
    .addOption(
      new Option("--retry <which>", t("重新读取以前未读成的文件", "read again what an earlier run could not")).choices([
        "failed",
        "not-a-report",
        "all",
      ]),
    )
    .addOption(limitOption(t))
    .option("--reparse", t("重新读取由其他版本读过的文件", "read again what another version had read"))
    .addHelpText("after", examples(t))
    .action(async (paths: string[], options: Options, command: Command) => {
      await run(paths, options, command.optsWithGlobals<{ lang: Language }>().lang, t);
    });
}

function examples(t: Translate): string {
  return [
    "",
    t("示例：", "Examples:"),
    `  nianbao import reports/ more.zip --into archive.duckdb`,
    `  nianbao import "reports/**/*.pdf" --into archive.duckdb --workers 4`,
    `  nianbao import reports/ --into archive.duckdb --retry failed --timeout 300`,
    "",
    t(
      "可随时中断，再次运行同一命令即从中断处继续。退出码：0 没有读取失败的文件；1 有，或没有找到文件；2 用法错误；130 被中断（Ctrl-C）。",
      "It may be interrupted at any time; the same command goes on where it was. Exit code: 0 no file failed; 1 some did, or none was found; 2 wrong usage; 130 interrupted (Ctrl-C).",
    ),
  ].join("\n");
}

async function run(paths: readonly string[], options: Options, lang: Language, t: Translate): Promise<void> {
  // Between two documents this process has nothing to do, which V8 takes for an occasion to collect all its memory.
  setFlagsFromString("--no-memory-reducer");
  const signal = interruption(t);
  const progress = createProgress(process.stderr, t);
  const { into, limit = {}, ...others } = options;
  try {
    const { openDuckDbStore } = await import("../store/duckdb-store.js");
    const { checkSources } = await import("../importer/search.js");
    // Before the store is made: a mistyped path is to leave none behind.
    await checkSources(paths);
    // A name that the database has a meaning for, ":memory:" say, is the name of a file like any other here.
    const store = await openDuckDbStore(resolve(into));
    try {
      const tally = await imported(paths, { ...others, limits: limit, into: store, lang, signal }, progress);
      process.stdout.write(summaryText(tally, into, await store.counts(), t));
      if (tally.finished?.interrupted === true) process.exitCode = EXIT_INTERRUPTED;
      else if (failures(tally) > 0 || tally.planned?.files === 0) process.exitCode = EXIT_FAILED;
    } finally {
      await store.close();
    }
  } catch (error) {
    progress.end();
    fail((error as NodeJS.ErrnoException).path ?? into, error, lang);
  }
}

async function imported(paths: readonly string[], options: ImportOptions, progress: Progress): Promise<Tally> {
  const { importReports } = await import("../importer/import-reports.js");
  const tally = newTally();
  for await (const event of importReports(paths, options)) {
    progress.see(event);
    count(tally, event);
  }
  progress.end();
  return tally;
}

/** Ends the import by the first Ctrl-C; the second is the system's. */
function interruption(t: Translate): AbortSignal {
  const interrupt = new AbortController();
  process.once("SIGINT", () => {
    const words = t(
      "正在读完手头的文件并保存…再按一次 Ctrl-C 立即退出。",
      "Finishing the files at hand and saving them; Ctrl-C again quits at once.",
    );
    process.stderr.write(`\n${words}\n`);
    interrupt.abort();
  });
  return interrupt.signal;
}
