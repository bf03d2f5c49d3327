/** What is possible and that a person would look at: always a warning. */
import { filledReport } from "./filled-report.js";
import { verdict } from "./findings.js";

describe("blank-total", () => {
  const REFUSED = "requests.outcomes.refused.stateSecret";
  test("one total is blank where the others are filled", () => {
    const { findings, zh, en } = verdict(
      "blank-total",
      filledReport({ cells: { [`${REFUSED}.naturalPerson`]: 3, [`${REFUSED}.total`]: "" } }),
    );
    expect(zh).toEqual(["“（三）不予公开·1.属于国家秘密·总计”留空，各项之和为 3"]);
    expect(en).toEqual(['"refused, state secret, total" is blank, its parts add up to 3']);
    expect(findings).toMatchObject([{ severity: "warning", expected: 3 }]);
    expect(findings[0]!.indicators.slice(0, 2)).toEqual([`${REFUSED}.total`, `${REFUSED}.naturalPerson`]);
  });

  test("totals that are blank by habit are none", () => {
    const cells = {
      [`${REFUSED}.naturalPerson`]: 3,
      [`${REFUSED}.total`]: "",
      "requests.outcomes.granted.naturalPerson": 2,
      "requests.outcomes.granted.total": "",
    };
    expect(verdict("blank-total", filledReport({ cells })).findings).toEqual([]);
  });

  test("a blank row （七）总计 speaks once", () => {
    const cells = {
      "requests.outcomes.granted.naturalPerson": 3,
      "requests.outcomes.granted.other": 1,
      "requests.outcomes.granted.total": 4,
      "requests.outcomes.total": "",
    };
    expect(verdict("blank-total", filledReport({ cells })).zh).toEqual(["“（七）总计·总计”留空，各项之和为 4"]);
  });

  test.each([
    ["2021", "disputes.reconsideration.total", "disputes.reconsideration.upheld"],
    ["2014", "statistics.resources.staff.total", "statistics.resources.staff.fullTime"],
  ] as const)("in the form of %s: %s", (form, total, part) => {
    const { findings } = verdict("blank-total", filledReport({ form, cells: { [total]: "", [part]: 2 } }));
    expect(findings).toMatchObject([{ expected: 2 }]);
    expect(findings[0]!.indicators).toContain(part);
  });
});

describe("requests-table-empty", () => {
  const prose = ["2024年，我局收到政府信息公开申请12件。"];
  test("zeros under a prose that counts requests", () => {
    const { findings, zh, en } = verdict("requests-table-empty", filledReport({ prose }));
    expect(zh).toEqual(["文字称收到申请 12 件，申请表却没有一个数大于零"]);
    expect(en).toEqual(["the prose counts 12 requests, no number of the table is above zero"]);
    expect(findings).toMatchObject([
      { severity: "warning", indicators: ["requests.received.total"], expected: 0, actual: 12 },
    ]);
  });

  test("the statistics of 2014 as well", () => {
    const { findings } = verdict(
      "requests-table-empty",
      filledReport({ form: "2014", year: 2016, prose: ["2016年，我局收到政府信息公开申请12件。"] }),
    );
    expect(findings).toMatchObject([{ indicators: ["statistics.requests.received.total"], actual: 12 }]);
  });

  test("a table with a number, one that could not be read, and a prose without requests are none", () => {
    const outcome = (cells: Record<string, number | null>, text = prose) =>
      verdict("requests-table-empty", filledReport({ cells, prose: text })).outcome;
    expect(outcome({ "requests.received.total": 12 })).toMatchObject({ checked: 1, failed: 0 });
    expect(outcome({}, ["2024年，我局未收到政府信息公开申请。"])).toMatchObject({ checked: 0, notChecked: 0 });
    const report = filledReport({ prose, cells: { "requests.received.other": "?" } });
    expect(verdict("requests-table-empty", report).outcome).toMatchObject({ checked: 0, notChecked: 1 });
  });
});

describe("rules-without-power", () => {
  const cells = { "proactiveDisclosure.rules.issued": 1, "proactiveDisclosure.rules.inForce": 6 };
  test("a township with 规章 in force", () => {
    const { findings, zh, en } = verdict("rules-without-power", filledReport({ body: "澜川县北溪镇人民政府", cells }));
    expect(zh).toEqual(["“澜川县北溪镇人民政府”没有规章制定权，却填报了规章（本年制发件数 1 + 现行有效件数 6）"]);
    expect(en).toEqual(['"澜川县北溪镇人民政府" cannot make 规章, but reports some (issued this year 1 + in force 6)']);
    expect(findings).toMatchObject([{ severity: "warning", indicators: Object.keys(cells) }]);
  });

  test.each([
    ["澜川县人民政府", 1, 0],
    ["澜川县水务局", 1, 0],
    ["临山市北砚区人民政府", 1, 0],
    ["澜川县人民政府办公室", 1, 0],
    ["澜川经济开发区管理委员会", 1, 0],
    // A city may be divided into districts or not.
    ["临山市人民政府", 0, 1],
    ["国家林草总局", 0, 1],
    ["广西壮族自治区人民政府", 0, 0],
    ["临山省人民政府", 0, 0],
    [null, 0, 1],
  ])("%s", (body, failed, notChecked) => {
    expect(verdict("rules-without-power", filledReport({ body, cells })).outcome).toMatchObject({ failed, notChecked });
  });

  test("none where no 规章 are reported", () => {
    const report = filledReport({ body: "澜川县北溪镇人民政府", cells: { "proactiveDisclosure.rules": "" } });
    expect(verdict("rules-without-power", report).outcome).toMatchObject({ checked: 1, failed: 0 });
  });
});

test("not-a-count: a count that is negative or no whole number", () => {
  const cells = { "proactiveDisclosure.penalties.decisions": -3, "disputes.reconsideration.upheld": 1.5 };
  const { findings, zh, en } = verdict("not-a-count", filledReport({ cells }));
  expect(zh).toEqual(["“行政处罚·本年处理决定数量”为 -3", "“行政复议·结果维持”为 1.5"]);
  expect(en).toEqual([
    '"administrative penalties, decisions this year" is -3',
    '"administrative reconsideration, upheld" is 1.5',
  ]);
  expect(findings).toMatchObject([
    { severity: "warning", indicators: ["proactiveDisclosure.penalties.decisions"], actual: -3 },
    { actual: 1.5 },
  ]);
  const allowed = { "proactiveDisclosure.licensing.change": -35, "proactiveDisclosure.procurement.amount": 2000.5 };
  expect(verdict("not-a-count", filledReport({ form: "2019", cells: allowed })).findings).toEqual([]);
});

describe("part-above-whole", () => {
  test.each([
    ["2019", "proactiveDisclosure.rules.disclosed", "proactiveDisclosure.rules.totalDisclosed"],
    [
      "2019",
      "proactiveDisclosure.normativeDocuments.disclosed",
      "proactiveDisclosure.normativeDocuments.totalDisclosed",
    ],
    ["2014", "statistics.proactive.normativeDocumentsDisclosed", "statistics.proactive.disclosed"],
    ["2014", "statistics.responses.pressConferencesByPrincipal", "statistics.responses.pressConferences"],
    ["2014", "statistics.responses.onlineInterviewsByPrincipal", "statistics.responses.onlineInterviews"],
  ] as const)("form of %s: %s", (form, part, whole) => {
    const of = (a: number | string, b: number | string) =>
      verdict("part-above-whole", filledReport({ form, cells: { [part]: a, [whole]: b } }));
    expect(of(9, 4).findings).toMatchObject([
      { severity: "warning", indicators: [part, whole], expected: 4, actual: 9 },
    ]);
    expect(of(4, 4).findings).toEqual([]);
    expect(of(9, "").outcome).toMatchObject({ failed: 0, notChecked: 1 });
  });

  test("its message", () => {
    const cells = { "proactiveDisclosure.rules.disclosed": 9, "proactiveDisclosure.rules.totalDisclosed": 4 };
    const { zh, en } = verdict("part-above-whole", filledReport({ form: "2019", cells }));
    expect(zh).toEqual(["“规章·本年新公开数量” 9 大于“规章·对外公开总数量” 4"]);
    expect(en).toEqual(['"rules (规章), disclosed this year" 9 is more than "rules (规章), disclosed in all" 4']);
  });
});

describe("money-unit", () => {
  const fees = (amount: number, rest = {}) =>
    filledReport({ cells: { "proactiveDisclosure.fees.amount": amount }, ...rest });

  test("an amount ten thousand times the prose's", () => {
    const report = fees(190_000, { prose: ["2024年，我局收取行政事业性收费19万元。"] });
    const { findings, zh, en } = verdict("money-unit", report);
    expect(zh).toEqual(["“行政事业性收费·本年收费金额”为 190000，文字为 19，恰差一万倍"]);
    expect(en).toEqual(['"administrative fees, amount" is 190000, the prose has 19: ten thousand times apart']);
    expect(findings).toMatchObject([
      { severity: "warning", indicators: ["proactiveDisclosure.fees.amount"], expected: 19, actual: 190_000 },
    ]);
    // One slip is told once.
    expect(verdict("narrative-table", report).outcome).toMatchObject({ failed: 0, notChecked: 1 });
  });

  test("a township's fees above 一亿元", () => {
    const { zh, en } = verdict("money-unit", fees(12_000, { body: "北溪镇人民政府" }));
    expect(zh).toEqual(["“行政事业性收费·本年收费金额”为 12000 万元，单位可疑"]);
    expect(en).toEqual(['"administrative fees, amount" is 12000 万元, for a township']);
    expect(verdict("money-unit", fees(12_000)).findings).toEqual([]);
  });

  test("a year's purchases below 一千元", () => {
    const of = (amount: number) =>
      verdict(
        "money-unit",
        filledReport({ form: "2019", year: 2020, cells: { "proactiveDisclosure.procurement.amount": amount } }),
      );
    expect(of(52.15).zh).toEqual(["“政府集中采购·采购总金额”为 52.15 元，单位可疑"]);
    expect(of(52.15).en).toEqual(['"centralised procurement, amount" is 52.15 元: the unit is doubtful']);
    expect([of(0), of(521_500)].flatMap(({ findings }) => findings)).toEqual([]);
  });
});
