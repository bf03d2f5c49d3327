/** The form of 国办公开办函〔2019〕60号, in force for the reports of 2019 and 2020 and met in later ones. */
import { DISPUTES, DISPUTES_SUMS } from "./disputes.js";
import { indicatorsOf, type Form, type FormBlock, type FormColumn } from "./form.js";
import { REQUESTS_2019, requestsSums } from "./requests.js";

const MADE: readonly FormColumn[] = [
  { id: "made", label: "本年新制作数量", variants: ["本年新制作数", "本年制作数量", "本年新制作件数"] },
  { id: "disclosed", label: "本年新公开数量", variants: ["本年新公开数", "本年公开数量", "本年新公开件数"] },
  { id: "totalDisclosed", label: "对外公开总数量", variants: ["对外公开总数", "对外公开数量", "对外公开总件数"] },
];
const PREVIOUS: FormColumn = {
  id: "previousItems",
  label: "上一年项目数量",
  variants: ["上一年项目数", "上年项目数量", "上一年度项目数量"],
  unit: "项",
};
const CHANGE: FormColumn = {
  id: "change",
  label: "本年增/减",
  variants: ["本年增", "本年增减", "本年度增/减", "本年增/减数量"],
  unit: "项",
};
const ITEMS: readonly FormColumn[] = [
  PREVIOUS,
  CHANGE,
  { id: "decisions", label: "处理决定数量", variants: ["处理决定数", "本年处理决定数量", "处理决定件数"] },
];
/** The form prints no unit for the two procurement columns: 件 and 元 are what reports fill in. */
const PROCUREMENT: readonly FormColumn[] = [
  { id: "projects", label: "采购项目数量", variants: ["采购项目数", "采购项目总数量"], unit: "件" },
  { id: "amount", label: "采购总金额", variants: ["采购金额", "采购总额"], unit: "元" },
];

const BLOCKS: readonly FormBlock[] = [
  {
    caption: { label: "第二十条第（一）项" },
    columns: MADE,
    rows: [
      { id: "rules", label: "规章", variants: ["行政规章", "政府规章", "地方政府规章", "部门规章"] },
      { id: "normativeDocuments", label: "规范性文件", variants: ["行政规范性文件", "规范性档案", "行政规范性档案"] },
    ],
  },
  {
    caption: { label: "第二十条第（五）项" },
    columns: ITEMS,
    rows: [
      { id: "licensing", label: "行政许可", variants: ["行政许可决定", "行政许可事项"] },
      { id: "otherServices", label: "其他对外管理服务事项", variants: ["其它对外管理服务事项"] },
    ],
  },
  {
    caption: { label: "第二十条第（六）项" },
    columns: ITEMS,
    rows: [
      { id: "penalties", label: "行政处罚", variants: ["行政处罚决定"] },
      { id: "coercion", label: "行政强制", variants: ["行政强制决定"] },
    ],
  },
  {
    caption: { label: "第二十条第（八）项" },
    columns: [PREVIOUS, CHANGE],
    rows: [{ id: "fees", label: "行政事业性收费" }],
  },
  {
    caption: { label: "第二十条第（九）项" },
    columns: PROCUREMENT,
    rows: [{ id: "procurement", label: "政府集中采购", variants: ["集中采购"] }],
  },
];

const TABLES = [{ id: "proactiveDisclosure", blocks: BLOCKS } as const, REQUESTS_2019, DISPUTES];

export const FORM_2019: Form = {
  id: "2019",
  notice: "国办公开办函〔2019〕60号",
  tables: TABLES,
  indicators: indicatorsOf(TABLES),
  sums: [...requestsSums(REQUESTS_2019), ...DISPUTES_SUMS],
};
