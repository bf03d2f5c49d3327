/** Numbers of the prose that are not certainly one exact number state nothing. */
import { readStatements } from "../../src/matching/statements.js";
import { documentOf } from "../support/document.js";

const context = { form: "2021", year: 2024, body: "澜川县水务局", sections: [], consumed: new Set<never>() } as const;
const statedIn = (...lines: readonly string[]) =>
  readStatements(documentOf(["一、总体情况", ...lines]), context).map(({ indicator, value }) => [indicator, value]);
const received = (value: number) => [["requests.received.total", value]];

test.each([
  ["2024年，本局共收到政府信息公开申请12", "34件，均已答复。"],
  ["2024年，本局共收到政府信息公开申请1,2", "34件，均已答复。"],
  ["2024年，本局共收到政府信息公开申请", "3", "1234件，均已答复。"],
  ["2024年，本局共收到政府信息公开申请12 34件。"],
  ["2024年，本局共收到政府信息公开申请三四件。"],
  ["2024年，本局共收到政府信息公开申请一百二件。"],
  ["2024年，本局共收到政府信息公开申请12件左右。"],
  ["2024年，本局共收到政府信息公开申请12件以上。"],
  ["2024年，本局共收到政府信息公开申请1.234件。"],
  ["2024年，本局共收到政府信息公开申请1.2万件。"],
  ["2024年，本局共收到政府信息公开申请1万2345件。"],
  ["2024年，本局收到政府信息公开申请数为12（百件）。"],
  ["本年度收取行政事业性收费12万5千元。"],
  ["本年度收取行政事业性收费12.5万无。"],
])("%s %s", (...lines) => {
  expect(statedIn(...lines)).toEqual([]);
});

test("a line that ends before a number, or behind it, cuts none", () => {
  expect(statedIn("2024年，本局共收到政府信息公开申请", "1234件，均已答复。")).toEqual(received(1234));
  expect(statedIn("2024年，本局共收到政府信息公开申请1234", "件，均已答复。")).toEqual(received(1234));
  expect(statedIn("2024年，本局共收到政府信息公开申请1 234件。")).toEqual(received(1234));
});

test("the mark of a note is no digit", () => {
  expect(statedIn("2024年，本局共收到政府信息公开申请12①件。")).toEqual(received(12));
  expect(statedIn("2024年，本局共收到政府信息公开申请12²件。")).toEqual(received(12));
});
