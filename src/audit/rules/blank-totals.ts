/** Totals that are left blank next to printed parts in a report that fills its other totals. */
import type { TotalSum } from "../../forms/form.js";
import type { Report } from "../../report.js";
import { areBlank, cellState, impliedSum, isRowSum, partsIn, sumsOf } from "../cells.js";
import { NOT_CHECKED, PASSED, type Instance, type Rule } from "../rule.js";
import { cellWords } from "../words.js";

/**
 * Reason: a whole column of blank totals is a habit of filling the form and no error, one blank among filled totals is an
 * oversight; and （七）总计 of the outcomes is never left out by habit.
 */
export const blankTotal: Rule = {
  id: "blank-total",
  severity: "warning",
  title: {
    zh: "总计留空，而各项有数、同类总计都已填写",
    en: "A total is blank where its parts are printed and the other totals are filled",
  },
  source: {
    zh: "整列总计留空是填表习惯，不算错；个别留空、（七）总计留空值得看一眼",
    en: "A column of blank totals is a habit and no error; a single one, or a blank （七）总计, is worth a look",
  },
  example: { zh: "“予以公开”自然人 3，总计空白，其他行总计均已填", en: "3 natural persons granted, their total blank" },
  check: (report) => {
    const groups = groupsOf(report);
    const blanks = groups.map((sums) => sums.filter((sum) => isBlankWithParts(report, sum)));
    const habit = blanks[0]!.length > 0 && oversightAmong(report, groups[0]!, blanks[0]!) === undefined;
    return groups.flatMap((sums, index) => {
      const oversight =
        index === 1 ? oversightInOutcomes(blanks[1]!, habit) : oversightAmong(report, sums, blanks[index]!);
      return sums.map((sum) => (sum === oversight ? failure(report, sum) : stateOf(report, sum)));
    });
  },
};

const OUTCOMES_TOTAL = "requests.outcomes.total.";
const TOTAL_OF_ALL = `${OUTCOMES_TOTAL}total`;

/** Totals of one kind: of the rows of the requests table, of （七）总计, of the disputes, of the statistics. */
function groupsOf(report: Report): TotalSum[][] {
  const sums = sumsOf(report).filter((sum): sum is TotalSum => sum.kind === "total");
  const isOutcomes = ({ total }: TotalSum) => total.startsWith(OUTCOMES_TOTAL);
  return [
    sums.filter((sum) => isRowSum(sum) && !isOutcomes(sum)),
    sums.filter((sum) => !isRowSum(sum) && isOutcomes(sum)),
    sums.filter(({ total }) => total.startsWith("disputes.")),
    sums.filter(({ total }) => total.startsWith("statistics.")),
  ];
}

/** One blank among totals of which another is filled in. */
function oversightAmong(report: Report, sums: readonly TotalSum[], blanks: readonly TotalSum[]): TotalSum | undefined {
  return blanks.length === 1 &&
    !areBlank(
      report,
      sums.map(({ total }) => total),
    )
    ? blanks[0]
    : undefined;
}

/** Of a whole row left blank, one cell speaks; the row's cell in a column of totals that is blank by habit does not. */
function oversightInOutcomes(blanks: readonly TotalSum[], habit: boolean): TotalSum | undefined {
  const others = blanks.filter(({ total }) => total !== TOTAL_OF_ALL);
  return habit ? others[0] : (blanks.find(({ total }) => total === TOTAL_OF_ALL) ?? others[0]);
}

function stateOf(report: Report, sum: TotalSum): Instance {
  const unknown = cellState(report, sum.total).kind === "unknown" || expectedOf(report, sum) === null;
  return unknown ? NOT_CHECKED : PASSED;
}

function expectedOf(report: Report, sum: TotalSum): number | null {
  return impliedSum(report, partsIn(report, sum));
}

function isBlankWithParts(report: Report, sum: TotalSum): boolean {
  return cellState(report, sum.total).kind === "blank" && (expectedOf(report, sum) ?? 0) !== 0;
}

function failure(report: Report, sum: TotalSum): Instance {
  const name = cellWords(sum.total);
  const expected = expectedOf(report, sum)!;
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
