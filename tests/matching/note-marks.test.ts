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

test.each(["零", "〇", "○"])("%s is a printed zero", (text) => {
  expect(readNumber(text, "件")).toEqual({ kind: "number", value: 0 });
});

test("一 alone may be a dash or a one", () => {
  expect(readNumber("一", "件")).toEqual({ kind: "unreadable" });
});
