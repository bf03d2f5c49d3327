/** What is told by the code of a character is what the expressions of Unicode tell. */
import { hasHan, isCommon, isPrinted, printedOf } from "../../../parsers/geometry/characters.js";

const CHARACTERS = Array.from({ length: 0xd800 }, (_, code) => String.fromCharCode(code));
const OTHERS = ["", "\ufeff", "\uf900", "\ue000", "𠀀", " 年", "ab", "a年", "年a", " ", "𝟎"];

test.each([
  ["printed", isPrinted, (text: string) => text.trim() !== ""],
  ["Chinese", hasHan, (text: string) => /\p{Script=Han}/u.test(text)],
] as const)("every character that is %s, and no other", (_, told, expected) => {
  expect([...CHARACTERS, ...OTHERS].filter((text) => told(text) !== expected(text))).toEqual([]);
});

test("common is one character that no broken font gives", () => {
  const broken = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}]/u;
  expect([...CHARACTERS, ...OTHERS].filter((text) => isCommon(text) && broken.test(text))).toEqual([]);
  expect(["年", "。", "3"].filter(isCommon)).toHaveLength(3);
  expect(isCommon("年3")).toBe(false);
});

test("what prints nothing is left out, and a list without it is the list itself", () => {
  const [year, blank] = [{ text: "年" }, { text: "\u3000 " }];
  const all = [year, year];
  expect(printedOf(all)).toBe(all);
  expect(printedOf([year, blank])).toEqual([year]);
});
