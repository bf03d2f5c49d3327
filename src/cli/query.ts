/** `nianbao query ARCHIVE SQL`: the result of a query over an archive as a table, CSV or JSON lines on stdout. */
import { Command, Option } from "commander";
import type { Language } from "../language.js";
import type { QueryResult, QueryValue } from "../store/query.js";
import { bomOption, markOf, type BomFlag } from "./bom-option.js";
import { fittedWidths, roomIn } from "./column-widths.js";
import { fail } from "./failure.js";
import type { Translate } from "./language.js";
import { outputWidth, print } from "./output.js";
import { printable, terminalWidth } from "./terminal.js";

const FORMATS = ["table", "csv", "jsonl"] as const;

interface Options extends BomFlag {
  readonly format: (typeof FORMATS)[number];
}

/** Rows that a table shows: it has to be held to be aligned. */
const TABLE_ROWS = 1_000;
/** Width at which a cell of a table breaks. */
const CELL_WIDTH = 60;
/** No cell is narrower for the sake of a narrow terminal. */
const LEAST_CELL_WIDTH = 6;

export function queryCommand(t: Translate): Command {
  return new Command("query")
    .description(t("用 SQL 查询归档", "Query an archive by SQL"))
    .argument("<archive>", t("归档文件", "the archive"))
    .argument("<sql>", t("查询语句", "the query"))
    .addOption(new Option("--format <format>", t("输出格式", "output format")).choices([...FORMATS]).default("table"))
    .addOption(bomOption(t))
    .addHelpText("after", examples(t))
    .action(async (archive: string, sql: string, options: Options, command: Command) => {
      await run(archive, sql, options, command.optsWithGlobals<{ lang: Language }>().lang, t);
    });
}

function examples(t: Translate): string {
  return [
    "",
    t("示例：", "Examples:"),
    `  nianbao query archive.duckdb "SELECT year, count(*) FROM reports GROUP BY year ORDER BY year"`,
    `  nianbao query archive.duckdb "SELECT body, year, message FROM findings JOIN reports USING (report_id)" --format csv --bom`,
    "",
    t(
      "表：reports indicator_values sections statements findings diagnostics files indicators；视图：report_list report_wide published_twice",
      "Tables: reports indicator_values sections statements findings diagnostics files indicators; views: report_list report_wide published_twice",
    ),
  ].join("\n");
}

async function run(archive: string, sql: string, options: Options, lang: Language, t: Translate): Promise<void> {
  const { format } = options;
  try {
    const { withQuery } = await import("../store/query.js");
    await withQuery(archive, sql, async (result) => {
      if (format === "table") await printTable(result, t);
      else if (format === "csv") await printCsv(result, markOf(options));
      else await printLines(result);
    });
  } catch (error) {
    fail(archive, error, lang);
  }
}

const shown = (value: QueryValue | null): string =>
  value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);

async function printTable({ columns, chunks }: QueryResult, t: Translate): Promise<void> {
  const rows: string[][] = [];
  let total = 0;
  for await (const chunk of chunks) {
    total += chunk.length;
    for (const row of chunk) if (rows.length < TABLE_ROWS) rows.push(row.map((value) => tableText(shown(value))));
  }
  if (columns.length > 0) await print(await tableOf([columns.map(tableText), ...rows]));
  if (total > rows.length) {
    const words = `显示前 ${rows.length} 行，共 ${total} 行；用 --format csv 输出全部`;
    process.stderr.write(t(words, `${rows.length} of ${total} rows; all of them with --format csv`) + "\n");
  }
}

/** A tab has no width of its own in a table. */
const tableText = (text: string) => printable(text.replace(/\t/g, " "));

async function tableOf(rows: readonly string[][]): Promise<string> {
  const { getBorderCharacters, table } = await import("table");
  const widthOf = (index: number) =>
    rows.flatMap((row) => row[index]!.split("\n")).reduce((widest, line) => Math.max(widest, terminalWidth(line)), 1);
  const wanted = rows[0]!.map((_, index) => Math.min(CELL_WIDTH, widthOf(index)));
  const widths = fittedWidths(wanted, roomIn(outputWidth(Infinity), wanted.length), LEAST_CELL_WIDTH);
  const layout = widths.map((width) => ({ width }));
  return table([...rows], { border: getBorderCharacters("norc"), columns: layout, drawHorizontalLine: isOuterLine });
}

/** Above and below the headings, and at the end. */
const isOuterLine = (line: number, rowCount: number) => line <= 1 || line === rowCount;

async function printCsv({ columns, chunks }: QueryResult, mark: string): Promise<void> {
  const { writeToString } = await import("fast-csv");
  const { spreadsheetText } = await import("../export/spreadsheet-text.js");
  // A pivot makes headings of values.
  await print(mark + (await writeToString([columns.map(spreadsheetText)])) + "\n");
  for await (const rows of chunks) {
    const texts = rows.map((row) =>
      row.map((value) => (typeof value === "number" ? value : spreadsheetText(shown(value)))),
    );
    await print(await writeToString(texts, { includeEndRowDelimiter: true }));
  }
}

async function printLines({ columns, chunks }: QueryResult): Promise<void> {
  for await (const rows of chunks) {
    const objects = rows.map((row) => Object.fromEntries(columns.map((name, index) => [name, row[index] ?? null])));
    await print(objects.map((object) => JSON.stringify(object) + "\n").join(""));
  }
}
