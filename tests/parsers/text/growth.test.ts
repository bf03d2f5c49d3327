/** The time for a text grows with its length, whatever it is made of. */
import { parseReport } from "../../../src/index.js";
import { barLines, cellLines, documentOf, tabs, trailingPipes } from "../../support/flatten.js";
import { madeForm } from "../../support/made-form.js";
import { blocksOf } from "./read.js";

/** Milliseconds of processor time: other programs on the machine don't count. */
async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

/** The smaller of two measurements each, so that compiling and collecting garbage count less. */
async function ratio(small: () => Promise<unknown>, large: () => Promise<unknown>): Promise<number> {
  const times = [await timeOf(small), await timeOf(large), await timeOf(small), await timeOf(large)];
  return Math.min(times[1]!, times[3]!) / Math.max(5, Math.min(times[0]!, times[2]!));
}

/** Ten for linear growth, a hundred for quadratic. */
const MOST_RATIO = 50;

const HOSTILE: Readonly<Record<string, string>> = {
  bars: "|",
  "bars on lines": "|\n",
  "short lines before bars": "甲\n|\n",
  "opening brackets": "（甲|\n",
  "borders of a grid": "+--+\n|甲|\n",
  "wide words with gaps": "甲   1   2   3\n",
  "gaps without labels": "     1     2\n",
  quotes: '"甲\t\n',
  "blank lines": "甲\n\n\n\n",
  stars: "**甲 ",
  "headings of disputes": "行政复议 | 行政诉讼 | 1 |\n",
  "labels in one line": "一、本年新收政府信息公开申请数量 1 2 3 4 5 6 7\n",
};

test.each(Object.entries(HOSTILE))(
  "ten times as many %s take not much more than ten times as long",
  async (_, unit) => {
    const text = (times: number) => unit.repeat(times);
    const read = (times: number) => () => blocksOf(text(times));
    expect(await ratio(read(2_000), read(20_000))).toBeLessThan(MOST_RATIO);
  },
);

test("a paragraph of ten times as many lines takes ten times as long: no line goes over those before it", async () => {
  const line = "本年度主动公开各类信息，按栏目逐条核对，并由专人登记备查，按时答复申请人的来信\n";
  const read = (times: number) => () => blocksOf(line.repeat(times));
  expect(await ratio(read(1_500), read(15_000))).toBeLessThan(MOST_RATIO / 2);
});

test.each(Object.entries({ trailingPipes, tabs, cellLines, barLines }))(
  "a report with %s behind ten times as much text takes not much more than ten times as long",
  async (_, write) => {
    const report = documentOf(madeForm("2021", 1), write);
    const padding = "本年度主动公开各类信息，按栏目逐条核对，并由专人登记备查。\n规章 | 0 | 0 | 0 |\n行政许可\n5\n";
    const read = (times: number) => () => parseReport(report + padding.repeat(times));
    expect(await ratio(read(200), read(2_000))).toBeLessThan(MOST_RATIO);
  },
);
