/** What the benchmarks measure are reports of the size that they say. */
// @ts-expect-error a script without types
import { formatOf as plannedFormat } from "../scripts/samples/formats.mjs";
// @ts-expect-error a script without types
import { MADE } from "../scripts/bench/made.mjs";
import { parseReport } from "../src/index.js";

const formatOf = plannedFormat as (n: number) => string;
const made = MADE as Record<string, (size: number) => Uint8Array | Promise<Uint8Array>>;

test.each(["docx", "html", "text"])("a made %s holds the tables of its form and as many paragraphs", async (format) => {
  const report = await parseReport(await made[format]!(25));
  expect([report.form, report.year, Object.keys(report.cells).length]).toEqual(["2021", 2024, 200]);
  expect(report.diagnostics).toEqual([]);
  expect(report.sections[0]!.text.match(/第\d+项工作/g)).toHaveLength(25);
});

test("a made PDF has as many pages and a ruled table", async () => {
  const report = await parseReport(await made["pdf"]!(3));
  expect([report.form, report.year, report.source.pages]).toEqual(["2021", 2024, 3]);
  expect(report.cells["proactiveDisclosure.normativeDocuments.issued"]?.value).toBe(3);
});

test("in a generated archive, every folder of a year holds every format in its share", () => {
  for (let year = 0; year < 6; year++) {
    const formats = Array.from({ length: 1_000 }, (_, n) => formatOf(6 * n + year));
    const share = (format: string) => formats.filter((one) => one === format).length / formats.length;
    expect(share("html")).toBeCloseTo(0.45);
    expect(share("txt")).toBeCloseTo(0.25);
    expect(share("docx")).toBeCloseTo(0.25);
    expect(share("pdf")).toBeCloseTo(0.05);
  }
});
