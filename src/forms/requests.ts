/** The table 收到和处理政府信息公开申请情况, common to the forms of 2019 and 2021 but for （六）其他处理. */
import type { FormColumn, FormRow, FormTable, Label, Sum, TotalSum } from "./form.js";

/** 申请人情况: one column an applicant type, as 国办公开办函〔2019〕60号 prints them. */
export const APPLICANT_COLUMNS: readonly FormColumn[] = [
  { id: "naturalPerson", label: "自然人" },
  { id: "commercialEnterprise", label: "商业企业", variants: ["企业", "业"] },
  { id: "researchInstitution", label: "科研机构", variants: ["科研", "构"] },
  { id: "publicWelfareOrganization", label: "社会公益组织", variants: ["公益组织", "益组织", "社会公益机构"] },
  { id: "legalServiceInstitution", label: "法律服务机构", variants: ["服务机构", "务机构", "法律服务组织"] },
  { id: "other", label: "其他", variants: ["其它"] },
  { id: "total", label: "总计", variants: ["合计"] },
];

const OUTCOMES: Label = { label: "三、本年度办理结果", variants: ["本年办理结果", "本年度处理结果"] };
const REFUSED: Label = { label: "（三）不予公开" };
const UNAVAILABLE: Label = { label: "（四）无法提供" };
const NOT_PROCESSED: Label = { label: "（五）不予处理" };
const OTHER_HANDLING: Label = { label: "（六）其他处理", variants: ["（六）其它处理"] };

type Member = readonly [id: string, label: string, ...variants: string[]];

function groupRows(prefix: string, group: Label, members: readonly Member[]): FormRow[] {
  return members.map(([id, label, ...variants]) => ({
    id: `outcomes.${prefix}.${id}`,
    label,
    variants,
    groups: [OUTCOMES, group],
  }));
}

const BEFORE_OTHER_HANDLING: readonly FormRow[] = [
  {
    id: "received",
    label: "一、本年新收政府信息公开申请数量",
    variants: [
      "本年新收申请数量",
      "本年度新收政府信息公开申请数量",
      "本年收到政府信息公开申请数量",
      "新收政府信息公开申请",
      "新收申请数量",
    ],
  },
  {
    id: "carriedOver",
    label: "二、上年结转政府信息公开申请数量",
    variants: ["上年结转申请数量", "上年度结转政府信息公开申请数量", "上年转结政府信息公开申请数量"],
  },
  {
    id: "outcomes.granted",
    label: "（一）予以公开",
    groups: [OUTCOMES],
    variants: ["（一）同意公开", "（一）准予公开"],
  },
  {
    id: "outcomes.partiallyGranted",
    label: "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    groups: [OUTCOMES],
    variants: ["（二）部分公开", "（二）部分公开（区分处理的，只计这一情况，不计其他情况）"],
  },
  ...groupRows("refused", REFUSED, [
    ["stateSecret", "1.属于国家秘密", "1.涉及国家秘密"],
    ["prohibitedByLaw", "2.其他法律行政法规禁止公开", "2.其他法律行政止公开", "2.其他法律法规禁止公开"],
    ["publicSecurity", "3.危及“三安全一稳定”", "3.危及国家安全、公共安全、经济安全、社会稳定"],
    ["thirdPartyRights", "4.保护第三方合法权益", "4.保护第三方权益"],
    ["internalAffairs", "5.属于三类内部事务信息", "5.属于三类内容事务信息", "5.内部事务信息"],
    ["deliberative", "6.属于四类过程性信息", "6.过程性信息"],
    ["enforcementFile", "7.属于行政执法案卷", "7.行政执法案卷信息"],
    ["administrativeInquiry", "8.属于行政查询事项"],
  ]),
  ...groupRows("unavailable", UNAVAILABLE, [
    ["notHeld", "1.本机关不掌握相关政府信息", "1.本机关不掌握相关信息"],
    ["requiresCreation", "2.没有现成信息需要另行制作"],
    ["unclearAfterCorrection", "3.补正后申请内容仍不明确"],
  ]),
  ...groupRows("notProcessed", NOT_PROCESSED, [
    ["petition", "1.信访举报投诉类申请"],
    ["duplicate", "2.重复申请"],
    ["publication", "3.要求提供公开出版物"],
    ["vexatious", "4.无正当理由大量反复申请"],
    ["reconfirmation", "5.要求行政机关确认或重新出具已获取信息", "5.要求行政机关重新出具已获取信息"],
  ]),
];

const SPLIT_OTHER_HANDLING = groupRows("otherHandling", OTHER_HANDLING, [
  [
    "correctionOverdue",
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    "1.申请人无正当理由逾期不补正",
    "1.逾期不补正",
  ],
  [
    "feeOverdue",
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    "2.申请人逾期未按收费通知要求缴纳费用",
    "2.逾期不缴费",
  ],
  ["other", "3.其他", "3.其它", "3.其他情形"],
]);

const UNSPLIT_OTHER_HANDLING: FormRow = {
  id: "outcomes.otherHandling.subtotal",
  label: OTHER_HANDLING.label,
  ...(OTHER_HANDLING.variants ? { variants: OTHER_HANDLING.variants } : {}),
  groups: [OUTCOMES],
};

const AFTER_OTHER_HANDLING: readonly FormRow[] = [
  { id: "outcomes.total", label: "（七）总计", groups: [OUTCOMES], variants: ["（七）合计", "（七）小计"] },
  {
    id: "carriedForward",
    label: "四、结转下年度继续办理",
    variants: ["结转下年继续办理", "结转下一年度继续办理", "结转下年度", "结转下年度办理"],
  },
];

const tableOf = (rows: readonly FormRow[]): FormTable => ({
  id: "requests",
  blocks: [{ columns: APPLICANT_COLUMNS, rows }],
});

/** （六）其他处理 is one row. */
export const REQUESTS_2019 = tableOf([...BEFORE_OTHER_HANDLING, UNSPLIT_OTHER_HANDLING, ...AFTER_OTHER_HANDLING]);

/** （六）其他处理 has three rows; reports on an older template print it unsplit. */
export const REQUESTS_2021 = tableOf([
  ...BEFORE_OTHER_HANDLING,
  ...SPLIT_OTHER_HANDLING,
  { ...UNSPLIT_OTHER_HANDLING, optional: true },
  ...AFTER_OTHER_HANDLING,
]);

const idOf = (row: FormRow, column: FormColumn) => `requests.${row.id}.${column.id}`;

/** 总计 of a row = 自然人 + the five kinds of 法人或其他组织 (by the layout of the form). */
function rowSums(rows: readonly FormRow[]): TotalSum[] {
  const total = APPLICANT_COLUMNS.at(-1)!;
  return rows.map((row) => ({
    kind: "total",
    id: `requests.${row.id}`,
    total: idOf(row, total),
    parts: APPLICANT_COLUMNS.slice(0, -1).map((column) => idOf(row, column)),
  }));
}

/**
 * Per column: （七）总计 = the sum of the outcomes, and the balance that the form itself prints:
 * 本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和.
 */
function columnSums(rows: readonly FormRow[], column: FormColumn): Sum[] {
  const row = (id: string) => rows.find((candidate) => candidate.id === id)!;
  const outcomes = rows.filter(({ id }) => id.startsWith("outcomes.") && id !== "outcomes.total");
  const split = outcomes.filter(({ id }) => id.includes(".otherHandling.") && !id.endsWith(".subtotal"));
  const unsplit = outcomes.find(({ id }) => id.endsWith(".otherHandling.subtotal"))!;
  const alternatives =
    split.length === 0
      ? {}
      : { alternatives: [{ split: split.map((r) => idOf(r, column)), unsplit: idOf(unsplit, column) }] };
  return [
    {
      kind: "total",
      id: `requests.outcomes.total.${column.id}`,
      total: idOf(row("outcomes.total"), column),
      parts: outcomes.filter((r) => split.length === 0 || r !== unsplit).map((r) => idOf(r, column)),
      ...alternatives,
    },
    {
      kind: "balance",
      id: `requests.balance.${column.id}`,
      left: [idOf(row("received"), column), idOf(row("carriedOver"), column)],
      right: [idOf(row("outcomes.total"), column), idOf(row("carriedForward"), column)],
    },
  ];
}

/** Every sum of the requests table. */
export function requestsSums(table: FormTable): Sum[] {
  const rows = table.blocks[0]!.rows;
  return [...rowSums(rows), ...APPLICANT_COLUMNS.flatMap((column) => columnSums(rows, column))];
}
