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
])("%s is a number with a mark, not a number with more digits", (text, value, note) => {
  expect(readNumber(text, "件")).toEqual({ kind: "number", value, note });
});

test("a bracket that holds more than a mark is not passed over", () => {
  expect(readNumber("22[共33]", "件")).toEqual({ kind: "unreadable" });
});
