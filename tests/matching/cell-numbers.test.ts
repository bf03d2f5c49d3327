/** What writers put into value cells beside plain digits, and what of it is more than one thing. */
import { readNumber } from "../../src/matching/numbers.js";
import { tableRows } from "../../src/matching/table-row.js";
import type { Table } from "../../parsers/document.js";
import { documentOf } from "../support/document.js";

test.each([
  ["二", 2],
  ["两", 2],
  ["十", 10],
  ["十二", 12],
  ["二十三件", 23],
  ["廿三", 23],
  ["一百零五", 105],
  ["一千二百三十四", 1234],
  ["一百一十", 110],
  ["一百十五", 115],
  ["五百", 500],
  ["两千", 2000],
  ["一千零二十", 1020],
  ["一千零五", 1005],
  ["二〇三", 203],
  ["贰拾叁", 23],
  ["一件", 1],
  ["零件", 0],
  ["O", 0],
  ["（0）", 0],
  ["共37件", 37],
  ["37件。", 37],
  ["37件，", 37],
  ["2\u00a0271", 2271],
  ["2\u2009271", 2271],
  ["12注1", 12],
])("%s is %d", (text, value) => {
  expect(readNumber(text, "件")).toMatchObject({ kind: "number", value });
});

test("a comma behind digits may be a separator of what was cut off", () => {
  expect(readNumber("37，", "件").kind).toBe("unreadable");
});

test("无 with a full stop is nothing", () => {
  expect(readNumber("无。", "件").kind).toBe("dash");
});

test("three digits behind the point of an amount in 元 may be its thousands", () => {
  expect(readNumber("251.000", "元").kind).toBe("unreadable");
  expect(readNumber("251.000元", "万元").kind).toBe("unreadable");
  expect(readNumber("251.005", "万元")).toMatchObject({ value: 251.005 });
  expect(readNumber("0.125", "元")).toMatchObject({ value: 0.125 });
});

test("an amount may be written out whole", () => {
  expect(readNumber("人民币12.5万元整", "万元")).toMatchObject({ value: 12.5 });
});

test.each([
  "一",
  "三四",
  "一百二",
  "三千五",
  "一千二十",
  "一千二十三",
  "百",
  "二3",
  "三、",
  "约30",
  "30余件",
  "（37）",
  "2 271",
  "1、234",
  "？1268",
  "?37",
  "1\u00a023",
  "0,123",
  "01,234",
  "1. 5",
])("%s may be more than one number, or none", (text) => {
  expect(readNumber(text, "件")).toEqual({ kind: "unreadable" });
});

test.each(["空", "空白", "未发生", "不涉及", "无此项", "（无）", "——件", "/件", "nil"])(
  "%s prints no number",
  (text) => {
    expect(readNumber(text, "件")).toEqual({ kind: "dash" });
  },
);

test("a currency before an amount counts where its unit is told", () => {
  expect(readNumber("人民币3.5万元", "万元")).toEqual({ kind: "number", value: 3.5 });
  expect(readNumber("35000元整", "万元")).toEqual({ kind: "number", value: 3.5 });
  expect(readNumber("￥350", "元")).toEqual({ kind: "number", value: 350 });
  expect(readNumber("￥350", "万元")).toEqual({ kind: "unreadable" });
  expect(readNumber("￥350", "件")).toEqual({ kind: "unreadable" });
});

const rowOf = (cells: readonly string[]) => {
  const [row] = tableRows(documentOf([[cells]]).blocks[0] as Table);
  return [row!.labels, row!.values.map(({ text }) => text)];
};

test("a numeral behind a label is a value, in the first column it is a serial number", () => {
  expect(rowOf(["行政许可", "五", "三十"])).toEqual([["行政许可"], ["五", "三十"]]);
  expect(rowOf(["二", "行政许可", "5"])).toEqual([["二", "行政许可"], ["5"]]);
});

test("a count unit between label and values is no label", () => {
  expect(rowOf(["行政许可", "件", "5"])).toEqual([["行政许可"], ["5"]]);
  expect(rowOf(["行政事业性收费", "元", "5"])).toEqual([["行政事业性收费", "元"], ["5"]]);
});
