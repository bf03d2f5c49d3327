import { pageFrames } from "../../../parsers/geometry/frames.js";
import type { Glyph } from "../../../parsers/geometry/page.js";
import { gridEdges, pageOf, words } from "../../support/glyphs.js";

const LINE = "各单位应当按月核对已经公开的目录并登记";
const lines = (x: number, from: number, count: number, text = LINE): Glyph[] =>
  Array.from({ length: count }, (_, i) => words(x, from + i * 15, text)).flat();
const textOf = (glyphs: readonly Glyph[]) => glyphs.map(({ text }) => text).join("");

test("a page of one column is one frame", () => {
  const page = pageOf(lines(70, 100, 20, LINE + LINE));
  expect(pageFrames(page)).toEqual([page]);
});

test("the left column of a page is read before the right one, and a title before both", () => {
  const title = words(150, 60, "档案馆二〇二四年工作年度报告全文如下所列");
  const frames = pageFrames(pageOf([...title, ...lines(70, 100, 10), ...lines(320, 100, 10, "右" + LINE.slice(1))]));
  expect(frames.map(({ glyphs }) => textOf(glyphs).slice(0, 3))).toEqual(["档案馆", "各单位", "右单位"]);
});

test("a column that is a ruled table is a column", () => {
  const ys = Array.from({ length: 12 }, (_, i) => 100 + i * 15);
  const cells = ys.slice(0, -1).flatMap((y) => [...words(330, y + 2, "甲"), ...words(480, y + 2, "1")]);
  const frames = pageFrames(pageOf([...lines(70, 100, 11), ...cells], gridEdges([320, 450, 520], ys)));
  expect(frames.map(({ edges }) => edges.vertical.length)).toEqual([0, 3]);
});

test("a table without rulings is no pair of columns", () => {
  const rows = Array.from({ length: 12 }, (_, i) => [
    ...words(70, 100 + i * 15, LINE),
    ...words(340, 100 + i * 15, "1"),
    ...words(420, 100 + i * 15, "2"),
    ...words(500, 100 + i * 15, "3"),
  ]).flat();
  const page = pageOf(rows);
  expect(pageFrames(page)).toEqual([page]);
});
