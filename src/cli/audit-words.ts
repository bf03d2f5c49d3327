/** What the audit prints besides its findings, in both languages. */
import type { Language } from "../language.js";
import type { AuditTotals } from "./audit-events.js";

export const SEVERITY_WORDS = {
  zh: { error: "错误", warning: "警告" },
  en: { error: "error", warning: "warning" },
} as const satisfies Record<Language, unknown>;

export const AUDIT_WORDS = {
  zh: {
    columns: ["级别", "规则", "实为", "应为", "说明", "位置"],
    rules: ["规则", "内容", "已查", "不符", "未查"],
    year: (year: number | null) => (year === null ? "年度不明" : `${year} 年度`),
    body: "机关不明",
    series: "年度之间",
    none: "未发现问题",
    noMore: "……（其余未发现问题的报告不再逐份列出）",
    more: (count: number) => `等 ${count} 格`,
    totals: ({ reports, bodies, errors, warnings, reportsWithErrors }: AuditTotals) =>
      `${bodies} 个机关的 ${reports} 份报告：错误 ${errors} 处、警告 ${warnings} 处；${reportsWithErrors} 份报告有错误`,
  },
  en: {
    columns: ["severity", "rule", "actual", "expected", "message", "where"],
    rules: ["rule", "what", "checked", "failed", "not checked"],
    year: (year: number | null) => (year === null ? "unknown year" : String(year)),
    body: "unknown body",
    series: "between years",
    none: "nothing found",
    noMore: "… (further reports without findings are not listed)",
    more: (count: number) => `and ${count - 1} more`,
    totals: ({ reports, bodies, errors, warnings, reportsWithErrors }: AuditTotals) =>
      `reports: ${reports}, bodies: ${bodies}; errors: ${errors}, warnings: ${warnings}; reports with errors: ${reportsWithErrors}`,
  },
} as const;
