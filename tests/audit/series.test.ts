/** What must go on from one year of a body to the next, and versions of one year. */
import * as library from "../../src/index.js";
import { auditSeries } from "../../src/audit/index.js";
import { filledReport, type Filled } from "./filled-report.js";
import { seriesVerdict } from "./findings.js";

const year = (of: number, rest: Filled = {}) => filledReport({ year: of, file: `${of}.html`, ...rest });

test("auditSeries is part of the library", () => {
  expect(library.auditSeries).toBe(auditSeries);
});

test("years that go on have no finding", () => {
  const { findings, rules } = auditSeries([
    year(2023, { cells: { "requests.carriedForward.other": 2, "requests.carriedForward.total": 2 } }),
    year(2024, { cells: { "requests.carriedOver.other": 2, "requests.carriedOver.total": 2 } }),
  ]);
  expect(findings).toEqual([]);
  expect(rules.find(({ rule }) => rule === "carried-between-years")).toMatchObject({ checked: 7, notChecked: 0 });
});

test("carried-between-years: carried over is not what last year carried forward", () => {
  const { findings, zh, en } = seriesVerdict(
    "carried-between-years",
    year(2023, { cells: { "requests.carriedForward.naturalPerson": 4, "requests.carriedForward.total": 4 } }),
    year(2024, { cells: { "requests.carriedOver.naturalPerson": 1, "requests.carriedOver.total": 4 } }),
  );
  expect(zh).toEqual([
    "2024 年度“二、上年结转政府信息公开申请数量·自然人”为 1，2023 年度“四、结转下年度继续办理·自然人”为 4",
  ]);
  expect(en).toEqual([
    '2024: "carried over from last year, natural persons" is 1; 2023: "carried forward to next year, natural persons" is 4',
  ]);
  expect(findings).toEqual([
    {
      rule: "carried-between-years",
      severity: "error",
      message: zh[0],
      indicators: ["requests.carriedOver.naturalPerson"],
      earlierIndicators: ["requests.carriedForward.naturalPerson"],
      expected: 4,
      actual: 1,
      body: "澜川县水务局",
      years: [2023, 2024],
      files: ["2023.html", "2024.html"],
    },
  ]);
});

test("carried-between-years: forms may differ, a blank weighs a warning, an unread cell is not checked", () => {
  const before = year(2020, { form: "2019", cells: { "requests.carriedForward.total": 4 } });
  const of = (cell: string | null) =>
    seriesVerdict("carried-between-years", before, year(2021, { cells: { "requests.carriedOver.total": cell } }));
  expect(of("3").findings).toMatchObject([{ severity: "error" }]);
  expect(of("").findings).toMatchObject([{ severity: "warning" }]);
  expect(of(null).outcome).toMatchObject({ checked: 6, notChecked: 1, failed: 0 });
});

const ROW = "proactiveDisclosure.normativeDocuments";

test("in-force-between-years: in force is not last year's with those issued and repealed", () => {
  const after = { [`${ROW}.issued`]: 2, [`${ROW}.repealed`]: 1, [`${ROW}.inForce`]: 13 };
  const { findings, zh, en } = seriesVerdict(
    "in-force-between-years",
    year(2023, { cells: { [`${ROW}.inForce`]: 10 } }),
    year(2024, { cells: after }),
  );
  expect(zh).toEqual([
    "2024 年度“行政规范性文件·现行有效件数”为 13，按 2023 年度现行有效 10 加本年制发 2 减本年废止 1 应为 11",
  ]);
  expect(en).toEqual(['2024: "normative documents, in force" is 13; 10 in force in 2023 + 2 issued − 1 repealed = 11']);
  expect(findings).toMatchObject([
    {
      severity: "warning",
      indicators: [`${ROW}.inForce`, `${ROW}.issued`, `${ROW}.repealed`],
      expected: 11,
      actual: 13,
    },
  ]);
  const right = { ...after, [`${ROW}.inForce`]: 11, "proactiveDisclosure.rules.repealed": "" };
  const { outcome } = seriesVerdict(
    "in-force-between-years",
    year(2023, { cells: { [`${ROW}.inForce`]: 10 } }),
    year(2024, { cells: right }),
  );
  expect(outcome).toMatchObject({ checked: 2, failed: 0, notChecked: 0 });
});

test("in-force-between-years: a stock that is left blank is not checked", () => {
  const { outcome } = seriesVerdict(
    "in-force-between-years",
    year(2023, { cells: { [`${ROW}.inForce`]: "" } }),
    year(2024),
  );
  expect(outcome).toMatchObject({ checked: 1, notChecked: 1, failed: 0 });
});

test("items-between-years: items of last year are not the year before's with its change", () => {
  const of = (row: string, before: [number, number], now: number) =>
    seriesVerdict(
      "items-between-years",
      year(2019, {
        form: "2019",
        cells: {
          [`proactiveDisclosure.${row}.previousItems`]: before[0],
          [`proactiveDisclosure.${row}.change`]: before[1],
        },
      }),
      year(2020, { form: "2019", cells: { [`proactiveDisclosure.${row}.previousItems`]: now } }),
    );
  const { findings, zh, en } = of("licensing", [100, 5], 98);
  expect(zh).toEqual(["2020 年度“行政许可·上一年项目数量”为 98，2019 年度为 100，本年增/减 5，应为 105"]);
  expect(en).toEqual(['2020: "administrative licensing, items last year" is 98; 100 in 2019, changed by 5, makes 105']);
  expect(findings).toMatchObject([
    {
      severity: "warning",
      indicators: ["proactiveDisclosure.licensing.previousItems"],
      earlierIndicators: ["proactiveDisclosure.licensing.previousItems", "proactiveDisclosure.licensing.change"],
      expected: 105,
      actual: 98,
    },
  ]);
  for (const row of ["licensing", "otherServices", "penalties", "coercion", "fees"]) {
    expect(of(row, [40, -3], 37).outcome).toMatchObject({ checked: 5, failed: 0 });
    expect(of(row, [40, -3], 40).outcome).toMatchObject({ checked: 5, failed: 1 });
  }
});

test("fees-between-years: ten thousand times last year's", () => {
  const fees = (amount: number) => ({ cells: { "proactiveDisclosure.fees.amount": amount } });
  const of = (before: number, now: number) =>
    seriesVerdict("fees-between-years", year(2023, fees(before)), year(2024, fees(now)));
  expect(of(19.5, 201_000).zh).toEqual(["行政事业性收费 2023 年度 19.5 万元，2024 年度 201000 万元，单位可疑"]);
  expect(of(19.5, 201_000).en).toEqual(["fees of 19.5 (万元) in 2023 and 201000 (万元) in 2024: one may be in 元"]);
  expect(of(201_000, 19.5).findings).toMatchObject([{ severity: "warning", actual: 19.5 }]);
  expect(of(20, 400).outcome).toMatchObject({ checked: 1, failed: 0 });
  expect(of(0, 400).outcome).toMatchObject({ checked: 0, notChecked: 1 });
});

describe("copied-prose", () => {
  const sentences = (count: number, word: string) =>
    Array.from({ length: count }, (_, index) => `${word}第${index + 1}项工作按照年度要点逐条落实到位，群众反映良好。`);
  const of = (before: string[], now: string[]) =>
    seriesVerdict("copied-prose", year(2023, { prose: before }), year(2024, { prose: now }));

  test("the share of the prose that stands in last year's report", () => {
    const { findings, zh, en } = of(sentences(20, "公开"), [...sentences(16, "公开"), ...sentences(4, "监督")]);
    expect(zh).toEqual(["2024 年度报告文字的 80% 与 2023 年度报告逐句相同"]);
    expect(en).toEqual(["80% of the prose of 2024 stands in the report of 2023"]);
    expect(findings).toMatchObject([{ severity: "warning", indicators: [], actual: 80 }]);
  });

  test("years in the sentences don't matter", () => {
    const of2023 = sentences(20, "2023年公开");
    expect(of(of2023, sentences(20, "2024年公开")).zh).toEqual(["2024 年度报告文字的 100% 与 2023 年度报告逐句相同"]);
  });

  test("half of the prose, or a short one, is no finding", () => {
    expect(of(sentences(20, "公开"), [...sentences(10, "公开"), ...sentences(10, "监督")]).findings).toEqual([]);
    expect(of(sentences(5, "公开"), sentences(5, "公开")).outcome).toMatchObject({ checked: 0, notChecked: 1 });
  });
});

describe("versions-differ: two reports on one year", () => {
  const of = (received: number, rest: Filled = {}) =>
    year(2023, {
      cells: { "requests.received.naturalPerson": received, "requests.received.total": received },
      ...rest,
    });

  test("with other numbers", () => {
    const { findings, zh, en } = seriesVerdict("versions-differ", of(5, { file: "a.pdf" }), of(7, { file: "b.pdf" }));
    expect(zh).toEqual([
      "2023 年度有两份报告，2 个数字不同：“一、本年新收政府信息公开申请数量·自然人”5 与 7、“一、本年新收政府信息公开申请数量·总计”5 与 7",
    ]);
    expect(en).toEqual([
      'two reports on 2023 differ in 2 numbers: "received this year, natural persons" 5 and 7, "received this year, total" 5 and 7',
    ]);
    const cells = ["requests.received.naturalPerson", "requests.received.total"];
    expect(findings).toMatchObject([
      {
        severity: "warning",
        indicators: cells,
        earlierIndicators: cells,
        years: [2023, 2023],
        files: ["a.pdf", "b.pdf"],
      },
    ]);
  });

  test("names three of many", () => {
    const { zh } = seriesVerdict("versions-differ", of(5), year(2023, { cells: { disputes: 1 }, file: "b.pdf" }));
    expect(zh[0]).toMatch(/^2023 年度有两份报告，17 个数字不同：(?:“[^”]+”\d 与 \d、){2}“[^”]+”\d 与 \d 等$/);
  });

  test("on two forms", () => {
    const { zh, en } = seriesVerdict("versions-differ", of(5), of(5, { form: "2019" }));
    expect(zh).toEqual(["2023 年度有两份报告，一份用 2021 年格式，一份用 2019 年格式"]);
    expect(en).toEqual(["two reports on 2023: one on the form of 2021, one on that of 2019"]);
  });

  test("with the same numbers, or with none in common, are no finding", () => {
    expect(seriesVerdict("versions-differ", of(5), of(5, { file: "copy.docx" })).outcome).toMatchObject({
      checked: 1,
      failed: 0,
    });
    const blank = { requests: "", disputes: "", proactiveDisclosure: "" };
    expect(seriesVerdict("versions-differ", of(5), year(2023, { cells: blank })).outcome).toMatchObject({
      notChecked: 1,
    });
  });

  test("the one published last is compared with the years around it", () => {
    const forward = (count: number, publishedOn: string, file: string) =>
      year(2023, { cells: { "requests.carriedForward.other": count }, publishedOn, file });
    const next = year(2024, { cells: { "requests.carriedOver.other": 2 } });
    const corrected = [forward(2, "2024-02-20", "new.pdf"), forward(1, "2024-01-20", "old.pdf"), next];
    expect(seriesVerdict("carried-between-years", ...corrected).findings).toEqual([]);
    const [newer, older] = [forward(1, "2024-02-20", "new.pdf"), forward(2, "2024-01-20", "old.pdf")];
    expect(seriesVerdict("carried-between-years", older, newer, next).findings).toMatchObject([
      { files: ["new.pdf", "2024.html"], expected: 1 },
    ]);
  });
});

test("bodies are told apart, order does not matter, and years with a gap are not compared", () => {
  const forward = { cells: { "requests.carriedForward.other": 2 } };
  const reports = [
    year(2024, { body: "甲县水务局" }),
    year(2023, { body: "乙县水务局", ...forward }),
    year(2023, { body: "甲县水务局", ...forward }),
    year(2025, { body: "乙县水务局" }),
    year(2023, { body: null, ...forward }),
    filledReport({ year: null, ...forward }),
  ];
  expect(auditSeries(reports).findings).toMatchObject([{ body: "甲县水务局", years: [2023, 2024] }]);
  expect(auditSeries([]).rules.every(({ checked, notChecked }) => checked + notChecked === 0)).toBe(true);
});
