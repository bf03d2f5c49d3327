/** Sections are found by their headings, whatever their wording, numbering and order, and not where they are only named. */
import { matchSections } from "../../src/matching/sections.js";
import { documentOf, type Part } from "../support/document.js";

const sectionsOf = (parts: readonly Part[], consumed: readonly number[] = []) => {
  const document = documentOf(parts);
  return matchSections(document, new Set(consumed.map((index) => document.blocks[index]!)));
};
const idsOf = (parts: readonly Part[]) => sectionsOf(parts).map(({ id }) => id);
const headingsOf = (parts: readonly Part[]) => sectionsOf(parts).map(({ id, heading }) => [id, heading]);

const TITLE = "澜川县水务局2024年政府信息公开工作年度报告";
const ALL = ["overview", "proactiveDisclosure", "requests", "disputes", "problems", "other"];
const HEADINGS = [
  "一、总体情况",
  "二、主动公开政府信息情况",
  "三、收到和处理政府信息公开申请情况",
  "四、政府信息公开行政复议、行政诉讼情况",
  "五、存在的主要问题及改进情况",
  "六、其他需要报告的事项",
];
/** The headings with a sentence under each. */
const REPORT = HEADINGS.flatMap((heading, i) => [heading, `第${i + 1}部分的文字。`]);

test("each section has its heading as printed and its prose, a paragraph a line", () => {
  const sections = sectionsOf([TITLE, "引言。", ...REPORT.slice(0, 2), "又一段。", ...REPORT.slice(2)]);
  expect(sections[0]).toEqual({
    id: "overview",
    heading: "一、总体情况",
    text: "第1部分的文字。\n又一段。",
    at: { line: 3, column: 1 },
  });
  expect(sections.map(({ id }) => id)).toEqual(ALL);
});

describe("wordings", () => {
  const wordings: readonly (readonly [string, readonly string[]])[] = [
    [
      "overview",
      [
        "总体情况",
        "工作基本情况",
        "概述",
        "概 述",
        "主要工作概述",
        "基本概况",
        "2019年政府信息公开工作的总体情况",
        "2023年政务公开总体情况",
        "總體情況",
        "政府信息工作公开的基本情况",
      ],
    ],
    [
      "proactiveDisclosure",
      [
        "主动公开政府信息情况",
        "行政机关主动公开政府信息情况",
        "主动公开信息情况",
        "主动公开政府信息的情况",
        "政府信息主动公开情况",
        "主動公開政府信息情況",
      ],
    ],
    [
      "requests",
      [
        "收到和处理政府信息公开申请情况",
        "行政机关收到和处理政府信息公开申请情况",
        "收到和处理政府信息公开的申请情况",
        "依申请公开政府信息情况",
        "依申请公开政府信息和不予公开政府信息的情况",
        "政府信息依申请公开办理情况",
      ],
    ],
    [
      "disputes",
      [
        "政府信息公开行政复议、行政诉讼情况",
        "政府信息公开行政复议行政诉讼情况",
        "政府信息公开行政复议和行政诉讼情况",
        "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        "申请行政复议、提起行政诉讼的情况",
        "政府信息公开行政復議、行政訴訟情況",
      ],
    ],
    [
      "problems",
      [
        "存在的主要问题及改进情况",
        "政府信息公开工作存在的主要问题及改进情况",
        "存在主要问题和改进情况",
        "存在的主要问题及整改措施",
        "存在的主要问题和改进措施",
        "存在的不足",
        "政府信息公开工作存在的不足及下一步打算",
      ],
    ],
    [
      "other",
      [
        "其他需要报告的事项",
        "其它需要报告事项",
        "其他需报告的事项",
        "其他报告事项",
        "其他需要报告的情况",
        "需要说明的其他事项",
        "其他需要说明的事项",
      ],
    ],
  ];
  test.each(wordings.flatMap(([id, words]) => words.map((heading) => [heading, id] as const)))(
    "%s is %s",
    (heading, id) => {
      expect(headingsOf([TITLE, `一、${heading}`, "文字。"])).toEqual([[id, `一、${heading}`]]);
    },
  );
});

describe("numbering", () => {
  const numbered = (ordinal: (i: number) => string) => HEADINGS.map((heading, i) => ordinal(i) + heading.slice(2));
  const CHINESE = "一二三四五六七";
  test.each<[string, (i: number) => string]>([
    ["with a space behind", (i) => `${CHINESE[i]}、 `],
    ["with a point", (i) => `${CHINESE[i]}.`],
    ["with a full-width point", (i) => `${CHINESE[i]}．`],
    ["without a mark", (i) => `${CHINESE[i]} `],
    ["with an ordinal skipped", (i) => `${CHINESE[i === 0 ? 0 : i + 1]}、`],
    ["without ordinals", () => ""],
    ["with damaged ordinals", (i) => `????${CHINESE[i]}、`],
    ["in parts", (i) => `第${CHINESE[i]}部分 `],
  ])("%s", (_, ordinal) => {
    expect(idsOf([TITLE, ...numbered(ordinal).flatMap((heading) => [heading, "文字。"])])).toEqual(ALL);
  });

  test("in another order the sections stand as printed", () => {
    const swapped = [...REPORT.slice(0, 2), ...REPORT.slice(8, 10), ...REPORT.slice(2, 8)];
    expect(idsOf([TITLE, ...swapped])).toEqual(["overview", "problems", "proactiveDisclosure", "requests", "disputes"]);
  });

  test("a heading that ends in a full stop, and one in whose line the prose begins", () => {
    expect(
      sectionsOf([TITLE, "一、总体情况。", "甲。", "二、主动公开政府信息情况。2023年，我局公开信息。"]),
    ).toMatchObject([
      { id: "overview", heading: "一、总体情况。", text: "甲。" },
      { id: "proactiveDisclosure", heading: "二、主动公开政府信息情况", text: "2023年，我局公开信息。" },
    ]);
  });

  test("a heading before two spaces and its prose", () => {
    expect(
      sectionsOf([TITLE, "一、总体情况  全年工作平稳。", "二、主动公开政府信息情况  公开信息较多。"]),
    ).toMatchObject([
      { id: "overview", text: "全年工作平稳。" },
      { id: "proactiveDisclosure", text: "公开信息较多。" },
    ]);
  });
});

describe("what only names the sections is none", () => {
  const names = HEADINGS.map((heading) => heading.slice(2));
  test.each<[string, readonly string[]]>([
    ["a sentence of the introduction", [`本报告由${names.join("、")}等六部分组成。`]],
    ["a sentence with semicolons", [`全文包括：${names.join("；")}。`]],
    ["names in quotes", names.map((name) => `“${name}”、`)],
    ["ordinals in brackets", [names.map((name, i) => `（${"一二三四五六"[i]}）${name}`).join("；")]],
    ["names comma-joined with ordinals", [HEADINGS.join("，")]],
    ["a list of names without ordinals, a line each", names],
    ["a list of headings, a line each", HEADINGS],
    ["a contents with page numbers", ["目录", ...HEADINGS.map((heading, i) => `${heading}……………………${i + 1}`)]],
    ["a contents with page numbers behind a tab", ["目  录", ...HEADINGS.map((heading, i) => `${heading}\t${i + 1}`)]],
  ])("%s", (_, lines) => {
    const sections = sectionsOf([TITLE, ...lines, "前言文字。", ...REPORT]);
    expect(sections.map(({ id, text }) => [id, text])).toEqual(ALL.map((id, i) => [id, `第${i + 1}部分的文字。`]));
  });

  test("a list of the sections inside the first section", () => {
    const inside = [
      REPORT[0]!,
      "报告包括以下内容：",
      ...HEADINGS.slice(1).map((heading) => heading.slice(2)),
      ...REPORT.slice(1),
    ];
    const sections = sectionsOf([TITLE, ...inside]);
    expect(sections.map(({ id }) => id)).toEqual(ALL);
    expect(sections[1]!.text).toBe("第2部分的文字。");
  });

  test("rows of a table that are numbered like headings", () => {
    const rows = [
      "一、本年新收政府信息公开申请数量",
      "二、上年结转政府信息公开申请数量",
      "三、本年度办理结果",
      "四、结转下年度继续办理",
    ];
    expect(idsOf([TITLE, ...REPORT.slice(0, 5), ...rows, ...REPORT.slice(5)])).toEqual(ALL);
  });

  test("ordinals inside the first section that run through the names, before the real headings", () => {
    const inside = [
      "一、加强组织领导。落实责任。",
      "二、主动公开政府信息情况。2021年公开信息。",
      "三、依申请公开情况。未收到申请。",
    ];
    const table = [["第二十条第（一）项"], ["规章", "0"]];
    const document = [TITLE, "一、总体情况", ...inside, HEADINGS[1]!, table, HEADINGS[2]!, table];
    const sections = sectionsOf(document, [6, 8]);
    expect(sections.map(({ id, heading }) => [id, heading])).toEqual([
      ["overview", "一、总体情况"],
      ["proactiveDisclosure", "二、主动公开政府信息情况"],
      ["requests", "三、收到和处理政府信息公开申请情况"],
    ]);
    expect(sections[0]!.text.split("\n")).toEqual(inside);
  });

  test("sub-headings", () => {
    const sub = [
      "（一）主动公开情况",
      "公开。",
      "（二）依申请公开情况",
      "无。",
      "1.存在问题",
      "少。",
      "(3)行政复议情况",
      "无。",
    ];
    expect(headingsOf([TITLE, "一、总体情况", ...sub, "二、存在的主要问题及改进情况", "多。"])).toEqual([
      ["overview", "一、总体情况"],
      ["problems", "二、存在的主要问题及改进情况"],
    ]);
  });
});

test("statutory sections that follow home-made ones with their own numbers are the sections", () => {
  const own = ["一、年度工作概述", "甲。", "二、主动公开情况", "乙。", "三、依申请公开情况", "丙。"];
  const sections = sectionsOf([TITLE, ...own, "附件", ...REPORT.slice(2)]);
  expect(sections.map(({ id, heading, text }) => [id, heading, text])).toEqual([
    ["overview", "一、年度工作概述", "甲。\n二、主动公开情况\n乙。\n三、依申请公开情况\n丙。\n附件"],
    ...HEADINGS.slice(1).map((heading, i) => [ALL[i + 1], heading, `第${i + 2}部分的文字。`]),
  ]);
});

test("empty sections that follow each other are kept, with no prose", () => {
  const sections = sectionsOf([TITLE, "一、总体情况", "文字。", ...HEADINGS.slice(1)]);
  expect(sections.map(({ id, text }) => [id, text])).toEqual(ALL.map((id, i) => [id, i === 0 ? "文字。" : ""]));
});

test("the headings of the years before the forms", () => {
  const old = [
    "一、概述",
    "二、主动公开政府信息情况",
    "三、依申请公开政府信息情况",
    "四、政府信息公开的收费及减免情况",
    "五、因政府信息公开申请行政复议、提起行政诉讼情况",
    "六、存在的主要问题及改进措施",
    "七、其他需要报告的事项",
  ];
  const sections = sectionsOf([TITLE, ...old.flatMap((heading) => [heading, "文字。"])]);
  expect(sections.map(({ id }) => id)).toEqual(ALL);
  // Fees have no section of their own in the model: their text stays with the requests.
  expect(sections[2]!.text).toBe("文字。\n四、政府信息公开的收费及减免情况\n文字。");
});

test("the signature is no prose", () => {
  expect(sectionsOf([TITLE, "一、总体情况", "文字。", "澜川县水务局", "2025年1月16日"])[0]!.text).toBe("文字。");
});
