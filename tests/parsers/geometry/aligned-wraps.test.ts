import { wrappedRows, type ValueRow } from "../../../parsers/geometry/aligned-wraps.js";
import { lineOf } from "../../../parsers/geometry/lines.js";
import { words } from "../../support/glyphs.js";

const word = (x: number, y: number, text: string) => lineOf(words(x, y, text));
const row = (y: number, label: string | null, ...values: readonly (readonly [x: number, text: string])[]): ValueRow => {
  const own = label === null ? [] : [word(50, y, label)];
  return { words: [...own, ...values.map(([x, text]) => word(x, y, text))], label: own[0] };
};
const XS = [200, 300, 400];

test("digits under digits that fill their column may be one number", () => {
  expect(wrappedRows([row(100, "新收", [240, "16"]), row(114, null, [240, "5"])], XS, [], [])).toEqual([true, true]);
});

test("the rows between two parts of a number are as uncertain", () => {
  const rows = [row(100, null, [240, "1"]), row(107, "其他", [340, "35"]), row(114, "事项", [240, "3"])];
  expect(wrappedRows(rows, XS, [], [])).toEqual([true, true, true]);
});

test("digits above room for more are whole", () => {
  const rows = [row(100, "新收", [240, "16"]), row(114, "结转", [240, "5"]), row(140, "其他", [235, "120"])];
  expect(wrappedRows(rows, XS, [], [])).toEqual([false, false, false]);
});

test("a name over the column shows its room, one character of a name does not", () => {
  const rows = [row(100, "许可", [240, "16"]), row(114, "强制", [240, "15"])];
  expect(wrappedRows(rows, XS, [word(230, 80, "数量")], [])).toEqual([false, false]);
  expect(wrappedRows(rows, XS, [word(240, 80, "量")], [])).toEqual([true, true]);
});

test("an ordinal begins a row of its own", () => {
  const rows = [row(100, "1.国家秘密", [240, "16"]), row(114, "2.商业秘密", [240, "15"])];
  expect(wrappedRows(rows, XS, [], [])).toEqual([false, false]);
});

test("a ruling between two rows parts them", () => {
  const rows = [row(100, "许可", [240, "16"]), row(114, "强制", [240, "15"])];
  expect(wrappedRows(rows, XS, [], [{ at: 112, from: 50, to: 400 }])).toEqual([false, false]);
});

test("rows further apart than the lines of a cell are rows", () => {
  expect(wrappedRows([row(100, "许可", [240, "16"]), row(118, "强制", [240, "15"])], XS, [], [])).toEqual([
    false,
    false,
  ]);
});
