/** The sums of the tables: each form's own arithmetic. */
import { audit } from "../../src/audit/index.js";
import { filledReport } from "./filled-report.js";
import { verdict } from "./findings.js";

const ROW = (row: string, column: string) => `requests.${row}.${column}`;
const APPLICANTS = [
  "naturalPerson",
  "commercialEnterprise",
  "researchInstitution",
  "publicWelfareOrganization",
  "legalServiceInstitution",
  "other",
];

const RECEIVED = { "requests.received.naturalPerson": 3, "requests.received.total": 3 };
/** Three requests of natural persons, granted. */
const CONSISTENT = {
  ...RECEIVED,
  "requests.outcomes.granted.naturalPerson": 3,
  "requests.outcomes.granted.total": 3,
  "requests.outcomes.total.naturalPerson": 3,
  "requests.outcomes.total.total": 3,
};

test("a report that adds up has no finding, and every sum was checked", () => {
  const { findings, rules } = audit(filledReport({ cells: CONSISTENT }));
  expect(findings).toEqual([]);
  const counts = Object.fromEntries(rules.map(({ rule, checked, notChecked }) => [rule, [checked, notChecked]]));
  expect(counts).toMatchObject({
    "requests-balance": [7, 0],
    "requests-outcomes-total": [7, 0],
    "requests-row-total": [25, 0],
    "disputes-total": [3, 0],
    "statistics-total": [0, 0],
  });
});

test("requests-balance: received and carried over are more than closed and carried forward", () => {
  const { findings, zh, en } = verdict(
    "requests-balance",
    filledReport({ cells: { ...CONSISTENT, "requests.carriedOver.naturalPerson": 2 } }),
  );
  expect(zh).toEqual([
    "“自然人”列：第一项加第二项为 5（一、本年新收政府信息公开申请数量 3 + 二、上年结转政府信息公开申请数量 2），第三项加第四项为 3（（七）总计 3）",
  ]);
  expect(en).toEqual([
    'column "natural persons": items 1 and 2 add up to 5 (received this year 3 + carried over from last year 2), items 3 and 4 to 3 (all outcomes 3)',
  ]);
  expect(findings).toMatchObject([
    {
      severity: "error",
      indicators: ["received", "carriedOver", "outcomes.total", "carriedForward"].map((row) =>
        ROW(row, "naturalPerson"),
      ),
      expected: 3,
      actual: 5,
    },
  ]);
});

test("requests-outcomes-total: （七）总计 is not the sum of the outcomes", () => {
  const { findings, zh, en } = verdict(
    "requests-outcomes-total",
    filledReport({ cells: { ...CONSISTENT, "requests.outcomes.otherHandling.other.naturalPerson": 1 } }),
  );
  expect(zh).toEqual(["“（七）总计·自然人”为 3，各项之和为 4（（一）予以公开 3 + （六）其他处理·3.其他 1）"]);
  expect(en).toEqual([
    '"all outcomes, natural persons" prints 3, its parts add up to 4 (granted 3 + other handling, other 1)',
  ]);
  expect(findings[0]).toMatchObject({ severity: "error", expected: 4, actual: 3 });
  expect(findings[0]!.indicators).toContain("requests.outcomes.otherHandling.other.naturalPerson");
  expect(findings[0]!.indicators).not.toContain("requests.outcomes.otherHandling.subtotal.naturalPerson");
});

describe("（六）其他处理", () => {
  const OTHER = {
    "requests.received.naturalPerson": 2,
    "requests.received.total": 2,
    "requests.outcomes.total.naturalPerson": 2,
    "requests.outcomes.total.total": 2,
  };
  const SUBTOTAL = {
    "requests.outcomes.otherHandling.subtotal.naturalPerson": 2,
    "requests.outcomes.otherHandling.subtotal.total": 2,
  };
  const errorsOf = (cells: Record<string, number | string | null>, unsplit = true) =>
    audit(filledReport({ cells, unsplit })).findings.map(({ rule }) => rule);

  test("in one row stands in the sum for its three rows", () => {
    expect(errorsOf({ ...OTHER, ...SUBTOTAL })).toEqual([]);
    expect(errorsOf({ ...OTHER })).toEqual(["requests-outcomes-total", "requests-outcomes-total"]);
  });

  test("in one row above three rows of zeros or blanks is the one that counts", () => {
    expect(errorsOf({ ...OTHER, ...SUBTOTAL, "requests.outcomes.otherHandling.other": 0 })).toEqual([]);
    expect(errorsOf({ ...OTHER, ...SUBTOTAL, "requests.outcomes.otherHandling.other": "" })).toEqual([]);
  });

  test("printed both ways is compared with its own rows", () => {
    const rows = {
      "requests.outcomes.otherHandling.other.naturalPerson": 2,
      "requests.outcomes.otherHandling.other.total": 2,
    };
    expect(errorsOf({ ...OTHER, ...SUBTOTAL, ...rows })).toEqual([]);
    const differing = { ...OTHER, ...SUBTOTAL, ...rows, "requests.outcomes.otherHandling.subtotal.total": 5 };
    expect(verdict("requests-outcomes-total", filledReport({ cells: differing })).zh).toEqual([
      "“（六）其他处理·总计”为 5，各项之和为 2（3.其他 2）",
    ]);
  });

  test("rows that the layout does not have are not counted as unchecked", () => {
    const { outcome } = verdict(
      "requests-row-total",
      filledReport({ cells: { ...OTHER, ...SUBTOTAL }, unsplit: true }),
    );
    expect(outcome).toEqual({ rule: "requests-row-total", checked: 23, failed: 0, notChecked: 0 });
  });
});

test("requests-row-total: 总计 of a row is not natural persons and organisations", () => {
  const { findings, zh, en } = verdict(
    "requests-row-total",
    filledReport({ cells: { ...CONSISTENT, "requests.carriedForward.other": 2 } }),
  );
  expect(zh).toEqual(["“四、结转下年度继续办理·总计”为 0，各项之和为 2（其他 2）"]);
  expect(en).toEqual(['"carried forward to next year, total" prints 0, its parts add up to 2 (other 2)']);
  expect(findings[0]).toMatchObject({
    severity: "error",
    indicators: ["total", ...APPLICANTS].map((column) => ROW("carriedForward", column)),
    expected: 2,
    actual: 0,
  });
});

test("disputes-total: 总计 is not its four results", () => {
  const { findings, zh, en } = verdict(
    "disputes-total",
    filledReport({ cells: { "disputes.litigation.direct.upheld": 10, "disputes.litigation.direct.corrected": 1 } }),
  );
  expect(zh).toEqual(["“行政诉讼·未经复议直接起诉·总计”为 0，各项之和为 11（结果维持 10 + 结果纠正 1）"]);
  expect(en).toEqual(['"litigation, direct, total" prints 0, its parts add up to 11 (upheld 10 + corrected 1)']);
  expect(findings[0]).toMatchObject({
    severity: "error",
    indicators: ["total", "upheld", "corrected", "otherResult", "pending"].map(
      (one) => `disputes.litigation.direct.${one}`,
    ),
    expected: 11,
    actual: 0,
  });
});

describe("statistics-total", () => {
  const totals: [string, string[]][] = [
    ["requests.received.total", ["inPerson", "fax", "online", "letter"]],
    ["requests.closed.total", ["onTime", "extended"]],
    [
      "requests.replies.total",
      [
        "alreadyPublic",
        "granted",
        "partiallyGranted",
        "refused.total",
        "notThisBody",
        "nonexistent",
        "correctionRequired",
        "otherChannel",
      ],
    ],
    [
      "requests.replies.refused.total",
      ["stateSecret", "tradeSecret", "privacy", "publicSecurity", "notGovernmentInformation", "otherLaw"],
    ],
    ["disputes.reconsideration.total", ["upheld", "corrected", "otherResult"]],
    ["disputes.litigation.total", ["upheld", "corrected", "otherResult"]],
    ["resources.staff.total", ["fullTime", "partTime"]],
  ];

  test.each(totals)("%s is not the rows below it", (total, parts) => {
    const prefix = `statistics.${total.replace(/total$/, "")}`;
    const cells = Object.fromEntries(parts.map((part) => [prefix + part, 2]));
    // 不同意公开 is a part of the replies and a total itself.
    const nested = Object.hasOwn(cells, `${prefix}refused.total`) ? { [`${prefix}refused.privacy`]: 2 } : {};
    const sum = 2 * parts.length;
    const right = { ...cells, ...nested, [`statistics.${total}`]: sum };
    const above = total.includes("refused") ? { "statistics.requests.replies.total": sum } : {};
    expect(
      verdict("statistics-total", filledReport({ form: "2014", year: 2016, cells: { ...right, ...above } })).zh,
    ).toEqual([]);
    const wrong = { ...right, [`${prefix}${parts[0]}`]: 3 };
    const { findings, outcome } = verdict(
      "statistics-total",
      filledReport({ form: "2014", year: 2016, cells: { ...wrong, ...above } }),
    );
    expect(findings).toMatchObject([
      {
        severity: "error",
        indicators: [`statistics.${total}`, ...parts.map((part) => prefix + part)],
        expected: sum + 1,
        actual: sum,
      },
    ]);
    expect(outcome).toEqual({ rule: "statistics-total", checked: 7, failed: 1, notChecked: 0 });
  });

  test("its message names the rows", () => {
    const cells = { "statistics.resources.staff.total": 5, "statistics.resources.staff.fullTime": 2 };
    const { zh, en } = verdict("statistics-total", filledReport({ form: "2014", year: 2016, cells }));
    expect(zh).toEqual([
      "“八、机构建设和保障经费情况·（三）从事政府信息公开工作人员数”为 5，各项之和为 2（1.专职人员数 2）",
    ]);
    expect(en).toEqual(['"resources, staff, total" prints 5, its parts add up to 2 (full-time 2)']);
  });
});

describe("a blank counts as nothing and is never an error by itself", () => {
  test("where it stands for zero", () => {
    const cells = {
      ...CONSISTENT,
      "requests.carriedOver": "",
      "disputes.litigation": "",
      "requests.received.other": " ",
    };
    expect(audit(filledReport({ cells })).findings).toEqual([]);
  });

  test("where totals alone are filled", () => {
    const blank = {
      requests: "",
      "requests.received.total": 3,
      "requests.outcomes.total.total": 3,
      "requests.outcomes.granted.total": 3,
    };
    expect(audit(filledReport({ cells: blank })).findings).toEqual([]);
    const disputes = { disputes: "", "disputes.reconsideration.total": 2 };
    expect(verdict("disputes-total", filledReport({ cells: disputes })).outcome).toMatchObject({
      checked: 2,
      notChecked: 1,
    });
  });

  test("where the column of totals is left out", () => {
    const rows = ["received", "outcomes.granted", "outcomes.total"];
    const cells = { ...CONSISTENT, ...Object.fromEntries(rows.map((row) => [ROW(row, "total"), ""])) };
    expect(audit(filledReport({ cells })).findings).toEqual([]);
  });

  test("where （七）总计 is left out, the balance takes the outcomes", () => {
    const cells = { ...CONSISTENT, "requests.outcomes.total.naturalPerson": "", "requests.outcomes.total.total": "" };
    const { findings, rules } = audit(filledReport({ cells }));
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([["blank-total", "warning"]]);
    expect(rules.find(({ rule }) => rule === "requests-balance")).toMatchObject({ checked: 7, notChecked: 0 });
  });

  test("next to a number of its own it weighs a warning", () => {
    const column = (cells: Record<string, number | string>) =>
      verdict("requests-row-total", filledReport({ cells: { ...CONSISTENT, ...cells } })).findings;
    const blanks = Object.fromEntries(APPLICANTS.map((name) => [ROW("carriedForward", name), ""]));
    expect(column({ ...blanks, [ROW("carriedForward", "total")]: 2 })).toMatchObject([
      { severity: "warning", message: "“四、结转下年度继续办理·总计”为 2，各项之和为 0（各项均留空）" },
    ]);
    expect(column({ [ROW("carriedForward", "total")]: "—", [ROW("carriedForward", "other")]: 2 })).toMatchObject([
      { severity: "warning", expected: 2, actual: 0 },
    ]);
    const balance = verdict("requests-balance", filledReport({ cells: { ...RECEIVED, "requests.outcomes": "" } }));
    expect(balance.findings.map(({ severity }) => severity)).toEqual(["warning", "warning"]);
  });

  test("a dash is a zero that was written", () => {
    expect(audit(filledReport({ cells: { requests: "/", disputes: "-" } })).findings).toEqual([]);
    const { findings } = verdict(
      "disputes-total",
      filledReport({ cells: { disputes: "-", "disputes.reconsideration.total": 2 } }),
    );
    expect(findings).toMatchObject([{ severity: "error", expected: 0, actual: 2 }]);
  });
});

describe("a rule one of whose cells could not be read is not checked", () => {
  const without = (cells: Record<string, string | null>) => audit(filledReport({ cells: { ...CONSISTENT, ...cells } }));
  const notChecked = (result: ReturnType<typeof audit>) =>
    Object.fromEntries(result.rules.filter((one) => one.notChecked > 0).map((one) => [one.rule, one.notChecked]));

  test("a cell that was not found", () => {
    const result = without({ "requests.outcomes.granted.naturalPerson": null });
    expect(result.findings).toEqual([]);
    expect(notChecked(result)).toMatchObject({ "requests-outcomes-total": 1, "requests-row-total": 1 });
    expect(notChecked(result)).not.toHaveProperty("requests-balance");
  });

  test("a cell that prints no number", () => {
    const result = without({ "requests.outcomes.total.naturalPerson": "3 或 4" });
    expect(result.findings).toEqual([]);
    expect(notChecked(result)).toMatchObject({
      "requests-balance": 1,
      "requests-outcomes-total": 1,
      "requests-row-total": 1,
    });
  });

  test("a blank that a diagnostic covers", () => {
    const report = filledReport({
      cells: { "disputes.reconsideration.total": "", "disputes.reconsideration.upheld": 1 },
      diagnostics: [
        { code: "cell-unreadable", severity: "warning", message: "…", indicator: "disputes.reconsideration" },
      ],
    });
    expect(verdict("disputes-total", report).outcome).toMatchObject({ checked: 2, failed: 0, notChecked: 1 });
  });

  test("a report without a form has no sums", () => {
    const report = { ...filledReport(), form: null } as ReturnType<typeof filledReport>;
    expect(verdict("requests-balance", report).outcome).toEqual({
      rule: "requests-balance",
      checked: 0,
      failed: 0,
      notChecked: 0,
    });
  });
});
