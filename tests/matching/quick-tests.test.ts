// The quick tests by which most texts are told before they are looked at closely: they may never change a result.
import { headingOf } from "../../src/matching/headings.js";
import { compact, plain } from "../../src/matching/normalize.js";
import { findPeriod } from "../../src/matching/period.js";
import { readNumber } from "../../src/matching/numbers.js";
import { mayEndIn } from "../../src/matching/statements/ending.js";
import { isInformed, mindUnder, notice, topicOf } from "../../src/matching/statements/mind.js";
import { OTHER_PHRASES } from "../../src/matching/statements/other-phrases.js";
import { REQUEST_PHRASES } from "../../src/matching/statements/request-phrases.js";
import { isValueText } from "../../src/matching/table-row.js";
import { transposedCount, transposedRows } from "../../src/matching/tables/transposed.js";
import { tableOf } from "../../parsers/document.js";

const AT = { line: 1, column: 1 };

const HAN = Array.from({ length: 0x9fff - 0x4e00 + 1 }, (_, n) => String.fromCharCode(0x4e00 + n));
/** A traditional character makes the whole text be converted. */
const convertedOf = (character: string) => compact(`門${character}`).slice(1);

test("no text that begins with a character which values never begin with is read as a value", () => {
  const values = HAN.filter((character) => readNumber(`${character}3`, "件").kind !== "unreadable");
  const dashesAndZero = HAN.filter((character) => readNumber(character, "件").kind !== "unreadable");
  expect(values.join("")).toBe("共减增");
  expect(dashesAndZero.filter((character) => isValueText(character)).join("")).toBe("无無空零");
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

test("words that any pattern ends in pass its quick test, most others don't", () => {
  const mayEnd = mayEndIn([/(?:^|另有)$/, /复议(?:案件)?$|应诉$/, /结转(?:至)?下年[^,]{0,4}$/]);
  expect(
    ["", "另有", "行政复议案件", "应诉", "结转至下年", "结转下年继续办理"].filter((words) => !mayEnd(words)),
  ).toEqual([]);
  expect(["另有的", "复议事项", "公开信息", "下年"].filter(mayEnd)).toEqual([]);
});

/** The alternatives of a pattern, its classes and groups taken for a character. */
function alternativesOf(source: string): string[] {
  const flat = source.replace(/\[[^\]]*\]/g, "x");
  const outer = flat.replace(/\([^()]*\)/g, "x");
  return outer === flat && flat === source ? source.split("|") : alternativesOf(outer);
}

test("every pattern before a number closes with the end, as its quick test takes for granted", () => {
  const sources = [...REQUEST_PHRASES, ...OTHER_PHRASES].map(({ before }) => before.source);
  expect(alternativesOf("a(b|c[|])$|d$")).toEqual(["ax$", "d$"]);
  expect(sources.flatMap(alternativesOf).filter((one) => !one.endsWith("$"))).toEqual([]);
});

test("what a passage is about is the last topic that its words name, whenever it is asked for", () => {
  const mind = mindUnder("行政复议情况");
  expect(topicOf(mind)).toBe("reconsideration");
  for (const words of ["收到政府信息公开申请", "举办培训", "共计"]) notice(mind, words, words);
  expect(topicOf(mind)).toBe("training");
  expect(topicOf(mind)).toBe("training");
  notice(mind, "规章", "规章");
  expect([topicOf(mind), isInformed(mind)]).toEqual(["rules", true]);
});

test("turned tables have as many rows as they are said to have before they are turned", () => {
  const cell = (row: number, column: number, colSpan = 1) => ({ row, column, rowSpan: 1, colSpan, text: "1", at: AT });
  const wide = tableOf([cell(0, 0), cell(0, 1, 3), cell(1, 0)], "grid", AT);
  const far = tableOf([cell(0, 150)], "grid", AT);
  const rows = tableOf([cell(0, 0), cell(0, 1)], "rows", AT);
  const document = { format: "html", blocks: [wide, far, rows], title: null, metadata: [], problems: [] } as const;
  expect(transposedCount(document)).toBe(4);
  expect(transposedRows(document)).toHaveLength(4);
});

test("a period is found however its words are spaced and its dates are written", () => {
  const period = (text: string) => findPeriod([{ kind: "paragraph", text, at: AT }]);
  const whole = { from: "2023-01-01", to: "2023-12-31" };
  expect(period("统 计 期 限 自 2 0 2 3 年 1 月 1 日 起 至 12 月 31 日 止")).toEqual(whole);
  expect(period("統計時間：二〇二三年一月一日至二〇二三年十二月三十一日")).toEqual(whole);
  expect(period("2023年1月1日至12月31日")).toBeNull();
});
