/** A Report in; its identity, tables or stated numbers, findings and diagnostics as text for a terminal out. */
import { table } from "table";
import { concernedCells } from "../audit/readings.js";
import type { Language } from "../language.js";
import type { Report } from "../report.js";
import { WIDTH_WITHOUT_TERMINAL } from "./output.js";
import { placeText } from "./place.js";
import { gridText, reportGrids } from "./report-grids.js";
import { statementsTable } from "./statements-table.js";
import { printableLine } from "./terminal.js";

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
    legend: "? not read or missing (see diagnostics)    ! does not add up (see findings)",
    findings: "Findings (what the report itself gets wrong)",
    diagnostics: "Diagnostics (what could not be read)",
    severity: { error: "error", warning: "warning", info: "info" },
  },
} as const;

type Words = (typeof WORDS)[Language];

/**
 * The report as a person reads it in a terminal; wide characters are aligned, control characters shown as such.
 * @param width of the terminal, in cells; what a file takes where it is not given
 */
export function reportTable(report: Report, lang: Language, width = WIDTH_WITHOUT_TERMINAL): string {
  const words = WORDS[lang];
  const failed = new Set(report.findings.flatMap(({ indicators }) => concernedCells(report, indicators)));
  const grids = reportGrids(report, lang).map((grid) => gridText(grid, failed, lang, width));
  const parts = [identityText(report, words), ...grids];
  if (grids.length > 0) parts.push(words.legend + "\n");
  if (report.form === null) parts.push(statementsTable(report, lang, width));
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
