/** The prose against the tables, and against itself. */
import { audit } from "../../src/audit/index.js";
import { filledReport, type Filled } from "./filled-report.js";
import { verdict } from "./findings.js";

/** 30 received, 2 carried over; 20 granted, 5 partly, 4 refused, 2 unavailable; 1 carried forward; 5 of organisations. */
const REQUESTS: Record<string, number> = {
  "requests.received.naturalPerson": 25,
  "requests.received.commercialEnterprise": 5,
  "requests.received.total": 30,
  "requests.carriedOver.naturalPerson": 2,
  "requests.carriedOver.total": 2,
  "requests.outcomes.granted.naturalPerson": 15,
  "requests.outcomes.granted.commercialEnterprise": 5,
  "requests.outcomes.granted.total": 20,
  "requests.outcomes.partiallyGranted.naturalPerson": 5,
  "requests.outcomes.partiallyGranted.total": 5,
  "requests.outcomes.refused.internalAffairs.naturalPerson": 4,
  "requests.outcomes.refused.internalAffairs.total": 4,
  "requests.outcomes.unavailable.notHeld.naturalPerson": 2,
  "requests.outcomes.unavailable.notHeld.total": 2,
  "requests.outcomes.total.naturalPerson": 26,
  "requests.outcomes.total.commercialEnterprise": 5,
  "requests.outcomes.total.total": 31,
  "requests.carriedForward.naturalPerson": 1,
  "requests.carriedForward.total": 1,
  "disputes.reconsideration.upheld": 3,
  "disputes.reconsideration.pending": 2,
  "disputes.reconsideration.total": 5,
  "disputes.litigation.direct.upheld": 1,
  "disputes.litigation.direct.total": 1,
  "disputes.litigation.afterReconsideration.upheld": 2,
  "disputes.litigation.afterReconsideration.total": 2,
  "proactiveDisclosure.normativeDocuments.issued": 4,
  "proactiveDisclosure.normativeDocuments.repealed": 1,
  "proactiveDisclosure.normativeDocuments.inForce": 12,
  "proactiveDisclosure.fees.amount": 19.03,
};

const saying = (prose: string, rest: Partial<Filled> = {}) =>
  filledReport({ cells: REQUESTS, prose: [prose], ...rest });

test("a prose that tells the numbers of the tables has no finding", () => {
  const report = saying(
    "2024年，我局新收政府信息公开申请30件，上年结转2件；办结31件，其中予以公开20件、部分公开5件、不予公开4件、无法提供2件，结转下年度继续办理1件。" +
      "因政府信息公开被申请行政复议5件，被提起行政诉讼3件。行政规范性文件制发4件，废止1件，现行有效12件。",
  );
  expect(audit(report).findings).toEqual([]);
  expect(verdict("narrative-table", report).outcome.checked).toBeGreaterThanOrEqual(12);
});

test("narrative-table: the prose tells another number than the table", () => {
  const { findings, zh, en } = verdict("narrative-table", saying("2024年，我局共收到政府信息公开申请84件。"));
  expect(zh).toEqual([
    "“一、本年新收政府信息公开申请数量·总计”：表格为 30，文字为 84（“2024年，我局共收到政府信息公开申请84件。”）",
  ]);
  expect(en).toEqual([
    '"received this year, total": the table has 30, the prose 84 (“2024年，我局共收到政府信息公开申请84件。”)',
  ]);
  expect(findings).toMatchObject([
    { severity: "error", indicators: ["requests.received.total"], expected: 30, actual: 84 },
  ]);
});

describe.each([
  ["carried over", "新收政府信息公开申请30件，上年结转8件。", ["requests.carriedOver.total"], 2, 8],
  ["carried forward", "收到政府信息公开申请30件，结转下年度继续办理7件。", ["requests.carriedForward.total"], 1, 7],
  ["granted", "答复政府信息公开申请中，予以公开22件。", ["requests.outcomes.granted.total"], 20, 22],
  ["partly granted", "办结政府信息公开申请31件，部分公开9件。", ["requests.outcomes.partiallyGranted.total"], 5, 9],
  ["refused", "办结政府信息公开申请31件，不予公开9件。", ["requests.outcomes.refused"], 4, 9],
  ["unavailable", "办结政府信息公开申请31件，无法提供9件。", ["requests.outcomes.unavailable"], 2, 9],
  [
    "granted in any part",
    "办结政府信息公开申请31件，予以公开及部分公开26件。",
    ["requests.outcomes.granted.total", "requests.outcomes.partiallyGranted.total"],
    25,
    26,
  ],
  ["reconsidered", "因政府信息公开被申请行政复议9件。", ["disputes.reconsideration.total"], 5, 9],
  [
    "sued",
    "因政府信息公开被提起行政诉讼9件。",
    ["disputes.litigation.direct.total", "disputes.litigation.afterReconsideration.total"],
    3,
    9,
  ],
  ["issued", "本年制发行政规范性文件9件。", ["proactiveDisclosure.normativeDocuments.issued"], 4, 9],
  ["in force", "行政规范性文件现行有效9件。", ["proactiveDisclosure.normativeDocuments.inForce"], 12, 9],
  ["fees", "收取行政事业性收费25万元。", ["proactiveDisclosure.fees.amount"], 19.03, 25],
])("narrative-table: %s", (_, prose, indicators, expected, actual) => {
  test("is compared with its cells", () => {
    expect(verdict("narrative-table", saying(`2024年，我局${prose}`)).findings).toMatchObject([
      { severity: "error", indicators, expected, actual },
    ]);
  });
});

test.each([
  ["another scope", "2024年，全县各级行政机关共收到政府信息公开申请84件。"],
  ["another body", "2024年，澜川县教育局收到政府信息公开申请84件。"],
  ["last year", "2023年，我局收到政府信息公开申请84件。"],
  ["last year in a comparison", "2024年，我局收到政府信息公开申请30件，较上年84件减少。"],
  ["received and carried over", "2024年，我局共收办政府信息公开申请32件。"],
  ["a total with carried-over requests", "2024年，我局共收到政府信息公开申请32件，含上年结转2件。"],
  ["reviews without those pending", "2024年，我局因政府信息公开发生行政复议案件3件。"],
  ["suits of one kind", "2024年，我局因政府信息公开被提起行政诉讼2件。"],
  ["a share", "2024年，我局政府信息公开申请按时办结率84%。"],
  ["an approximate number", "2024年，我局收到政府信息公开申请80余件。"],
  ["a rounded amount of money", "2024年，我局收取行政事业性收费19万元。"],
  ["someone else's requests", "2024年，我局受理行政许可申请84件，办理人大代表建议18件。"],
  ["information that went out on a website", "2024年，我局通过网站主动公开政府信息840条。"],
])("narrative-table: %s is no contradiction", (_, prose) => {
  expect(verdict("narrative-table", saying(prose)).findings).toEqual([]);
});

test("narrative-table: a government's own area is its own number", () => {
  const prose = "2024年，全县各级行政机关共收到政府信息公开申请84件。";
  expect(verdict("narrative-table", saying(prose, { body: "澜川县人民政府" })).findings).toHaveLength(1);
});

test("narrative-table: one of two numbers that agrees with the table makes the other a warning", () => {
  const prose = ["2024年，我局收到政府信息公开申请30件。", "2024年，我局收到政府信息公开申请33件。"];
  expect(verdict("narrative-table", filledReport({ cells: REQUESTS, prose })).findings).toMatchObject([
    { severity: "warning", expected: 30, actual: 33 },
  ]);
});

test("narrative-table: a table that is left blank is no contradiction", () => {
  const { findings, zh } = verdict(
    "narrative-table",
    filledReport({ cells: { disputes: "" }, prose: ["2024年，我局因政府信息公开被申请行政复议5件。"] }),
  );
  expect(findings.map(({ severity }) => severity)).toEqual(["warning"]);
  expect(zh).toEqual(["“行政复议·总计”：表格为 空白，文字为 5（“2024年，我局因政府信息公开被申请行政复议5件。”）"]);
});

test("narrative-table: a cell that could not be read is not compared", () => {
  const report = saying("2024年，我局收到政府信息公开申请84件。", { cells: { "requests.received.total": null } });
  expect(verdict("narrative-table", report).outcome).toMatchObject({ checked: 0, failed: 0, notChecked: 1 });
});

describe("narrative-breakdown", () => {
  test("parts that are more than their total", () => {
    const { findings, zh, en } = verdict(
      "narrative-breakdown",
      saying("全年主动公开信息84条，其中政务动态20条、公示公告24条、法规文件60条。"),
    );
    expect(zh).toEqual([
      "文字称共 84条，所列 20＋24＋60 之和为 104（“全年主动公开信息84条，其中政务动态20条、公示公告24条、法规文件60条。”）",
    ]);
    expect(en).toEqual([
      "the prose says 84, the parts it lists, 20 + 24 + 60, add up to 104 (“全年主动公开信息84条，其中政务动态20条、公示公告24条、法规文件60条。”)",
    ]);
    expect(findings).toMatchObject([
      { severity: "warning", indicators: ["sections.overview"], expected: 104, actual: 84 },
    ]);
  });

  test.each([
    ["two classes that leave nothing out", "收到申请30件，其中自然人20件，法人5件。", 25],
    ["a list that ends with the rest", "公开信息90条，其中公告20条、动态30条、其他信息10条。", 60],
    ["thousands", "公开信息1,200条，其中公告1,000条、动态300条。", 1300],
  ])("%s", (_, prose, sum) => {
    expect(verdict("narrative-breakdown", saying(prose)).findings).toMatchObject([{ expected: sum }]);
  });

  test.each([
    ["parts that add up", "公开信息84条，其中公告20条、动态24条、其他信息40条。"],
    ["some of the parts", "公开信息84条，其中公告20条、动态24条。"],
    ["one part", "公开信息84条，其中公告90条。"],
    ["another unit", "公开信息84条，其中公告90条、视频20个。"],
    ["what was done with them", "收到申请30件，其中自然人25件、法人5件，已全部答复30件。"],
    ["last year's number", "公开信息84条，其中公告60条，较上年增加50条。"],
    ["an approximate part", "公开信息84条，其中公告60余条、动态40条。"],
    ["other handling among outcomes", "答复31件，其中予以公开20件，部分公开5件，其他处理2件。"],
  ])("%s is no contradiction", (_, prose) => {
    expect(verdict("narrative-breakdown", saying(prose)).findings).toEqual([]);
  });

  test("channels may repeat what the form of 2014 counts once", () => {
    const prose = ["主动公开信息84条，其中网站公开80条、微信公开40条。"];
    const { outcome } = verdict("narrative-breakdown", filledReport({ form: "2014", year: 2016, prose }));
    expect(outcome).toMatchObject({ checked: 0, notChecked: 1 });
  });
});

describe("narrative-percentage", () => {
  test("a share that is not that of the number", () => {
    const { findings, zh, en } = verdict(
      "narrative-percentage",
      saying("2024年，我局办结政府信息公开申请31件，予以公开20件，占74.5%。"),
    );
    expect(zh).toEqual([
      "“（一）予以公开·总计” 20 件称占 74.5%，按总数 31 应为 64.52%（“2024年，我局办结政府信息公开申请31件，予以公开20件，占74.5%。”）",
    ]);
    expect(en).toEqual([
      '"granted, total": 20 is said to be 74.5%, of 31 it is 64.52% (“2024年，我局办结政府信息公开申请31件，予以公开20件，占74.5%。”)',
    ]);
    expect(findings).toMatchObject([
      { severity: "warning", indicators: ["requests.outcomes.granted.total"], expected: 64.52, actual: 74.5 },
    ]);
  });

  test.each([
    ["of those closed", "64.5%"],
    ["of those received", "66.67%"],
    ["of those received and carried over", "62.5%"],
    ["cut instead of rounded", "64.51%"],
  ])("a share %s is right", (_, share) => {
    const report = saying(`2024年，我局办结政府信息公开申请31件，予以公开20件，占${share}。`);
    expect(verdict("narrative-percentage", report).outcome).toMatchObject({ checked: 1, failed: 0 });
  });

  test("is not checked where a total could not be read", () => {
    const cells = { ...REQUESTS, "requests.received.total": null };
    const report = saying("2024年，我局办结政府信息公开申请31件，予以公开20件，占74.5%。", { cells });
    expect(verdict("narrative-percentage", report).outcome).toMatchObject({ checked: 0, notChecked: 1 });
  });
});

test.each([
  ["requests of the year alone, closed", "2024年，我局受理政府信息公开申请30件，已办结29件。"],
  ["a case that was withdrawn", "2024年，因政府信息公开被申请行政复议1件（申请人撤回结案）。"],
  ["revised documents", "2024年，我局制定行政规范性文件4件（其中修订1件），废止行政规范性文件1件。"],
])("narrative-table: %s may be counted in more than one way", (_, prose) => {
  const cells = {
    ...REQUESTS,
    "disputes.reconsideration.upheld": 4,
    "disputes.reconsideration.otherResult": 1,
    "proactiveDisclosure.normativeDocuments.repealed": 2,
  };
  const { findings, outcome } = verdict("narrative-table", saying(prose, { cells }));
  expect(findings).toEqual([]);
  expect(outcome.checked + outcome.notChecked).toBeGreaterThan(0);
});

test.each([
  "2024年，我局收到政府信息公开申请30件，上年结转2件，其中予以公开20件，部分公开5件，不予公开4件。",
  "2024年，我局被申请行政复议2件，其中维持1件，其他结果1件；被提起行政诉讼1件，未审结。",
])("narrative-breakdown: a list is of one number: %s", (prose) => {
  expect(verdict("narrative-breakdown", filledReport({ cells: REQUESTS, prose: [prose] })).findings).toEqual([]);
});
