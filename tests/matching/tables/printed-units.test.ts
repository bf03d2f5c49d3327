/** The units that heads, labels, captions and notes print: they count, and where they differ or can't be told no number does. */
import { readAs, smallReport, WRITTEN_AS, type Otherwise } from "../../support/small-report.js";
import { isExplained, valueOf } from "../../support/judge.js";

type FormOf = "2021" | "2019" | "2014";
const FEES = "proactiveDisclosure.fees.amount";
const LICENSING = "proactiveDisclosure.licensing.decisions";
const FEES_2014 = "七、依申请公开信息收取的费用";
const WEBSITE = "2.政府网站公开政府信息数";

const HEAD = "本年收费金额（单位：万元）";
const head = (unit: string, value: string): Otherwise => ({
  rows: { [HEAD]: ["信息内容", `本年收费金额${unit}`], 行政事业性收费: ["行政事业性收费", value] },
});
const fees = (label: string, value: string): Otherwise => ({ rows: { 行政事业性收费: [label, value] } });
const statistics = (label: string, ...cells: string[]): Otherwise => ({ rows: { [label]: [label, ...cells] } });
const procurement = (unit: string, label: string, value: string): Otherwise => ({
  rows: { 采购项目数量: ["信息内容", "采购项目数量", `采购总金额${unit}`], 政府集中采购: [label, "3", value] },
});
const licensing = (unit: string, label: string, value: string): Otherwise => ({
  rows: { 本年处理决定数量: ["信息内容", `本年处理决定数量${unit}`], 行政许可: [label, value] },
});

async function expectValue(form: FormOf, otherwise: Otherwise, id: string, value: number | null) {
  for (const format of WRITTEN_AS) {
    const report = await readAs(format, smallReport(form, otherwise));
    expect([format, report.form, valueOf(report, id)]).toEqual([format, form, value]);
    if (value === null) expect([format, isExplained(report, id)]).toEqual([format, true]);
  }
}

describe("of an amount the unit counts that is told", () => {
  test.each<[string, FormOf, Otherwise, string, number]>([
    ["百万元 in its head", "2021", head("（单位：百万元）", "1.25"), FEES, 125],
    ["仟元 in its head", "2021", head("（单位：仟元）", "125"), FEES, 12.5],
    ["圆 in its head", "2021", head("（单位：圆）", "125000"), FEES, 12.5],
    ["萬元 in its head", "2021", head("（單位：萬元）", "12.5"), FEES, 12.5],
    ["a line above the table", "2021", { ...head("", "125000"), above: "单位：件、元" }, FEES, 12.5],
    ["a line below the table", "2021", { ...head("", "125000"), below: "注：金额单位：元" }, FEES, 12.5],
    ["the cell, whatever stands around it", "2021", { ...fees("行政事业性收费（元）", "12.5万元") }, FEES, 12.5],
    ["a note in the cell", "2021", fees("行政事业性收费", "125000（元，含退费）"), FEES, 12.5],
    ["百万元 in the unit's cell", "2014", statistics(FEES_2014, "百万元", "0.49"), "statistics.fees", 49],
    ["a bracket in the unit's cell", "2014", statistics(FEES_2014, "（元）", "490000"), "statistics.fees", 49],
    ["a cell behind the value", "2014", statistics(FEES_2014, "490000", "元"), "statistics.fees", 49],
    [
      "万 in its head",
      "2019",
      procurement("（单位：万）", "政府集中采购", "25.1"),
      "proactiveDisclosure.procurement.amount",
      251_000,
    ],
  ])("by %s", async (_, form, otherwise, id, value) => {
    await expectValue(form, otherwise, id, value);
  });
});

describe("an amount is unknown", () => {
  test.each<[string, FormOf, Otherwise, string]>([
    ["head and label differ", "2021", fees("行政事业性收费（单位：元）", "125000"), FEES],
    ["head and a line above differ", "2021", { ...fees("行政事业性收费", "125000"), above: "单位：元" }, FEES],
    ["head and a note differ", "2021", { ...fees("行政事业性收费", "125000"), below: "注：单位：元" }, FEES],
    [
      "head and a note in words of its own differ",
      "2021",
      { ...fees("行政事业性收费", "125000"), below: "注：本表收费金额以元计。" },
      FEES,
    ],
    ["lines above and below differ", "2021", { ...head("", "1250"), above: "单位：元", below: "单位：万元" }, FEES],
    ["the head tells two units", "2021", head("（元/万元）", "12.5"), FEES],
    ["the head tells another currency", "2021", head("（单位：万美元）", "12.5"), FEES],
    ["万元 is misprinted as 万无", "2021", head("（单位：万无）", "12.5"), FEES],
    ["a line above tells only the currency", "2021", { ...head("", "125000"), above: "单位：￥" }, FEES],
    ["万元 is misprinted as 口元", "2021", head("（单位：口元）", "12.5"), FEES],
    ["万元 is misprinted as 元万", "2021", head("（单位：元万）", "12.5"), FEES],
    ["万元 is misprinted as 方元", "2021", head("（单位：方元）", "12.5"), FEES],
    ["the cell tells another amount in a note", "2021", fees("行政事业性收费", "125000（12.5万元）"), FEES],
    ["the cell's unit is misprinted", "2021", fees("行政事业性收费", "12.5万无"), FEES],
    [
      "head and label of procurement differ",
      "2019",
      procurement("（万元）", "政府集中采购（元）", "251000"),
      "proactiveDisclosure.procurement.amount",
    ],
    [
      "label and unit differ",
      "2014",
      { rows: { [FEES_2014]: [`${FEES_2014}（元）`, "万元", "49"] } },
      "statistics.fees",
    ],
    ["the unit's cell is misprinted", "2014", statistics(FEES_2014, "方元", "49"), "statistics.fees"],
    ["unit and a note differ", "2014", { below: "注：单位：元" }, "statistics.resources.budget"],
  ])("where %s", async (_, form, otherwise, id) => {
    await expectValue(form, otherwise, id, null);
  });

  test("but nothing is nothing in any unit", async () => {
    await expectValue("2021", fees("行政事业性收费（元）", "0"), FEES, 0);
  });
});

describe("of a count that is printed in thousands the whole is read", () => {
  test.each<[string, FormOf, Otherwise, string, number]>([
    ["万件 in the cell", "2021", licensing("", "行政许可", "1.2万件"), LICENSING, 12_000],
    ["千件 in the cell", "2021", licensing("", "行政许可", "12千件"), LICENSING, 12_000],
    ["万件 in a note", "2021", licensing("", "行政许可", "1.2（万件）"), LICENSING, 12_000],
    ["万件 in the head", "2021", licensing("（单位：万件）", "行政许可", "1.2"), LICENSING, 12_000],
    ["百件 in the label", "2021", licensing("", "行政许可（百件）", "12"), LICENSING, 1_200],
    ["千件 above", "2021", { ...licensing("", "行政许可", "12"), above: "（单位：千件、万元）" }, LICENSING, 12_000],
    [
      "万条 in the unit's cell",
      "2014",
      statistics(WEBSITE, "万条", "1.2"),
      "statistics.proactive.channels.website",
      12_000,
    ],
    ["千条 in the cell", "2014", statistics(WEBSITE, "条", "12千条"), "statistics.proactive.channels.website", 12_000],
  ])("%s", async (_, form, otherwise, id, value) => {
    await expectValue(form, otherwise, id, value);
  });

  test.each<[string, FormOf, Otherwise, string]>([
    ["is no whole number", "2021", licensing("", "行政许可", "1.23456万件"), LICENSING],
    ["has 方件 for its unit", "2021", licensing("（单位：方件）", "行政许可", "12"), LICENSING],
    ["has two units", "2021", licensing("（百件）", "行政许可（件）", "12"), LICENSING],
    [
      "may be meant by a note",
      "2021",
      { ...licensing("", "行政许可", "12"), below: "注：行政许可以千件为单位。" },
      LICENSING,
    ],
  ])("and none that %s", async (_, form, otherwise, id) => {
    await expectValue(form, otherwise, id, null);
  });
});

test.each([
  "主动公开政府信息情况统计表（单位：元）",
  "　　　　　金额单位：人民币元",
  "【单位：元】",
  "单位：（元）",
  "（金额：元）",
  "填报单位：青禾县水利局　　　计量单位：元",
  "单位：人民币（元）",
  "单位：（人民币）元",
  "单位：RMB元",
  "单位：件　元",
  "单位：件；元",
  "单位：件（元）",
])("the line %s above a table tells its unit", async (above) => {
  await expectValue("2021", { ...head("", "125000"), above }, FEES, 12.5);
});

test.each([
  "备注：因系统限制，上表中收费金额以“元”为单位。",
  "说明：收费金额单位应为元，表头单位有误。",
  "*本表收费以人民币元为计量单位",
  "收费金额的计量单位为元。",
])("the line %s below a table contradicts its head", async (below) => {
  await expectValue("2021", { ...fees("行政事业性收费", "125000"), below }, FEES, null);
});

test.each(["填报单位：青禾县水利局", "注：各单位均按规定收费，本年无变化。", "以上数据由各单位元月统计。"])(
  "the line %s tells no unit",
  async (below) => {
    await expectValue("2021", { below }, FEES, 12.5);
  },
);

test("a note of another section says nothing", async () => {
  const blocks = [...smallReport("2021"), "注：单位：元"];
  expect(valueOf(await readAs("html", blocks), FEES)).toBe(12.5);
});
