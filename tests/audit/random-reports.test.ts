/** 500 reports that add up have no finding; 500 with one number changed have one that names it. */
import fc from "fast-check";
import { audit } from "../../src/audit/index.js";
import type { Sum } from "../../src/forms/form.js";
import { FORMS } from "../../src/forms/index.js";
import { consistent, type Consistent } from "./consistent.js";
import { filledReport } from "./filled-report.js";

/** The seed is fixed, so that a run tells the same as the last; a failure prints it with the smallest case. */
const RUNS = { numRuns: 500, seed: 20_241_231 };
const SUM_RULES = [
  "requests-balance",
  "requests-outcomes-total",
  "requests-row-total",
  "disputes-total",
  "statistics-total",
];

const membersOf = (sum: Sum): string[] =>
  sum.kind === "balance"
    ? [...sum.left, ...sum.right]
    : [sum.total, ...sum.parts, ...(sum.alternatives ?? []).map(({ unsplit }) => unsplit)];

const isBlank = ({ cells }: Consistent, id: string) => cells[id] === "";

const SUMS_OF_CELL = Object.fromEntries(
  Object.values(FORMS).map(({ id: form, sums }) => {
    const ofCell = new Map<string, Sum[]>();
    for (const sum of sums) for (const id of membersOf(sum)) ofCell.set(id, [...(ofCell.get(id) ?? []), sum]);
    return [form, ofCell];
  }),
);

/** The sums that hold a cell and whose total is filled in: these must fail when the cell alone changes. */
function sumsThatSee(report: Consistent, id: string): Sum[] {
  const sums = SUMS_OF_CELL[report.form]!.get(id) ?? [];
  return sums.filter((sum) => sum.kind === "balance" || sum.total === id || !isBlank(report, sum.total));
}

test("a report that adds up has no finding, and no sum of it went unchecked but those of blank totals", () => {
  fc.assert(
    fc.property(consistent, (report) => {
      const { findings, rules } = audit(filledReport(report));
      expect(findings).toEqual([]);
      const sums = rules.filter(({ rule }) => SUM_RULES.includes(rule));
      const checked = sums.reduce((all, one) => all + one.checked + one.notChecked, 0);
      expect(checked).toBe(report.form === "2014" ? 7 : report.unsplit ? 40 : 42);
      const blanks = Object.keys(report.cells).filter((id) => isBlank(report, id) && report.numbers[id] !== 0).length;
      expect(sums.reduce((all, one) => all + one.notChecked, 0)).toBeLessThanOrEqual(blanks + 1);
      expect(rules.find(({ rule }) => rule === "narrative-table")!.failed).toBe(0);
    }),
    RUNS,
  );
});

/** A cell that prints a number, or a zero, and is in a sum. */
const changed = fc
  .tuple(consistent, fc.nat(), fc.integer({ min: 1, max: 20 }), fc.boolean())
  .filter(([report, pick]) => candidates(report).length > 0 && pick >= 0)
  .map(([report, pick, by, up]) => {
    const ids = candidates(report);
    const id = ids[pick % ids.length]!;
    const value = report.numbers[id]!;
    const other = up || value < by ? value + by : value - by;
    return { report, id, other };
  });

const candidates = (report: Consistent) =>
  Object.keys(report.numbers).filter((id) => !isBlank(report, id) && sumsThatSee(report, id).length > 0);

test("a number that was changed is found, and the finding names its cell", () => {
  fc.assert(
    fc.property(changed, ({ report, id, other }) => {
      const wrong = filledReport({ ...report, prose: [], cells: { ...report.cells, [id]: other } });
      const { findings, rules } = audit(wrong);
      const naming = findings.filter(({ rule, indicators }) => SUM_RULES.includes(rule) && indicators.includes(id));
      expect(naming).toHaveLength(sumsThatSee(report, id).length);
      const failures = rules.flatMap(({ rule, failed }) => Array.from({ length: failed }, () => rule));
      expect(findings.map(({ rule }) => rule)).toEqual(failures);
    }),
    RUNS,
  );
});

test("a number that could not be read silences the sums that it is in, and no other", () => {
  fc.assert(
    fc.property(changed, ({ report, id }) => {
      const { findings, rules } = audit(
        filledReport({ ...report, prose: [], cells: { ...report.cells, [id]: "？？" } }),
      );
      expect(findings).toEqual([]);
      const notChecked = rules
        .filter(({ rule }) => SUM_RULES.includes(rule))
        .reduce((all, one) => all + one.notChecked, 0);
      expect(notChecked).toBeGreaterThanOrEqual(sumsThatSee(report, id).length);
    }),
    { ...RUNS, numRuns: 200 },
  );
});

/** Sentences whose number has one meaning alone. */
const TELLING: readonly (readonly [id: string, sentence: (count: number) => string])[] = [
  ["requests.carriedForward.total", (count) => `政府信息公开申请结转下年度继续办理${count}件。`],
  ["requests.carriedOver.total", (count) => `办理上年结转的政府信息公开申请${count}件。`],
  ["requests.outcomes.partiallyGranted.total", (count) => `答复政府信息公开申请中，部分公开${count}件。`],
  ["proactiveDisclosure.licensing.decisions", (count) => `作出行政许可决定${count}件。`],
  ["proactiveDisclosure.normativeDocuments.inForce", (count) => `行政规范性文件现行有效${count}件。`],
];

test("a number that the prose tells otherwise is found, and the finding names the cell that it contradicts", () => {
  const told = fc.tuple(consistent, fc.nat(), fc.integer({ min: 1, max: 20 })).filter(([{ form }]) => form !== "2014");
  fc.assert(
    fc.property(told, ([report, pick, by]) => {
      const telling = TELLING.filter(([id]) => Object.hasOwn(report.numbers, id));
      const [id, sentence] = telling[pick % telling.length]!;
      const number = report.numbers[id]!;
      const { findings } = audit(filledReport({ ...report, prose: [sentence(number + by)] }));
      expect(findings).toMatchObject([
        { rule: "narrative-table", indicators: [id], expected: number, actual: number + by },
      ]);
    }),
    { ...RUNS, numRuns: 200 },
  );
});
