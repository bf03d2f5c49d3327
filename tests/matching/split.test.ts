/** Volumes of several reports are taken apart; a single report stays whole. */
import { splitReports } from "../../src/matching/split.js";
import { parseReport, parseReports } from "../../src/parse.js";
import { documentOf, type Part } from "../support/document.js";

const MATTER = ["一、总体情况", "各项工作有序开展。", "二、存在的主要问题及改进情况", "公开内容还不够丰富。"];
const title = (body: string, year: number) => `${body}${year}年政府信息公开工作年度报告`;
const TABLE = Array.from({ length: 4 }, () => ["规章", "0", "0"]);

/** The first line of each part, and how many blocks it has. */
const partsOf = (parts: readonly Part[]) =>
  splitReports(documentOf(parts, { title: "汇编", metadata: { 发布机构: "澜川县人民政府" } })).map(({ blocks }) => [
    blocks[0]?.kind === "paragraph" ? blocks[0].text : "",
    blocks.length,
  ]);

test("the years of one body are a report each, without the volume's cover and contents", () => {
  const years = [2021, 2022, 2023].map((year) => title("澜川县水务局", year));
  expect(partsOf(["澜川县水务局年度报告汇编", ...years, ...years.flatMap((line) => [line, ...MATTER])])).toEqual(
    years.map((line) => [line, 5]),
  );
});

test("the bodies of one year are a report each, whether they have sections, tables or prose", () => {
  const bodies = ["澜川县水务局", "澜川县教育局", "澜川县民政局"].map((body) => title(body, 2012));
  const prose = "我局主动公开各类政府信息，并受理公开申请，办理情况良好，群众较为满意。".repeat(15);
  expect(partsOf([bodies[0]!, ...MATTER, bodies[1]!, TABLE, bodies[2]!, prose])).toEqual([
    [bodies[0], 5],
    [bodies[1], 2],
    [bodies[2], 2],
  ]);
});

test("years whose titles name no body are told apart by the year", () => {
  const years = [2021, 2022].map((year) => title("", year));
  expect(partsOf(years.flatMap((line) => [line, ...MATTER]))).toEqual(years.map((line) => [line, 5]));
});

test("what a volume states of itself is not stated of its reports", () => {
  const lines = [2021, 2022].flatMap((year) => [title("澜川县水务局", year), ...MATTER]);
  const parts = splitReports(documentOf(lines, { title: "汇编", metadata: { 发布机构: "澜川县人民政府" } }));
  expect(parts.map(({ title, metadata }) => [title, metadata])).toEqual([
    [null, []],
    [null, []],
  ]);
});

describe("one report is one part", () => {
  const own = title("澜川县水务局", 2023);
  test.each<[string, readonly Part[]]>([
    ["with its title alone", [own, ...MATTER]],
    ["without a title", MATTER],
    [
      "with its title on a cover and on the first page",
      ["澜川县水务局", "2023年政府信息公开工作年度报告", "2024年1月", own, ...MATTER],
    ],
    ["with its title at the head of every page", [own, ...MATTER.slice(0, 2), own, ...MATTER.slice(2), own, TABLE]],
    ["under a short name of the body in the page's head", [title("县水务局", 2023), own, ...MATTER]],
    [
      "among links to the reports of other years",
      [title("澜川县水务局", 2022), own, ...MATTER, title("澜川县水务局", 2021), title("澜川县水务局", 2020), "打印"],
    ],
    [
      "in the notice that circulates it",
      ["澜川县水务局关于印发2023年政府信息公开工作年度报告的通知", "各股室：", own, ...MATTER],
    ],
  ])("%s", (_, parts) => {
    expect(partsOf(parts)).toHaveLength(1);
  });
});

describe("a volume as text", () => {
  const report = (year: number, requests: number) => [
    title("澜川县水务局", year),
    "一、总体情况",
    `全年收到政府信息公开申请${requests}件。`,
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "| 行政复议 | | | | | 行政诉讼 |",
    "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |",
    `| ${[requests, 0, 0, 0, requests, ...Array<number>(10).fill(0)].join(" | ")} |`,
    "五、存在的主要问题及改进情况",
    "公开内容还不够丰富。",
    "",
  ];
  const volume = [...report(2021, 3), ...report(2022, 8)].join("\n");

  test("parseReports reads each of its reports, with the lines of the whole file as places", async () => {
    const reports = await parseReports(volume, { file: "volume.txt" });
    expect(reports.map(({ year, disputes }) => [year, disputes?.reconsideration.upheld])).toEqual([
      [2021, 3],
      [2022, 8],
    ]);
    const lines = reports.map(({ cells }) => cells["disputes.reconsideration.total"]?.at);
    expect(lines).toMatchObject([{ line: 9 }, { line: 21 }]);
    expect(reports.map(({ statements }) => statements.map(({ value }) => value))).toEqual([[3], [8]]);
    expect(reports.map(({ source }) => source.file)).toEqual(["volume.txt", "volume.txt"]);
  });

  test("parseReport reads the first, and says that there are more", async () => {
    const { year, diagnostics } = await parseReport(volume, { lang: "en" });
    expect(year).toBe(2021);
    expect(diagnostics[0]).toEqual({
      code: "more-reports",
      severity: "warning",
      message: "this file holds 2 reports: this is the first of them",
    });
  });

  test("a file of one report gives one, and no such diagnostic", async () => {
    const reports = await parseReports(report(2021, 3).join("\n"));
    expect(reports).toHaveLength(1);
    expect(reports[0]!.diagnostics.map(({ code }) => code)).not.toContain("more-reports");
  });

  test("where no part is a report, the reason is told", async () => {
    await expect(parseReports("供水通知\n明日停水。")).rejects.toMatchObject({ code: "not-a-report" });
  });
});
