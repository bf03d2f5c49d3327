/** Tables whose cells commas or semicolons part. */
import { outlineOf } from "./read.js";

test("rows under a header of words are a table, quoted fields hold commas and quotes", async () => {
  const text = '甲局年报\n信息内容,本年制发件数,现行有效件数\n规章,0,"1,268"\n"规范,""性""文件",,3\n说明如下。\n';
  expect(await outlineOf(text)).toEqual([
    "甲局年报",
    [
      ["信息内容", "本年制发件数", "现行有效件数"],
      ["规章", "0", "1,268"],
      ['规范,"性"文件', "", "3"],
    ],
    "说明如下。",
  ]);
});

test("semicolons part fields as well", async () => {
  expect(await outlineOf("项目;制发;有效\n规章;0;1\n文件;2;3")).toEqual([
    [
      ["项目", "制发", "有效"],
      ["规章", "0", "1"],
      ["文件", "2", "3"],
    ],
  ]);
});

test.each([
  ["a row with a further comma in a number", ["项目,制发,有效", "规章,0,1,268", "文件,2,3", "许可,4,5"]],
  ["too few rows", ["项目,制发,有效", "规章,0,1"]],
  ["sentences", ["公开及时,准确,全面。", "办理及时,准确,全面。", "管理及时,准确,全面。"]],
  ["numbers without a header", ["规章,0,1", "文件,2,3", "许可,4,5"]],
])("%s make no table", async (_, lines) => {
  expect((await outlineOf(lines.join("\n"))).every((block) => typeof block === "string")).toBe(true);
});

test("a row with another number of fields ends the table", async () => {
  expect(await outlineOf("项目,制发,有效\n规章,0,1\n文件,2,3\n许可,4,5,6")).toEqual([
    [
      ["项目", "制发", "有效"],
      ["规章", "0", "1"],
      ["文件", "2", "3"],
    ],
    "许可,4,5,6",
  ]);
});

test("full-width commas part fields, but not inside brackets or of sentences", async () => {
  expect(await outlineOf("项目，制发，有效\n规章（含市、区，共两级），0，1\n文件，2，3")).toEqual([
    [
      ["项目", "制发", "有效"],
      ["规章（含市、区，共两级）", "0", "1"],
      ["文件", "2", "3"],
    ],
  ]);
  const prose = ["公开及时，准确，全面", "办理及时，准确，全面", "管理及时，准确，全面"];
  expect(await outlineOf(prose.join("\n"))).toEqual(expect.arrayContaining([expect.any(String)]));
});
