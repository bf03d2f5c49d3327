import { readFile } from "node:fs/promises";
import { fittedWidths, roomIn } from "../../src/cli/column-widths.js";
import { reportTable } from "../../src/cli/report-table.js";
import { terminalWidth } from "../../src/cli/terminal.js";
import { parseReport } from "../../src/parse.js";

test("columns that fit are as wide as they would like", () => {
  expect(fittedWidths([10, 4, 60], roomIn(120, 3), 6)).toEqual([10, 4, 60]);
  expect(fittedWidths([60, 60], Infinity, 6)).toEqual([60, 60]);
});

test("the widest give first, and all that there is is used", () => {
  expect(fittedWidths([10, 4, 60], 40, 6)).toEqual([10, 4, 26]);
  expect(fittedWidths([60, 4, 60], 41, 6)).toEqual([19, 4, 18]);
});

test("no column is narrower than the least, unless it wants to be", () => {
  expect(fittedWidths([60, 2, 60], 5, 6)).toEqual([6, 2, 6]);
  expect(fittedWidths([], 5, 6)).toEqual([]);
});

test("the tables of a report fit a terminal of eighty columns, and no value is broken", async () => {
  const report = await parseReport(await readFile("samples/lanchuan-archives-2020.html"));
  const grids = (width: number) =>
    reportTable(report, "zh", width)
      .split("\n")
      .filter((line) => /^[┌│├└]/.test(line));
  expect(Math.max(...grids(80).map(terminalWidth))).toBe(80);
  const values = (width: number) => grids(width).flatMap((line) => line.match(/-?\d+(?= (?:! )?│)/g) ?? []);
  expect(values(80)).toEqual(values(200));
});

test("English tables too wide for a terminal are several below each other, with the same values", async () => {
  const report = await parseReport(await readFile("samples/lanchuan-archives-2020.html"));
  const lines = (width: number) =>
    reportTable(report, "en", width)
      .split("\n")
      .filter((line) => /^[┌│├└]/.test(line));
  const values = (width: number) => lines(width).flatMap((line) => line.match(/-?\d+(?= (?:! )?│)/g) ?? []);
  for (const width of [60, 80]) {
    expect(Math.max(...lines(width).map(terminalWidth))).toBeLessThanOrEqual(width);
    expect(values(width).sort()).toEqual(values(200).sort());
  }
  expect(lines(80).filter((line) => line.includes("natural"))).toHaveLength(1);
  expect(lines(80).filter((line) => line.includes("received this")).length).toBeGreaterThan(1);
});

test("on a terminal too narrow for any table, every value is still there, whole", async () => {
  const reports = await Promise.all(
    ["lanchuan-archives-2020.html", "lanchuan-water-2024.html"].map(async (name) =>
      parseReport(await readFile(`samples/${name}`)),
    ),
  );
  for (const report of reports) {
    for (const lang of ["zh", "en"] as const) {
      const values = (width: number) => reportTable(report, lang, width).match(/-?[\d.]+(?= (?:! )?│)/g) ?? [];
      const all = values(200).sort();
      for (let width = 1; width < 70; width += 3) expect(values(width).sort()).toEqual(all);
    }
  }
});

test("a finding on a group of rows marks the totals of its rows", async () => {
  const report = await parseReport(await readFile("samples/lanchuan-water-2024.html"));
  const finding = {
    rule: "r",
    severity: "error" as const,
    message: "m",
    indicators: ["requests.outcomes.unavailable"],
  };
  const marked = reportTable({ ...report, findings: [finding] }, "en", 200).match(/^│ unavailable: .* \d+ ! │$/gm);
  expect(marked).toHaveLength(3);
});

test("a report without tables shows the numbers that its prose states, within the terminal", async () => {
  const prose = "2012年，我局共收到政府信息公开申请12件，同意公开10件。";
  const report = await parseReport(
    `澜川县水务局2012年政府信息公开工作年度报告\n一、概述\n${prose}\n二、存在的问题\n公开内容还不够丰富。`,
  );
  const lines = reportTable(report, "zh", 80).split("\n");
  expect(Math.max(...lines.map(terminalWidth))).toBeLessThanOrEqual(80);
  expect(lines.filter((line) => /│ +(?:12|10) │ 件/.test(line))).toHaveLength(2);
  expect(lines.join("")).toContain("同意公开");
  expect(reportTable(report, "en", 120)).toContain("stated in the prose");
});
