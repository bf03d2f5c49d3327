/** Spaces and line breaks of a page's source: collapsed in one pass as these expressions say. */
import { collapse, tidy } from "../../../parsers/html/text.js";

const HAN = "\\p{Script=Han}，。、；：？！“”‘’（）《》〈〉【】…—";
const BREAK_BETWEEN_HAN = new RegExp(`(?<=[${HAN}])[ \\t\\f]*[\\r\\n][ \\t\\f\\r\\n]*(?=[${HAN}])`, "gu");
const collapsedByRule = (text: string) => text.replace(BREAK_BETWEEN_HAN, "").replace(/[ \t\r\n\f]+/g, " ");

const tidiedByRule = (text: string) =>
  text
    .split("\n")
    .map((line) => line.replace(/^[ \t]+|(?<![ \t])[ \t]+$/g, ""))
    .join("\n")
    .replace(/^\n+|(?<!\n)\n+$/g, "");

/** Every text of so many of the parts. */
function textsOf(parts: readonly string[], length: number): string[] {
  if (length === 0) return [""];
  return textsOf(parts, length - 1).flatMap((text) => parts.map((part) => text + part));
}

/** Characters that take two units, and halves of such, are among them. */
const PARTS = ["甲", "，", "a", "1", "𠮷", "😀", "\ud842", "\udfb7", "\u3000", "\u00a0", " ", "\n", "\r\n", "\t"];

test("white space becomes one space, or nothing where it breaks a line between two Chinese characters", () => {
  const texts = [...textsOf(PARTS, 4), " 甲\n\f乙 \n 丙\r\n", "a \f b", "甲  \n  a"];
  expect(texts.filter((text) => collapse(text) !== collapsedByRule(text))).toEqual([]);
});

test("lines lose the spaces at their ends, a block its empty lines", () => {
  const texts = textsOf(["甲", " ", "\t", "\n", "\u3000"], 6);
  expect(texts.filter((text) => tidy(text) !== tidiedByRule(text))).toEqual([]);
});
