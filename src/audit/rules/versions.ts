/** Two reports of one body on the same year in; the numbers in which they differ, out. */
import type { Report } from "../../report.js";
import { cellState, formOf } from "../cells.js";
import { NOT_CHECKED, PASSED, isSame, type Instance, type SeriesRule } from "../rule.js";
import { cellWords } from "../words.js";

/** Numbers that a message names; the cells are all in the finding. */
const NAMED = 3;

/**
 * Two reports on one year tell the same numbers. Reason: a report that was corrected replaces the first one; where both
 * can be found, readers don't know which stands.
 */
export const versionsDiffer: SeriesRule = {
  id: "versions-differ",
  severity: "warning",
  title: { zh: "同一机关同一年度的两份报告数字不同", en: "Two reports of one body on the same year differ" },
  source: {
    zh: "条例第四十九条：每年度公布一份报告；更正后仍能找到旧版的，以哪份为准不明",
    en: "Regulations, art. 49: one report a year; where both versions can be found, it is unclear which stands",
  },
  example: {
    zh: "两份 2023 年度报告，新收申请一为 5 件、一为 7 件",
    en: "two reports on 2023: 5 requests in one, 7 in the other",
  },
  check: (first, second) => {
    if (first.form === null || second.form === null) return [NOT_CHECKED];
    return [first.form === second.form ? sameForm(first, second) : otherForm(first, second)];
  },
};

function otherForm(first: Report, second: Report): Instance {
  return {
    state: "failed",
    text: {
      zh: `${first.year} 年度有两份报告，一份用 ${first.form} 年格式，一份用 ${second.form} 年格式`,
      en: `two reports on ${first.year}: one on the form of ${first.form}, one on that of ${second.form}`,
    },
    indicators: [],
  };
}

/** Only cells that both print a number in are compared. */
function sameForm(first: Report, second: Report): Instance {
  const numbers = formOf(first)!.indicators.flatMap(({ id }) => {
    const [a, b] = [cellState(first, id), cellState(second, id)];
    return a.kind === "number" && b.kind === "number" ? [{ id, a: a.value, b: b.value }] : [];
  });
  if (numbers.length === 0) return NOT_CHECKED;
  const differing = numbers.filter(({ a, b }) => !isSame(a, b));
  if (differing.length === 0) return PASSED;
  const ids = differing.map(({ id }) => id);
  const named = differing.slice(0, NAMED).map(({ id, a, b }) => ({ ...cellWords(id), a, b }));
  const rest = differing.length - named.length;
  return {
    state: "failed",
    text: {
      zh: `${first.year} 年度有两份报告，${ids.length} 个数字不同：${named.map(({ zh, a, b }) => `“${zh}”${a} 与 ${b}`).join("、")}${rest > 0 ? " 等" : ""}`,
      en: `two reports on ${first.year} differ in ${ids.length} numbers: ${named.map(({ en, a, b }) => `"${en}" ${a} and ${b}`).join(", ")}${rest > 0 ? " …" : ""}`,
    },
    indicators: ids,
    earlierIndicators: ids,
  };
}
