/** Form, period and date of publication against the year reported on. */
import { filledReport } from "./filled-report.js";
import { verdict } from "./findings.js";

test("form-of-year: the form of another year", () => {
  const { findings, zh, en } = verdict("form-of-year", filledReport({ form: "2019", year: 2022 }));
  expect(zh).toEqual(["2022 年度报告使用了 2019 年格式"]);
  expect(en).toEqual(["the report on 2022 uses the form of 2019"]);
  expect(findings).toMatchObject([{ severity: "warning", indicators: [] }]);
});

test.each([
  ["2014", 2014, 2018],
  ["2019", 2019, 2020],
  ["2021", 2021, 2030],
] as const)("form-of-year: the form of %s holds from %i to %i", (form, first, last) => {
  const outcome = (year: number | null) => verdict("form-of-year", filledReport({ form, year })).outcome;
  expect([outcome(first), outcome(last)]).toMatchObject([{ failed: 0 }, { failed: 0 }]);
  expect(outcome(first - 1)).toMatchObject({ failed: 1 });
  if (form !== "2021") expect(outcome(last + 1)).toMatchObject({ failed: 1 });
  expect(outcome(null)).toMatchObject({ checked: 0, notChecked: 1 });
});

test("period-calendar-year: a period that is not the year's", () => {
  const of = (from: string, to: string) =>
    verdict("period-calendar-year", filledReport({ year: 2023, period: { from, to } }));
  const { findings, zh, en } = of("2023-01-01", "2023-11-30");
  expect(zh).toEqual(["2023 年度报告的统计期限为 2023-01-01 至 2023-11-30"]);
  expect(en).toEqual(["the report on 2023 covers 2023-01-01 to 2023-11-30"]);
  expect(findings).toMatchObject([{ severity: "warning" }]);
  expect(of("2023-01-01", "2023-12-31").findings).toEqual([]);
  expect(of("2022-01-01", "2022-12-31").findings).toHaveLength(1);
  expect(verdict("period-calendar-year", filledReport({ period: null })).outcome).toMatchObject({
    checked: 0,
    notChecked: 0,
  });
});

describe("published-in-time", () => {
  const of = (body: string | null, year: number | null, publishedOn: string | null) =>
    verdict("published-in-time", filledReport({ body, year, publishedOn }));

  test("after the legal date, or before the year ended", () => {
    const late = of("澜川县水务局", 2022, "2023-04-08");
    expect(late.zh).toEqual(["公布日期 2023-04-08 晚于法定期限 2023-01-31"]);
    expect(late.en).toEqual(["published on 2023-04-08, after the legal date 2023-01-31"]);
    expect(late.findings).toMatchObject([{ severity: "warning" }]);
    const early = of("澜川县水务局", 2022, "2022-06-30");
    expect(early.zh).toEqual(["公布日期 2022-06-30 早于报告年度 2022 结束"]);
    expect(early.en).toEqual(["published on 2022-06-30, before the year 2022 ended"]);
  });

  test.each([
    ["a department", "澜川县水务局", 2019, "2020-01-31", "2020-02-01"],
    ["a commission", "临山市发展和改革委员会", 2023, "2024-01-31", "2024-02-01"],
    ["a department before the law of 2019", "澜川县水务局", 2018, "2019-03-31", "2019-04-01"],
    ["a government", "澜川县人民政府", 2023, "2024-03-31", "2024-04-01"],
    ["a government's office", "澜川县人民政府办公室", 2023, "2024-03-31", "2024-04-01"],
    ["a development zone", "澜川经济开发区管理委员会", 2023, "2024-03-31", "2024-04-01"],
    ["a subdistrict", "北溪街道办事处", 2023, "2024-03-31", "2024-04-01"],
    ["a central organ", "国家市场监督管理总局", 2023, "2024-01-31", "2024-02-01"],
    ["a central organ's branch", "国家税务总局澜川县税务局", 2023, "2024-03-31", "2024-04-01"],
    ["a body of another kind", "澜川县中医医院", 2023, "2024-03-31", "2024-04-01"],
    ["a body without a name", null, 2023, "2024-03-31", "2024-04-01"],
  ])("%s may publish until the date of its kind", (_, body, year, last, late) => {
    expect(of(body, year, last).findings).toEqual([]);
    expect(of(body, year, late).findings).toHaveLength(1);
  });

  test("is not checked without a date or a year", () => {
    expect(of("澜川县水务局", 2022, null).outcome).toMatchObject({ checked: 0, notChecked: 1 });
    expect(of("澜川县水务局", null, "2023-04-08").outcome).toMatchObject({ checked: 0, notChecked: 1 });
  });
});
