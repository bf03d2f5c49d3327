/** A Report in; its identity, tables, findings and diagnostics as text for a terminal out. */
import { table } from "table";
import { indicators, type IndicatorRow } from "../indicators.js";
import type { Language } from "../language.js";
import type { Report } from "../report.js";
import { placeText } from "./place.js";
import { printable, printableLine } from "./terminal.js";

/** Width of the column of row labels, in terminal cells (a Chinese character takes two). */
const LABEL_WIDTH = 36;
/** Width of a column heading before it breaks. */
const VALUE_WIDTH = 10;

const WORDS = {
  zh: {
    title: "标题",
    body: "机关",
    year: "年度",
    form: "表式",
    formOf: (form: string) => `${form}年格式`,
    noForm: "未识别到全国统一格式的表格",
    period: "统计期限",
    publishedOn: "发布日期",
    file: "来源",
    unknown: "（未读出）",
    row: "项目",
    value: "数值",
    legend: "？ 未读出或缺失（见诊断）    ! 对不上（见核对结果）",
    findings: "核对结果（报告自身的问题）",
    diagnostics: "诊断（读取时的问题）",
    severity: { error: "错误", warning: "警告", info: "提示" },
  },
  en: {
    title: "title",
    body: "body",
    year: "year",
    form: "form",
    formOf: (form: string) => `the form of ${form}`,
    noForm: "no table of a national form recognised",
    period: "period",
    publishedOn: "published",
    file: "source",
    unknown: "(not read)",
    row: "row",
    value: "value",
    legend: "? not read or missing (see diagnostics)    ! does not add up (see findings)",
    findings: "Findings (what the report itself gets wrong)",
    diagnostics: "Diagnostics (what could not be read)",
    severity: { error: "error", warning: "warning", info: "info" },
  },
} as const;

type Words = (typeof WORDS)[Language];

/** A table of the report: the rows that share one set of columns. */
interface Grid {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: { readonly label: string; readonly cells: IndicatorRow[] }[];
}

/** The report as a person reads it in a terminal; wide characters are aligned, control characters shown as such. */
export function reportTable(report: Report, lang: Language): string {
  const words = WORDS[lang];
  const failed = new Set(report.findings.flatMap((finding) => finding.indicators));
  const grids = report.form === "2014" ? [statisticsGrid(report, lang, words)] : gridsOf(report, lang);
  const parts = [identityText(report, words), ...grids.map((grid) => gridText(grid, words, failed, lang))];
  if (grids.length > 0) parts.push(words.legend + "\n");
  parts.push(messagesText(words.findings, report.findings, words, lang));
  parts.push(messagesText(words.diagnostics, report.diagnostics, words, lang));
  return parts.filter((part) => part !== "").join("\n");
}

function identityText(report: Report, words: Words): string {
  const period = report.period ? `${report.period.from} – ${report.period.to}` : null;
  const rows: [string, string | number | null][] = [
    [words.title, report.title],
    [words.body, report.body],
    [words.year, report.year],
    [words.form, report.form === null ? words.noForm : words.formOf(report.form)],
    [words.period, period],
    [words.publishedOn, report.publishedOn],
    [words.file, report.source.file],
  ];
  const text = rows
    .filter(([name, value]) => name !== words.file || value !== null)
    .map(([name, value]) => [name, value === null ? words.unknown : printableLine(String(value))]);
  return table(text, { border: noBorder, drawHorizontalLine: () => false });
}

const noBorder = {
  bodyLeft: "",
  bodyRight: "",
  bodyJoin: " ",
  joinBody: "",
  joinLeft: "",
  joinRight: "",
  joinJoin: "",
};

const wordsOf = (row: IndicatorRow, lang: Language) => (lang === "zh" ? row.label.split(" / ") : row.id.split("."));

/** Consecutive rows with the same columns make one table. */
function gridsOf(report: Report, lang: Language): Grid[] {
  const grids: Grid[] = [];
  const byRow = new Map<string, IndicatorRow[]>();
  for (const row of indicators(report)) {
    const key = row.id.slice(0, row.id.lastIndexOf("."));
    byRow.set(key, [...(byRow.get(key) ?? []), row]);
  }
  for (const cells of byRow.values()) {
    const name = cells[0]!.id.split(".")[0]!;
    const columns = cells.map((cell) => wordsOf(cell, lang).at(-1)!);
    const last = grids.at(-1);
    const grid =
      last?.name === name && last.columns.join() === columns.join()
        ? last
        : { name, columns, rows: [] satisfies Grid["rows"] };
    if (grid !== last) grids.push(grid);
    const path = wordsOf(cells[0]!, lang).slice(0, -1);
    grid.rows.push({ label: (lang === "zh" ? path.slice(-2) : path.slice(1)).join(lang === "zh" ? " " : "."), cells });
  }
  return grids;
}

function statisticsGrid(report: Report, lang: Language, words: Words): Grid {
  const rows = indicators(report).map((row) => {
    const path = lang === "zh" ? row.label.split(" / ") : row.id.split(".").slice(1);
    return { label: path.join(lang === "zh" ? " " : "."), cells: [row] };
  });
  return { name: "statistics", columns: [words.value], rows };
}

function gridText(grid: Grid, words: Words, failed: ReadonlySet<string>, lang: Language): string {
  const header = [words.row, ...grid.columns];
  const body = grid.rows.map(({ label, cells }) => [label, ...cells.map((cell) => valueText(cell, failed, lang))]);
  return table(
    [header, ...body].map((row) => row.map(printable)),
    {
      columns: [
        { width: LABEL_WIDTH },
        ...grid.columns.map(() => ({ width: VALUE_WIDTH, alignment: "right" as const })),
      ],
      drawHorizontalLine: (index, size) => index <= 1 || index === size,
    },
  );
}

/** The printed value; the printed dash of a cell without one; a question mark for what is unknown. */
function valueText(cell: IndicatorRow, failed: ReadonlySet<string>, lang: Language): string {
  const mark = failed.has(cell.id) ? " !" : "";
  if (cell.value !== null) return `${cell.value}${mark}`;
  const printed = cell.raw?.trim();
  const known = printed !== undefined && printed.length <= 2 && !/\d/.test(printed);
  return (known ? printed : lang === "zh" ? "？" : "?") + mark;
}

interface Message {
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  readonly at?: Parameters<typeof placeText>[0] | undefined;
}

function messagesText(heading: string, messages: readonly Message[], words: Words, lang: Language): string {
  if (messages.length === 0) return "";
  const lines = messages.map(({ severity, message, at }) => {
    const place = at === undefined ? "" : `  [${placeText(at, lang)}]`;
    return `  ${words.severity[severity]}  ${printableLine(message)}${place}`;
  });
  return [heading, ...lines, ""].join("\n");
}
