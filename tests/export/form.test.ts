import { load } from "cheerio";
import exceljs from "exceljs";
import { formDocument } from "../../src/export/form-document.js";
import { formHtml } from "../../src/export/form-html.js";
import { formTables } from "../../src/export/form-layout.js";
import { formWorkbook } from "../../src/export/form-workbook.js";
import { FORMS } from "../../src/forms/index.js";
import { madeReport } from "../store/made-report.js";
import { faulty, older, oldest, prose, TOTAL, withImage } from "./filled-store.js";

/** Width of every row, spans from above included. */
function rowWidths(rows: readonly (readonly { rowSpan: number; colSpan: number }[])[]): number[] {
  const widths = rows.map(() => 0);
  rows.forEach((row, index) => {
    for (const cell of row) for (let below = 0; below < cell.rowSpan; below++) widths[index + below]! += cell.colSpan;
  });
  return widths;
}

test.each([
  ["2021", "zh"],
  ["2019", "zh"],
  ["2014", "zh"],
  ["2021", "en"],
  ["2019", "en"],
  ["2014", "en"],
] as const)("the tables of %s in %s are complete rectangles with every indicator", (id, lang) => {
  const tables = formTables(FORMS[id], () => true, lang);
  for (const { rows, columns } of tables) expect(new Set(rowWidths(rows))).toEqual(new Set([columns]));
  const placed = tables.flatMap(({ rows }) => rows.flat()).flatMap(({ indicator }) => indicator ?? []);
  expect(placed).toEqual(FORMS[id].indicators.map((indicator) => indicator.id));
});

test("the table of requests is headed and labelled as the official one", () => {
  const requests = formTables(FORMS["2021"], () => false, "zh")[1]!;
  const texts = requests.rows.map((row) => row.filter(({ kind }) => kind !== "value").map(({ text }) => text));
  expect(texts[0]).toEqual(["", "申请人情况"]);
  expect(texts[1]).toEqual(["自然人", "法人或其他组织", "总计"]);
  expect(texts[3]).toEqual(["一、本年新收政府信息公开申请数量"]);
  expect(texts[5]).toEqual(["三、本年度办理结果", "（一）予以公开"]);
  expect(texts[7]).toEqual(["（三）不予公开", "1.属于国家秘密"]);
  expect(requests.rows[7]![0]).toMatchObject({ rowSpan: 8, colSpan: 1 });
});

test("the page shows values, marks findings and names what is missing", () => {
  const page = load(formHtml(formDocument(madeReport(faulty), "zh")));
  const marked = page("td.error").filter((_, cell) => page(cell).text().startsWith("1,268"));
  expect(marked.find("a").attr("href")).toBe("#note-1");
  expect(page("#note-1").text()).toBe("新收申请总计应为27，实为1268");
  expect(page("td.warning")).toHaveLength(1);
  expect(
    page("td.missing")
      .toArray()
      .map((cell) => page(cell).text()),
  ).toEqual(["/", "空白"]);
  const image = load(formHtml(formDocument(madeReport(withImage), "zh")));
  expect(image("td.missing").filter((_, cell) => image(cell).text().startsWith("未读出"))).toHaveLength(15);
});

test("a finding on a group of rows marks the totals of its rows", () => {
  const finding = {
    rule: "r",
    severity: "error" as const,
    message: "m",
    indicators: ["requests.outcomes.unavailable"],
  };
  const page = load(formHtml(formDocument(madeReport({ ...faulty, findings: [finding] }), "zh")));
  expect(page("td.error")).toHaveLength(3);
});

test("no text of a document becomes markup, and the page loads and runs nothing", () => {
  const evil = `</style><script>alert(1)</script><img src=x onerror="alert(1)">&'`;
  const finding = { rule: "r", severity: "error" as const, message: evil, indicators: [TOTAL] };
  const html = formHtml(formDocument(madeReport({ body: evil, cells: { [TOTAL]: evil }, findings: [finding] }), "zh"));
  const page = load(html);
  expect(page("script, img, [onerror]")).toHaveLength(0);
  expect(page("h1").text()).toContain(evil);
  expect(page("meta[http-equiv]").attr("content")).toBe("default-src 'none'; style-src 'unsafe-inline'");
});

test("a report without tables gives a page that says so", () => {
  expect(formHtml(formDocument(madeReport(prose), "zh"))).toContain("未识别到全国统一格式的表格");
});

test("the workbook holds the same tables, numbers as numbers", async () => {
  for (const [made, sheets] of [
    [
      faulty,
      ["主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况", "核对与来源"],
    ],
    [
      older,
      ["主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况", "核对与来源"],
    ],
    [oldest, ["政府信息公开情况统计表", "核对与来源"]],
  ] as const) {
    const workbook = new exceljs.Workbook();
    const bytes = await formWorkbook(formDocument(madeReport(made), "zh"));
    await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(sheets);
  }
});

test("a long note is given the height of its lines, so that no program lets it run into the next", async () => {
  const long = { ...faulty, findings: [{ ...faulty.findings![0]!, message: "各项之和与总计不符。".repeat(30) }] };
  const workbook = new exceljs.Workbook();
  const bytes = await formWorkbook(formDocument(madeReport(long), "zh"));
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  const notes = workbook.getWorksheet("核对与来源")!;
  const row = notes.getColumn(1).values.indexOf(1);
  expect(notes.getRow(row).height).toBe(7 * 14 + 3);
  expect(notes.getRow(1).height).toBeUndefined();
});

test("the workbook's cells stand where the form prints them", async () => {
  const workbook = new exceljs.Workbook();
  const bytes = await formWorkbook(formDocument(madeReport(faulty), "zh"));
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  const requests = workbook.getWorksheet("收到和处理政府信息公开申请情况")!;
  expect(requests.getCell("A6").value).toBe("一、本年新收政府信息公开申请数量");
  expect([requests.getCell("D6").value, requests.getCell("J6").value]).toEqual([21, 1268]);
  expect(requests.getCell("J6").fill).toMatchObject({ fgColor: { argb: "FFF8C9C4" } });
  expect(requests.getCell("B10").value).toBe("（三）不予公开");
  expect(requests.getCell("B17").master.address).toBe("B10");
});

const CHINESE = /\p{Script=Han}/u;

test.each([
  ["2021", faulty],
  ["2019", older],
  ["2014", oldest],
] as const)("the form of %s in English has no Chinese words but names, terms and the notice", async (_, made) => {
  const report = { ...madeReport({ ...made, body: "L", findings: [] }), title: null };
  const document = formDocument(report, "en");
  const page = load(formHtml(document));
  expect(page("html").attr("lang")).toBe("en");
  const texts = page("h1, h2, dt, th, td").toArray();
  const chinese = texts.map((element) => page(element).text()).filter((text) => CHINESE.test(text));
  expect(chinese).toEqual(made === oldest ? [] : ["rules (规章)"]);
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load((await formWorkbook(document)).buffer as ArrayBuffer);
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(
    made === oldest
      ? ["Statistics", "Findings and source"]
      : [
          "Proactive disclosure",
          "Requests received and handled",
          "Reconsideration and litigation",
          "Findings and source",
        ],
  );
});

test("the English form has clauses, nested labels, units and what stands in place of a number", () => {
  const textsOf = (index: number) =>
    formTables(FORMS["2021"], () => false, "en")[index]!.rows.map((row) => row.map(({ text }) => text));
  expect(textsOf(0)[0]).toEqual(["article 20 (1)"]);
  expect(textsOf(0).at(-2)).toEqual(["kind of information", "amount (10,000 yuan)"]);
  expect(textsOf(1)[0]).toEqual(["", "applicants"]);
  expect(textsOf(1)[1]).toEqual(["natural persons", "legal persons and other organisations", "total"]);
  expect(textsOf(1)[7]!.slice(0, 2)).toEqual(["refused", "state secret"]);
  const statistics = formTables(FORMS["2014"], () => false, "en")[0]!.rows.map((row) => row.map(({ text }) => text));
  expect(statistics).toContainEqual(["　administrative reconsideration: upheld", "items", ""]);
  expect(
    load(formHtml(formDocument(madeReport(withImage), "en")))("td.missing")
      .first()
      .text(),
  ).toContain("not read");
});
