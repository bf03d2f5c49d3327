/** Totals that are left blank next to printed parts in a report that fills its other totals. */
import type { TotalSum } from "../../forms/form.js";
import type { Report } from "../../report.js";
import { amountOf, cellState, formOf, impliedAmount, isRowSum, partsIn, sumOf } from "../cells.js";
import { NOT_CHECKED, PASSED, type Instance, type Rule } from "../rule.js";
import { cellWords } from "../words.js";

/**
 * Reason: a whole column of blank row totals is a habit of filling the form and no error, one blank among filled totals
 * is an oversight; and 总计 of the outcomes is never left out by habit.
 */
export const blankTotal: Rule = {
  id: "requests-blank-total",
  severity: "warning",
  title: {
    zh: "总计留空，而各项有数、同类总计都已填写",
    en: "A total is blank where its parts are printed and the other totals are filled",
  },
  source: {
    zh: "整列总计留空是填表习惯，不算错；个别留空值得看一眼",
    en: "A column of blank totals is a habit and no error; a single one is worth a look",
  },
  example: { zh: "“予以公开”自然人 3，总计空白，其他行总计均已填", en: "3 natural persons granted, their total blank" },
  check: (report) => {
    const sums = (formOf(report)?.sums ?? []).filter(
      (sum): sum is TotalSum => sum.kind === "total" && sum.total.startsWith("requests."),
    );
    const outcomeRows = sums.filter((sum) => isRowSum(sum) && isOutcome(sum.total));
    const habit = outcomeRows.filter((sum) => isBlankWithParts(report, sum)).length > 1;
    return sums.map((sum) => (habit && isRowSum(sum) ? PASSED : instanceOf(report, sum)));
  },
};

const isOutcome = (id: string) => id.startsWith("requests.outcomes.") && id !== "requests.outcomes.total.total";

function expectedOf(report: Report, sum: TotalSum): number | null {
  const read = isRowSum(sum) ? amountOf : impliedAmount;
  return sumOf(partsIn(report, sum).map((id) => read(report, id)));
}

function isBlankWithParts(report: Report, sum: TotalSum): boolean {
  return cellState(report, sum.total).kind === "blank" && (expectedOf(report, sum) ?? 0) !== 0;
}

function instanceOf(report: Report, sum: TotalSum): Instance {
  const expected = expectedOf(report, sum);
  if (expected === null || cellState(report, sum.total).kind === "unknown") return NOT_CHECKED;
  if (!isBlankWithParts(report, sum)) return PASSED;
  const name = cellWords(sum.total);
  return {
    state: "failed",
    text: {
      zh: `“${name.zh}”留空，各项之和为 ${expected}`,
      en: `"${name.en}" is blank, its parts add up to ${expected}`,
    },
    indicators: [sum.total, ...partsIn(report, sum)],
    expected,
  };
}
