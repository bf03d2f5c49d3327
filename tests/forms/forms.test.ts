import { z } from "zod";
import { FORMS } from "../../src/forms/index.js";
import { report2014Schema, report2019Schema, report2021Schema } from "../../src/report.js";

const SCHEMAS = { "2021": report2021Schema, "2019": report2019Schema, "2014": report2014Schema } as const;
const FORM_IDS = ["2021", "2019", "2014"] as const;

function leafPaths(schema: z.ZodType, path = ""): string[] {
  if (!(schema instanceof z.ZodObject)) return schema instanceof z.ZodNull ? [] : [path];
  return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([name, inner]) =>
    leafPaths(inner, path === "" ? name : `${path}.${name}`),
  );
}

test.each([
  ["2021", 207, 43],
  ["2019", 198, 40],
  ["2014", 58, 7],
] as const)("the form of %s has %d indicators and %d sums", (id, indicators, sums) => {
  expect(FORMS[id].indicators).toHaveLength(indicators);
  expect(FORMS[id].sums).toHaveLength(sums);
});

test.each(FORM_IDS)("the indicators of %s are the leaves of its report model", (id) => {
  const { proactiveDisclosure, requests, disputes, statistics } = SCHEMAS[id].shape;
  const leaves = leafPaths(z.object({ proactiveDisclosure, requests, disputes, statistics }));
  expect(FORMS[id].indicators.map((indicator) => indicator.id).sort()).toEqual(leaves.sort());
});

test.each(FORM_IDS)("the sums of %s are over its indicators", (id) => {
  const ids = new Set(FORMS[id].indicators.map((indicator) => indicator.id));
  for (const sum of FORMS[id].sums) {
    const members = sum.kind === "total" ? [sum.total, ...sum.parts] : [...sum.left, ...sum.right];
    expect(members.filter((member) => !ids.has(member))).toEqual([]);
  }
});

test("labels and units are those the forms print", () => {
  const of = (form: "2021" | "2019" | "2014", id: string) => FORMS[form].indicators.find((i) => i.id === id);
  expect(of("2021", "requests.outcomes.refused.publicSecurity.other")).toEqual({
    id: "requests.outcomes.refused.publicSecurity.other",
    label: "三、本年度办理结果 / （三）不予公开 / 3.危及“三安全一稳定” / 其他",
    labelEn: "outcomes / refused / security and stability / other",
    unit: "件",
  });
  expect(of("2021", "proactiveDisclosure.fees.amount")?.unit).toBe("万元");
  expect(of("2019", "proactiveDisclosure.procurement.amount")?.unit).toBe("元");
  expect(of("2021", "disputes.litigation.direct.pending")?.label).toBe("行政诉讼 / 未经复议直接起诉 / 尚未审结");
  expect(of("2021", "requests.outcomes.otherHandling.subtotal.total")?.optional).toBe(true);
});

test("the total of the outcomes takes the unsplit row in the place of the three", () => {
  const sum = FORMS["2021"].sums.find(({ id }) => id === "requests.outcomes.total.total");
  if (sum?.kind !== "total") throw new Error("no such sum");
  expect(sum.alternatives).toEqual([
    {
      split: ["correctionOverdue", "feeOverdue", "other"].map((row) => `requests.outcomes.otherHandling.${row}.total`),
      unsplit: "requests.outcomes.otherHandling.subtotal.total",
    },
  ]);
});
