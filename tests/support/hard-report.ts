/**
 * One small report on the form of 2021 as text, part by part, so that a test can print one part in a hard way; and the
 * exact comparison of what was read with what can be known.
 */
import type { Report } from "../../src/index.js";
import { FORMS } from "../../src/forms/index.js";
import { valueOf } from "./judge.js";

/** The rows of the requests table: id behind "requests.", label, seven values. */
export const REQUESTS: readonly (readonly [id: string, label: string, values: string])[] = [
  ["received", "一、本年新收政府信息公开申请数量", "21 6 0 0 0 0 27"],
  ["carriedOver", "二、上年结转政府信息公开申请数量", "2 0 0 1 0 0 3"],
  ["outcomes.granted", "（一）予以公开", "9 2 0 1 0 0 12"],
  ["outcomes.partiallyGranted", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "1 0 0 0 0 0 1"],
  ["outcomes.refused.stateSecret", "1.属于国家秘密", "0 0 0 0 0 0 0"],
  ["outcomes.refused.prohibitedByLaw", "2.其他法律行政法规禁止公开", "1 0 0 0 0 0 1"],
  ["outcomes.refused.publicSecurity", "3.危及“三安全一稳定”", "0 0 0 0 0 0 0"],
  ["outcomes.refused.thirdPartyRights", "4.保护第三方合法权益", "0 1 0 0 0 0 1"],
  ["outcomes.refused.internalAffairs", "5.属于三类内部事务信息", "2 0 0 0 0 0 2"],
  ["outcomes.refused.deliberative", "6.属于四类过程性信息", "0 0 0 0 0 0 0"],
  ["outcomes.refused.enforcementFile", "7.属于行政执法案卷", "1 0 0 0 0 0 1"],
  ["outcomes.refused.administrativeInquiry", "8.属于行政查询事项", "0 0 0 0 0 0 0"],
  ["outcomes.unavailable.notHeld", "1.本机关不掌握相关政府信息", "4 2 0 0 0 0 6"],
  ["outcomes.unavailable.requiresCreation", "2.没有现成信息需要另行制作", "0 0 0 0 0 0 0"],
  ["outcomes.unavailable.unclearAfterCorrection", "3.补正后申请内容仍不明确", "1 0 0 0 0 0 1"],
  ["outcomes.notProcessed.petition", "1.信访举报投诉类申请", "0 0 0 0 0 0 0"],
  ["outcomes.notProcessed.duplicate", "2.重复申请", "1 0 0 0 0 0 1"],
  ["outcomes.notProcessed.publication", "3.要求提供公开出版物", "0 0 0 0 0 0 0"],
  ["outcomes.notProcessed.vexatious", "4.无正当理由大量反复申请", "0 0 0 0 0 0 0"],
  ["outcomes.notProcessed.reconfirmation", "5.要求行政机关确认或重新出具已获取信息", "0 0 0 0 0 0 0"],
  [
    "outcomes.otherHandling.correctionOverdue",
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
    "1 0 0 0 0 0 1",
  ],
  [
    "outcomes.otherHandling.feeOverdue",
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
    "0 0 0 0 0 0 0",
  ],
  ["outcomes.otherHandling.other", "3.其他", "0 0 0 0 0 0 0"],
  ["outcomes.total", "（七）总计", "21 5 0 1 0 0 27"],
  ["carriedForward", "四、结转下年度继续办理", "2 1 0 0 0 0 3"],
];

/** Groups printed before the first row of each. */
export const GROUPS: Readonly<Record<string, string>> = {
  "outcomes.granted": "三、本年度办理结果",
  "outcomes.refused.stateSecret": "（三）不予公开",
  "outcomes.unavailable.notHeld": "（四）无法提供",
  "outcomes.notProcessed.petition": "（五）不予处理",
  "outcomes.otherHandling.correctionOverdue": "（六）其他处理",
};

export const APPLICANTS =
  "naturalPerson commercialEnterprise researchInstitution publicWelfareOrganization legalServiceInstitution other total".split(
    " ",
  );
const RESULTS = "upheld corrected otherResult pending total".split(" ");
const KINDS = ["reconsideration", "litigation.direct", "litigation.afterReconsideration"];
export const DISPUTES = "1 0 0 1 2 0 0 0 0 0 0 1 0 0 1";

const bars = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;

/** The rows of the requests table, each as its cells. */
export const requestRows = (): string[][] =>
  REQUESTS.map(([id, label, values]) => [...(GROUPS[id] ? [GROUPS[id]] : []), label, ...values.split(" ")]);

export const requestsHead = [
  bars(["申请人情况"]),
  bars(["自然人", "法人或其他组织", "总计"]),
  bars(["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]),
];

export const PARTS = {
  title: ["青浔县住房保障局2024年政府信息公开工作年度报告"],
  overview: ["一、总体情况", "本局逐月核对公开目录，过期的内容及时撤下，缺的内容当月补齐，由办公室统一复核。"],
  proactive: [
    "二、主动公开政府信息情况",
    bars(["第二十条第（一）项"]),
    bars(["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]),
    bars(["规章", "0", "0", "0"]),
    bars(["行政规范性文件", "3", "1", "18"]),
    bars(["第二十条第（五）项"]),
    bars(["信息内容", "本年处理决定数量"]),
    bars(["行政许可", "126"]),
    bars(["第二十条第（六）项"]),
    bars(["信息内容", "本年处理决定数量"]),
    bars(["行政处罚", "37"]),
    bars(["行政强制", "2"]),
    bars(["第二十条第（八）项"]),
    bars(["信息内容", "本年收费金额（单位：万元）"]),
    bars(["行政事业性收费", "46.5"]),
  ],
  requests: ["三、收到和处理政府信息公开申请情况", ...requestsHead, ...requestRows().map(bars)],
  disputes: [
    "四、政府信息公开行政复议、行政诉讼情况",
    bars(["行政复议", "行政诉讼"]),
    bars(["结果维持", "结果纠正", "其他结果", "尚未审结", "总计", "未经复议直接起诉", "复议后起诉"]),
    bars(Array.from({ length: 2 }, () => ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]).flat()),
    bars(DISPUTES.split(" ")),
  ],
  problems: ["五、存在的主要问题及改进情况", "个别科室报送偏慢，明年起改为系统自动提醒，逾期由分管负责人督办。"],
  other: ["六、其他需要报告的事项", "没有其他需要报告的事项。"],
  signature: ["青浔县住房保障局", "2025年1月20日"],
} as const;

export type PartName = keyof typeof PARTS;

/** The report with some of its parts printed otherwise. */
export function hardReport(parts: Partial<Record<PartName, readonly string[]>>): string {
  return Object.values({ ...PARTS, ...parts })
    .flat()
    .join("\n");
}

/** What the report prints, by indicator. */
function printedValues(): Map<string, number> {
  const put = (ids: readonly string[], values: string) =>
    values.split(" ").map((value, i): [string, number] => [ids[i]!, Number(value)]);
  const own = (prefix: string, columns: string, values: string) =>
    put(
      columns.split(" ").map((column) => `proactiveDisclosure.${prefix}.${column}`),
      values,
    );
  return new Map([
    ...own("rules", "issued repealed inForce", "0 0 0"),
    ...own("normativeDocuments", "issued repealed inForce", "3 1 18"),
    ...own("licensing", "decisions", "126"),
    ...own("penalties", "decisions", "37"),
    ...own("coercion", "decisions", "2"),
    ...own("fees", "amount", "46.5"),
    ...REQUESTS.flatMap(([id, , values]) =>
      put(
        APPLICANTS.map((column) => `requests.${id}.${column}`),
        values,
      ),
    ),
    ...put(
      KINDS.flatMap((kind) => RESULTS.map((result) => `disputes.${kind}.${result}`)),
      DISPUTES,
    ),
  ]);
}

export interface Known {
  /** Prefixes of the indicators that nobody can know from the text: null, each with a diagnostic. */
  readonly unknown?: readonly string[];
  /** Prefixes of those that are printed as blanks or dashes: null without a diagnostic. */
  readonly blank?: readonly string[];
  /** Values that the text prints otherwise than the report above. */
  readonly values?: Readonly<Record<string, number>>;
}

/** Differences between the report read and what can be known; empty lists where there are none. */
export function differences(report: Report, { unknown = [], blank = [], values = {} }: Known) {
  const under = (prefixes: readonly string[], id: string) =>
    prefixes.some((prefix) => id === prefix || id.startsWith(`${prefix}.`));
  const printed = printedValues();
  const due = FORMS["2021"].indicators.filter(({ optional }) => !optional).map(({ id }) => id);
  const expected = (id: string) => (under([...unknown, ...blank], id) ? null : (values[id] ?? printed.get(id)!));
  const explained = report.diagnostics.flatMap(({ indicator }) => (indicator === undefined ? [] : [indicator]));
  const wrong = due.filter((id) => valueOf(report, id) !== expected(id));
  return {
    values: wrong.map((id) => `${id}: ${JSON.stringify(valueOf(report, id))} for ${expected(id)}`),
    unexplained: due.filter((id) => under(unknown, id) && !under(explained, id)),
    explainedThoughKnown: due.filter((id) => !under(unknown, id) && under(explained, id)),
  };
}

export const NO_DIFFERENCE = { values: [], unexplained: [], explainedThoughKnown: [] };
