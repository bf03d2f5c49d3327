/** Columns that stand beside those of the form, in tables of any format. */
import { parseReport } from "../../src/index.js";
import { tableRows } from "../../src/matching/table-row.js";
import type { Table } from "../../parsers/document.js";
import { documentOf } from "../support/document.js";
import { documentOf as reportOf, rowsOfTexts } from "../support/flatten.js";
import { judge } from "../support/judge.js";
import { madeForm, type PrintedTable } from "../support/made-form.js";

const rowsOfTable = (rows: readonly (readonly string[])[]) =>
  tableRows(documentOf([rows]).blocks[0] as Table).map(({ labels, values }) => [
    labels,
    values.map(({ text }) => text),
  ]);

test.each(["序号", "备注", "填报说明", "上年同期", "去年数", "同比增减", "较上年增减", "计量单位："])(
  "the column %s is none of the form's",
  (head) => {
    const rows = [
      [head, "信息内容", "制发", "废止"],
      ["1", "规章", "3", "4"],
      ["", "行政规范性文件", "5", "6"],
    ];
    const text =
      head === "计量单位：" ? rows.map(([first, ...rest]) => [first === "1" ? "件" : first!, ...rest]) : rows;
    const expected = [
      [["信息内容", "制发", "废止"], []],
      [["规章"], ["3", "4"]],
      [["行政规范性文件"], ["5", "6"]],
    ];
    expect(rowsOfTable(text)).toEqual(expected);
    expect(rowsOfTable(text.map(([first, ...rest]) => [...rest, first!]))).toEqual(expected);
  },
);

test("a unit of money stays: it tells how to read the value beside it", () => {
  expect(
    rowsOfTable([
      ["项目", "单位", "数额"],
      ["收费金额", "元", "300"],
      ["公开指南", "篇", "2"],
    ]),
  ).toEqual([
    [["项目", "数额"], []],
    [["收费金额", "元"], ["300"]],
    [["公开指南"], ["2"]],
  ]);
});

test("a change beside figures of another year is none of the form's; alone it may be 本年增/减 of 2019", () => {
  const rows = (head: string) => [
    ["项目", "本年", head, "增减"],
    ["规章", "3", "2", "1"],
  ];
  expect(rowsOfTable(rows("上年"))[1]).toEqual([["规章"], ["3"]]);
  expect(rowsOfTable(rows("处理"))[1]).toEqual([["规章"], ["3", "2", "1"]]);
});

test("a word under the head of another column is no head", () => {
  const rows = [
    ["项目", "内容"],
    ["规章", "备注"],
    ["文件", "3"],
  ];
  expect(rowsOfTable(rows).at(-1)).toEqual([["文件"], ["3"]]);
});

const HTML = (rows: readonly (readonly string[])[]) =>
  `<table>${rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join("")}</tr>`).join("")}</table>`;

/** The rows with a serial number before, and a remark, a number in every third row, behind. */
function withColumns(table: PrintedTable): string[][] {
  const first = table.rows.findIndex((row) => row.some(({ indicator }) => indicator !== undefined));
  return rowsOfTexts(table, "repeated").map((texts, r) => {
    const head = r < first || /信息内容|第二十条/.test(texts[0]!);
    return head ? ["序号", ...texts, "备注"] : [String(r), ...texts, r % 3 === 0 ? String(r) : ""];
  });
}

describe("a report with serial numbers and remarks is read whole", () => {
  test.each(["2021", "2019", "2014"] as const)("form of %s", async (form) => {
    const made = madeForm(form, 7);
    const text = reportOf(made, (_, table) => [HTML(withColumns(table))]);
    const { right, wrong, silent, explained } = judge(made, await parseReport(text));
    expect({ wrong, silent, explained }).toEqual({ wrong: [], silent: [], explained: [] });
    expect(right.length).toBeGreaterThan(50);
  });
});

describe("a report whose tables have rows and columns exchanged is read whole", () => {
  test.each(["2021", "2019", "2014"] as const)("form of %s", async (form) => {
    const made = madeForm(form, 7);
    const turned = (rows: readonly (readonly string[])[]) =>
      rows[0]!.map((_, column) => rows.map((row) => row[column]!));
    const text = reportOf(made, (rows) => [HTML(turned(rows))], { merged: "repeated" });
    expect(judge(made, await parseReport(text))).toMatchObject({ wrong: [], silent: [], explained: [] });
  });

  test("a value that can't be placed leaves the table unread", async () => {
    const made = madeForm("2021", 7);
    const turned = (rows: readonly (readonly string[])[]) =>
      rows[0]!.map((_, column) => rows.map((row) => row[column]!)).slice(0, -1);
    const text = reportOf(made, (rows) => [HTML(turned(rows))], { merged: "repeated" });
    expect(judge(made, await parseReport(text))).toMatchObject({ wrong: [], silent: [] });
  });
});

test("a head of another year is beside the same head of this year, and a column of the form without it", () => {
  const compared = [
    ["信息内容", "本年制发件数", "上年制发件数", "现行有效件数", "上年现行有效件数"],
    ["规章", "1", "8", "2", "9"],
  ];
  expect(rowsOfTable(compared)).toEqual([
    [["信息内容", "本年制发件数", "现行有效件数"], []],
    [["规章"], ["1", "2"]],
  ]);
  const form2019 = [
    ["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"],
    ["行政许可", "1", "2", "3"],
  ];
  expect(rowsOfTable(form2019)[1]).toEqual([["行政许可"], ["1", "2", "3"]]);
});
