/** Tables whose cells are divided by tabs. */
import { blocksOf, outlineOf } from "./read.js";

test("tabs divide cells; an empty cell stays empty", async () => {
  expect(await outlineOf("规章\t0\t\t5\n许可\t1\t2\t3\n")).toEqual([
    [
      ["规章", "0", "", "5"],
      ["许可", "1", "2", "3"],
    ],
  ]);
});

test("a quoted cell of a spreadsheet may hold line ends, tabs and doubled quotes", async () => {
  const text = '"行政\n许可"\t5\t"a\tb"\n"3.危及""三安全一稳定"""\t0\t0\n';
  expect(await outlineOf(text)).toEqual([
    [
      ["行政\n许可", "5", "a\tb"],
      ['3.危及"三安全一稳定"', "0", "0"],
    ],
  ]);
});

test("a quote that nothing closes is a character like others", async () => {
  expect(await outlineOf('"甲\t1\n乙\t2\n')).toEqual([
    [
      ['"甲', "1"],
      ["乙", "2"],
    ],
  ]);
});

test("every cell knows its line and column", async () => {
  const [table] = await blocksOf("前\n甲\t12\t3\n").then((blocks) => blocks.slice(1));
  expect(table?.kind === "table" && table.cells.map(({ at }) => at)).toEqual([
    { line: 2, column: 1 },
    { line: 2, column: 3 },
    { line: 2, column: 6 },
  ]);
});
