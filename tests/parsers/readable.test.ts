import { readable } from "../../parsers/readable.js";

test.each([
  ["⼈⺠政府", "人民政府"],
  ["⻘⽔县⽯⿅镇", "青水县石鹿镇"],
  ["⻔⼾⽹站", "门户网站"],
  ["︵一︶", "(一)"],
  ["\u{2f804}", "\u4f60"],
])("%s reads %s", (raw, expected) => expect(readable(raw)).toBe(expected));

test("widths, circled numbers and fractions stay what they are", () => {
  expect(readable("１２①½（三）")).toBe("１２①½（三）");
});

test("every radical of the supplement has an ordinary character", () => {
  const without: number[] = [];
  for (let code = 0x2e80; code <= 0x2ef3; code++) {
    const character = String.fromCodePoint(code);
    if (/\p{L}|\p{S}/u.test(character) && readable(character) === character) without.push(code);
  }
  // The repetition stroke is a component of many characters and stands for none of them; 2E9A is not assigned.
  expect(without.map((code) => code.toString(16))).toEqual(["2e80"]);
});
