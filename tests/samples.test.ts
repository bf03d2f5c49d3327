/** The same report in every format gives the same model; its numbers are those that were written into it. */
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { open } from "../parsers/index.js";
import { indicators, parseFile, type Report } from "../src/index.js";

const NAME = "samples/lanchuan-water-2024";
const FORMATS = ["docx", "html", "pdf", "txt", "rtf", "odt", "doc", "ofd", "xlsx", "mht"] as const;

/** The report without what depends on the format: where things stood, and the file. */
function withoutPlaces(report: Report): unknown {
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(strip);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => key !== "at" && key !== "source")
        .map(([key, inner]) => [key, strip(inner)]),
    );
  };
  return strip(report);
}

const reports = Object.fromEntries(
  await Promise.all(FORMATS.map(async (format) => [format, await parseFile(`${NAME}.${format}`)] as const)),
) as Record<(typeof FORMATS)[number], Report>;

test.each(FORMATS.filter((format) => format !== "docx"))("the %s gives the model of the docx", (format) => {
  expect(withoutPlaces(reports[format])).toEqual(withoutPlaces(reports.docx));
});

test.each(["docx", "rtf", "odt", "doc", "ofd", "xlsx"])(
  "the title that the %s declares of itself is read",
  async (format) => {
    const { title } = await open(readFileSync(`${NAME}.${format}`));
    expect(title).toBe("澜川县水务局2024年政府信息公开工作年度报告");
  },
);

test("the report is read whole: identity, values, no findings", () => {
  const report = reports.docx;
  expect(report).toMatchObject({
    form: "2021",
    title: "澜川县水务局2024年政府信息公开工作年度报告",
    body: "澜川县水务局",
    signedBy: "澜川县水务局",
    year: 2024,
    period: { from: "2024-01-01", to: "2024-12-31" },
    publishedOn: "2025-01-16",
    findings: [],
  });
  expect(report.sections.map(({ id, heading }) => [id, heading])).toEqual([
    ["overview", "一、总体情况"],
    ["proactiveDisclosure", "二、主动公开政府信息情况"],
    ["requests", "三、收到和处理政府信息公开申请情况"],
    ["disputes", "四、政府信息公开行政复议、行政诉讼情况"],
    ["problems", "五、存在的主要问题及改进情况"],
    ["other", "六、其他需要报告的事项"],
  ]);
  if (report.form !== "2021") throw new Error("unreachable");
  expect(report.requests.received).toEqual({
    naturalPerson: 21,
    commercialEnterprise: 3,
    researchInstitution: 0,
    publicWelfareOrganization: 1,
    legalServiceInstitution: 2,
    other: 0,
    total: 27,
  });
  expect(report.proactiveDisclosure).toEqual({
    rules: { issued: 0, repealed: 0, inForce: 0 },
    normativeDocuments: { issued: 3, repealed: 1, inForce: 18 },
    licensing: { decisions: 1268 },
    penalties: { decisions: 37 },
    coercion: { decisions: 0 },
    fees: { amount: 46.5 },
  });
  expect(report.cells["proactiveDisclosure.licensing.decisions"]).toMatchObject({ raw: "1,268", value: 1268 });
  expect(report.disputes.litigation.direct).toEqual({ upheld: 0, corrected: 0, otherResult: 0, pending: 1, total: 1 });
  const unread = indicators(report).filter(({ value }) => value === null);
  expect(unread.map(({ id }) => id).filter((id) => !id.includes(".otherHandling.subtotal."))).toEqual([]);
});

test("the 2019 form is read with its signed changes, and its wrong total is a finding, not a repair", async () => {
  const report = await parseFile("samples/lanchuan-archives-2020.html");
  if (report.form !== "2019") throw new Error(`form ${report.form}`);
  expect(report.proactiveDisclosure.licensing).toEqual({ previousItems: 4, change: -1, decisions: 15 });
  expect(report.proactiveDisclosure.otherServices.change).toBe(2);
  expect(report.proactiveDisclosure.procurement).toEqual({ projects: 3, amount: 412600.5 });
  expect(report.requests.carriedOver.total).toBe(1);
  const errors = report.findings.filter(({ severity }) => severity === "error");
  expect(errors.length).toBeGreaterThan(0);
  for (const { indicators } of errors) expect(indicators).toContain("requests.carriedOver.total");
});

test("npm start reads every sample and writes each in three formats", async () => {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-start-"));
  cpSync("samples", join(folder, "samples"), { recursive: true });
  const script = resolve("scripts/read-samples.mjs");
  const { stdout } = await promisify(execFile)(process.execPath, [script], { cwd: folder });
  const names = readdirSync("samples");
  for (const name of names) expect(stdout).toContain(name);
  expect(readdirSync(join(folder, "out")).sort()).toEqual(
    names.flatMap((name) => [`${name}.csv`, `${name}.json`, `${name}.table.txt`]).sort(),
  );
  rmSync(folder, { recursive: true });
}, 60_000);
