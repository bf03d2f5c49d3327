import { letterSpacing } from "../../../parsers/geometry/letter-spacing.js";
import { linesOf } from "../../../parsers/geometry/lines.js";
import type { Glyph } from "../../../parsers/geometry/page.js";
import { words } from "../../support/glyphs.js";

const texts = (glyphs: readonly Glyph[], spacing = 0) => linesOf(glyphs, spacing).map(({ text }) => text);

test("glyphs at one height are a line, in whatever order they were drawn", () => {
  expect(texts([...words(100, 50, "公开"), ...words(70, 70, "次行"), ...words(70, 51, "主动")])).toEqual([
    "主动 公开",
    "次行",
  ]);
});

test("numbers that stand apart stay apart", () => {
  expect(texts([...words(70, 50, "12"), ...words(90, 50, "34")])).toEqual(["12 34"]);
});

test("text that is drawn twice for boldness is read once, and a doubled digit is kept", () => {
  const once = words(70, 50, "总计11");
  const again = words(70.3, 50, "总计11");
  expect(texts([...once, ...again])).toEqual(["总计11"]);
});

test("evenly spread letters are one word", () => {
  expect(texts(words(70, 50, "自然人", 10, 12))).toEqual(["自然人"]);
});

test("digits that stand as far apart as all letters are one number, others are not", () => {
  const labels = words(70, 50, "一二三四五六七八九十甲乙丙丁", 10, 4);
  const spacing = letterSpacing(linesOf(labels));
  expect(spacing).toBeCloseTo(4);
  expect(texts(words(70, 80, "12", 10, 4), spacing)).toEqual(["12"]);
  expect(texts(words(70, 80, "12", 10, 9), spacing)).toEqual(["1 2"]);
});

test("a text without spacing, or with spaces of all widths, is not letter-spaced", () => {
  expect(letterSpacing(linesOf(words(70, 50, "一二三四五六七八九十甲乙丙丁")))).toBe(0);
  const uneven = [0, 9, 3, 1, 12, 5].flatMap((gap, i) => words(70, 50 + i * 20, "甲乙丙丁", 10, gap));
  expect(letterSpacing(linesOf(uneven))).toBe(0);
});
