import { lineOf } from "../../../parsers/geometry/lines.js";
import { wordsOf } from "../../../parsers/geometry/words.js";
import { words } from "../../support/glyphs.js";

const texts = (parts: readonly (readonly [x: number, text: string, gap?: number])[], spacing = 0) =>
  wordsOf(lineOf(parts.flatMap(([x, text, gap]) => words(x, 100, text, 10, gap))), spacing).map(({ text }) => text);

test("characters that stand apart are words", () => {
  expect(
    texts([
      [50, "行政许可"],
      [100, "12"],
      [150, "3"],
    ]),
  ).toEqual(["行政许可", "12", "3"]);
});

test("numbers of two columns that nearly touch are two words", () => {
  expect(
    texts([
      [50, "18"],
      [62, "57"],
    ]),
  ).toEqual(["18", "57"]);
  expect(
    texts([
      [50, "9"],
      [58, "/"],
    ]),
  ).toEqual(["9", "/"]);
});

test("digits that stand close are one number", () => {
  expect(
    texts([
      [50, "18"],
      [60.5, "57"],
    ]),
  ).toEqual(["1857"]);
});

test("digits as far apart as all letters of the text are one number", () => {
  expect(
    texts(
      [
        [50, "185", 4],
        [100, "7"],
      ],
      4,
    ),
  ).toEqual(["185", "7"]);
});

test("the ordinal of a letter-spaced label is no number of its own", () => {
  expect(texts([[50, "2.重复申请", 2]])).toEqual(["2.重复申请"]);
});
