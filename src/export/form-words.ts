/** The words that the official form is drawn with besides its own labels, in both languages. */
import type { TableId } from "../forms/form.js";
import type { Language } from "../language.js";

export interface FormWords {
  /** Of the web page. */
  readonly htmlLang: string;
  /** Of a report whose title was not read. */
  title(body: string | null, year: number | null): string;
  readonly unknown: string;
  readonly body: string;
  readonly year: string;
  readonly period: string;
  periodOf(from: string, to: string): string;
  readonly publishedOn: string;
  readonly form: string;
  formOf(form: string, notice: string): string;
  readonly noForm: string;
  readonly file: string;
  /** What stands in a cell without a number. */
  readonly printed: string;
  readonly unread: string;
  readonly absent: string;
  readonly findings: string;
  readonly diagnostics: string;
  /** Name of the workbook's last sheet, at most 31 characters, and what refers to it. */
  readonly notes: string;
  seeNotes(numbers: readonly number[]): string;
  /** Headings that are no part of an indicator's label. */
  readonly kinds: string;
  readonly applicants: string;
  readonly organisations: string;
  readonly statistic: string;
  readonly unit: string;
  readonly value: string;
  /** Names of the tables; of the workbook's sheets too: at most 31 characters. */
  readonly captions: Readonly<Record<TableId, string>>;
}

const zh: FormWords = {
  htmlLang: "zh-CN",
  title: (body, year) => `${body ?? ""}${year === null ? "" : `${year}年`}政府信息公开工作年度报告`,
  unknown: "（未读出）",
  body: "机关",
  year: "年度",
  period: "统计期限",
  periodOf: (from, to) => `${from} 至 ${to}`,
  publishedOn: "发布日期",
  form: "表式",
  formOf: (form, notice) => `${form}年格式（${notice}）`,
  noForm: "未识别到全国统一格式的表格",
  file: "来源",
  printed: "空白",
  unread: "未读出",
  absent: "无此项",
  findings: "核对结果",
  diagnostics: "未能读出",
  notes: "核对与来源",
  seeNotes: (numbers) => `见“核对与来源”第 ${numbers.join("、")} 条`,
  kinds: "信息内容",
  applicants: "申请人情况",
  organisations: "法人或其他组织",
  statistic: "统计指标",
  unit: "单位",
  value: "统计数",
  captions: {
    proactiveDisclosure: "主动公开政府信息情况",
    requests: "收到和处理政府信息公开申请情况",
    disputes: "政府信息公开行政复议、行政诉讼情况",
    statistics: "政府信息公开情况统计表",
  },
};

const en: FormWords = {
  htmlLang: "en",
  title: (body, year) =>
    ["Annual report on open government information", body, year].filter((part) => part !== null).join(", "),
  unknown: "(not read)",
  body: "body",
  year: "year",
  period: "period",
  periodOf: (from, to) => `${from} to ${to}`,
  publishedOn: "published",
  form: "form",
  formOf: (form, notice) => `the form of ${form} (${notice})`,
  noForm: "no table of a national form recognised",
  file: "source",
  printed: "blank",
  unread: "not read",
  absent: "absent",
  findings: "Findings (what the report itself gets wrong)",
  diagnostics: "Not read",
  notes: "Findings and source",
  seeNotes: (numbers) => `see ${numbers.join(", ")} in "Findings and source"`,
  kinds: "kind of information",
  applicants: "applicants",
  organisations: "legal persons and other organisations",
  statistic: "statistic",
  unit: "unit",
  value: "number",
  captions: {
    proactiveDisclosure: "Proactive disclosure",
    requests: "Requests received and handled",
    disputes: "Reconsideration and litigation",
    statistics: "Statistics",
  },
};

export const FORM_WORDS: Readonly<Record<Language, FormWords>> = { zh, en };
