import { documentBlocks } from "../../../parsers/geometry/document-blocks.js";
import { withoutWatermarks } from "../../../parsers/geometry/watermarks.js";
import type { Glyph } from "../../../parsers/geometry/page.js";
import { gridEdges, pageOf, words } from "../../support/glyphs.js";

const lightly = (glyphs: readonly Glyph[]): Glyph[] => glyphs.map((glyph) => ({ ...glyph, light: true }));
const TEXT = words(50, 100, "本馆公开目录共计一百二十三条");
const texts = (glyphs: readonly Glyph[]) =>
  withoutWatermarks(pageOf(glyphs))
    .glyphs.map(({ text }) => text)
    .join("");

test("large light words are a watermark", () => {
  expect(texts([...TEXT, ...lightly(words(50, 90, "内部2023", 40))])).toBe("本馆公开目录共计一百二十三条");
});

test("light words of the text's size, and large dark ones, are text", () => {
  const small = lightly(words(50, 130, "附注"));
  expect(texts([...TEXT, ...small, ...words(50, 50, "年报", 40)])).toBe("本馆公开目录共计一百二十三条附注年报");
});

test("a page that is printed lightly keeps all its text", () => {
  expect(texts(lightly([...TEXT, ...words(50, 50, "年报", 40)]))).toBe("本馆公开目录共计一百二十三条年报");
});

const cellOf = (...glyphs: readonly Glyph[]) => {
  const table = documentBlocks([
    pageOf([...glyphs, ...words(112, 105, "申请")], gridEdges([50, 110, 170], [100, 120])),
  ]);
  const [first] = table.flatMap((block) => (block.kind === "table" ? block.cells : []));
  return [first!.text, first!.doubt];
};

test("a number in a ruled cell is certain, drawn twice for bold too", () => {
  expect(cellOf(...words(60, 105, "12"))).toEqual(["12", undefined]);
  expect(cellOf(...words(60, 105, "12"), ...words(60.3, 105, "12"))).toEqual(["12", undefined]);
});

test("a number with other characters printed over it is not believed", () => {
  expect(cellOf(...words(60, 105, "12"), ...words(61, 106, "部"))[1]).toBe("overlap");
});

test("digits of two sizes are no number", () => {
  expect(cellOf(...words(60, 105, "12"), ...words(72, 104, "3", 6))[1]).toBe("overlap");
});
