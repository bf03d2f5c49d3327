/** Headers that print other columns than the form, or the form's in another order: no number goes to a wrong column. */
import { parseReport, type Report } from "../../../src/index.js";

const ISSUED = "<tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>";
const REQUESTS = [
  "一、本年新收政府信息公开申请数量|5|1|0|0|0|0|6",
  "二、上年结转政府信息公开申请数量|0|0|0|0|0|0|0",
  "（一）予以公开|5|1|0|0|0|0|6",
];
const rowOf = (line: string) =>
  `<tr>${line.split("|").map((text) => `<td>${text}</td>`).join("")}</tr>`; // prettier-ignore
const tableOf = (lines: readonly string[]) => `<table>${lines.map(rowOf).join("")}</table>`;
const DOCUMENTS = `<table>${ISSUED}${rowOf("规章|0|0|0")}${rowOf("行政规范性文件|3|1|18")}</table>`;
const APPLICANTS = "（列）|自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计";

async function reportOf({
  documents = DOCUMENTS,
  requests = [APPLICANTS, ...REQUESTS],
  disputes = "",
}): Promise<Report> {
  const title = "青禾县水利局2024年政府信息公开工作年度报告";
  const prose = "<p>本局健全公开目录，按时答复申请，并对各科室开展了培训与检查。</p>".repeat(5);
  const page = `<h1>${title}</h1><h2>一、总体情况</h2>${prose}${documents}${tableOf(requests)}${disputes}`;
  return parseReport(new TextEncoder().encode(page));
}

/** Ids of the diagnostics with the code. */
const unknown = ({ diagnostics }: Report, code: string) =>
  diagnostics.filter((one) => one.code === code).map(({ indicator }) => indicator);

describe("a head that divides the column before it", () => {
  const documents = (head: string, row: string) =>
    tableOf([head, "规章|0|0|0|0".slice(0, row.length), row, "信息内容|本年处理决定数量", "行政许可|12"]);

  test("beside all of the form's leaves them readable", async () => {
    const table = documents("信息内容|本年制发件数|其中：修订|本年废止件数|现行有效件数", "行政规范性文件|3|2|1|18");
    const { proactiveDisclosure } = await reportOf({ documents: table });
    expect(proactiveDisclosure).toMatchObject({
      normativeDocuments: { issued: 3, repealed: 1, inForce: 18 },
      licensing: { decisions: 12 },
    });
  });

  test("in the place of one of the form's is none of them", async () => {
    const table = documents("信息内容|本年制发件数|其中：修订|现行有效件数", "行政规范性文件|3|2|18");
    const report = await reportOf({ documents: table });
    expect(report.proactiveDisclosure).toMatchObject({
      normativeDocuments: { issued: 3, repealed: null, inForce: 18 },
      licensing: { decisions: 12 },
    });
    expect(unknown(report, "column-unknown")).toContain("proactiveDisclosure.normativeDocuments.repealed");
  });

  test("among applicants, one of whom isn't printed, leaves no order that would tell them", async () => {
    const head = "（列）|自然人|其中：网上|商业企业|科研机构|社会公益组织|法律服务机构|总计";
    const report = await reportOf({
      requests: [head, "一、本年新收政府信息公开申请数量|5|0|1|0|0|0|6", ...REQUESTS.slice(1)],
    });
    expect(report.requests).toMatchObject({
      received: { naturalPerson: null, researchInstitution: null, total: null },
    });
    expect(unknown(report, "value-count")).toContain("requests.received");
  });
});

describe("a head of another time", () => {
  const licensing = (head: string, row: string) => `${DOCUMENTS}${tableOf([head, row])}`;
  test.each(["上年处理决定数量", "累计处理决定数量", "历年处理决定数量"])(
    "in the place of the form's: %s",
    async (head) => {
      const report = await reportOf({ documents: licensing(`信息内容|${head}`, "行政许可|15") });
      expect(report.proactiveDisclosure).toMatchObject({ licensing: { decisions: null } });
      expect(unknown(report, "column-unknown")).toContain("proactiveDisclosure.licensing.decisions");
    },
  );
  test.each([
    ["累计处理决定数量|本年处理决定数量", "15|12"],
    ["本年处理决定数量|累计处理决定数量", "12|15"],
  ])("beside the form's leaves that readable: %s", async (heads, numbers) => {
    const report = await reportOf({ documents: licensing(`信息内容|${heads}`, `行政许可|${numbers}`) });
    expect(report.proactiveDisclosure).toMatchObject({ licensing: { decisions: 12 } });
  });
  test("of what is in force is the form's", async () => {
    const head = "信息内容|本年制发件数|本年废止件数|累计现行有效件数";
    const report = await reportOf({ documents: tableOf([head, "规章|0|0|0", "行政规范性文件|3|1|18"]) });
    expect(report.proactiveDisclosure).toMatchObject({ normativeDocuments: { issued: 3, repealed: 1, inForce: 18 } });
  });
});

test("a damaged head among applicants is in its place all the same", async () => {
  const head = "（列）|自然人|商业|科研机构|社会公益|法律服务机构|其|总计";
  const { requests } = await reportOf({ requests: [head, ...REQUESTS] });
  expect(requests).toMatchObject({ received: { naturalPerson: 5, commercialEnterprise: 1, total: 6 } });
});

test.each([
  ["a head that is none of the form's", "第二十条第（八）项", "金额（元）", "行政事业性收费"],
  ["the row's label", "第二十条第（八）项", "收费情况", "行政事业性收费（元）"],
  ["the caption", "第二十条第（八）项（单位：元）", "本年收费金额", "行政事业性收费"],
])("the unit of money that %s prints counts", async (_, caption, head, label) => {
  const fees = `<tr><td colspan="2">${caption}</td></tr>${rowOf(`信息内容|${head}`)}${rowOf(`${label}|123500`)}`;
  const { proactiveDisclosure } = await reportOf({ documents: `${DOCUMENTS}<table>${fees}</table>` });
  expect(proactiveDisclosure).toMatchObject({ fees: { amount: 12.35 } });
});

describe("the disputes table", () => {
  const RESULTS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
  const [COMPLAINTS, DIRECT, AFTERWARDS] = [[1, 2, 3, 4, 10], [0, 1, 0, 1, 2], [1, 1, 1, 1, 4]] as const; // prettier-ignore
  const heads = (names: readonly string[], more = "") => names.map((name) => `<td${more}>${name}</td>`).join("");
  const values = (...numbers: readonly number[]) => `<tr>${heads(numbers.map(String))}</tr>`;
  const suits = (direct: string, afterwards: string) =>
    `<td colspan="5">${direct}</td><td colspan="5">${afterwards}</td>`;
  const [OF_DIRECT, OF_AFTERWARDS] = ["未经复议直接起诉", "复议后起诉"];
  const disputes = (own: readonly string[], suitHeads: string, numbers: readonly number[]) =>
    `<table><tr><td colspan="5">行政复议</td><td colspan="10">行政诉讼</td></tr>
     <tr>${heads(own, ' rowspan="2"')}${suitHeads}</tr><tr>${heads([...RESULTS, ...RESULTS])}</tr>${values(...numbers)}</table>`;
  const inOrder = suits(OF_DIRECT, OF_AFTERWARDS);
  const all = [...COMPLAINTS, ...DIRECT, ...AFTERWARDS];

  test("is read in the form's order, however torn its heads are", async () => {
    for (const own of [RESULTS, ["结果", "结果", "其他", "尚未", "总 计"], ["维持", "", "其他", "未审结", "合计"]]) {
      const report = await reportOf({ disputes: disputes(own, inOrder, all) });
      expect(report.disputes).toMatchObject({
        reconsideration: { upheld: 1, corrected: 2, total: 10 },
        litigation: { direct: { total: 2 }, afterReconsideration: { total: 4 } },
      });
    }
  });

  const four = RESULTS.slice(0, 4);
  const withoutTotals = (last: string) =>
    `<table><tr><td colspan="4">行政复议</td><td colspan="8">行政诉讼</td></tr>
     <tr>${heads([...four.slice(0, 3), last], ' rowspan="2"')}<td colspan="4">${OF_DIRECT}</td><td colspan="4">${OF_AFTERWARDS}</td></tr>
     <tr>${heads([...four, ...four])}</tr>${values(1, 2, 3, 4, 0, 1, 0, 1, 1, 1, 1, 1)}</table>`;

  test("without totals is read by its heads, and the totals are unknown", async () => {
    const report = await reportOf({ disputes: withoutTotals("尚未审结") });
    expect(report.disputes).toMatchObject({
      reconsideration: { upheld: 1, corrected: 2, otherResult: 3, pending: 4, total: null },
      litigation: { direct: { corrected: 1, total: null }, afterReconsideration: { pending: 1 } },
    });
    expect(unknown(report, "cell-missing")).toContain("disputes.reconsideration.total");
  });

  test("without totals is unknown where a head tells nothing", async () => {
    const report = await reportOf({ disputes: withoutTotals("撤回申请") });
    expect(report.disputes).toMatchObject({ reconsideration: { upheld: null, pending: null } });
    expect(unknown(report, "value-count")).toContain("disputes");
  });

  test("in one table for complaints and one for suits is read", async () => {
    const complaints = `<table><tr><td colspan="5">行政复议</td></tr><tr>${heads(RESULTS)}</tr>${values(...COMPLAINTS)}</table>`;
    const ofSuits = `<table><tr><td colspan="10">行政诉讼</td></tr><tr>${inOrder}</tr><tr>${heads([...RESULTS, ...RESULTS])}</tr>${values(...DIRECT, ...AFTERWARDS)}</table>`;
    expect((await reportOf({ disputes: complaints + ofSuits })).disputes).toMatchObject({
      reconsideration: { upheld: 1, total: 10 },
      litigation: { direct: { total: 2 }, afterReconsideration: { total: 4 } },
    });
  });

  test.each([
    [
      "results in another order",
      disputes(["总计", ...RESULTS.slice(0, 4)], inOrder, [10, 1, 2, 3, 4, ...DIRECT, ...AFTERWARDS]),
    ],
    [
      "suits in another order",
      disputes(RESULTS, suits(OF_AFTERWARDS, OF_DIRECT), [...COMPLAINTS, ...AFTERWARDS, ...DIRECT]),
    ],
    [
      "suits before complaints",
      `<table><tr><td colspan="10">行政诉讼</td><td colspan="5">行政复议</td></tr><tr>${inOrder}${heads(RESULTS, ' rowspan="2"')}</tr>
       <tr>${heads([...RESULTS, ...RESULTS])}</tr>${values(...DIRECT, ...AFTERWARDS, ...COMPLAINTS)}</table>`,
    ],
  ])("is read by its heads where they print %s", async (_, table) => {
    expect((await reportOf({ disputes: table })).disputes).toMatchObject({
      reconsideration: { upheld: 1, corrected: 2, otherResult: 3, pending: 4, total: 10 },
      litigation: { direct: { corrected: 1, total: 2 }, afterReconsideration: { upheld: 1, total: 4 } },
    });
  });

  test.each([
    ["another result among them", disputes(["结果维持", "撤回", "结果纠正", "其他结果", "总计"], inOrder, all)],
    ["a result twice", disputes(["总计", "结果维持", "结果维持", "其他结果", "尚未审结"], inOrder, all)],
  ])("is unknown where its header prints %s", async (_, table) => {
    const report = await reportOf({ disputes: table });
    expect(report.disputes).toMatchObject({
      reconsideration: { upheld: null, total: null },
      litigation: { direct: { upheld: null }, afterReconsideration: { total: null } },
    });
    expect(unknown(report, "column-unknown")).toContain("disputes");
  });
});
