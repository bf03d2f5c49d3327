/** Two sets of tables, this year's in numerals that nobody can read: last year's readable ones must not stand for them. */
import { parseReport } from "../../../src/index.js";
import { hardReport, PARTS } from "../../support/hard-report.js";
import { escapeXml } from "../../support/case-document.js";

const ID = "proactiveDisclosure.licensing.decisions";
type Rows = readonly (readonly string[])[];

/** The rows of the part as cells, the number of permits written so. */
const rowsWith = (permits: string): Rows =>
  PARTS.proactive.slice(1).map((line) =>
    line
      .slice(2, -2)
      .split(" | ")
      .map((text) => (text === "126" ? permits : text)),
  );
const gridOf = (rows: Rows, caption = "") => {
  const row = (cells: readonly string[]) => `<tr>${cells.map((text) => `<td>${escapeXml(text)}</td>`).join("")}</tr>`;
  return `<table>${caption}${rows.map(row).join("")}</table>`;
};
const linesOf = (rows: Rows) => rows.map((cells) => cells.map((text) => `<p>${escapeXml(text)}</p>`).join("")).join("");
const [UNREADABLE, BEFORE] = [rowsWith("l2б"), rowsWith("777")];
const line = (text: string) => `<p>${text}</p>`;

async function permitsOf(part: string) {
  const prose = (lines: readonly string[]) => lines.map(line).join("");
  const whole = hardReport({ proactive: ["@"] })
    .split("@")
    .map((half) => prose(half.split("\n")));
  const html = whole.join(`<h2>二、主动公开政府信息情况</h2>${part}`);
  const { cells, diagnostics } = await parseReport(new TextEncoder().encode(`<html><body>${html}</body></html>`));
  const told = diagnostics.some(({ indicator }) => indicator !== undefined && `${ID}.`.startsWith(`${indicator}.`));
  return [cells[ID]?.value ?? null, told];
}

test.each([
  ["under lines with years", line("2024年") + gridOf(UNREADABLE) + line("2023年") + gridOf(BEFORE)],
  ["under words for them", line("上年数据") + gridOf(BEFORE) + line("本年数据") + gridOf(UNREADABLE)],
  [
    "under rows of their own",
    gridOf(UNREADABLE, "<tr><td colspan=4>2024年度</td></tr>") + gridOf(BEFORE, "<tr><td colspan=4>2023年度</td></tr>"),
  ],
  ["as an annex", gridOf(UNREADABLE) + line("附：2023年主动公开情况") + gridOf(BEFORE)],
  [
    "as an annex to a picture",
    line('<img src="a.png" width="600">') + line("2023年度主动公开政府信息情况表") + gridOf(BEFORE),
  ],
  ["line by line", line("2024年") + linesOf(UNREADABLE) + line("2023年") + linesOf(BEFORE)],
  ["line by line, last year first", line("2023年") + linesOf(BEFORE) + line("2024年") + linesOf(UNREADABLE)],
])("no value is last year's: tables %s", async (_, part) => {
  expect(await permitsOf(part)).toEqual([null, true]);
});

test.each([
  ["under the year", line("2024年") + gridOf(rowsWith("126"))],
  ["line by line under the year", line("2024年度") + linesOf(rowsWith("126")) + line("2023年") + linesOf(BEFORE)],
  [
    "under lines that say that it follows",
    line("上一年度数据如下：") + gridOf(BEFORE) + line("本年度情况见下表") + gridOf(rowsWith("126")),
  ],
  ["under last year's head of the section", "<h2>二、2023年主动公开政府信息情况</h2>" + gridOf(rowsWith("126"))],
])("this year's value is read: %s", async (_, part) => {
  expect(await permitsOf(part)).toEqual([126, false]);
});
