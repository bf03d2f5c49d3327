/** Rows of tables as the matchers see them. */
import { tableOf, type Cell } from "../../parsers/document.js";
import { tableRows } from "../../src/matching/table-row.js";

const at = { table: 0, row: 0, column: 0 };
const rowOf = (...cells: Partial<Cell>[]) =>
  tableRows(
    tableOf(
      cells.map((cell, column): Cell => ({ row: 0, column, rowSpan: 1, colSpan: 1, text: "", at, ...cell })),
      "grid",
      at,
    ),
  )[0]!;

test("an automatic number is part of a label and no part of a value", () => {
  const { labels, values } = rowOf({ text: "重复申请", ordinal: "2." }, { text: "5", ordinal: "1." }, { text: "0" });
  expect(labels).toEqual(["2.重复申请"]);
  expect(values.map(({ text }) => text)).toEqual(["5", "0"]);
});

test("a number before the first label is a serial number", () => {
  const { labels, values } = rowOf({ text: "3" }, { text: "行政许可" }, { text: "126" });
  expect([labels, values.map(({ text }) => text)]).toEqual([["行政许可"], ["126"]]);
});
