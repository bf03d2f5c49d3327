/** The statistics table of 2014 to 2018 in the shapes that reports print it in. */
import { FORMS } from "../../src/forms/index.js";
import { matchTables } from "../../src/matching/tables/index.js";
import { documentOf, type Part } from "../support/document.js";

const FORM = FORMS["2014"];
const ROWS = FORM.tables[0]!.blocks[0]!.rows;

interface Line {
  readonly label: string;
  readonly unit: string;
  /** "" for a heading row. */
  readonly value: string;
}

/** Every row of the form; the values are 1, 2, 3 … */
const LINES: readonly Line[] = ROWS.map(({ label, heading, unit = "件" }, i) =>
  heading
    ? { label, unit: "——", value: "" }
    : { label, unit, value: String(ROWS.slice(0, i + 1).filter((row) => !row.heading).length) },
);
const EXPECTED = Object.fromEntries(FORM.indicators.map(({ id }, i) => [id, i + 1]));

const title = (year: number) => `澜川县水务局${year}年政府信息公开工作年度报告`;
const ANNEX = "政府信息公开情况统计表";

function valuesOf(parts: readonly Part[]) {
  const { form, cells, diagnoses } = matchTables(documentOf(parts));
  const values = Object.fromEntries(Object.entries(cells).map(([id, { value }]) => [id, value]));
  return { form, values, diagnoses: diagnoses.map(({ code, indicator }) => [code, indicator]) };
}

const WHOLE = { form: "2014", values: EXPECTED, diagnoses: [] };

/** The second half of the rows beside the first. */
function sideBySide(rows: readonly (readonly string[])[]): string[][] {
  const half = Math.ceil(rows.length / 2);
  return rows.slice(0, half).map((row, i) => [...row, ...(rows[half + i] ?? row.map(() => ""))]);
}

describe("every value is read", () => {
  const HEADER = ["指标名称", "单位", "统计数"];
  const row = ({ label, unit, value }: Line) => [label, unit, value];
  const half = LINES.length / 2;

  test.each<[string, readonly Part[]]>([
    ["with a column of units", [[HEADER, ...LINES.map(row)]]],
    ["without units", [[["统计指标", "数量"], ...LINES.map(({ label, value }) => [label, value])]]],
    [
      "with serial numbers before the labels",
      [[["序号", ...HEADER], ...LINES.map((line, i) => [String(i + 1), ...row(line)])]],
    ],
    [
      "with dashes in the rows of headings",
      [[HEADER, ...LINES.map((line) => (line.value === "" ? [line.label, "——", "——"] : row(line)))]],
    ],
    [
      "with the unit behind the value",
      [[["指标", "数量", "单位"], ...LINES.map(({ label, unit, value }) => [label, value, unit])]],
    ],
    [
      "with the unit in the cell of the value",
      [[["指标", "数量"], ...LINES.map(({ label, unit, value }) => [label, value === "" ? "" : `${value}${unit}`])]],
    ],
    [
      "over two pages, its header repeated",
      [
        [HEADER, ...LINES.slice(0, half).map(row)],
        [HEADER, ...LINES.slice(half).map(row)],
      ],
    ],
    [
      "over two pages with a page number between",
      [[HEADER, ...LINES.slice(0, half).map(row)], "- 8 -", LINES.slice(half).map(row)],
    ],
    [
      "over three pages, cut where a total's parts begin",
      [[HEADER, ...LINES.slice(0, 24).map(row)], LINES.slice(24, 36).map(row), LINES.slice(36).map(row)],
    ],
    [
      "among rows of the place's own",
      [
        [
          HEADER,
          ...LINES.slice(0, 4).map(row),
          ["其中：主动公开重点领域信息数", "条", "902"],
          ...LINES.slice(4, 30).map(row),
          ["5.电话申请数", "件", "901"],
          ...LINES.slice(30).map(row),
          ["十、其他事项", "——", ""],
          ["（一）网站访问量", "次", "88000"],
        ],
      ],
    ],
    [
      "with spaces, full widths and other brackets in its labels",
      [
        [
          HEADER,
          ...LINES.map(({ label, unit, value }) => [
            `　${label.replace(/（/g, "(").replace(/）/g, ") ").replace(/数/g, "数 ")}`,
            unit,
            value,
          ]),
        ],
      ],
    ],
    [
      "with line breaks in its labels",
      [[HEADER, ...LINES.map(({ label, unit, value }) => [label.replace(/(.{6})/, "$1\n"), unit, value])]],
    ],
    [
      "a cell a line",
      [
        "指标名称",
        "单位",
        "统计数",
        ...LINES.flatMap(({ label, unit, value }) => (value === "" ? [label, unit] : [label, unit, value])),
      ],
    ],
    [
      "a cell a line behind the date of the report",
      [
        ...["2018年2月5日", "附件", "指标名称", "单位", "统计数"],
        ...LINES.flatMap(({ label, unit, value }) => (value === "" ? [label, unit] : [label, unit, value])),
      ],
    ],
    [
      "a cell a line, serial numbers before the labels",
      [
        ...["序号", "指标名称", "单位", "统计数"],
        ...LINES.flatMap(({ label, unit, value }, i) => [String(i + 1), label, unit, ...(value === "" ? [] : [value])]),
      ],
    ],
    ["in two halves side by side", [[[...HEADER, ...HEADER], ...sideBySide(LINES.map(row))]]],
    [
      "in two halves under a title",
      [
        [
          [ANNEX, "", "", ""],
          ["指标", "数量", "指标", "数量"],
          ...sideBySide(LINES.map(({ label, value }) => [label, value])),
        ],
      ],
    ],
    ["in two halves without heads", [sideBySide(LINES.map(row))]],
    [
      "with the columns of several offices beside the total",
      [
        [
          [...HEADER.slice(0, 2), "合计", "局机关", "下属单位"],
          ...LINES.map((line) => [...row(line), ...(line.value === "" ? ["", ""] : ["666", "555"])]),
        ],
      ],
    ],
    [
      "in one cell a row, a colon between",
      [LINES.map(({ label, unit, value }) => [`${label}：${value}${value && unit}`])],
    ],
    ["in one cell a row, spaces between", [LINES.map(({ label, unit, value }) => [`${label} ${unit} ${value}`])]],
    [
      "in one cell, a line a row",
      [[["统计情况"], [LINES.map(({ label, unit, value }) => `${label}：${value}${value && unit}；`).join("\n")]]],
    ],
    ["a line a row, a colon between", LINES.map(({ label, unit, value }) => `${label}：${value}${value && unit}`)],
    [
      "a line a row, the unit in brackets before the colon",
      LINES.map(({ label, unit, value }) => (value === "" ? label : `${label}（单位：${unit}）：${value}`)),
    ],
    [
      "a line a row, the unit set off",
      LINES.map(({ label, unit, value }) => (value === "" ? label : `${label} ${value} ${unit}`)),
    ],
    ["a line a row, dots between", LINES.map(({ label, value }) => (value === "" ? label : `${label}……${value}`))],
  ])("%s", (_, table) => {
    expect(valuesOf([title(2017), ANNEX, ...table])).toEqual(WHOLE);
  });

  test.each<[string, readonly string[]]>([
    ["by their years", ["指标名称", "单位", "2016年", "2017年"]],
    ["by years without 年", ["指标名称", "单位", "2016", "2017"]],
    ["by 上年 and 本年", ["指标名称", "单位", "上年数", "本年数"]],
    ["by 累计 and 本年度", ["指标名称", "单位", "历年累计", "本年度"]],
  ])("of several columns that of the report's year is taken, told %s", (_, header) => {
    const table = [header, ...LINES.map(({ label, unit, value }) => [label, unit, value === "" ? "" : "777", value])];
    expect(valuesOf([title(2017), ANNEX, table])).toEqual(WHOLE);
  });

  test("of several columns it is taken on the next page, too, where no header tells them", () => {
    const rows = LINES.map(({ label, unit, value }) => [label, unit, value === "" ? "" : "777", value]);
    const parts = [[["指标名称", "单位", "2016年", "2017年"], ...rows.slice(0, half)], rows.slice(half)];
    expect(valuesOf([title(2017), ANNEX, ...parts])).toEqual(WHOLE);
  });
});

test("numbers that look like years are no heads of columns", () => {
  const table = LINES.map(({ label, unit, value }, i) => [
    label,
    unit,
    value && (i === 1 ? "2016" : "5"),
    value && (i === 1 ? "2017" : "5"),
  ]);
  const { values, diagnoses } = valuesOf([title(2017), ANNEX, [["指标名称", "单位", "甲", "乙"], ...table]]);
  expect([values["statistics.proactive.disclosed"], values["statistics.complaints"]]).toEqual([undefined, 5]);
  expect(diagnoses).toEqual([["value-count", "statistics.proactive.disclosed"]]);
});

test("of several columns without a header that tells them none is taken", () => {
  const table = [
    ["指标名称", "单位", "甲", "乙"],
    ...LINES.map(({ label, unit, value }) => [label, unit, value, value && "777"]),
  ];
  const { values, diagnoses } = valuesOf([title(2017), ANNEX, table]);
  expect(values).toEqual({});
  expect(diagnoses).toContainEqual(["value-count", "statistics.complaints"]);
});

test("a blank is null, a zero zero, and a row that is missing has a diagnostic", () => {
  const table = LINES.filter(({ label }) => !label.startsWith("六、")).map(({ label, unit, value }, i) => [
    label,
    unit,
    i % 2 ? "" : value && "0",
  ]);
  const { form, values, diagnoses } = valuesOf([title(2017), ANNEX, table]);
  expect(form).toBe("2014");
  expect(new Set(Object.values(values))).toEqual(new Set([0, null]));
  expect(diagnoses).toEqual([["row-missing", "statistics.complaints"]]);
});

test("fees and funds are in 万元, whatever unit the cell prints", () => {
  const table = LINES.map(({ label, unit, value }) => [label, unit, /费/.test(label) && value ? "5200元" : value]);
  const { values } = valuesOf([title(2017), ANNEX, table]);
  expect([values["statistics.fees"], values["statistics.resources.budget"]]).toEqual([0.52, 0.52]);
});

test("a unit in brackets behind the label converts the value", () => {
  const table = LINES.map(({ label, unit, value }) =>
    unit === "万元" ? [`${label}（单位：元）`, "5200"] : [label, value],
  );
  const { values } = valuesOf([title(2017), ANNEX, [["指标", "数量"], ...table]]);
  expect([values["statistics.fees"], values["statistics.resources.budget"]]).toEqual([0.52, 0.52]);
});

test("a column of units that says 元 converts the value", () => {
  const table = LINES.map(({ label, unit, value }) => [
    label,
    unit === "万元" ? "元" : unit,
    unit === "万元" ? "5200" : value,
  ]);
  const { values } = valuesOf([title(2017), ANNEX, table]);
  expect([values["statistics.fees"], values["statistics.resources.budget"]]).toEqual([0.52, 0.52]);
});

test("an empty line behind a run of labels whose numbers stand elsewhere is no blank cell", () => {
  const lines = LINES.map(({ label, unit, value }) => ({ label, value: value && `${unit} ${value}` }));
  const apart = lines.slice(0, 9);
  const parts = [...apart.map(({ label }) => label), "", "单位 统计数", ...apart.map(({ value }) => value || "——")];
  const rest = lines.slice(9).flatMap(({ label, value }) => (value ? [label, value] : [label]));
  const { values, diagnoses } = valuesOf([title(2017), ANNEX, ...parts, ...rest]);
  const unknown = Object.keys(EXPECTED).slice(0, 7);
  expect(values).toEqual(Object.fromEntries(Object.entries(EXPECTED).slice(7)));
  expect(diagnoses.map(([, indicator]) => indicator).sort()).toEqual([...unknown].sort());
});

test("a cell that is no number leaves its row missing: the heading behind it lends it no cell", () => {
  const table = LINES.map(({ label, unit, value }) => [label, unit, label.startsWith("七、") ? "见附件" : value]);
  const { values, diagnoses } = valuesOf([title(2017), ANNEX, [["指标名称", "单位", "统计数"], ...table]]);
  expect(Object.keys(values)).not.toContain("statistics.fees");
  expect(diagnoses).toEqual([["row-missing", "statistics.fees"]]);
});

test("a table of which only the title was printed as text is unknown", () => {
  expect(valuesOf([title(2017), "一、概述", ANNEX, "五、其他事项"])).toEqual({
    form: "2014",
    values: {},
    diagnoses: [
      ["form-assumed", undefined],
      ["table-missing", "statistics"],
    ],
  });
  expect(valuesOf([title(2013), "一、概述", "公开的信息比上年多。"]).form).toBeNull();
});

test("the serial number of the next row is no value of one that has none", () => {
  const blank = LINES.findIndex(({ label }) => /当面申请/.test(label));
  const id = FORM.indicators.find(({ label }) => label.includes("当面申请"))!.id;
  const lines = LINES.flatMap(({ label, unit, value }, i) => [
    ...[String(i + 1), label, unit],
    ...(value === "" || i === blank ? [] : [value]),
  ]);
  const { values, diagnoses } = valuesOf([title(2016), ANNEX, "序号", "指标名称", "单位", "统计数", ...lines]);
  expect(values).toEqual(Object.fromEntries(Object.entries(EXPECTED).filter(([own]) => own !== id)));
  expect(diagnoses).toEqual([["row-missing", id]]);
});

describe("in text without a grid a number is null with its reason", () => {
  const index = LINES.findIndex(({ label }) => /当面申请/.test(label));
  const id = FORM.indicators.find(({ label }) => label.includes("当面申请"))!.id;
  const lines = (own: readonly string[]) =>
    LINES.flatMap(({ label, unit, value }, i) => (i === index ? own : [label, unit, ...(value === "" ? [] : [value])]));
  const { label, unit, value } = LINES[index]!;

  test.each([
    ["where a page's number stands between its label and its unit", [label, "7", unit, value]],
    ["where equal digits stand apart in its line", [label, unit, "3 3 3"]],
  ])("%s", (_, own) => {
    const { values, diagnoses } = valuesOf([title(2016), ANNEX, ...lines(own)]);
    expect(values[id]).toBeUndefined();
    expect(diagnoses).toContainEqual(["value-count", id]);
    expect(Object.keys(values)).toHaveLength(FORM.indicators.length - 1);
  });
});

test("a unit of money that comes apart at its space is the whole unit", () => {
  const lines = LINES.map(({ label, unit, value }) =>
    [label, unit === "万元" ? "万 元" : unit, value].join(" ").trim(),
  );
  expect(valuesOf([title(2016), ANNEX, ...lines]).values).toEqual(EXPECTED);
});

test("a cell of two numbers is told to be no single one", () => {
  const table = LINES.map(({ label, unit, value }) => [label, unit, label.startsWith("七、") ? "2、5" : value]);
  const { values, diagnoses } = valuesOf([title(2017), ANNEX, [["指标名称", "单位", "统计数"], ...table]]);
  expect(values["statistics.fees"]).toBeNull();
  expect(diagnoses).toEqual([["cell-unreadable", "statistics.fees"]]);
});
