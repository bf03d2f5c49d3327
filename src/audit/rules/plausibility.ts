/** Numbers that are possible and that a person would look at: none is an error by itself. */
import type { Report } from "../../report.js";
import { isTownship, mayMakeRules } from "../body.js";
import { amountOf, cellState, formOf } from "../cells.js";
import { NOT_CHECKED, PASSED, isSame, type Failure, type Instance, type Rule } from "../rule.js";
import { additionWords, cellWords, cellsWords } from "../words.js";
import { isComparable } from "./narrative.js";

const failed = (zh: string, en: string, indicators: readonly string[], rest: Partial<Failure> = {}): Instance => ({
  state: "failed",
  text: { zh, en },
  indicators,
  ...rest,
});

/** Cells of 规章, by form; their columns are named in messages. */
const RULE_COLUMNS = ["issued", "repealed", "inForce", "made", "disclosed", "totalDisclosed"];
const RULE_CELLS = RULE_COLUMNS.map((column) => `proactiveDisclosure.rules.${column}`);

/**
 * 规章 at a body without the power to make them. Source: 立法法 art. 91 and 93 (before 2023: 80 and 82): departments of the
 * State Council, provinces, cities divided into districts, autonomous prefectures.
 */
export const rulesWithoutPower: Rule = {
  id: "rules-without-power",
  severity: "warning",
  title: { zh: "无规章制定权的机关填报了规章", en: "规章 reported by a body that can make none" },
  source: {
    zh: "立法法第九十一条、第九十三条：国务院部门，省级、设区的市、自治州政府可以制定规章",
    en: "立法法 art. 91 and 93: only organs of the State Council, provinces, cities with districts and prefectures make 规章",
  },
  example: { zh: "某镇人民政府现行有效规章 6 件", en: "a township with 6 规章 in force" },
  check: (report) => {
    const ids = RULE_CELLS.filter((id) => report.cells[id] !== undefined);
    if (ids.length === 0) return [];
    const amounts = ids.map((id) => amountOf(report, id));
    const filled = ids.filter((_, index) => amounts[index] !== 0);
    if (filled.length === 0) return [PASSED];
    const power = report.body === null ? null : mayMakeRules(report.body);
    if (power === true) return [PASSED];
    if (power === null || amounts.includes(null)) return [NOT_CHECKED];
    const columns = additionWords(ids, amounts);
    return [
      failed(
        `“${report.body}”没有规章制定权，却填报了规章（${columns.zh}）`,
        `"${report.body}" cannot make 规章, but reports some (${columns.en})`,
        filled,
      ),
    ];
  },
};

/** A requests table of zeros alone under a prose that counts requests. Reason: the table was not filled in. */
export const emptyTable: Rule = {
  id: "requests-table-empty",
  severity: "warning",
  title: { zh: "文字有申请数，申请表却全为零或空白", en: "The prose counts requests, the table holds none" },
  source: { zh: "表格很可能漏填", en: "The table was probably not filled in" },
  example: { zh: "文字：收到申请 12 件；表格全为 0", en: "prose: 12 requests; the table: all 0" },
  check: (report) => {
    const table = report.form === "2014" ? "statistics.requests." : "requests.";
    const received = `${table}received.total`;
    const ids = (formOf(report)?.indicators ?? []).map(({ id }) => id).filter((id) => id.startsWith(table));
    const stated = report.statements.find(
      (one) => one.indicator === received && one.value > 0 && isComparable(report, one),
    );
    if (ids.length === 0 || !stated) return [];
    const amounts = ids.filter((id) => report.cells[id] !== undefined).map((id) => amountOf(report, id));
    if (amounts.length === 0 || amounts.some((amount) => amount === null)) return [NOT_CHECKED];
    if (amounts.some((amount) => amount !== 0)) return [PASSED];
    return [
      failed(
        `文字称收到申请 ${stated.value} 件，申请表却没有一个数大于零`,
        `the prose counts ${stated.value} requests, no number of the table is above zero`,
        [received],
        { expected: 0, actual: stated.value },
      ),
    ];
  },
};

/** A count is a whole number and not negative; only 本年增/减 may fall. Reason: what is counted. */
export const notACount: Rule = {
  id: "not-a-count",
  severity: "warning",
  title: { zh: "件数为负数或小数", en: "A count is negative or no whole number" },
  source: { zh: "件、条、次、人只能是非负整数；“本年增/减”可为负", en: "Only 本年增/减 may be negative" },
  example: { zh: "“行政处罚”处理决定 -3 件", en: "-3 penalties decided" },
  check: (report) =>
    (formOf(report)?.indicators ?? []).flatMap(({ id, unit }) => {
      const state = cellState(report, id);
      if (state.kind !== "number") return [];
      const whole = unit === "万元" || unit === "元" || Number.isInteger(state.value);
      if (whole && (state.value >= 0 || id.endsWith(".change"))) return [PASSED];
      const name = cellWords(id);
      return [failed(`“${name.zh}”为 ${state.value}`, `"${name.en}" is ${state.value}`, [id], { actual: state.value })];
    }),
};

/** Pairs of cells of which the first cannot be more than the second. */
const AT_MOST: readonly (readonly [less: string, more: string])[] = [
  ["statistics.proactive.normativeDocumentsDisclosed", "statistics.proactive.disclosed"],
  ["statistics.responses.pressConferencesByPrincipal", "statistics.responses.pressConferences"],
  ["statistics.responses.onlineInterviewsByPrincipal", "statistics.responses.onlineInterviews"],
  ["proactiveDisclosure.rules.disclosed", "proactiveDisclosure.rules.totalDisclosed"],
  ["proactiveDisclosure.normativeDocuments.disclosed", "proactiveDisclosure.normativeDocuments.totalDisclosed"],
];

/** A part (其中, 本年新公开) is no more than its whole. Source: the labels of the forms of 2014 and 2019. */
export const partAboveWhole: Rule = {
  id: "part-above-whole",
  severity: "warning",
  title: { zh: "“其中”或“本年”的数大于总数", en: "A part is more than its whole" },
  source: {
    zh: "表式：“其中”各项、“本年新公开数量”不大于所属总数",
    en: "The labels of the form: 其中 and 本年新公开数量 are parts of their totals",
  },
  example: { zh: "本年新公开 9 件，对外公开总数 4 件", en: "9 newly disclosed, 4 disclosed in all" },
  check: (report) =>
    AT_MOST.filter(([less]) => report.cells[less] !== undefined).map(([less, more]) => {
      const [part, whole] = [cellState(report, less), cellState(report, more)];
      if (part.kind !== "number" || whole.kind !== "number") return NOT_CHECKED;
      if (part.value <= whole.value) return PASSED;
      const names = [cellWords(less), cellWords(more)] as const;
      return failed(
        `“${names[0].zh}” ${part.value} 大于“${names[1].zh}” ${whole.value}`,
        `"${names[0].en}" ${part.value} is more than "${names[1].en}" ${whole.value}`,
        [less, more],
        { expected: whole.value, actual: part.value },
      );
    }),
};

const FEES = "proactiveDisclosure.fees.amount";
const PURCHASES = "proactiveDisclosure.procurement.amount";
/** 万元; a town's fees of a year stay far below 一亿元. */
const TOWNSHIP_FEES = 10_000;
/** 元; no purchase of a year is this small. */
const SMALLEST_PURCHASE = 1_000;

/**
 * Money in the wrong unit: ten thousand times the prose's amount; a town's fees above 一亿元; a year's purchases below
 * 一千元. Source: the form's unit 万元 for fees; for 采购总金额 it prints none, and 元 is usual.
 */
export const moneyUnit: Rule = {
  id: "money-unit",
  severity: "warning",
  title: { zh: "金额单位可疑（元与万元）", en: "An amount looks as if in another unit (元 against 万元)" },
  source: {
    zh: "格式文本：收费金额以万元计；采购总金额未印单位，通常为元",
    en: "The form: fees in 万元; it prints no unit for purchases, and 元 is usual",
  },
  example: { zh: "文字称收费 23 万元，表格填 230000（万元）", en: "prose: 23 万元; table: 230000 (万元)" },
  check: (report) => [FEES, PURCHASES].filter((id) => report.cells[id] !== undefined).map((id) => unitOf(report, id)),
};

function unitOf(report: Report, id: string): Instance {
  const state = cellState(report, id);
  if (state.kind === "unknown") return NOT_CHECKED;
  const amount = state.kind === "number" ? state.value : 0;
  const stated = report.statements.find(
    (one) =>
      one.indicator === id &&
      one.value > 0 &&
      isSame(Math.max(one.value, amount), Math.min(one.value, amount) * 10_000),
  );
  const name = cellsWords([id]);
  if (stated) {
    return failed(
      `“${name.zh}”为 ${amount}，文字为 ${stated.value}，恰差一万倍`,
      `"${name.en}" is ${amount}, the prose has ${stated.value}: ten thousand times apart`,
      [id],
      { expected: stated.value, actual: amount },
    );
  }
  const tooMuch = id === FEES && report.body !== null && isTownship(report.body) && amount >= TOWNSHIP_FEES;
  const tooLittle = id === PURCHASES && amount > 0 && amount < SMALLEST_PURCHASE;
  if (!tooMuch && !tooLittle) return PASSED;
  const [zh, en] = tooMuch ? ["万元", "万元, for a township"] : ["元", "元: the unit is doubtful"];
  return failed(`“${name.zh}”为 ${amount} ${zh}，单位可疑`, `"${name.en}" is ${amount} ${en}`, [id], {
    actual: amount,
  });
}
