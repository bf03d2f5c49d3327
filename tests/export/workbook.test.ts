import exceljs, { type Worksheet } from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportReports } from "../../src/export/exporter.js";
import { RULES, SERIES_RULES, VERSION_RULES } from "../../src/audit/registry.js";
import type { RuleFacts } from "../../src/audit/rule.js";
import { FORMS } from "../../src/forms/index.js";
import { openDuckDbStore, type DuckDbStore } from "../../src/store/duckdb-store.js";
import { madeReport } from "../store/made-report.js";
import { outcomeOf } from "../store/outcomes.js";
import { faulty, filledStore } from "./filled-store.js";

let folder: string;
let store: DuckDbStore;
let workbook: InstanceType<typeof exceljs.Workbook>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nianbao-xlsx-"));
  store = await filledStore();
  const path = join(folder, "reports.xlsx");
  await exportReports(store, path);
  workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(path);
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const sheet = (name: string) => workbook.getWorksheet(name)!;
const current = () => sheet("年报（2021年格式）");

/** The column with these two headings. */
function column(from: Worksheet, group: string, name: string): number {
  for (let index = 1; index <= from.columnCount; index++) {
    const texts = [1, 2].map((row) => from.getCell(row, index).text.replace(/\s/g, ""));
    if (texts[0] === group.replace(/\s/g, "") && texts[1] === name.replace(/\s/g, "")) return index;
  }
  throw new Error(`no column ${group} ${name}`);
}

const rowOf = (from: Worksheet, body: string) => {
  for (let row = 3; row <= from.rowCount; row++) if (from.getCell(row, 1).text === body) return row;
  throw new Error(`no row ${body}`);
};

const noteOf = ({ note }: { note: unknown }) =>
  typeof note === "string" ? note : (note as { texts: { text: string }[] }).texts.map(({ text }) => text).join("");

test("there is a sheet a form, and the lists behind them", () => {
  expect(workbook.worksheets.map(({ name }) => name)).toEqual([
    "年报（2021年格式）",
    "年报（2019年格式）",
    "年报（2014年格式）",
    "年报（无统一表格）",
    "对不上",
    "未读出",
    "说明",
  ]);
});

test("every indicator has a column with the official words in two levels", () => {
  expect(column(current(), "一、本年新收政府信息公开申请数量", "自然人")).toBeGreaterThan(10);
  expect(column(current(), "三、本年度办理结果 （三）不予公开 1.属于国家秘密", "总计")).toBeGreaterThan(20);
  expect(column(current(), "行政诉讼 复议后起诉", "尚未审结")).toBeGreaterThan(200);
  expect(
    column(sheet("年报（2014年格式）"), "一、主动公开情况", "（二）2.政府网站公开政府信息数（条）"),
  ).toBeGreaterThan(5);
  const first = column(current(), "第二十条第（一）项 规章", "本年制发件数");
  expect(column(current(), "来源", "标题") - first).toBe(FORMS["2021"].indicators.length);
});

test("panes are frozen, filters set and columns wide enough", () => {
  expect(current().views[0]).toMatchObject({ state: "frozen", xSplit: 2, ySplit: 2 });
  expect(current().autoFilter).toMatch(/^A2:[A-Z]+4$/);
  expect(current().getColumn(1).width).toBe(30);
});

test("every filter has the name by which LibreOffice finds it", async () => {
  const book = unzipSync(await readFile(join(folder, "reports.xlsx")))["xl/workbook.xml"]!;
  const names = [...strFromU8(book).matchAll(/<definedName ([^>]*)>([^<]*)</g)].map(([, attributes, range]) => [
    attributes,
    range!.replaceAll("&apos;", "'"),
  ]);
  const filters = names.filter(([attributes]) => attributes!.includes("_FilterDatabase"));
  expect(filters).toHaveLength(workbook.worksheets.length);
  expect(filters[4]).toEqual(['name="_xlnm._FilterDatabase" localSheetId="4"', "'对不上'!$A$1:$J$3"]);
});

test("every printed page has the headings, and the names of the reports", () => {
  expect(current().pageSetup).toMatchObject({ printTitlesRow: "1:2", printTitlesColumn: "A:B" });
  expect(sheet("对不上").pageSetup).toMatchObject({ printTitlesRow: "1:1" });
});

test("numbers are numbers, and texts are texts that no program runs", () => {
  const row = rowOf(current(), "澜川县水务局");
  const total = current().getCell(row, column(current(), "一、本年新收政府信息公开申请数量", "总计"));
  expect([total.value, total.numFmt]).toEqual([1268, "#,##0"]);
  const fees = current().getCell(
    row,
    column(current(), "第二十条第（八）项 行政事业性收费", "本年收费金额（单位：万元）"),
  );
  expect([fees.value, fees.numFmt]).toEqual([46.5, "#,##0.0#####"]);
  const body = current().getCell(rowOf(current(), "=HYPERLINK(澜川县教育局)"), 1);
  expect([body.type, body.formula]).toEqual([exceljs.ValueType.String, undefined]);
});

test("a cell with a finding is coloured and says what is wrong, what stood there, and where", () => {
  const row = rowOf(current(), "澜川县水务局");
  const total = current().getCell(row, column(current(), "一、本年新收政府信息公开申请数量", "总计"));
  expect(total.fill).toMatchObject({ pattern: "solid", fgColor: { argb: "FFF8C9C4" } });
  expect(noteOf(total)).toMatch(/^新收申请总计应为27，实为1268\n原文“1268”，第1个表格第\d+行第2列$/);
  const licensing = current().getCell(row, column(current(), "第二十条第（五）项 行政许可", "本年处理决定数量"));
  expect(licensing.fill).toMatchObject({ fgColor: { argb: "FFFDEBB3" } });
});

test("a finding on a group of rows colours the totals of its rows, and the list leads to them", async () => {
  const finding = {
    rule: "r",
    severity: "error" as const,
    message: "m",
    indicators: ["requests.outcomes.unavailable"],
  };
  const own = await openDuckDbStore(":memory:");
  await own.save([outcomeOf("/group.html", madeReport({ ...faulty, findings: [finding] }))]);
  const path = join(folder, "group.xlsx");
  await exportReports(own, path);
  await own.close();
  const group = new exceljs.Workbook();
  await group.xlsx.readFile(path);
  const [reports, findings] = group.worksheets;
  const red: string[] = [];
  reports!.getRow(3).eachCell((cell, index) => {
    if (cell.note === undefined) return;
    expect(noteOf(cell)).toMatch(/^m\n/);
    red.push(`${reports!.getCell(1, index).text} ${reports!.getCell(2, index).text}`);
  });
  expect(red).toEqual([1, 2, 3].map(() => expect.stringMatching(/（四）无法提供.* 总计$/s) as string));
  const address = findings!.getCell(2, 8).hyperlink.split("!")[1]!;
  expect(noteOf(reports!.getCell(address))).toMatch(/^m\n/);
});

test("a missing value is hatched and says what is missing: a dash, a blank, what was not read", () => {
  const group = "二、上年结转政府信息公开申请数量";
  const row = rowOf(current(), "澜川县水务局");
  const dash = current().getCell(row, column(current(), group, "总计"));
  expect([dash.value, (dash.fill as { pattern: string }).pattern]).toEqual(["/", "lightUp"]);
  const blank = current().getCell(row, column(current(), "四、结转下年度继续办理", "总计"));
  expect([blank.value, (blank.fill as { pattern: string }).pattern]).toEqual(["空白", "lightUp"]);
  const lost = current().getCell(rowOf(current(), "=HYPERLINK(澜川县教育局)"), column(current(), "行政复议", "总计"));
  expect([lost.value, (lost.fill as { pattern: string }).pattern]).toEqual(["未读出", "lightUp"]);
});

test("a finding is listed with a link to its cell", () => {
  const findings = sheet("对不上");
  const row = [2, 3].find((n) => findings.getCell(n, 3).text === "错误")!;
  expect(findings.getCell(row, 4).value).toBe("新收申请总计应为27，实为1268");
  expect([findings.getCell(row, 5).value, findings.getCell(row, 6).value]).toEqual([27, 1268]);
  expect(findings.getCell(row, 7).text).toContain("一、本年新收政府信息公开申请数量 / 总计");
  const target = findings.getCell(row, 8).hyperlink;
  const [name, address] = /^#'(.+)'!(.+)$/.exec(target)!.slice(1);
  expect(sheet(name!).getCell(address!).value).toBe(1268);
  const doubtful = findings.getCell(5 - row, 7).text;
  expect(doubtful.split("\n")).toEqual(["第二十条第（五）项 / 行政许可 / 本年处理决定数量", "一、总体情况"]);
});

test("what could not be read is listed: files first, then parts of reports", () => {
  const unread = sheet("未读出");
  const rows = [2, 3, 4, 5].map((n) => [unread.getCell(n, 1).text, unread.getCell(n, 9).text]);
  expect(rows).toEqual([
    ["整个文件", "damaged"],
    ["整个文件", "not-a-report"],
    ["年报（2021年格式）", "table-is-image"],
    ["年报（2021年格式）", "number-unreadable"],
  ]);
  expect(unread.getCell(4, 6).text).toBe("行政复议 …");
});

test("the columns are explained, each with its unit and id", () => {
  const rows = sheet("说明").getSheetValues() as unknown[][];
  const explained = rows.filter((row) => row?.[6] === "proactiveDisclosure.fees.amount");
  expect(explained.map((row) => [row[1], row[5], row[7]])).toEqual([["2021", "万元", FORMS["2021"].notice]]);
});

test("the rules are explained, each with its title, source and id", () => {
  const rows = sheet("说明").getSheetValues() as unknown[][];
  const start = rows.findIndex((row) => row?.[1] === "核对规则") + 1;
  const between = rows.findIndex((row) => /本工作簿不核对.*nianbao audit/.test(String(row?.[1]))) + 1;
  const explained = (from: number, to?: number) => rows.slice(from, to).map((row) => [row[3], row[6], row[7]]);
  const expected = (rules: readonly RuleFacts[]) => rules.map(({ id, title, source }) => [title.zh, id, source.zh]);
  expect(explained(start, between - 2)).toEqual(expected(RULES));
  expect(explained(between)).toEqual(expected([...SERIES_RULES, ...VERSION_RULES]));
});

test("headings are English on demand", async () => {
  const path = join(folder, "english.xlsx");
  await exportReports(store, path, { lang: "en", filter: { form: "2021" } });
  const english = new exceljs.Workbook();
  await english.xlsx.readFile(path);
  expect(english.worksheets.map(({ name }) => name)).toEqual([
    "Reports (form of 2021)",
    "Findings",
    "Not read",
    "Explanation",
  ]);
  expect(column(english.worksheets[0]!, "received this year", "natural persons")).toBeGreaterThan(10);
  const explained = english.worksheets[3]!.getSheetValues() as unknown[][];
  const fees = explained.find((row) => row?.[6] === "proactiveDisclosure.fees.amount")!;
  expect(fees[5]).toBe("10,000 yuan");
});
