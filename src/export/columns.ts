/** The columns of a table with one report a row: what identifies it, and the indicators of its form. */
import { englishUnit } from "../forms/english.js";
import type { FormId, Indicator } from "../forms/form.js";
import { FORMS } from "../forms/index.js";
import type { Language } from "../language.js";
import type { StoredReport } from "../store/store.js";
import { valueStates } from "./value-state.js";

export interface IdentityColumn {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  /** Width in characters, for a workbook. */
  readonly width: number;
  readonly value: (stored: StoredReport) => string | number | null;
}

const countFindings = ({ report }: StoredReport, severity: "error" | "warning") =>
  report.findings.filter((finding) => finding.severity === severity).length;

function countUnread({ report }: StoredReport): number {
  if (report.form === null) return 0;
  const stateOf = valueStates(report);
  return FORMS[report.form].indicators.filter((indicator) => stateOf(indicator) === "unread").length;
}

/** What names a report: the first columns of every table. */
export const NAME_COLUMNS: readonly IdentityColumn[] = [
  { id: "body", zh: "机关", en: "body", width: 30, value: ({ report }) => report.body },
  { id: "year", zh: "年度", en: "year", width: 7, value: ({ report }) => report.year },
];

/** What is known of a report besides its numbers. */
export const STATUS_COLUMNS: readonly IdentityColumn[] = [
  { id: "errors", zh: "对不上", en: "errors", width: 8, value: (stored) => countFindings(stored, "error") },
  { id: "warnings", zh: "存疑", en: "warnings", width: 7, value: (stored) => countFindings(stored, "warning") },
  { id: "unread", zh: "未读出", en: "unread", width: 8, value: countUnread },
  { id: "versions", zh: "同年份数", en: "versions", width: 9, value: ({ versions }) => versions },
  { id: "publishedOn", zh: "发布日期", en: "published", width: 12, value: ({ report }) => report.publishedOn },
  { id: "form", zh: "表式", en: "form", width: 7, value: ({ report }) => report.form },
];

/** Where a report comes from. */
export const SOURCE_COLUMNS: readonly IdentityColumn[] = [
  { id: "title", zh: "标题", en: "title", width: 46, value: ({ report }) => report.title },
  { id: "file", zh: "文件", en: "file", width: 60, value: ({ files }) => files[0] ?? null },
  { id: "sha256", zh: "SHA-256", en: "sha256", width: 14, value: ({ report }) => report.source.sha256 },
];

export const IDENTITY_COLUMNS = [...NAME_COLUMNS, ...STATUS_COLUMNS, ...SOURCE_COLUMNS] as const;

/** The indicators of several forms, each once: those of the newest form first. */
export function indicatorsOf(forms: readonly (FormId | null)[]): Indicator[] {
  const all = new Map<string, Indicator>();
  for (const form of forms) {
    if (form !== null)
      for (const indicator of FORMS[form].indicators) if (!all.has(indicator.id)) all.set(indicator.id, indicator);
  }
  return [...all.values()];
}

export interface Heading {
  readonly group: string;
  readonly name: string;
}

/** Units that a reader takes for granted. */
const PLAIN_UNIT = "件";

/** The two levels of an indicator's heading: the form's printed words in Chinese, their translation in English. */
export function headingOf({ id, label, labelEn, unit }: Indicator, lang: Language): Heading {
  const words = (lang === "zh" ? label : labelEn).split(" / ");
  const joint = lang === "zh" ? " " : ": ";
  // The form of 2014 is a list, not a grid: its groups are its first level.
  const depth = id.startsWith("statistics.") ? 1 : words.length - 1;
  const group = words.slice(0, depth).join(joint);
  const name = words.slice(depth).join(lang === "zh" ? "" : ": ") || group;
  const shown =
    unit === PLAIN_UNIT || label.includes(unit) ? "" : lang === "zh" ? `（${unit}）` : ` (${englishUnit(unit)})`;
  return { group, name: name + shown };
}
