/** The prose of two reports of one body in; the share of the later one that stands in the earlier one, out. */
import type { Report } from "../../report.js";
import { proseOf } from "../prose.js";
import { NOT_CHECKED, PASSED, type SeriesRule } from "../rule.js";

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
