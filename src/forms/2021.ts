/** The form of 国办公开办函〔2021〕30号, in force for the reports of 2021 and later. */
import { DISPUTES, DISPUTES_SUMS } from "./disputes.js";
import { indicatorsOf, type Form, type FormBlock, type FormColumn } from "./form.js";
import { REQUESTS_2021, requestsSums } from "./requests.js";

const ISSUED: readonly FormColumn[] = [
  {
    id: "issued",
    label: "本年制发件数",
    variants: ["本年发件", "本年发件数", "本年制发数", "本年制发数量", "本年制发件数量", "本年制发"],
  },
  { id: "repealed", label: "本年废止件数", variants: ["本年废止件", "本年废止数", "本年废止数量", "本年废止"] },
  {
    id: "inForce",
    label: "现行有效件数",
    variants: ["现行有效数", "现行有效数量", "现行有效", "现行有效件数（历史累计）"],
  },
];
const DECISIONS: readonly FormColumn[] = [
  {
    id: "decisions",
    label: "本年处理决定数量",
    variants: ["本年处理决定数", "处理决定数量", "本年处理决定件数", "本年度处理决定数量"],
  },
];
const FEES: readonly FormColumn[] = [
  {
    id: "amount",
    label: "本年收费金额（单位：万元）",
    variants: ["本年收费金额", "本年收费金额（万元）", "本年收费总金额（单位：万元）"],
    unit: "万元",
  },
];

const BLOCKS: readonly FormBlock[] = [
  {
    caption: { label: "第二十条第（一）项" },
    columns: ISSUED,
    rows: [
      { id: "rules", label: "规章", variants: ["行政规章", "政府规章", "地方政府规章", "部门规章"] },
      { id: "normativeDocuments", label: "行政规范性文件", variants: ["规范性文件", "规范性档案", "行政规范性档案"] },
    ],
  },
  {
    caption: { label: "第二十条第（五）项" },
    columns: DECISIONS,
    rows: [{ id: "licensing", label: "行政许可", variants: ["行政许可决定", "行政许可事项"] }],
  },
  {
    caption: { label: "第二十条第（六）项" },
    columns: DECISIONS,
    rows: [
      { id: "penalties", label: "行政处罚", variants: ["行政处罚决定"] },
      { id: "coercion", label: "行政强制", variants: ["行政强制决定"] },
    ],
  },
  {
    caption: { label: "第二十条第（八）项" },
    columns: FEES,
    rows: [{ id: "fees", label: "行政事业性收费" }],
  },
];

const TABLES = [{ id: "proactiveDisclosure", blocks: BLOCKS } as const, REQUESTS_2021, DISPUTES];

export const FORM_2021: Form = {
  id: "2021",
  notice: "国办公开办函〔2021〕30号",
  tables: TABLES,
  indicators: indicatorsOf(TABLES),
  sums: [...requestsSums(REQUESTS_2021), ...DISPUTES_SUMS],
};
