/** Two reports of one body, of one year and the next, in; what does not go on from the one to the other, out. */
import type { Report } from "../../report.js";
import { cellState, impliedAmount } from "../cells.js";
import { proseOf } from "../prose.js";
import { NOT_CHECKED, PASSED, isSame, type Instance, type SeriesRule } from "../rule.js";
import { cellWords } from "../words.js";

const COLUMNS = [
  "naturalPerson",
  "commercialEnterprise",
  "researchInstitution",
  "publicWelfareOrganization",
  "legalServiceInstitution",
  "other",
  "total",
] as const;

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
    return COLUMNS.map((column) => {
      const [from, to] = [`requests.carriedForward.${column}`, `requests.carriedOver.${column}`];
      return equal(impliedAmount(earlier, from), impliedAmount(later, to), [from, to], earlier, later);
    });
  },
};

function equal(
  expected: number | null,
  actual: number | null,
  ids: readonly [string, string],
  earlier: Report,
  later: Report,
): Instance {
  if (expected === null || actual === null) return NOT_CHECKED;
  if (isSame(expected, actual)) return PASSED;
  const [from, to] = [cellWords(ids[0]), cellWords(ids[1])];
  return {
    state: "failed",
    text: {
      zh: `${later.year} 年度“${to.zh}”为 ${actual}，${earlier.year} 年度“${from.zh}”为 ${expected}`,
      en: `${later.year}: "${to.en}" is ${actual}; ${earlier.year}: "${from.en}" is ${expected}`,
    },
    indicators: [ids[1]],
    expected,
    actual,
  };
}

/** A sum of cells that must be printed: a blank says nothing of a stock. */
function printed(terms: readonly (readonly [Report, string, 1 | -1])[]): number | null {
  let total = 0;
  for (const [report, id, sign] of terms) {
    const state = cellState(report, id);
    if (state.kind !== "number") return null;
    total += sign * state.value;
  }
  return total;
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
    return ["rules", "normativeDocuments"].map((kind) => {
      const cell = (column: string) => `proactiveDisclosure.${kind}.${column}`;
      const expected = printed([
        [earlier, cell("inForce"), 1],
        [later, cell("issued"), 1],
        [later, cell("repealed"), -1],
      ]);
      return stock(expected, printed([[later, cell("inForce"), 1]]), cell, earlier, later);
    });
  },
};

function stock(
  expected: number | null,
  actual: number | null,
  cell: (column: string) => string,
  earlier: Report,
  later: Report,
): Instance {
  if (expected === null || actual === null) return NOT_CHECKED;
  if (isSame(expected, actual)) return PASSED;
  const name = cellWords(cell("inForce"));
  return {
    state: "failed",
    text: {
      zh: `${later.year} 年度“${name.zh}”为 ${actual}，按 ${earlier.year} 年度现行有效加本年制发减本年废止应为 ${expected}`,
      en: `${later.year}: "${name.en}" is ${actual}; from ${earlier.year} with issued and repealed it is ${expected}`,
    },
    indicators: [cell("inForce"), cell("issued"), cell("repealed")],
    expected,
    actual,
  };
}

/** 上一年项目数量 = last year's 上一年项目数量 + 本年增/减. Source: the column labels of the form of 2019. */
export const itemsBetweenYears: SeriesRule = {
  id: "items-between-years",
  severity: "warning",
  title: {
    zh: "上一年项目数量＝上一年度所填项目数量＋其增/减（2019 年格式）",
    en: "Items of last year = last year's report's items + its change (form of 2019)",
  },
  source: { zh: "2019 年格式的列名", en: "The columns of the form of 2019" },
  example: { zh: "2019 年度 100＋增 5，2020 年度上一年项目数量 98", en: "100 + 5 in 2019, but 98 in 2020" },
  check: (earlier, later) => {
    if (earlier.form !== "2019" || later.form !== "2019") return [];
    return ["licensing", "otherServices", "penalties", "coercion", "fees"].map((row) => {
      const [items, change] = [`proactiveDisclosure.${row}.previousItems`, `proactiveDisclosure.${row}.change`];
      const expected = printed([
        [earlier, items, 1],
        [earlier, change, 1],
      ]);
      return equal(expected, printed([[later, items, 1]]), [items, items], earlier, later);
    });
  },
};

/** From this share of the prose on, a person would look. */
const COPIED_SHARE = 0.6;
/** Shorter texts and sentences are the same by chance or by the form. */
const SHORTEST_TEXT = 400;
const SHORTEST_SENTENCE = 12;

/**
 * Prose taken over from last year. Source: 政府信息公开条例 art. 50 asks for the year's work; copied reports are among the
 * commonest complaints of the supervising offices.
 */
export const copiedProse: SeriesRule = {
  id: "copied-prose",
  severity: "warning",
  title: { zh: "文字大段照抄上一年度报告", en: "Much of the prose is last year's" },
  source: {
    zh: "条例第五十条要求报告本年度的工作；逐句比较，年份数字不计",
    en: "Regulations, art. 50: the report is on the year's work; sentences are compared without their years",
  },
  example: { zh: "文字的 85% 与上一年度报告逐句相同", en: "85% of the prose stands in last year's report" },
  check: (earlier, later) => {
    const sentences = sentencesOf(later);
    const length = sentences.reduce((sum, text) => sum + text.length, 0);
    if (length < SHORTEST_TEXT) return [NOT_CHECKED];
    const before = new Set(sentencesOf(earlier));
    const same = sentences.filter((text) => before.has(text)).reduce((sum, text) => sum + text.length, 0);
    const share = Math.round((same / length) * 100);
    if (share < COPIED_SHARE * 100) return [PASSED];
    return [
      {
        state: "failed",
        text: {
          zh: `${later.year} 年度报告文字的 ${share}% 与 ${earlier.year} 年度报告逐句相同`,
          en: `${share}% of the prose of ${later.year} stands in the report of ${earlier.year}`,
        },
        indicators: [],
        actual: share,
      },
    ];
  },
};

const sentencesOf = (report: Report) =>
  proseOf(report)
    .map(({ text }) => text.replace(/20\d\d/g, "#"))
    .filter((text) => text.length >= SHORTEST_SENTENCE);
