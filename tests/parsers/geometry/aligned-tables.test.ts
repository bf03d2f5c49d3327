import { alignedTables } from "../../../parsers/geometry/aligned-tables.js";
import { linesOf } from "../../../parsers/geometry/lines.js";
import type { Edge, Glyph } from "../../../parsers/geometry/page.js";
import { words } from "../../support/glyphs.js";

/** Each entry: x, y and text of a word. */
const glyphsOf = (...placed: readonly (readonly [x: number, y: number, text: string])[]): Glyph[] =>
  placed.flatMap(([x, y, text]) => words(x, y, text));

function rowsOf(glyphs: readonly Glyph[], rulings: readonly Edge[] = []): string[][][] {
  return alignedTables(linesOf(glyphs), rulings, 1).map(({ cells, rows }) =>
    Array.from({ length: rows }, (_, row) =>
      cells.filter((cell) => cell.row === row).map(({ column, text }) => `${column}:${text}`),
    ),
  );
}

const HEADER = [
  [70, 100, "信息内容"],
  [200, 100, "制发件数"],
  [300, 100, "废止件数"],
  [400, 100, "有效件数"],
] as const;

test("rows of values under a header are a table whose cells are inferred", () => {
  const glyphs = glyphsOf(...HEADER, [70, 120, "规章"], [215, 120, "3"], [315, 120, "0"], [410, 120, "12"]);
  expect(rowsOf(glyphs)).toEqual([
    [
      ["0:信息内容", "1:制发件数", "2:废止件数", "3:有效件数"],
      ["0:规章", "1:3", "2:0", "3:12"],
    ],
  ]);
  const [table] = alignedTables(linesOf(glyphs), [], 7);
  expect(new Set(table!.cells.map(({ doubt }) => doubt))).toEqual(new Set(["inferred"]));
  expect(table!.cells.map(({ at }) => "page" in at && at.page)).toEqual(Array(8).fill(7));
});

test("a blank cell among values is an empty cell of its column", () => {
  const glyphs = glyphsOf(
    ...HEADER,
    [70, 120, "规章"],
    [415, 120, "3"],
    [70, 140, "规范性文件"],
    [215, 140, "4"],
    [315, 140, "1"],
    [410, 140, "41"],
  );
  expect(rowsOf(glyphs)[0]!.slice(1)).toEqual([
    ["0:规章", "1:", "2:", "3:3"],
    ["0:规范性文件", "1:4", "2:1", "3:41"],
  ]);
});

test("a column that is blank in all rows is known by its header", () => {
  const glyphs = glyphsOf(
    ...HEADER,
    [70, 120, "规章"],
    [215, 120, "3"],
    [415, 120, "5"],
    [70, 140, "文件"],
    [215, 140, "4"],
  );
  expect(rowsOf(glyphs)[0]!.slice(1)).toEqual([
    ["0:规章", "1:3", "2:", "3:5"],
    ["0:文件", "1:4", "2:", "3:"],
  ]);
});

test("a label without values beside it makes up no blanks", () => {
  const glyphs = glyphsOf(
    ...HEADER,
    [70, 120, "规章"],
    [215, 120, "3"],
    [315, 120, "0"],
    [415, 120, "5"],
    [70, 140, "文件"],
  );
  expect(rowsOf(glyphs)[0]!.at(-1)).not.toEqual(["0:文件", "1:", "2:", "3:"]);
});

test("the lines of a label belong to the row that they stand around", () => {
  const glyphs = glyphsOf(
    [70, 100, "1.申请人逾期不补正的"],
    [70, 114, "申请"],
    [250, 107, "3"],
    [300, 107, "4"],
    [70, 135, "2.其他"],
    [250, 135, "5"],
    [300, 135, "6"],
  );
  expect(rowsOf(glyphs)).toEqual([
    [
      ["0:1.申请人逾期不补正的\n申请", "1:3", "2:4"],
      ["0:2.其他", "1:5", "2:6"],
    ],
  ]);
});

test("a group's label stands in a column of its own, beside the row that it is nearest to", () => {
  const row = (y: number, label: string, value: string): [number, number, string][] => [
    [150, y, label],
    [300, y, value],
    [350, y, value],
  ];
  const glyphs = glyphsOf(
    ...row(100, "1.国家秘密", "1"),
    ...row(120, "2.商业秘密", "2"),
    ...row(140, "3.过程信息", "3"),
    [70, 113, "不予"],
    [70, 127, "公开"],
  );
  expect(rowsOf(glyphs)[0]!.map((cells) => cells.at(-3))).toEqual(["1:1.国家秘密", "1:2.商业秘密", "1:3.过程信息"]);
  expect(
    rowsOf(glyphs)[0]!
      .flat()
      .filter((cell) => cell.startsWith("0:"))
      .join(),
  ).toMatch(/不予.*公开/s);
});

test("horizontal rules tell which label lines are one row", () => {
  const rulings = [95, 150, 165].map((at) => ({ at, from: 60, to: 320 }));
  const glyphs = glyphsOf(
    [70, 100, "申请人无正当理由逾期"],
    [70, 120, "不补正的政府信息"],
    [70, 140, "公开申请"],
    [250, 100, "3"],
    [300, 100, "4"],
    [70, 155, "其他"],
    [250, 155, "5"],
    [300, 155, "6"],
  );
  expect(rowsOf(glyphs, rulings)[0]!.map((cells) => cells.length)).toEqual([3, 3]);
});

test("a header that follows rows begins a table of its own", () => {
  const glyphs = glyphsOf(
    ...HEADER,
    [70, 120, "规章"],
    [215, 120, "3"],
    [315, 120, "0"],
    [415, 120, "5"],
    [70, 140, "信息内容"],
    [290, 140, "处理决定数量"],
    [70, 160, "行政许可"],
    [315, 160, "7"],
  );
  expect(rowsOf(glyphs).map((rows) => rows.length)).toEqual([2, 2]);
});

test("headings and prose are no part of a table", () => {
  const glyphs = glyphsOf(
    ...HEADER,
    [70, 120, "规章"],
    [215, 120, "3"],
    [315, 120, "0"],
    [415, 120, "5"],
    [70, 145, "三、收到和处理政府信息公开申请情况"],
    [70, 165, "甲"],
    [215, 165, "1"],
    [315, 165, "2"],
    [415, 165, "3"],
  );
  expect(rowsOf(glyphs)).toHaveLength(2);
  expect(rowsOf(glyphs).flat(2).join()).not.toContain("收到");
});

test("numbers that may be wrapped parts of one row are not believed", () => {
  const glyphs = glyphsOf(
    [70, 107, "新收申请"],
    [200, 100, "1,58"],
    [200, 114, "8"],
    [300, 107, "794"],
    [400, 107, "2"],
    [70, 150, "结转"],
    [205, 150, "1"],
    [300, 150, "2"],
    [400, 150, "3"],
  );
  const cells = alignedTables(linesOf(glyphs), [], 1).flatMap((table) => table.cells);
  expect(cells.map(({ text, doubt }) => `${text} ${doubt}`)).toEqual([
    "1,58 unplaced",
    " unplaced",
    " unplaced",
    "新收申请 unplaced",
    " unplaced",
    "794 unplaced",
    "2 unplaced",
    "8 unplaced",
    " unplaced",
    " unplaced",
    "结转 inferred",
    "1 inferred",
    "2 inferred",
    "3 inferred",
  ]);
});

test("values of one row that share a column are no table", () => {
  const glyphs = glyphsOf(
    [70, 100, "甲"],
    [200, 100, "1"],
    [212, 100, "2"],
    [70, 120, "乙"],
    [198, 120, "12345"],
    [70, 140, "丙"],
    [200, 140, "3"],
  );
  expect(rowsOf(glyphs)).toEqual([]);
});

test("prose with numbers in it is no table", () => {
  const glyphs = glyphsOf(
    [70, 100, "本年受理申请27件，办结25件，结转下年度继续办理的有2件。"],
    [70, 115, "联系电话：0123-4567"],
  );
  expect(rowsOf(glyphs)).toEqual([]);
});

test("a row whose label ends in the digits of a number that touches it has no value that is believed", () => {
  const glyphs = glyphsOf(
    ...HEADER,
    [70, 120, "行政规范性文件12"],
    [315, 120, "1"],
    [410, 120, "12"],
    [70, 150, "规章"],
    [215, 150, "3"],
    [315, 150, "4"],
    [410, 150, "5"],
  );
  const doubts = alignedTables(linesOf(glyphs), [], 1)[0]!
    .cells.filter(({ row }) => row > 0)
    .map(({ row, doubt }) => `${row} ${doubt}`);
  expect(new Set(doubts)).toEqual(new Set(["1 unplaced", "2 inferred"]));
});

test("the first line of a numbered label in the middle of the table is no caption", () => {
  const glyphs = glyphsOf(
    [50, 100, "办理结果"],
    [200, 100, "自然人"],
    [250, 100, "总计"],
    [50, 120, "1.重复申请"],
    [210, 120, "3"],
    [255, 120, "3"],
    [110, 145, "2.无正当理由逾期、"],
    [110, 160, "不再处理"],
    [210, 160, "4"],
    [255, 160, "4"],
  );
  expect(rowsOf(glyphs)[0]!.at(-1)).toEqual(["1:2.无正当理由逾期、\n不再处理", "2:4", "3:4"]);
});

/** Words on one line, each 8 points behind the one before: a space of less than one character. */
function sentence(y: number, ...parts: readonly string[]): (readonly [x: number, y: number, text: string])[] {
  let x = 50;
  return parts.map((text) => {
    const placed = [x, y, text] as const;
    x += words(x, y, text).at(-1)!.box[2] - x + 8;
    return placed;
  });
}

test("sentences whose numbers have spaces around them are no rows of a table", () => {
  const glyphs = glyphsOf(
    ...sentence(100, "本年新收到政府信息公开申请", "57", "件、上年结转", "5", "件，均已答复"),
    ...sentence(115, "；予以公开", "19", "件，部分公开", "4", "件，不予公开", "18", "件，均登"),
    ...sentence(130, "在台账上。全年制发行政规范性文件", "3", "件，废止行政规范性文件", "1"),
    ...sentence(145, "件，现行有效", "12", "件。"),
  );
  expect(rowsOf(glyphs)).toEqual([]);
});

test("rows whose values stand closely behind a label with a comma in it are rows all the same", () => {
  const glyphs = glyphsOf(
    ...sentence(100, "（二）部分公开（区分处理的，只计这一情形）", "5", "1", "0", "6"),
    ...sentence(115, "（三）不予公开（多种理由并存的，只计第一项）", "2", "0", "0", "2"),
  );
  expect(rowsOf(glyphs)[0]).toHaveLength(2);
});
