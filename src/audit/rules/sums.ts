/** The sums of a form in; which of them a report's cells break, out. */
import type { BalanceSum, Sum, TotalSum } from "../../forms/form.js";
import type { Report } from "../../report.js";
import { areBlank, cellState, impliedAmount, impliedSum, isRowSum, partsIn, sumOf, sumsOf } from "../cells.js";
import { NOT_CHECKED, PASSED, isSame, type Instance, type Rule } from "../rule.js";
import { additionWords, cellWords, columnWords } from "../words.js";

const check = (chosen: (sum: Sum) => boolean) => (report: Report) =>
  sumsOf(report)
    .filter(chosen)
    .flatMap((sum) =>
      sum.kind === "balance" ? [balance(report, sum)] : [total(report, sum), ...subtotals(report, sum)],
    );

/** （六）其他处理 above its own three rows: both print numbers, and they differ. */
function subtotals(report: Report, { alternatives = [], ...sum }: TotalSum): Instance[] {
  return alternatives
    .filter(({ split, unsplit }) => [[unsplit], split].every((ids) => ids.some((id) => report.cells[id]?.value)))
    .map(({ split, unsplit }) => total(report, { ...sum, total: unsplit, parts: split }));
}

function total(report: Report, sum: TotalSum): Instance {
  const parts = partsIn(report, sum);
  const expected = impliedSum(report, parts);
  const printed = cellState(report, sum.total);
  if (expected === null || printed.kind === "unknown") return NOT_CHECKED;
  // A total that is left blank is a matter of its own rule.
  if (printed.kind === "blank") return expected === 0 ? PASSED : NOT_CHECKED;
  const actual = printed.kind === "number" ? printed.value : 0;
  if (isSame(actual, expected)) return PASSED;
  const empty = expected === 0 && areBlank(report, parts);
  if (empty && fillsTotalsAlone(report, sum)) return NOT_CHECKED;
  const name = cellWords(sum.total);
  const amounts = parts.map((id) => impliedAmount(report, id));
  const addition = empty ? NOTHING_FILLED : additionWords(parts, amounts);
  return {
    state: "failed",
    text: {
      zh: `“${name.zh}”为 ${actual}，各项之和为 ${expected}（${addition.zh}）`,
      en: `"${name.en}" prints ${actual}, its parts add up to ${expected} (${addition.en})`,
    },
    indicators: [sum.total, ...parts],
    expected,
    actual,
    ...(empty || printed.kind === "dash" ? WARNING : {}),
  };
}

const NOTHING_FILLED = { zh: "各项均留空", en: "all are blank" };

/** A blank or a dash against a number is hardly a contradiction. */
const WARNING = { severity: "warning" } as const;

/** True where a report fills nothing but totals in a table. */
function fillsTotalsAlone(report: Report, { total: id }: TotalSum): boolean {
  const table = id.slice(0, id.indexOf(".") + 1);
  const sums = sumsOf(report).filter((sum): sum is TotalSum => sum.kind === "total" && sum.total.startsWith(table));
  const totals = new Set(sums.map((sum) => sum.total));
  const columns = table === "requests." ? sums.filter(isRowSum) : sums;
  return columns.every(({ parts }) =>
    areBlank(
      report,
      parts.filter((part) => !totals.has(part)),
    ),
  );
}

function balance(report: Report, sum: BalanceSum): Instance {
  const [left, right] = [sum.left, sum.right].map((ids) => ids.map((id) => impliedAmount(report, id)));
  const [actual, expected] = [sumOf(left!), sumOf(right!)];
  if (actual === null || expected === null) return NOT_CHECKED;
  if (isSame(actual, expected)) return PASSED;
  const ids = [...sum.left, ...sum.right];
  const column = columnWords(ids[0]!);
  const [first, second] = [additionWords(ids, left!, 0), additionWords(ids, right!, sum.left.length)];
  const empty = [ids[0]!, sum.right[0]!].some((id) => areBlank(report, [id]) && impliedAmount(report, id) === 0);
  return {
    state: "failed",
    text: {
      zh: `“${column.zh}”列：第一项加第二项为 ${actual}（${first.zh}），第三项加第四项为 ${expected}（${second.zh}）`,
      en: `column "${column.en}": items 1 and 2 add up to ${actual} (${first.en}), items 3 and 4 to ${expected} (${second.en})`,
    },
    indicators: ids,
    expected,
    actual,
    ...(empty ? WARNING : {}),
  };
}

/**
 * Per column: 本年新收 + 上年结转 = 办理结果总计 + 结转下年度.
 * Source: printed in the form itself (国办公开办函〔2019〕60号, 〔2021〕30号):
 * 本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和.
 */
export const requestsBalance: Rule = {
  id: "requests-balance",
  severity: "error",
  title: {
    zh: "申请表每列：本年新收＋上年结转＝办理结果总计＋结转下年度",
    en: "Requests, per column: received + carried over = total of outcomes + carried forward",
  },
  source: {
    zh: "格式文本表内所印：“本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和”（国办公开办函〔2019〕60号、〔2021〕30号）",
    en: "Printed in the form itself: “第一项加第二项之和，等于第三项加第四项之和” (国办公开办函〔2019〕60号, 〔2021〕30号)",
  },
  example: { zh: "新收 30＋结转 2＝32，总计 30＋结转下年度 1＝31", en: "30 + 2 = 32 against 30 + 1 = 31" },
  check: check((sum) => sum.kind === "balance"),
};

/**
 * Per column: （七）总计 = the sum of the outcomes, with （六）其他处理 split or unsplit.
 * Source: the layout of the form; 总计 closes the list （一）–（六）.
 */
export const outcomesTotal: Rule = {
  id: "requests-outcomes-total",
  severity: "error",
  title: {
    zh: "申请表每列：（七）总计＝（一）至（六）各项之和",
    en: "Requests, per column: （七）总计 = the sum of the outcomes （一） to （六）",
  },
  source: {
    zh: "格式文本的表式：（七）总计是（一）至（六）的合计，（六）可分三行填或合为一行",
    en: "The layout of the form: （七）总计 closes the list （一） to （六）, whose （六） is split in three rows or not",
  },
  example: { zh: "（七）总计 12，各项之和 13", en: "（七）总计 prints 12, the outcomes add up to 13" },
  check: check((sum) => sum.kind === "total" && sum.total.startsWith("requests.") && !isRowSum(sum)),
};

/**
 * Per row: 总计 = 自然人 + the five kinds of 法人或其他组织. Source: the layout of the form.
 */
export const rowTotal: Rule = {
  id: "requests-row-total",
  severity: "error",
  title: {
    zh: "申请表每行：总计＝自然人＋五类法人或其他组织",
    en: "Requests, per row: 总计 = natural persons + the five kinds of organisations",
  },
  source: {
    zh: "格式文本的表式：“总计”列是“自然人”与“法人或其他组织”各列的合计；总计留空的行不查",
    en: "The layout of the form; a row whose total is left blank is not checked",
  },
  example: { zh: "自然人 5＋商业企业 1，总计却为 7", en: "5 natural persons + 1 enterprise, but a total of 7" },
  check: check(isRowSum),
};

/** 总计 = 结果维持 + 结果纠正 + 其他结果 + 尚未审结, three times. Source: the layout of the form. */
export const disputesTotal: Rule = {
  id: "disputes-total",
  severity: "error",
  title: {
    zh: "复议诉讼表：总计＝维持＋纠正＋其他结果＋尚未审结",
    en: "Disputes: 总计 = upheld + corrected + other results + pending",
  },
  source: { zh: "格式文本的表式（三组各五列）", en: "The layout of the form (three groups of five columns)" },
  example: { zh: "维持 3、纠正 1，总计却为 2", en: "3 upheld and 1 corrected, but a total of 2" },
  check: check((sum) => sum.kind === "total" && sum.total.startsWith("disputes.")),
};

/** The totals of 政府信息公开情况统计表. Source: the layout of the annex of 国办发〔2014〕32号. */
export const statisticsTotal: Rule = {
  id: "statistics-total",
  severity: "error",
  title: {
    zh: "2014 年统计表：合计行＝其下各行之和",
    en: "Statistics table of 2014: a total = the rows below it",
  },
  source: {
    zh: "国办发〔2014〕32号附表的表式：收到、办结、答复、不同意公开、复议、诉讼、人员各合计",
    en: "The layout of the annex of 国办发〔2014〕32号",
  },
  example: { zh: "收到申请 12 件，当面、传真、网络、信函共 11 件", en: "12 requests received, 11 by the four ways" },
  check: check((sum) => sum.kind === "total" && sum.total.startsWith("statistics.")),
};
