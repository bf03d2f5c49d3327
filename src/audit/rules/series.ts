/** Two reports of one body, of one year and the next, in; what does not go on from the one to the other, out. */
import { APPLICANT_COLUMNS } from "../../forms/requests.js";
import type { Report } from "../../report.js";
import { amountOf, areBlank, cellState, impliedAmount } from "../cells.js";
import { NOT_CHECKED, PASSED, isSame, type Instance, type SeriesRule } from "../rule.js";
import { cellWords } from "../words.js";

const hasRequests = (report: Report) => report.form === "2019" || report.form === "2021";

/**
 * Per column: last year's 结转下年度继续办理 = this year's 上年结转. Source: the labels of the form: both rows name the same
 * requests.
 */
export const carriedBetweenYears: SeriesRule = {
  id: "carried-between-years",
  severity: "error",
  title: {
    zh: "本年“上年结转”＝上一年度“结转下年度继续办理”（每列）",
    en: "Carried over = last year's carried forward, per column",
  },
  source: { zh: "格式文本的行名：两行是同一批申请", en: "The labels of the form: both rows name the same requests" },
  example: {
    zh: "2023 年度结转 4 件，2024 年度上年结转 1 件",
    en: "4 carried forward in 2023, 1 carried over in 2024",
  },
  check: (earlier, later) => {
    if (!hasRequests(earlier) || !hasRequests(later)) return [];
    return APPLICANT_COLUMNS.map(({ id }) => carried(earlier, later, id));
  },
};

/** Two cells that count the same requests; a blank against a number is hardly a contradiction. */
function carried(earlier: Report, later: Report, column: string): Instance {
  const [from, to] = [`requests.carriedForward.${column}`, `requests.carriedOver.${column}`];
  const [expected, actual] = [impliedAmount(earlier, from), impliedAmount(later, to)];
  if (expected === null || actual === null) return NOT_CHECKED;
  if (isSame(expected, actual)) return PASSED;
  const blank = areBlank(earlier, [from]) || areBlank(later, [to]);
  const [before, now] = [cellWords(from), cellWords(to)];
  return {
    state: "failed",
    text: {
      zh: `${later.year} 年度“${now.zh}”为 ${actual}，${earlier.year} 年度“${before.zh}”为 ${expected}`,
      en: `${later.year}: "${now.en}" is ${actual}; ${earlier.year}: "${before.en}" is ${expected}`,
    },
    indicators: [to],
    earlierIndicators: [from],
    expected,
    actual,
    ...(blank ? { severity: "warning" as const } : {}),
  };
}

/** A printed number: a blank says nothing of a stock. */
function stockOf(report: Report, id: string): number | null {
  const state = cellState(report, id);
  return state.kind === "number" ? state.value : null;
}

/**
 * 现行有效 = last year's + 制发 − 废止. Source: the column labels of the form of 2021; a warning, since documents also lapse or
 * are counted anew.
 */
export const inForceBetweenYears: SeriesRule = {
  id: "in-force-between-years",
  severity: "warning",
  title: {
    zh: "现行有效件数＝上一年度现行有效＋本年制发－本年废止",
    en: "In force = in force last year + issued − repealed",
  },
  source: {
    zh: "2021 年格式的列名；文件也会自然失效或重新清理计数，故为提示",
    en: "The columns of the form of 2021; a warning, since documents also lapse or are counted anew",
  },
  example: { zh: "上年 10＋制发 2－废止 1＝11，本年填 13", en: "10 + 2 − 1 = 11, this year's report has 13" },
  check: (earlier, later) => {
    if (earlier.form !== "2021" || later.form !== "2021") return [];
    return ["rules", "normativeDocuments"].map((kind) => inForce(earlier, later, `proactiveDisclosure.${kind}`));
  },
};

function inForce(earlier: Report, later: Report, row: string): Instance {
  const [stock, issued, repealed] = [`${row}.inForce`, `${row}.issued`, `${row}.repealed`];
  const [before, actual] = [stockOf(earlier, stock), stockOf(later, stock)];
  const [more, less] = [amountOf(later, issued), amountOf(later, repealed)];
  if (before === null || actual === null || more === null || less === null) return NOT_CHECKED;
  const expected = before + more - less;
  if (isSame(expected, actual)) return PASSED;
  const name = cellWords(stock);
  return {
    state: "failed",
    text: {
      zh: `${later.year} 年度“${name.zh}”为 ${actual}，按 ${earlier.year} 年度现行有效 ${before} 加本年制发 ${more} 减本年废止 ${less} 应为 ${expected}`,
      en: `${later.year}: "${name.en}" is ${actual}; ${before} in force in ${earlier.year} + ${more} issued − ${less} repealed = ${expected}`,
    },
    indicators: [stock, issued, repealed],
    earlierIndicators: [stock],
    expected,
    actual,
  };
}

/** 上一年项目数量 = last year's 上一年项目数量 + its 本年增/减. Source: the column labels of the form of 2019. */
export const itemsBetweenYears: SeriesRule = {
  id: "items-between-years",
  severity: "warning",
  title: {
    zh: "上一年项目数量＝上一年度报告的上一年项目数量＋其本年增/减（2019 年格式）",
    en: "Items of last year = items in last year's report + its change (form of 2019)",
  },
  source: {
    zh: "2019 年格式的列名；事项清单也会重新梳理，增减常不带正负号，故为提示",
    en: "The columns of the form of 2019; a warning, since lists are drawn up anew and changes often lack their sign",
  },
  example: { zh: "2019 年度 100＋增 5，2020 年度上一年项目数量 98", en: "100 + 5 in 2019, but 98 in 2020" },
  check: (earlier, later) => {
    if (earlier.form !== "2019" || later.form !== "2019") return [];
    return ["licensing", "otherServices", "penalties", "coercion", "fees"].map((row) => items(earlier, later, row));
  },
};

function items(earlier: Report, later: Report, row: string): Instance {
  const [stock, flow] = [`proactiveDisclosure.${row}.previousItems`, `proactiveDisclosure.${row}.change`];
  const [before, change, actual] = [stockOf(earlier, stock), amountOf(earlier, flow), stockOf(later, stock)];
  if (before === null || change === null || actual === null) return NOT_CHECKED;
  const expected = before + change;
  if (isSame(expected, actual)) return PASSED;
  const name = cellWords(stock);
  return {
    state: "failed",
    text: {
      zh: `${later.year} 年度“${name.zh}”为 ${actual}，${earlier.year} 年度为 ${before}，本年增/减 ${change}，应为 ${expected}`,
      en: `${later.year}: "${name.en}" is ${actual}; ${before} in ${earlier.year}, changed by ${change}, makes ${expected}`,
    },
    indicators: [stock],
    earlierIndicators: [stock, flow],
    expected,
    actual,
  };
}

const FEES = "proactiveDisclosure.fees.amount";
/** A unit mistaken makes ten thousand; the years may differ threefold themselves. */
const [LEAST_FACTOR, MOST_FACTOR] = [10_000 / 3, 10_000 * 3];

/** Fees that are about ten thousand times last year's. Reason: 元 filled in as 万元, or the other way round. */
export const feesBetweenYears: SeriesRule = {
  id: "fees-between-years",
  severity: "warning",
  title: {
    zh: "行政事业性收费与上一年度相差约一万倍（元与万元）",
    en: "Fees about ten thousand times last year's, or a ten-thousandth (元 against 万元)",
  },
  source: {
    zh: "格式文本：收费金额以万元计；误填为元即差一万倍",
    en: "The form: fees in 万元; filled in as 元 they are 10,000 times",
  },
  example: { zh: "2023 年度 19.5 万元，2024 年度 201000 万元", en: "19.5 (万元) in 2023, 201000 (万元) in 2024" },
  check: (earlier, later) => {
    if (earlier.form !== "2021" || later.form !== "2021") return [];
    const [before, now] = [stockOf(earlier, FEES), stockOf(later, FEES)];
    if (!before || !now) return [NOT_CHECKED];
    const factor = Math.max(before / now, now / before);
    if (factor < LEAST_FACTOR || factor > MOST_FACTOR) return [PASSED];
    return [
      {
        state: "failed",
        text: {
          zh: `行政事业性收费 ${earlier.year} 年度 ${before} 万元，${later.year} 年度 ${now} 万元，单位可疑`,
          en: `fees of ${before} (万元) in ${earlier.year} and ${now} (万元) in ${later.year}: one may be in 元`,
        },
        indicators: [FEES],
        earlierIndicators: [FEES],
        actual: now,
      },
    ];
  },
};
