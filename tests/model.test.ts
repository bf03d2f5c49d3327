/** What holds of every report that is read: the schema, and how its parts hang together. */
import { readdirSync } from "node:fs";
import { z } from "zod";
import { FORMS, parseFile, reportJsonSchema, reportSchema, type Report } from "../src/index.js";

const files = readdirSync("samples").map((name) => `samples/${name}`);
const reports = await Promise.all(files.map(async (file): Promise<[string, Report]> => [file, await parseFile(file)]));

/** Refuses names that the model does not have. */
const strict = z.union(reportSchema.options.map((option) => option.strict()));

const jsonSchema = z.fromJSONSchema(reportJsonSchema() as z.core.JSONSchema.JSONSchema);

const valueAt = (report: Report, id: string): unknown =>
  id.split(".").reduce<unknown>((node, name) => (node as Record<string, unknown> | null)?.[name], report);

function leaves(node: unknown, path: string): string[] {
  if (node === null && path.split(".").length === 1) return [];
  if (node === null || typeof node !== "object") return [path];
  return Object.entries(node).flatMap(([name, inner]) => leaves(inner, `${path}.${name}`));
}

describe.each(reports)("%s", (_, report) => {
  test("satisfies the schema, with nothing beside it", () => {
    expect(strict.parse(report)).toEqual(report);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  test("satisfies the JSON Schema", () => {
    expect(jsonSchema.safeParse(report).error).toBeUndefined();
  });

  test("has every indicator of its form, and of no other", () => {
    const groups = ["proactiveDisclosure", "requests", "disputes", "statistics"] as const;
    const nested = groups.flatMap((group) => leaves(report[group], group));
    const ids = report.form === null ? [] : FORMS[report.form].indicators.map(({ id }) => id);
    expect(nested.sort()).toEqual([...ids].sort());
  });

  test("has for every value a cell with the same value and a place", () => {
    const { form, cells } = report;
    for (const { id } of form === null ? [] : FORMS[form].indicators) {
      expect([id, cells[id]?.value ?? null]).toEqual([id, valueAt(report, id)]);
    }
    for (const { at } of Object.values(cells)) expect(Object.keys(at).length).toBeGreaterThan(0);
  });

  test("explains every null but blanks and dashes by a diagnostic", () => {
    const { form, cells, diagnostics } = report;
    const covered = (id: string) =>
      diagnostics.some(({ indicator }) => indicator === id || (indicator && id.startsWith(`${indicator}.`)));
    const unexplained = (form === null ? [] : FORMS[form].indicators).filter(({ id, optional }) => {
      const isSign = cells[id] !== undefined && /^[\s/—–-]*$/.test(cells[id].raw);
      return valueAt(report, id) === null && !isSign && !optional && !covered(id);
    });
    expect(unexplained).toEqual([]);
  });

  test("keeps what it could not read apart from what the report has wrong", () => {
    for (const diagnostic of report.diagnostics) expect(Object.keys(diagnostic)).not.toContain("rule");
    for (const finding of report.findings) {
      expect(finding.indicators.length).toBeGreaterThan(0);
      for (const id of finding.indicators) expect(id in report.cells || valueAt(report, id) !== undefined).toBe(true);
    }
  });
});

test("a report is told apart by its form: values of another form are refused", () => {
  const [, report] = reports.find(([, { form }]) => form === "2021")!;
  expect(reportSchema.safeParse({ ...report, form: "2019" }).success).toBe(false);
  expect(reportSchema.safeParse({ ...report, form: null }).success).toBe(false);
  expect(reportSchema.safeParse({ ...report, form: "2022" }).success).toBe(false);
});

test("a value that is no number, and a date that is none, are refused by both schemas", () => {
  const [, report] = reports.find(([, { form }]) => form === "2021")!;
  const wrong: unknown[] = [
    { ...report, publishedOn: "2025-1-16" },
    { ...report, year: "2024" },
    { ...report, cells: { "requests.received.total": { raw: "3", value: "3", at: { line: 1, column: 1 } } } },
    { ...report, sections: [{ id: "fees", heading: "", text: "", at: { line: 1, column: 1 } }] },
  ];
  for (const one of wrong)
    expect([reportSchema.safeParse(one).success, jsonSchema.safeParse(one).success]).toEqual([false, false]);
});
