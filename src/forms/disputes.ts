/** The table 政府信息公开行政复议、行政诉讼情况, the same in the forms of 2019 and 2021: one row of fifteen values. */
import type { FormColumn, FormTable, TotalSum } from "./form.js";

const RESULTS = [
  { id: "upheld", label: "结果维持", variants: ["维持"] },
  { id: "corrected", label: "结果纠正", variants: ["纠正"] },
  { id: "otherResult", label: "其他结果", variants: ["其它结果", "其他"] },
  { id: "pending", label: "尚未审结", variants: ["尚未", "未审结"] },
  { id: "total", label: "总计", variants: ["合计"] },
] as const;

const KINDS = [
  { id: "reconsideration", under: ["行政复议"] },
  { id: "litigation.direct", under: ["行政诉讼", "未经复议直接起诉"] },
  { id: "litigation.afterReconsideration", under: ["行政诉讼", "复议后起诉"] },
] as const;

const COLUMNS: readonly FormColumn[] = KINDS.flatMap((kind) =>
  RESULTS.map(({ id, label, variants }) => ({ id: `${kind.id}.${id}`, label, variants, under: kind.under })),
);

export const DISPUTES: FormTable = {
  id: "disputes",
  blocks: [{ columns: COLUMNS, rows: [{ id: "", label: "" }] }],
};

/** Each 总计 = its four results (by the layout of the form). */
export const DISPUTES_SUMS: readonly TotalSum[] = KINDS.map(({ id }) => ({
  kind: "total",
  id: `disputes.${id}`,
  total: `disputes.${id}.total`,
  parts: RESULTS.slice(0, -1).map((result) => `disputes.${id}.${result.id}`),
}));
