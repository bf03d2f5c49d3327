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
