/** Shares that the prose prints next to a stated number. */
import type { Report, Statement } from "../../report.js";
import { compact } from "../../matching/normalize.js";
import { cellsUnder, indicatorsOf } from "../readings.js";
import { impliedSum } from "../cells.js";
import { NOT_CHECKED, PASSED, type Instance, type Rule } from "../rule.js";
import { cellsWords } from "../words.js";
import { isComparable } from "./narrative.js";

const SHARE = /^[^\d,;]{0,2},?\(?(?:约)?占(?!比率)[^\d,;()]{0,14}?(\d+(?:\.\d+)?)%/;

/** What a share of requests may be a share of. */
const WHOLES: readonly (readonly string[])[] = [
  ["requests.outcomes.total.total"],
  ["requests.received.total"],
  ["requests.received.total", "requests.carriedOver.total"],
  ["statistics.requests.replies.total"],
  ["statistics.requests.closed.total"],
  ["statistics.requests.received.total"],
];

/**
 * n 件，占 p%: p is the share of n in one of the table's totals. Reason: arithmetic; a warning, because the whole that is
 * meant is rarely named.
 */
export const narrativePercentage: Rule = {
  id: "narrative-percentage",
  severity: "warning",
  title: { zh: "文字中的占比与数字相符", en: "The shares that the prose prints fit its numbers" },
  source: {
    zh: "算术：件数除以办结、新收或两项合计，四舍五入或截断后应得所印百分数",
    en: "Arithmetic: the number over the requests closed or received, rounded or cut, gives the share printed",
  },
  example: { zh: "予以公开 20 件，占 74.5%，而办结总数为 31 件", en: "20 granted, said to be 74.5% of 31" },
  check: (report) => report.statements.filter(isOfRequests).flatMap((statement) => instanceOf(report, statement)),
};

const isOfRequests = ({ indicator }: Statement) => /^(?:statistics\.)?requests\./.test(indicator);

function instanceOf(report: Report, statement: Statement): Instance[] {
  const printed = shareAfter(statement);
  if (printed === null) return [];
  if (!isComparable(report, statement)) return [NOT_CHECKED];
  const amounts = WHOLES.map((ids) => wholeOf(report, ids)).filter((whole) => whole !== undefined);
  const wholes = amounts.filter((whole): whole is number => whole !== null && whole !== 0);
  const step = 10 ** -(printed.split(".")[1]?.length ?? 0);
  const shares = wholes.map((whole) => (statement.value / whole) * 100);
  if (shares.some((share) => Math.abs(share - Number(printed)) < step)) return [PASSED];
  // The whole that is meant may be the one that could not be read.
  if (wholes.length === 0 || amounts.includes(null)) return [NOT_CHECKED];
  const ids = indicatorsOf(statement);
  const name = cellsWords(ids);
  const share = Math.round(shares[0]! * 100) / 100;
  return [
    {
      state: "failed",
      text: {
        zh: `“${name.zh}” ${statement.value} 件称占 ${printed}%，按总数 ${wholes[0]} 应为 ${share}%（“${statement.sentence}”）`,
        en: `"${name.en}": ${statement.value} is said to be ${printed}%, of ${wholes[0]} it is ${share}% (“${statement.sentence}”)`,
      },
      indicators: ids,
      expected: share,
      actual: Number(printed),
    },
  ];
}

/** A total; null where its cells are unknown, undefined where the form has none. */
function wholeOf(report: Report, ids: readonly string[]): number | null | undefined {
  const cells = ids.flatMap((id) => cellsUnder(report, id));
  return cells.length < ids.length ? undefined : impliedSum(report, cells);
}

/** The share printed right after the statement's number. */
function shareAfter({ sentence, value }: Statement): string | null {
  const text = compact(sentence).replace(/(\d),(?=\d{3})/g, "$1");
  for (const { index, 0: digits } of text.matchAll(/(?<![\d.])\d+(?:\.\d+)?(?=件|份|宗|例|条)/g)) {
    if (Number(digits) !== value) continue;
    const share = SHARE.exec(text.slice(index + digits.length + 1))?.[1];
    if (share !== undefined) return share;
  }
  return null;
}
