/** Random reports whose numbers add up and whose prose tells them: fast-check arbitraries out. */
import fc from "fast-check";
import type { FormId } from "../../src/forms/form.js";
import { FORMS } from "../../src/forms/index.js";
import type { Filled } from "./filled-report.js";
import { sentences2014, sentencesOf } from "./consistent-prose.js";

export type Numbers = Record<string, number>;

export interface Consistent extends Filled {
  readonly form: FormId;
  readonly cells: Readonly<Record<string, number | string | null>>;
  /** What the cells mean, blanks and dashes as zeros. */
  readonly numbers: Numbers;
}

/** Mostly small and often zero, as in real reports. */
const count = fc.oneof(
  { weight: 5, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 9 }) },
  { weight: 1, arbitrary: fc.integer({ min: 10, max: 4_000 }) },
);
const COLUMNS = [
  "naturalPerson",
  "commercialEnterprise",
  "researchInstitution",
  "publicWelfareOrganization",
  "legalServiceInstitution",
  "other",
];

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** Rows of outcomes of a form; （六）其他处理 either split or not. */
function outcomeRows(form: FormId, unsplit: boolean): string[] {
  const rows = FORMS[form].indicators
    .map(({ id }) => /^requests\.outcomes\.(.+)\.other$/.exec(id)?.[1])
    .filter((row): row is string => row !== undefined && row !== "total");
  return rows.filter((row) => !row.startsWith("otherHandling.") || row.endsWith(".subtotal") === unsplit);
}

function requests(form: FormId, unsplit: boolean): fc.Arbitrary<Numbers> {
  const rows = outcomeRows(form, unsplit);
  const column = fc.record({
    outcomes: fc.array(count, { minLength: rows.length, maxLength: rows.length }),
    carriedForward: count,
    carriedOver: count,
  });
  return fc.array(column, { minLength: COLUMNS.length, maxLength: COLUMNS.length }).map((columns) => {
    const numbers: Numbers = {};
    const row = (name: string, values: readonly number[]) => {
      values.forEach((value, index) => (numbers[`requests.${name}.${COLUMNS[index]}`] = value));
      numbers[`requests.${name}.total`] = sum(values);
    };
    rows.forEach((name, index) =>
      row(
        `outcomes.${name}`,
        columns.map(({ outcomes }) => outcomes[index]!),
      ),
    );
    const closed = columns.map(({ outcomes }) => sum(outcomes));
    const forward = columns.map(({ carriedForward }) => carriedForward);
    const over = columns.map(({ carriedOver }, index) => Math.min(carriedOver, closed[index]! + forward[index]!));
    row("outcomes.total", closed);
    row("carriedForward", forward);
    row("carriedOver", over);
    row(
      "received",
      closed.map((value, index) => value + forward[index]! - over[index]!),
    );
    return numbers;
  });
}

/** Totals by the form's own sums, the innermost first, over random parts. */
function summed(form: FormId, prefix: string): fc.Arbitrary<Numbers> {
  const ids = FORMS[form].indicators.map(({ id }) => id).filter((id) => id.startsWith(prefix));
  const totals = FORMS[form].sums.filter((one) => one.kind === "total" && one.total.startsWith(prefix)).reverse();
  return fc.array(count, { minLength: ids.length, maxLength: ids.length }).map((values) => {
    const numbers = Object.fromEntries(ids.map((id, index) => [id, values[index]!]));
    for (const one of totals) if (one.kind === "total") numbers[one.total] = sum(one.parts.map((id) => numbers[id]!));
    return numbers;
  });
}

/** Numbers in which a part is no more than its whole. */
function disclosure(form: FormId): fc.Arbitrary<Numbers> {
  return summed(form, "proactiveDisclosure.").map((numbers) => {
    const rows = Object.entries(numbers).map(([id, value]): [string, number] => {
      if (id.includes(".rules.")) return [id, 0];
      if (id.endsWith(".totalDisclosed")) return [id, value + numbers[id.replace("totalDisclosed", "disclosed")]!];
      return [
        id,
        id.endsWith(".procurement.amount") ? value * 1_000.5 : id.endsWith("fees.amount") ? value / 100 : value,
      ];
    });
    return Object.fromEntries(rows);
  });
}

function statistics(): fc.Arbitrary<Numbers> {
  const parts = [
    ["proactive.normativeDocumentsDisclosed", "proactive.disclosed"],
    ["responses.pressConferencesByPrincipal", "responses.pressConferences"],
    ["responses.onlineInterviewsByPrincipal", "responses.onlineInterviews"],
  ];
  return summed("2014", "statistics.").map((numbers) => {
    for (const [part, whole] of parts) numbers[`statistics.${whole}`]! += numbers[`statistics.${part}`]!;
    return numbers;
  });
}

/** How a writer fills zeros in, and whether he leaves the column of totals out. */
const style = fc.record({
  zeros: fc.array(fc.constantFrom("0", "0", "", "", "/"), { minLength: 7, maxLength: 31 }),
  totals: fc.boolean(),
});

function printed(
  numbers: Numbers,
  { zeros, totals }: { zeros: readonly string[]; totals: boolean },
): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(numbers).map(([id, value], index): [string, string | number] => {
      const isRowTotal = /^requests\..*\.total$/.test(id);
      if (isRowTotal && !totals) return [id, ""];
      return [id, value === 0 ? zeros[index % zeros.length]! : value];
    }),
  );
}

const years: Readonly<Record<FormId, number>> = { "2021": 2024, "2019": 2020, "2014": 2016 };

/** A report of any form that adds up. */
export const consistent: fc.Arbitrary<Consistent> = fc
  .record({ form: fc.constantFrom("2021", "2021", "2019", "2014"), unsplit: fc.boolean(), style, seed: fc.nat() })
  .chain(({ form, unsplit, style: own, seed }) => {
    const oneRow = form === "2019" || unsplit;
    const numbers =
      form === "2014"
        ? statistics()
        : fc
            .tuple(requests(form, oneRow), summed(form, "disputes."), disclosure(form))
            .map((all) => Object.assign({}, ...all) as Numbers);
    return numbers.map((values): Consistent => ({
      form,
      unsplit: oneRow,
      year: years[form],
      numbers: values,
      cells: printed(values, own),
      prose: (form === "2014" ? sentences2014(values) : sentencesOf(values, form, years[form])).filter(
        (_, index) => (seed >> index) & 1,
      ),
    }));
  });
