/** What stands on one line may be more than the arguments that a function takes. */
import { documentBlocks } from "../../../parsers/geometry/document-blocks.js";
import { letterSpacing } from "../../../parsers/geometry/letter-spacing.js";
import type { Glyph } from "../../../parsers/geometry/page.js";
import { pageOf } from "../../support/glyphs.js";

const MANY = 130_000;
const glyphs = Array.from({ length: MANY }, (_, i): Glyph => {
  const x = i * 10;
  return { text: "年", box: [x, 100, x + 10, 110], size: 10 };
});

test("130,000 characters on a line are read", () => {
  const blocks = documentBlocks([pageOf(glyphs)]);
  expect(blocks.map((block) => (block.kind === "paragraph" ? block.text.length : 0))).toEqual([MANY]);
});

test("the size of 130,000 lines is looked at", () => {
  const pair = (y: number): Glyph[] => [0, 13].map((x) => ({ text: "年", box: [x, y, x + 10, y + 10], size: 10 }));
  const lines = Array.from({ length: MANY }, (_, i) => ({ glyphs: pair(i), box: [0, i, 23, i + 10], size: 10 }));
  expect(letterSpacing(lines as never)).toBeCloseTo(3);
});
