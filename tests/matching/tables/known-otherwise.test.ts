/** What a person reads without doubt though the form prints it otherwise: sums among rows and columns, other words, stacked parts. */
import { parseReport, type Report } from "../../../src/index.js";
import { hardReport, PARTS, requestRows, requestsHead } from "../../support/hard-report.js";

const bars = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
const read = (parts: Parameters<typeof hardReport>[0]): Promise<Report> =>
  parseReport(new TextEncoder().encode(hardReport(parts)));

test("sums of groups without an ordinal are not the total of all", async () => {
  const rows = requestRows().flatMap((cells) =>
    cells.at(-8) === "8.属于行政查询事项" ? [cells, ["小计", "1", "0", "0", "0", "0", "0", "1"]] : [cells],
  );
  const { requests } = await read({ requests: [PARTS.requests[0]!, ...requestsHead, ...rows.map(bars)] });
  expect(requests).toMatchObject({ outcomes: { total: { total: 27 } }, carriedForward: { total: 3 } });
});

test("totals that alone are filled in are read in the form's order", async () => {
  const rows = requestRows().map((cells) =>
    cells.map((text, i) => (i >= cells.length - 7 && i < cells.length - 1 ? "" : text)),
  );
  const report = await read({ requests: [PARTS.requests[0]!, ...requestsHead, ...rows.map(bars)] });
  expect(report.requests).toMatchObject({ received: { naturalPerson: null, total: 27 }, carriedOver: { total: 3 } });
});

test.each([
  ["一、本年新收政府信息公开申请数量", "一、新收政府信息公开申请", "received"],
  ["四、结转下年度继续办理", "四、结转下年度", "carriedForward"],
  ["1.属于国家秘密", "1.涉及国家秘密", "outcomes.refused.stateSecret"],
  ["3.危及“三安全一稳定”", "3.危及国家安全、公共安全、经济安全和社会稳定", "outcomes.refused.publicSecurity"],
  ["7.属于行政执法案卷", "7.行政执法案卷信息", "outcomes.refused.enforcementFile"],
  ["3.其他", "3.其他情形", "outcomes.otherHandling.other"],
])("%s may be printed as %s", async (label, printed, id) => {
  const requests = PARTS.requests.map((line) => line.replace(`| ${label} |`, `| ${printed} |`));
  const { cells, diagnostics } = await read({ requests });
  expect(cells[`requests.${id}.total`]?.value).toEqual(expect.any(Number));
  expect(diagnostics).toEqual([]);
});

const RESULTS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
const [COMPLAINTS, SUITS] = [
  ["1", "0", "0", "1", "2"],
  ["0", "0", "0", "0", "0", "0", "1", "0", "0", "1"],
] as const;
const DISPUTES = {
  reconsideration: { upheld: 1, pending: 1, total: 2 },
  litigation: { direct: { total: 0 }, afterReconsideration: { corrected: 1, total: 1 } },
};
const stacked = (suits: readonly string[]) => [
  PARTS.disputes[0],
  bars(["行政复议"]),
  bars(RESULTS),
  bars(COMPLAINTS),
  bars(["行政诉讼"]),
  bars(["未经复议直接起诉", "复议后起诉"]),
  bars([...RESULTS, ...RESULTS]),
  bars(suits),
];

test("suits of both kinds may stand side by side below the complaints", async () => {
  expect((await read({ disputes: stacked(SUITS) })).disputes).toMatchObject(DISPUTES);
});

test("ten values of fifteen are not those of the suits", async () => {
  const lost = [...PARTS.disputes.slice(0, -1), bars(SUITS)];
  const { disputes } = await read({ disputes: lost });
  expect(disputes).toMatchObject({ litigation: { direct: { total: null }, afterReconsideration: { total: null } } });
});

test("a column for the sum of all disputes leaves the others readable", async () => {
  const row = (...cells: readonly string[]) => `<tr>${cells.join("")}</tr>`;
  const cell = (text: string, spans = "") => `<td ${spans}>${text}</td>`;
  const cells = (texts: readonly string[], spans = "") => texts.map((text) => cell(text, spans));
  const table = [
    row(cell("行政复议", "colspan=5"), cell("行政诉讼", "colspan=10"), cell("合计", "rowspan=3")),
    row(...cells(RESULTS, "rowspan=2"), cell("未经复议直接起诉", "colspan=5"), cell("复议后起诉", "colspan=5")),
    row(...cells([...RESULTS, ...RESULTS])),
    row(...cells([...COMPLAINTS, ...SUITS, "3"])),
  ].join("");
  const [before, behind] = hardReport({ disputes: [PARTS.disputes[0], "@"] }).split("@");
  const lines = (text: string) =>
    text
      .split("\n")
      .map((line) => `<p>${line}</p>`)
      .join("");
  const html = `<html><body>${lines(before!)}<table>${table}</table>${lines(behind!)}</body></html>`;
  expect((await parseReport(new TextEncoder().encode(html))).disputes).toMatchObject(DISPUTES);
});

describe("a unit in a cell of its own", () => {
  const proactive = (print: (label: string, values: readonly string[], unit: string) => readonly string[]) =>
    PARTS.proactive.map((line) => {
      const [label, ...values] = line.slice(2, -2).split(" | ");
      if (!line.startsWith("|") || /^第二十条/.test(label!)) return line;
      if (label === "信息内容") return bars(print(label, values, "单位"));
      return bars(print(label!, values, /收费/.test(label!) ? "万元" : "件"));
    });
  const ALL = { rules: { inForce: 0 }, normativeDocuments: { issued: 3, inForce: 18 }, coercion: { decisions: 2 } };

  test.each([
    ["before the values", proactive((label, values, unit) => [label, unit, ...values])],
    ["behind the values", proactive((label, values, unit) => [label, ...values, unit])],
    ["behind the amount", proactive((label, values, unit) => [label, ...values, ...(unit === "万元" ? [unit] : [])])],
  ])("%s is no value", async (_, lines) => {
    const { proactiveDisclosure } = await read({ proactive: lines });
    expect(proactiveDisclosure).toMatchObject({ ...ALL, fees: { amount: 46.5 } });
  });

  test("converts the amount beside it where nothing else tells another", async () => {
    const own = (head: string) =>
      PARTS.proactive.map((line) =>
        line.replace("本年收费金额（单位：万元）", head).replace("| 46.5 |", "| 465000 | 元 |"),
      );
    expect((await read({ proactive: own("本年收费金额") })).proactiveDisclosure).toMatchObject({
      fees: { amount: 46.5 },
    });
    const both = await read({ proactive: own("本年收费金额（单位：万元）") });
    expect(both.proactiveDisclosure).toMatchObject({ fees: { amount: null } });
    expect(both.diagnostics).toContainEqual(expect.objectContaining({ indicator: "proactiveDisclosure.fees" }));
  });
});
