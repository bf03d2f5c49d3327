/** Tables in the markup of MediaWiki. */
import { blocksOf, outlineOf } from "./read.js";

test("a row begins at |- and a cell at a bar, on a line of its own or behind two bars", async () => {
  const text = [
    "情况如下",
    '{| class="wikitable"',
    "|+ 一览",
    "! 项目 !! 数量",
    "|-",
    "| 规章",
    "| 3",
    "|-",
    "| 文件 || ",
    "|}",
    "以上",
  ];
  expect(await outlineOf(text.join("\n"))).toEqual([
    "情况如下",
    [
      ["项目", "数量"],
      ["规章", "3"],
      ["文件", ""],
    ],
    "以上",
  ]);
});

test("cells keep what they span, and attributes are no text", async () => {
  const text = [
    "{|",
    '| rowspan="2" style="color:red" | 申请人',
    "| colspan=2 | 法人",
    "|-",
    "| 商业企业 || 科研机构",
    "|}",
  ];
  const [table] = await blocksOf(text.join("\n"));
  expect(table).toMatchObject({ kind: "table", layout: "grid", rows: 2, columns: 3 });
  expect(table?.kind === "table" && table.cells.map(({ text: words, row, column }) => [words, row, column])).toEqual([
    ["申请人", 0, 0],
    ["法人", 0, 1],
    ["商业企业", 1, 1],
    ["科研机构", 1, 2],
  ]);
});

test("a line without a mark goes on with the cell before it", async () => {
  expect(await outlineOf(["{|", "| 本年新收", "申请数量", "| 3", "|}"].join("\n"))).toEqual([
    [["本年新收\n申请数量", "3"]],
  ]);
});

test("a heading between stars is a heading", async () => {
  expect(await blocksOf("***** 一、总体情况 *****\n全年无事。")).toMatchObject([
    { kind: "paragraph", text: "一、总体情况", heading: true },
    { kind: "paragraph", text: "全年无事。" },
  ]);
});
