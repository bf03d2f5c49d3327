/** What is refused, with which word for it, and what must never be refused. */
import { NotAReportError } from "../../parsers/errors.js";
import { matchIdentity } from "../../src/matching/identity.js";
import { assertIsReport } from "../../src/matching/recognition.js";
import { matchSections } from "../../src/matching/sections.js";
import { matchTables } from "../../src/matching/tables/index.js";
import { documentOf, type Part } from "../support/document.js";

/** The code of the refusal, or "report". */
function verdict(parts: readonly Part[]): string {
  const document = documentOf(parts);
  const tables = matchTables(document);
  const identity = matchIdentity(document, tables.consumed);
  try {
    assertIsReport(document, tables, identity, matchSections(document, tables.consumed));
    return "report";
  } catch (error) {
    if (!(error instanceof NotAReportError)) throw error;
    expect(error.text.zh).toMatch(/^[^。\n]+$/);
    expect(error.text.en).toMatch(/^[^.\n]+$/);
    return error.code;
  }
}

const HEADINGS = [
  "一、总体情况",
  "二、主动公开政府信息情况",
  "三、收到和处理政府信息公开申请情况",
  "四、政府信息公开行政复议、行政诉讼情况",
  "五、存在的主要问题及改进情况",
  "六、其他需要报告的事项",
];
const PROSE =
  "本年度我局主动公开各类政府信息，受理公民、法人和其他组织的申请，做好政策文件的公布和说明工作，加强公开平台的日常维护，公开质量稳步提高。";
const disclosure = (value: string) => [
  ["第二十条第（一）项"],
  ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
  ["规章", value, value, value],
  ["行政规范性文件", value, value, value],
  ["第二十条第（五）项"],
  ["信息内容", "本年处理决定数量"],
  ["行政许可", value],
  ["第二十条第（六）项"],
  ["信息内容", "本年处理决定数量"],
  ["行政处罚", value],
  ["行政强制", value],
];
const disputes = (value: string) => [
  ["行政复议", "", "", "", "", "行政诉讼", "", "", "", "", "", "", "", "", ""],
  [
    "结果维持",
    "结果纠正",
    "其他结果",
    "尚未审结",
    "总计",
    ...Array<string[]>(2).fill(["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]).flat(),
  ],
  Array<string>(15).fill(value),
];
const TITLE = "澜川县水务局2024年政府信息公开工作年度报告";

describe("refused", () => {
  const cases: readonly [code: string, name: string, parts: readonly Part[]][] = [
    [
      "interpretation",
      "an interpretation of the report, even one that retells its sections",
      [
        "《澜川县水务局2024年政府信息公开工作年度报告》解读",
        "近日，我局公布了年度报告。报告分为六个部分。",
        "一、总体情况",
        PROSE,
        "二、主动公开政府信息情况",
        "全年公开信息较多。",
      ],
    ],
    ["interpretation", "a picture book of it", ["一图读懂澜川县2024年政府信息公开年报", PROSE]],
    [
      "blank-form",
      "the blank form",
      ["政府信息公开工作年度报告", ...HEADINGS.slice(0, 2), disclosure(""), ...HEADINGS.slice(2)],
    ],
    [
      "blank-form",
      "the blank form with explanations of what to fill in",
      [
        HEADINGS[0]!,
        "（请在此填写本年度主动公开、依申请公开、信息管理、平台建设和监督保障等方面的工作情况，内容应当真实、准确、完整）",
        HEADINGS[1]!,
        disclosure(""),
        ...HEADINGS.slice(2),
      ],
    ],
    [
      "blank-form",
      "the blank form of a year",
      ["2021年政府信息公开工作年度报告格式", ...HEADINGS.slice(0, 2), disclosure(""), ...HEADINGS.slice(2)],
    ],
    [
      "notice",
      "a notice about compiling the reports",
      [
        "澜川县人民政府办公室关于做好2024年政府信息公开工作年度报告编制发布工作的通知",
        "各镇人民政府，县政府各部门：",
        "为做好年度报告编制工作，现将有关事项通知如下。",
        "一、报告内容",
        "包括总体情况、主动公开政府信息情况等六个部分。",
        "澜川县人民政府办公室",
        "2024年12月20日",
      ],
    ],
    [
      "notice",
      "a notice that carries the blank form",
      [
        "关于编制2024年政府信息公开工作年度报告的通知",
        "各单位：请按照附件格式编制年度报告，于1月20日前报送，逾期未报的将予以通报，联系人和电话见附件，请各单位务必高度重视。",
        "附件",
        "2024年政府信息公开工作年度报告",
        ...HEADINGS.slice(0, 2),
        disclosure(""),
        ...HEADINGS.slice(2),
      ],
    ],
    [
      "rules",
      "statistics rules with a blank table",
      [
        "政府信息公开情况统计调查制度",
        "一、总说明",
        "本制度由各级行政机关执行。",
        [
          ["指标名称", "单位", "数量"],
          ["一、主动公开情况", "——", "——"],
          ["（一）主动公开政府信息数", "条", ""],
          ["（二）申请办结数", "件", ""],
          ["（三）申请答复数", "件", ""],
        ],
      ],
    ],
    [
      "rules",
      "a guide to disclosure",
      ["澜川县水务局政府信息公开指南", PROSE, "一、主动公开", PROSE, "二、依申请公开", PROSE],
    ],
    [
      "partial-year",
      "the statistics of half a year, filled in as they are",
      ["澜川县水务局2024年上半年政府信息公开情况统计表", disclosure("3"), disputes("0")],
    ],
    ["partial-year", "a quarter's report", ["澜川县水务局2024年第三季度政府信息公开工作报告", ...HEADINGS, PROSE]],
    [
      "sample-text",
      "a sample text",
      ["××局20××年政府信息公开工作年度报告", HEADINGS[0]!, PROSE, HEADINGS[1]!, disclosure("0"), ...HEADINGS.slice(2)],
    ],
    [
      "sample-text",
      "a text called a sample",
      ["政府信息公开工作年度报告（范文）", HEADINGS[0]!, PROSE, ...HEADINGS.slice(1)],
    ],
    [
      "university-report",
      "the report of a university",
      [
        "澜川理工大学2023—2024学年信息公开工作年度报告",
        "一、概述",
        PROSE,
        "二、主动公开情况",
        PROSE,
        "三、依申请公开情况",
        PROSE,
      ],
    ],
    [
      "university-report",
      "the report of a school about a calendar year",
      ["澜川县第一中学2024年信息公开年度报告", "一、概述", PROSE, "二、主动公开情况", PROSE],
    ],
    [
      "listing",
      "a page that lists reports",
      [
        "政府信息公开年报",
        "澜川县水务局2024年政府信息公开工作年度报告 2025-01-16",
        "澜川县水务局2023年政府信息公开工作年度报告 [2024-01-15]",
        "澜川县教育局2023年政府信息公开工作年度报告",
        "澜川县民政局2023年政府信息公开工作年度报告",
        "共 4 条 1/1 页",
      ],
    ],
    [
      "budget",
      "a budget",
      [
        "澜川县水务局2024年部门预算公开说明",
        PROSE,
        [
          ["科目", "预算数"],
          ["政府信息公开", "3"],
        ],
      ],
    ],
    [
      "news",
      "a news item",
      [
        "澜川县召开政府信息公开工作推进会",
        "会议指出，上半年全县主动公开政府信息6343条，收到政府信息公开申请44件，均已答复。" + PROSE,
      ],
    ],
    [
      "website-report",
      "the annual report of a website",
      [
        "政府网站工作年度报表（2024年度）",
        [
          ["网站名称", "澜川县水务局网站"],
          ["独立用户访问总量", "12035"],
        ],
      ],
    ],
    ["title-only", "a page with nothing but the title", [TITLE, "打印本页", "关闭窗口"]],
    ["not-a-report", "something else", ["供水通知", "明日停水。"]],
    ["not-a-report", "nothing", []],
  ];
  test.each(cases.map(([code, name, parts]) => [name, code, parts] as const))("%s: %s", (_, code, parts) => {
    expect(verdict(parts)).toBe(code);
  });
});

describe("never refused", () => {
  const cases: readonly [name: string, parts: readonly Part[]][] = [
    [
      "prose of 2008 without headings",
      [
        "澜川县水务局2008年政府信息公开年度报告",
        `2008年，我局认真贯彻条例。${PROSE}${PROSE}`,
        `全年未收到公开申请，未发生行政复议。${PROSE}${PROSE}`,
      ],
    ],
    [
      "prose with the sections of its time",
      ["澜川县水务局2012年政府信息公开年度报告", "一、概述", PROSE, "二、依申请公开政府信息情况", "未收到申请。"],
    ],
    [
      "a report in a notice that circulates it, its tables lost",
      [
        "澜川县水务局关于印发2024年政府信息公开工作年度报告的通知",
        "各股室：",
        TITLE,
        HEADINGS[0]!,
        PROSE,
        ...HEADINGS.slice(1),
      ],
    ],
    ["a report whose tables are images", [TITLE, HEADINGS[0]!, PROSE, ...HEADINGS.slice(1)]],
    ["a body-only page", [HEADINGS[0]!, `2024年，${PROSE}`, ...HEADINGS.slice(1)]],
    ["tables alone", [disclosure("2"), disputes("0")]],
    [
      "a report that left every cell blank",
      [TITLE, HEADINGS[0]!, PROSE, HEADINGS[1]!, disclosure(""), ...HEADINGS.slice(2)],
    ],
    [
      "a report under menus that name other things",
      [
        "政府信息公开指南",
        "政府信息公开制度",
        "政府网站工作年度报表",
        "年报模板下载",
        "政策解读",
        TITLE,
        HEADINGS[0]!,
        PROSE,
        HEADINGS[1]!,
        disclosure("2"),
        ...HEADINGS.slice(2),
      ],
    ],
    [
      "a report that tells of meetings, samples, rules and half-years",
      [
        TITLE,
        HEADINGS[0]!,
        `上半年召开政府信息公开工作会议，印发工作要点，提供申请表范文和填报模板。${PROSE}`,
        ...HEADINGS.slice(1),
      ],
    ],
    [
      "a school of the government's own that reports on the government's form",
      [
        "澜川县行政学院2024年政府信息公开工作年度报告",
        HEADINGS[0]!,
        PROSE,
        HEADINGS[1]!,
        disclosure("0"),
        ...HEADINGS.slice(2),
      ],
    ],
    [
      "a report whose page links to older ones",
      [
        TITLE,
        HEADINGS[0]!,
        PROSE,
        ...HEADINGS.slice(1),
        ...["2023", "2022", "2021"].map((year) => TITLE.replace("2024", year)),
      ],
    ],
  ];
  test.each(cases)("%s", (_, parts) => {
    expect(verdict(parts)).toBe("report");
  });
});
