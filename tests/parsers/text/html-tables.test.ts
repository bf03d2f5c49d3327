/** Tables in HTML between the lines of a text. */
import { blocksOf, outlineOf } from "./read.js";

const TABLE = `<table>
<tr><td rowspan="2">规章</td><td>1<sup>2</sup></td></tr>
<tr><td>2</td></tr>
</table>`;

test("headings, paragraphs and tables of Markdown stand in their order", async () => {
  const text = `# 甲局年报\n\n## 一、总体情况\n\n公开**及时**。\n\n${TABLE}\n\n## 二、问题\n\n无。\n`;
  expect(await outlineOf(text)).toEqual([
    "甲局年报",
    "一、总体情况",
    "公开及时。",
    [["规章", "1[2]"], ["2"]],
    "二、问题",
    "无。",
  ]);
  const [title, heading, , table] = await blocksOf(text);
  expect([title, heading]).toMatchObject([{ heading: true }, { heading: true }]);
  expect(table).toMatchObject({ layout: "grid", at: { line: 7, column: 1 }, cells: [{ rowSpan: 2 }, {}, {}] });
});

test("text before and behind a table on its line is kept, what is written around it is not", async () => {
  const text =
    "甲<html><body><table><tr><td>1</td><td>2</td></tr></table></body></html>\n\n乙 <table><tr><td>3</td><td>4</td></tr></table> 丙";
  expect(await outlineOf(text)).toEqual(["甲", [["1", "2"]], "乙", [["3", "4"]], "丙"]);
});

test("a table inside a table, and one that isn't closed, end with the outer one and with the text", async () => {
  const inner = "<table><tr><td>2</td></tr></table>";
  expect(await outlineOf(`<b>甲</b>\n\n<table><tr><td>1</td><td>${inner}</td></tr></table>\n\n乙`)).toEqual([
    "甲",
    [["1", "2"]],
    "乙",
  ]);
  expect(await outlineOf("甲\n\n<table><tr><td>1</td><td>2</td></tr>\n")).toEqual(["甲", [["1", "2"]]]);
});

test("tables with bars may stand beside them", async () => {
  expect(await outlineOf(`| 甲 | 乙 |\n| --- | --- |\n| 3 | 4 |\n\n${TABLE}`)).toEqual([
    [
      ["甲", "乙"],
      ["3", "4"],
    ],
    [["规章", "1[2]"], ["2"]],
  ]);
});
