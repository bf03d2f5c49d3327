/** A line end inside a number, or between two: nothing tells which, so that neither part is taken for the whole. */
import { parseReport } from "../../../src/index.js";
import { isExplained, valueOf } from "../../support/judge.js";
import { smallReport } from "../../support/small-report.js";
import { isTable, cellOf, paragraphOf, type CaseBlock } from "../../support/case-document.js";

const LICENSING = "proactiveDisclosure.licensing.decisions";
const RECEIVED = "requests.received.total";

type RowWriter = (cells: readonly string[]) => string;
const ROWS: Readonly<Record<string, RowWriter>> = {
  tabs: (cells) => cells.join("\t"),
  "bars on both sides": (cells) => `| ${cells.join(" | ")} |`,
  "bars behind": (cells) => `${cells.join(" | ")} |`,
  "bars between": (cells) => cells.join(" | "),
  lines: (cells) => cells.join("\n"),
  spaces: (cells) => cells.join("  "),
};

function written(blocks: readonly CaseBlock[], row: RowWriter, change: (text: string) => string): Uint8Array {
  const parts = blocks.map((block) =>
    isTable(block)
      ? block.rows.map((cells) => row(cells.map((cell) => cellOf(cell).text))).join("\n")
      : paragraphOf(block).text,
  );
  return new TextEncoder().encode(change(parts.join("\n\n")));
}

const otherwise = {
  rows: {
    行政许可: ["行政许可", "4567"],
    "一、本年新收政府信息公开申请数量": ["一、本年新收政府信息公开申请数量", "8901", "1", "0", "0", "0", "0", "8902"],
  },
};

describe.each(Object.keys(ROWS))("in a table with %s", (name) => {
  test.each([
    ["the number of a row of one", "4567", "45\n67", LICENSING],
    ["the last number of several", "8902", "89\n02", RECEIVED],
    ["a number with separators", "4567", "4,5\n67", LICENSING],
  ])("%s is unknown", async (_, whole, cut, id) => {
    const report = await parseReport(
      written(smallReport("2021", otherwise), ROWS[name]!, (text) => text.replace(whole, cut)),
    );
    expect([valueOf(report, id), isExplained(report, id)]).toEqual([null, true]);
    const other = id === LICENSING ? RECEIVED : LICENSING;
    expect(valueOf(report, other)).toBe(id === LICENSING ? 8902 : 4567);
  });
});

test("equal halves are no merged cell", async () => {
  const id = "statistics.complaints";
  const blocks = smallReport("2014", { rows: { "六、举报投诉数量": ["六、举报投诉数量", "件", "4848"] } });
  const report = await parseReport(written(blocks, ROWS.lines!, (text) => text.replace("4848", "48\n48")));
  expect([valueOf(report, id), isExplained(report, id)]).toEqual([null, true]);
});

test("the number of a page is none of the row's", async () => {
  const blocks = smallReport("2021", otherwise);
  const report = await parseReport(written(blocks, ROWS.tabs!, (text) => text.replace("4567", "4567\n3\n\f")));
  expect(valueOf(report, LICENSING)).toBe(4567);
});
