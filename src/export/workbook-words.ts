/** The words of the workbook, in both languages. */
import type { FormId } from "../forms/form.js";
import type { Language } from "../language.js";
import type { FileStatus } from "../store/store.js";

export interface Words {
  /** Name of the sheet with the reports of a form. */
  sheet(form: FormId | null): string;
  readonly findings: string;
  readonly unreadSheet: string;
  readonly explanation: string;
  readonly groupName: string;
  readonly groupStatus: string;
  readonly groupSource: string;
  readonly blank: string;
  readonly unread: string;
  readonly absent: string;
  source(raw: string, place: string): string;
  readonly see: string;
  readonly severity: Readonly<Record<"error" | "warning" | "info", string>>;
  readonly findingColumns: readonly string[];
  readonly unreadColumns: readonly string[];
  readonly columnColumns: readonly string[];
  /** Above the rules, on the sheet that explains. */
  readonly ruleHeading: string;
  readonly otherRulesHeading: string;
  readonly wholeFile: string;
  readonly status: Readonly<Record<FileStatus, string>>;
}

const zh: Words = {
  sheet: (form) => (form === null ? "年报（无统一表格）" : `年报（${form}年格式）`),
  findings: "对不上",
  unreadSheet: "未读出",
  explanation: "说明",
  groupName: "年度报告",
  groupStatus: "核对",
  groupSource: "来源",
  blank: "空白",
  unread: "未读出",
  absent: "无此项",
  source: (raw, place) => `原文“${raw.trim()}”，${place}`,
  see: "查看",
  severity: { error: "错误", warning: "存疑", info: "提示" },
  findingColumns: ["机关", "年度", "级别", "问题", "应为", "实为", "涉及单元格", "查看", "规则", "文件"],
  unreadColumns: ["对象", "机关", "年度", "级别", "原因", "涉及指标", "位置", "查看", "代码", "文件"],
  columnColumns: ["表式", "列", "分组", "名称", "单位", "指标", "依据"],
  ruleHeading: "核对规则",
  otherRulesHeading: "各份报告之间的规则：本工作簿不核对，请用 nianbao audit 核对归档文件",
  wholeFile: "整个文件",
  status: {
    read: "已读取",
    "not-a-report": "不是年度报告",
    failed: "读取失败",
    timeout: "超时",
    memory: "超出内存",
  },
};

const en: Words = {
  sheet: (form) => (form === null ? "Reports without form" : `Reports (form of ${form})`),
  findings: "Findings",
  unreadSheet: "Not read",
  explanation: "Explanation",
  groupName: "report",
  groupStatus: "checks",
  groupSource: "source",
  blank: "blank",
  unread: "not read",
  absent: "absent",
  source: (raw, place) => `printed “${raw.trim()}”, ${place}`,
  see: "show",
  severity: { error: "error", warning: "warning", info: "info" },
  findingColumns: ["body", "year", "severity", "finding", "expected", "actual", "cells", "show", "rule", "file"],
  unreadColumns: ["what", "body", "year", "severity", "reason", "indicators", "place", "show", "code", "file"],
  columnColumns: ["form", "column", "group", "name", "unit", "indicator", "source"],
  ruleHeading: "rules",
  otherRulesHeading: "rules between reports: not checked in this workbook; nianbao audit checks the archive by them",
  wholeFile: "whole file",
  status: {
    read: "read",
    "not-a-report": "not a report",
    failed: "failed",
    timeout: "timed out",
    memory: "out of memory",
  },
};

export const WORDS: Readonly<Record<Language, Words>> = { zh, en };
