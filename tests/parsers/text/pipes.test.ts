/** Tables whose cells are divided by vertical bars. */
import { outlineOf } from "./read.js";

test("a heading between rows with bars stays a paragraph and divides two tables", async () => {
  const text = ["规章 | 0 | 0 |", "行政许可 | 5 | 6 |", "三、下一部分", "自然人 | 总计 |", "甲 | 1 | 1 |"].join("\n");
  expect(await outlineOf(text)).toEqual([
    [
      ["规章", "0", "0"],
      ["行政许可", "5", "6"],
    ],
    "三、下一部分",
    [
      ["自然人", "总计"],
      ["甲", "1", "1"],
    ],
  ]);
});

test("a label that is cut inside a bracket goes on in the next line", async () => {
  const text = ["予以公开 | 3 | 3 |", "部分公开（只计这一情形，", "不计其他情形） | 1 | 1 |", "总计 | 4 | 4 |"].join(
    "\n",
  );
  expect(await outlineOf(text)).toEqual([
    [
      ["予以公开", "3", "3"],
      ["部分公开（只计这一情形，不计其他情形）", "1", "1"],
      ["总计", "4", "4"],
    ],
  ]);
});

test("a row that is cut inside its cells is brought together by the number of its bars", async () => {
  const text = ["信息内容 | 本年新", "制作数量 | 对外公开", "总数量 |", "规章 | 0 | 3 |"].join("\n");
  expect(await outlineOf(text)).toEqual([
    [
      ["信息内容", "本年新\n制作数量", "对外公开\n总数量"],
      ["规章", "0", "3"],
    ],
  ]);
});

test("a bar at the beginning is an empty cell where other rows have none, and a frame where they have it", async () => {
  expect(await outlineOf(["甲 | 乙 | 1 |", "甲 | 丙 | 2 |", " | 丁 | 3 |"].join("\n"))).toEqual([
    [
      ["甲", "乙", "1"],
      ["甲", "丙", "2"],
      ["", "丁", "3"],
    ],
  ]);
  expect(await outlineOf(["| 甲 | 1 |", "|  | 2 |"].join("\n"))).toEqual([
    [
      ["甲", "1"],
      ["", "2"],
    ],
  ]);
});

test("Markdown: the rule is no row, an escaped bar is text, emphasis and entities are resolved", async () => {
  const text = ["| 事项 | 数 |", "|:---|---:|", "| **甲\\|乙** | 1&nbsp; |", "| <b>丙</b> | &#50; |"].join("\n");
  expect(await outlineOf(text)).toEqual([
    [
      ["事项", "数"],
      ["甲|乙", "1"],
      ["丙", "2"],
    ],
  ]);
});

test("a row of double dashes for none is no rule", async () => {
  expect(await outlineOf(["| 甲 | 乙 |", "|---|---|", "| 1 | 2 |", "| -- | -- |"].join("\n"))).toEqual([
    [
      ["甲", "乙"],
      ["1", "2"],
      ["--", "--"],
    ],
  ]);
});

test("bars on lines of their own divide cells, also with blank lines between", async () => {
  for (const gap of ["\n", "\n\n"]) {
    expect(await outlineOf(["规章", "|", "0", "|", "|", "5", "|"].join(gap))).toEqual(["规章", "0", "", "5"]);
  }
});

test("full-width and box-drawing bars divide cells like plain ones", async () => {
  for (const bar of ["｜", "│", "┃", "¦"]) {
    expect(await outlineOf([`甲${bar}1${bar}`, `乙${bar}2${bar}`].join("\n"))).toEqual([
      [
        ["甲", "1"],
        ["乙", "2"],
      ],
    ]);
  }
});
