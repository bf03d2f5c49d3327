/** Numbers of this year and of another one in one table: those of the report's year are taken where heads tell both plainly. */
import { parseReport, type Report } from "../../../src/index.js";

const YEARS = ["2023年", "2024年"] as const;
const APPLICANTS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];
const REQUESTS: readonly (readonly [string, readonly number[]])[] = [
  ["一、本年新收政府信息公开申请数量", [5, 1, 0, 0, 0, 0, 6]],
  ["二、上年结转政府信息公开申请数量", [2, 0, 0, 0, 0, 0, 2]],
  ["（一）予以公开", [3, 1, 0, 0, 0, 0, 4]],
];
const RECEIVED = { naturalPerson: 5, commercialEnterprise: 1, legalServiceInstitution: 0, total: 6 };
const RESULTS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
const DISPUTED = [2, 1, 1, 3, 7, 1, 0, 0, 2, 3, 4, 0, 1, 0, 5];
const BEFORE = [0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 2, 0, 2];

const cell = (text: string | number, spans = "") => `<td ${spans}>${text}</td>`;
const row = (...cells: readonly (string | number)[]) =>
  `<tr>${cells.map((one) => (String(one).startsWith("<td") ? one : cell(one))).join("")}</tr>`;
const table = (...rows: readonly string[]) => `<table>${rows.join("")}</table>`;
/** Twice as many as this year, so that the sums of the other year hold, too. */
const doubled = (values: readonly number[]) => values.map((value) => 2 * value);

async function reportOf(...tables: readonly string[]): Promise<Report> {
  const prose = "<p>本局健全公开目录，按时答复申请，并对各科室开展了培训与检查。</p>".repeat(5);
  const page = `<h1>青禾县水利局2024年政府信息公开工作年度报告</h1><h2>一、总体情况</h2>${prose}<h2>二、主动公开政府信息情况</h2><h2>三、收到和处理政府信息公开申请情况</h2>${tables.join("")}`;
  return parseReport(new TextEncoder().encode(page));
}

describe("requests of two years", () => {
  test.each<[string, readonly [string, string]]>([
    ["by number", YEARS],
    ["by number, this year first", ["2024年", "2023年"]],
    ["by number and in words", ["上年（2023年）", "2024年（本年）"]],
    ["by bare number", ["2023", "2024"]],
    ["by number in brackets", ["（2024）", "（2023）"]],
    ["in words", ["上年", "本年"]],
    ["with what they are", ["上年同期数", "本年数"]],
  ])("side by side for each applicant, told %s", async (_, years) => {
    const own = /^（?(?:2024|本)/.test(years[0]) ? 0 : 1;
    const pair = (value: number) => (own === 0 ? [value, 2 * value] : [2 * value, value]);
    const html = table(
      row(cell("项目", "rowspan=2"), ...APPLICANTS.map((name) => cell(name, "colspan=2"))),
      row(...APPLICANTS.flatMap(() => years)),
      ...REQUESTS.map(([label, values]) => row(label, ...values.flatMap(pair))),
    );
    expect((await reportOf(html)).requests).toMatchObject({ received: RECEIVED });
  });

  test("each over a set of columns", async () => {
    const html = table(
      row(cell("项目", "rowspan=2"), ...YEARS.map((year) => cell(year, "colspan=7"))),
      row(...APPLICANTS, ...APPLICANTS),
      ...REQUESTS.map(([label, values]) => row(label, ...doubled(values), ...values)),
    );
    expect((await reportOf(html)).requests).toMatchObject({ received: RECEIVED });
  });

  test("in two rows for each item", async () => {
    const html = table(
      row("项目", "年度", ...APPLICANTS),
      ...REQUESTS.map(
        ([label, values]) => row(cell(label, "rowspan=2"), YEARS[0], ...doubled(values)) + row(YEARS[1], ...values),
      ),
    );
    expect((await reportOf(html)).requests).toMatchObject({ received: RECEIVED });
  });

  test("one behind the other, each under a line", async () => {
    const rows = (values: (own: readonly number[]) => readonly number[]) =>
      row("项目", ...APPLICANTS) + REQUESTS.map(([label, own]) => row(label, ...values(own))).join("");
    const [last, own] = YEARS.map((year) => row(cell(year, "colspan=8")));
    const html = table(last! + rows(doubled) + own! + rows((values) => values));
    expect((await reportOf(html)).requests).toMatchObject({ received: RECEIVED });
  });

  test.each(["全县", "2023"])("under other heads (%s) are unknown, though the sums of both sets hold", async (head) => {
    const html = table(
      row(cell("项目", "rowspan=2"), cell(head, "colspan=7"), cell("本级", "colspan=7")),
      row(...APPLICANTS, ...APPLICANTS),
      ...REQUESTS.map(([label, values]) => row(label, ...doubled(values), ...values)),
    );
    const { requests, diagnostics } = await reportOf(html);
    expect(requests).toMatchObject({ received: { naturalPerson: null, total: null } });
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ indicator: "requests.received", code: "value-count" }),
    );
  });
});

describe("other tables of two years", () => {
  const heads = (words: readonly string[]) => row("信息内容", ...words);

  test.each<[string, (year: string, what: string) => string]>([
    ["before its words", (year, what) => year + what],
    ["behind them", (year, what) => `本年${what}（${year.slice(0, 4)}）`],
  ])("proactive disclosure, with the year in each head %s", async (_, head) => {
    const words = ["制发件数", "废止件数", "现行有效件数"];
    const html = table(
      heads(words.flatMap((what) => YEARS.map((year) => head(year, what)))),
      row("规章", 9, 0, 9, 0, 9, 0),
      row("行政规范性文件", 9, 3, 9, 1, 9, 18),
      heads(["本年处理决定数量"]),
      row("行政许可", 12),
    );
    expect((await reportOf(html)).proactiveDisclosure).toMatchObject({
      normativeDocuments: { issued: 3, repealed: 1, inForce: 18 },
      licensing: { decisions: 12 },
    });
  });

  test("years hold for the values under them, not for those behind the next words", async () => {
    const html = table(
      heads(["本年制发件数", "本年废止件数", "现行有效件数"].map((what) => cell(what, "colspan=2"))),
      row("", ...["", "", ""].flatMap(() => YEARS)),
      row("行政规范性文件", 9, 3, 9, 1, 9, 18),
      heads(["本年处理决定数量"]),
      row("行政许可", 12),
    );
    expect((await reportOf(html)).proactiveDisclosure).toMatchObject({
      normativeDocuments: { issued: 3, repealed: 1, inForce: 18 },
      licensing: { decisions: 12 },
    });
  });

  const disputes = (...rows: readonly string[]) =>
    table(
      row(cell("年度", "rowspan=3"), cell("行政复议", "colspan=5"), cell("行政诉讼", "colspan=10")),
      row(
        ...RESULTS.map((name) => cell(name, "rowspan=2")),
        cell("未经复议直接起诉", "colspan=5"),
        cell("复议后起诉", "colspan=5"),
      ),
      row(...RESULTS, ...RESULTS),
      ...rows,
    );

  test.each(["2023年", "上年", "上年度"])("disputes, a row each, the other of %s", async (other) => {
    const own = other === "2023年" ? "2024年" : "本年度";
    const report = await reportOf(disputes(row(other, ...BEFORE), row(own, ...DISPUTED)));
    expect(report.disputes).toMatchObject({ reconsideration: { upheld: 2, total: 7 } });
  });

  test("numbers of years among others are values", async () => {
    const html = table(
      heads(["本年制发件数", "本年废止件数", "现行有效件数"]),
      row("规章", 2024, 2023, 0),
      row("行政规范性文件", 2024, 2022, 2023),
    );
    expect((await reportOf(html)).proactiveDisclosure).toMatchObject({
      rules: { issued: 2024, repealed: 2023 },
      normativeDocuments: { issued: 2024, repealed: 2022, inForce: 2023 },
    });
  });

  test("disputes of a row that may be part of this year's stay unknown", async () => {
    const report = await reportOf(disputes(row("本年度", ...DISPUTED), row("上年结转", ...BEFORE)));
    expect(report.disputes).toMatchObject({ reconsideration: { upheld: null, total: null } });
    expect(report.diagnostics).toContainEqual(
      expect.objectContaining({ code: "ambiguous-row", indicator: "disputes" }),
    );
  });
});
