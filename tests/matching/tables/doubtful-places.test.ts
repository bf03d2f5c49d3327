/** Numbers that stand under another year, in merged cells, under results in another order, or in one of two tables. */
import { parseReport, type Report } from "../../../src/index.js";
import { escapeXml } from "../../support/case-document.js";
import { hardReport, PARTS, requestRows, requestsHead } from "../../support/hard-report.js";
import { readAs, smallReport, WRITTEN_AS } from "../../support/small-report.js";

const PROACTIVE = "proactiveDisclosure";
const replaced = (lines: readonly string[], from: string, to: string) => lines.map((line) => line.replaceAll(from, to));
const read = (parts: Parameters<typeof hardReport>[0]): Promise<Report> =>
  parseReport(new TextEncoder().encode(hardReport(parts)));
const doubted = ({ diagnostics }: Report) => diagnostics.flatMap(({ code, indicator }) => `${code} ${indicator}`);

/** The report as a web page, one of its parts as tables of cells with spans. */
function page(part: keyof typeof PARTS, table: string): Promise<Report> {
  const [before, behind] = hardReport({ [part]: ["@"] }).split("@");
  const lines = (text: string) =>
    text
      .split("\n")
      .map((line) => `<p>${escapeXml(line)}</p>`)
      .join("");
  const html = `<html><body>${lines(before!)}${table}${lines(behind!)}</body></html>`;
  return parseReport(new TextEncoder().encode(html));
}

describe("a year that is not the report's", () => {
  test.each(["2023年处理决定数量", "2023年度处理决定数量", "处理决定数量（2023年）", "2023处理决定数量"])(
    "in the only head of the column (%s) leaves its numbers unknown",
    async (head) => {
      const report = await read({ proactive: replaced(PARTS.proactive, "本年处理决定数量", head) });
      expect(report.proactiveDisclosure).toMatchObject({ licensing: { decisions: null }, fees: { amount: 46.5 } });
      expect(report.cells[`${PROACTIVE}.licensing.decisions`]?.raw).toBe("126");
      expect(doubted(report)).toContain(`cell-doubtful ${PROACTIVE}.licensing`);
    },
  );

  test("in a row's label leaves the row unknown", async () => {
    const requests = replaced(PARTS.requests, "一、本年新收", "一、2023年新收");
    const report = await read({ requests });
    expect(report.requests).toMatchObject({ received: { total: null }, outcomes: { total: { total: 27 } } });
    expect(doubted(report)).toEqual(["cell-doubtful requests.received"]);
  });

  test.each(WRITTEN_AS)("over the numbers of the statistics leaves them unknown (%s)", async (format) => {
    const blocks = smallReport("2014").map((block) =>
      typeof block === "string" || !("rows" in block)
        ? block
        : { rows: block.rows.map((row, i) => (i === 0 ? [...row.slice(0, -1), "2015年"] : row)) },
    );
    const report = await readAs(format, blocks);
    expect(Object.values(report.cells).length).toBeGreaterThan(5);
    expect(Object.values(report.cells).filter(({ value }) => value !== null)).toEqual([]);
    expect(report.diagnostics).toContainEqual(expect.objectContaining({ code: "cell-doubtful" }));
  });
});

test.each([
  ["一、本年新收政府信息公开申请数量", "一、2024年新收政府信息公开申请数量"],
  ["二、上年结转政府信息公开申请数量", "二、2023年结转政府信息公开申请数量"],
  ["四、结转下年度继续办理", "四、结转2025年度继续办理"],
])("a year that %s means is its own: %s", async (words, printed) => {
  const report = await read({ requests: replaced(PARTS.requests, words, printed) });
  expect(report.requests).toMatchObject({
    received: { total: 27 },
    carriedOver: { total: 3 },
    carriedForward: { total: 3 },
  });
});

test("another time in the words of a label is no misprint", async () => {
  const report = await read({ requests: replaced(PARTS.requests, "一、本年新收", "一、上年新收") });
  expect(report.requests).toMatchObject({ received: { total: null }, carriedOver: { total: 3 } });
});

describe("a cell merged over several of the form's", () => {
  const row = (...cells: readonly string[]) => `<tr>${cells.join("")}</tr>`;
  const cell = (text: string, spans = "") => `<td ${spans}>${text}</td>`;
  const table = (value: string) =>
    `<h2>二、主动公开政府信息情况</h2><table>${row(cell("第二十条第（六）项", "colspan=2"))}${row(cell("信息内容"), cell("本年处理决定数量"))}${row(cell("行政处罚"), cell(value, "rowspan=2"))}${row(cell("行政强制"))}</table>`;
  const decisions = async (value: string) => {
    const report = await page("proactive", table(value));
    const { penalties, coercion } = report.proactiveDisclosure!;
    return [
      penalties.decisions,
      coercion.decisions,
      doubted(report).filter((one) => one.startsWith("cell-doubtful")).length,
    ];
  };

  test("with a number is of none of them", async () => {
    expect(await decisions("7")).toEqual([null, null, 2]);
  });

  test("with nothing is of each", async () => {
    expect(await decisions("0")).toEqual([0, 0, 0]);
  });
});

test("results of disputes in another order are not taken in the form's", async () => {
  const results = "总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结";
  const disputes = [
    PARTS.disputes[0],
    "| 行政复议 | 行政诉讼 |",
    `| ${results} | 未经复议直接起诉 | 复议后起诉 |`,
    `| ${results} | ${results} |`,
    "| 2 | 1 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 1 | 1 | 0 | 0 | 0 |",
  ];
  const report = await read({ disputes });
  expect(report.disputes).toMatchObject({ reconsideration: { upheld: null, total: null } });
  expect(doubted(report)).toContain("column-unknown disputes");
});

test("of two tables with other numbers no rows are taken from both", async () => {
  const bars = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rows = (factor: number) =>
    requestRows().flatMap((cells) => {
      const values = cells.slice(-7).map((value) => String(Number(value) * factor));
      const labels = cells.slice(0, -7);
      const group = labels.length > 1 ? [bars([labels[0]!, ...Array.from({ length: 7 }, () => "")])] : [];
      return [...group, bars([labels.at(-1)!, ...values])];
    });
  const requests = [PARTS.requests[0]!, ...requestsHead, ...rows(1), ...requestsHead, ...rows(3)];
  const report = await read({ requests });
  const printed = Object.entries(report.cells).filter(([id, { value }]) => id.startsWith("requests.") && value);
  expect(printed).toEqual([]);
});

test("where most rows stand twice with other numbers, one that stands once may be of either table", async () => {
  const bars = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const ones = ["1", "1", "1", "1", "1", "1", "6"];
  const first = requestRows().filter((cells) => !/^[236]\.(?:重复|要求|属于)/.test(cells.at(-8)!));
  const second = requestRows().map((cells) => [...cells.slice(0, -7), ...ones]);
  const requests = [PARTS.requests[0]!, ...requestsHead, ...first.map(bars), ...requestsHead, ...second.map(bars)];
  const report = await read({ requests });
  expect(report.requests).toMatchObject({ outcomes: { notProcessed: { duplicate: { total: null } } } });
  expect(doubted(report)).toContain("cell-doubtful requests.outcomes.notProcessed.duplicate");
});
