/** Marks of notes behind numbers. */
import { readNumber } from "../../src/matching/numbers.js";

test.each([
  ["22¹", 22, "1"],
  ["22¹²", 22, "12"],
  ["22①", 22, "1"],
  ["22 ②", 22, "2"],
  ["22[1]", 22, "1"],
  ["１２【注】", 12, "注"],
  ["3［注1］", 3, "注1"],
  ["3[２]", 3, "2"],
  ["①22", 22, "1"],
  ["²３", 3, "2"],
  ["22*", 22, "*"],
  ["22 ※", 22, "※"],
  ["*22", 22, "*"],
  ["22件△", 22, "△"],
])("%s is a number with a mark, not a number with more digits", (text, value, note) => {
  expect(readNumber(text, "件")).toEqual({ kind: "number", value, note });
});

test("a bracket that holds more than a mark is not passed over", () => {
  expect(readNumber("22[共33]", "件")).toEqual({ kind: "unreadable" });
});

test.each(["①", "²", "(①)", "22①③4", "❶"])("%s is no number of the table's", (text) => {
  expect(readNumber(text, "件").kind).not.toBe("number");
});

test("digits that a sign of the text turns round are no number", () => {
  expect(readNumber("\u202e12\u202c", "件")).toEqual({ kind: "unreadable" });
});

test.each(["零", "〇", "○"])("%s is a printed zero", (text) => {
  expect(readNumber(text, "件")).toEqual({ kind: "number", value: 0 });
});

test("一 alone may be a dash or a one", () => {
  expect(readNumber("一", "件")).toEqual({ kind: "unreadable" });
});

test.each(["9（更正为3）", "9（应为3件）", "9(此数有误)"])("%s says itself that it is another number", (text) => {
  expect(readNumber(text, "件")).toEqual({ kind: "unreadable" });
});

test.each(["△5", "▲ 5"])("%s may be less than nothing", (text) => {
  expect(readNumber(text, "项")).toEqual({ kind: "unreadable" });
});

test("the thousandths of a count may be its thousands; those of an amount, and of nothing, are what they are", () => {
  expect(readNumber("1.234", "件")).toEqual({ kind: "unreadable" });
  expect(readNumber("1.000件", "件")).toEqual({ kind: "unreadable" });
  expect(readNumber("0.000", "件")).toEqual({ kind: "number", value: 0 });
  expect(readNumber("1.234", "万元")).toEqual({ kind: "number", value: 1.234 });
  expect(readNumber("12.50", "件")).toEqual({ kind: "number", value: 12.5 });
});
