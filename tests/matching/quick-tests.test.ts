// The quick tests by which most texts are told before they are looked at closely: they may never change a result.
import { headingOf } from "../../src/matching/headings.js";
import { compact, plain } from "../../src/matching/normalize.js";
import { readNumber } from "../../src/matching/numbers.js";
import { isValueText } from "../../src/matching/table-row.js";

const HAN = Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, n) => String.fromCharCode(0x4e00 + n));
/** A traditional character makes the whole text be converted. */
const convertedOf = (character: string) => compact(`門${character}`).slice(1);

test("no text that begins with a character which values never begin with is read as a value", () => {
  const values = HAN.filter((character) => readNumber(`${character}3`, "件").kind !== "unreadable");
  const dashesAndZero = HAN.filter((character) => readNumber(character, "件").kind !== "unreadable");
  expect(values.join("")).toBe("减增");
  expect(dashesAndZero.join("")).toBe("无無零");
  const own = ["增加3", "减少3", "無", "暂无", "暫無", "没有", "沒有", "不适用", "不適用", "零"];
  expect(own.filter(isValueText)).toEqual(own);
});

test("only the characters that the quick tests know become those that values and furniture begin with", () => {
  const others = HAN.filter((character) => convertedOf(character) !== character);
  const into = (own: string) => others.filter((character) => own.includes(convertedOf(character)[0]!)).join("");
  expect(into("增减无暂没不零")).toBe("暫沒減無");
  expect(into("第信申法单本")).toBe("單");
  expect(into("报")).toBe("報");
});

test("characters of full width are told apart from those that need more than the normal form", () => {
  const wide = Array.from({ length: 0xff5e - 0xff01 + 1 }, (_, n) => String.fromCharCode(0xff01 + n)).join("");
  expect(plain(`公${wide}\u3000开`)).toBe(`公${wide.normalize("NFKC")} 开`);
  expect(plain("公，\u200b⼈开")).toBe("公,人开");
});

test("a heading that ends in a full stop is one, a line that goes on behind it or has two commas is none", () => {
  expect(headingOf("一、总体情况。")?.id).toBe("overview");
  expect(headingOf("一、总体情况。 ")?.id).toBe("overview");
  expect(headingOf("总体情况。如下")).toBeNull();
  expect(headingOf("总体情况，公开，及时")).toBeNull();
  expect(headingOf("四、行政复议，行政诉讼情况")?.id).toBe("disputes");
  expect(headingOf("四、行政复议、行政诉讼情况……12")).toBeNull();
});
