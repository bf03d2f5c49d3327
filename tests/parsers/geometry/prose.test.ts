import { linesOf } from "../../../parsers/geometry/lines.js";
import { proseOf } from "../../../parsers/geometry/prose.js";
import { words } from "../../support/glyphs.js";

const read = (...placed: readonly (readonly [x: number, y: number, text: string])[]) =>
  proseOf(linesOf(placed.flatMap(([x, y, text]) => words(x, y, text))), 1).map(({ text, doubt }) =>
    doubt ? `${text} ${doubt}` : text,
  );

test("lines that fill the column are one paragraph", () => {
  expect(
    read([70, 100, "本馆把可以开放的目录按月"], [50, 115, "登在门户网站上，方便群众查阅"], [50, 130, "。"]),
  ).toEqual(["本馆把可以开放的目录按月登在门户网站上，方便群众查阅。"]);
});

test("parts of a line that stand apart are cells that have no place", () => {
  expect(read([50, 100, "规章"], [200, 100, "5"], [50, 120, "落款"])).toEqual(["规章 unplaced", "5 unplaced", "落款"]);
});

test("a number alone far from the margin is a cell that has no place, one at the margin is a line", () => {
  expect(read([50, 100, "规章"], [200, 120, "5"], [50, 140, "6"])).toEqual(["规章", "5 unplaced", "6"]);
});

test("a digit printed over another one puts the paragraph in doubt", () => {
  expect(read([50, 100, "受理12件"], [72, 100, "7"])).toEqual(["受理172件 overlap"]);
});
