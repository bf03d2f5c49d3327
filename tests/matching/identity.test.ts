/** Who reports, about which year, published when: titles, metadata, signatures and dates as they are really printed. */
import { matchIdentity } from "../../src/matching/identity.js";
import { documentOf, type DocumentExtras, type Part } from "../support/document.js";

const identityOf = (parts: readonly Part[], extras?: DocumentExtras) =>
  matchIdentity(documentOf(parts, extras), new Set());

/** Prose that names no body, no year and no date. */
const PROSE = "我局认真贯彻落实条例，稳步推进各项工作，取得较好成效。";

/** What is printed, the body and the year of it, and the title where it is not the lines joined. */
const TITLES: readonly [
  name: string,
  lines: readonly string[],
  body: string | null,
  year: number | null,
  title?: string,
][] = [
  ["on one line", ["澜川县水务局2024年政府信息公开工作年度报告"], "澜川县水务局", 2024],
  ["of all months of the year", ["澜川县水务局2024年1-12月政府信息公开工作年度报告"], "澜川县水务局", 2024],
  ["with the body before a colon", ["云岭镇：2023年政府信息公开工作年度报告"], "云岭镇", 2023],
  [
    "behind a label of the page's",
    ["【年报】澜川县水务局2024年政府信息公开工作年度报告"],
    "澜川县水务局",
    2024,
    "澜川县水务局2024年政府信息公开工作年度报告",
  ],
  [
    "with the body in brackets",
    ["【澜川县水务局】2024年政府信息公开工作年度报告"],
    "澜川县水务局",
    2024,
    "澜川县水务局2024年政府信息公开工作年度报告",
  ],
  ["with the year first", ["2022年度澜川县教育局政府信息公开工作年度报告"], "澜川县教育局", 2022],
  ["broken after the body", ["澜川县人民政府", "2021年政府信息公开工作年度报告"], "澜川县人民政府", 2021],
  ["broken after the year", ["澜川县人民政府2016年", "政府信息公开工作年度报告"], "澜川县人民政府", 2016],
  ["broken inside its subject", ["澜川县民政局2023年政府信息公开", "工作年度报告"], "澜川县民政局", 2023],
  ["broken before 信息", ["澜川县民政局2023年政府", "信息公开工作年度报告"], "澜川县民政局", 2023],
  ["broken inside 政府", ["澜川县民政局2023年政", "府信息公开工作年度报告"], "澜川县民政局", 2023],
  [
    "broken over four lines",
    ["澜川县", "发展和改革局", "2023年政府信息公开", "工作年度报告"],
    "澜川县发展和改革局",
    2023,
  ],
  [
    "broken inside the body",
    ["澜川县文化广电和", "旅游局2023年政府信息公开工作年度报告"],
    "澜川县文化广电和旅游局",
    2023,
  ],
  ["broken after the place", ["澜川县", "市场监督管理局2023年政府信息公开工作年度报告"], "澜川县市场监督管理局", 2023],
  [
    "broken inside one paragraph, with a space inside its last word",
    ["澜川县司法局\n2020年度政府信息公开年度工作\n报 告"],
    "澜川县司法局",
    2020,
    "澜川县司法局2020年度政府信息公开年度工作报 告",
  ],
  ["with the year inside its subject", ["澜川县审计局政府信息公开2023年度工作报告"], "澜川县审计局", 2023],
  [
    "with the year under it in brackets",
    ["澜川县审计局政府信息公开工作年度报告", "（2023年度）"],
    "澜川县审计局",
    2023,
  ],
  ["with 年度 twice", ["澜川县统计局2022年度政府信息公开工作年度报告"], "澜川县统计局", 2022],
  ["as a 年报", ["澜川县林业局2019年政府信息公开年报"], "澜川县林业局", 2019],
  ["of another wording", ["澜川县气象局2013年度政务信息公开工作的年度报告"], "澜川县气象局", 2013],
  ["about the state of the work", ["澜川县粮食局关于2012年度政府信息公开情况的报告"], "澜川县粮食局", 2012],
  ["with a scope in brackets", ["海关总署（本级机关）2023年政府信息公开工作年度报告"], "海关总署（本级机关）", 2023],
  ["with a space after the body", ["澜川县气象部门 2024年政府信息公开工作年度报告"], "澜川县气象部门", 2024],
  ["with its year in Chinese numerals", ["澜川县人事局二〇〇九年政府信息公开工作年度报告"], "澜川县人事局", 2009],
  ["with its year letter-spaced", ["澜川县科技局 2 0 2 3 年政府信息公开工作年度报告"], "澜川县科技局", 2023],
  [
    "letter-spaced as a whole",
    ["澜 川 县 科 技 局 2 0 2 3 年 政 府 信 息 公 开 工 作 年 度 报 告"],
    "澜川县科技局",
    2023,
  ],
  [
    "between dashes",
    ["——澜川县体育局2018年政府信息公开工作年度报告——"],
    "澜川县体育局",
    2018,
    "澜川县体育局2018年政府信息公开工作年度报告",
  ],
  [
    "in title marks",
    ["《澜川县档案局2018年政府信息公开工作年度报告》"],
    "澜川县档案局",
    2018,
    "澜川县档案局2018年政府信息公开工作年度报告",
  ],
  [
    "in radicals that look like characters",
    ["澜川县⼈⺠政府2018年政府信息公开⼯作年度报告"],
    "澜川县人民政府",
    2018,
    "澜川县人民政府2018年政府信息公开工作年度报告",
  ],
  [
    "after a document number with another year, before an addressee",
    ["澜统发〔2025〕2号", "澜川县统计局", "2024年政府信息公开工作年度报告", "县政府办公室："],
    "澜川县统计局",
    2024,
    "澜川县统计局2024年政府信息公开工作年度报告",
  ],
  [
    "before a cover's date of another year",
    ["澜川县人民政府", "2012年政府信息公开工作年度报告", "2013年3月"],
    "澜川县人民政府",
    2012,
    "澜川县人民政府2012年政府信息公开工作年度报告",
  ],
  [
    "after a breadcrumb and a menu's entry that have a title's words",
    ["当前位置：首页 > 政务公开 > 政府信息公开年报", "政府信息公开年报", "澜川县住建局2017年政府信息公开年度报告"],
    "澜川县住建局",
    2017,
    "澜川县住建局2017年政府信息公开年度报告",
  ],
  [
    "after the site's name",
    ["澜川县人民政府门户网站", "澜川县人民政府", "澜川县住建局2017年政府信息公开年度报告"],
    "澜川县住建局",
    2017,
    "澜川县住建局2017年政府信息公开年度报告",
  ],
  [
    "after a notice's name of a title's words",
    ["《关于做好2011年政府信息公开工作年度报告编制工作的通知》", "澜川县国土局2012年政府信息公开工作年度报告"],
    "澜川县国土局",
    2012,
    "澜川县国土局2012年政府信息公开工作年度报告",
  ],
  [
    "after a cover that names the year alone",
    ["2012年政府信息公开年度报告", "目录", "澜川县国土局2012年政府信息公开工作年度报告"],
    "澜川县国土局",
    2012,
    "澜川县国土局2012年政府信息公开工作年度报告",
  ],
  [
    "of a government's office, which is not the government",
    ["澜川县人民政府办公室2023年政府信息公开工作年度报告"],
    "澜川县人民政府办公室",
    2023,
  ],
  ["with its year in full width", ["澜川县林业局２０23年政府信息公开工作年度报告"], "澜川县林业局", 2023],
  ["with its year and no 年", ["澜川县林业局2023政府信息公开工作年度报告"], "澜川县林业局", 2023],
  ["with its year in brackets and no 年", ["澜川县林业局政府信息公开工作年度报告（2023）"], "澜川县林业局", 2023],
  ["in traditional characters", ["瀾川縣水務局2023年政府信息公開工作年度報告"], "瀾川縣水務局", 2023],
  ["of a place alone", ["澜川市2024年政府信息公开工作年度报告"], "澜川市", 2024],
];

describe("a title gives body and year", () => {
  test.each(TITLES)("%s", (_, lines, body, year, title = lines.join("")) => {
    const identity = identityOf([...lines, PROSE]);
    expect([identity.title, identity.body, identity.year]).toEqual([title, body, year]);
  });
});

test.each([
  ["on two lines", ["澜川县教育局关于印发", "2025年政府信息公开工作年度报告的通知"]],
  ["on one line", ["澜川县教育局关于印发2025年政府信息公开工作年度报告的通知"]],
  ["with its last words on a line of their own", ["澜川县教育局关于印发2025年政府信息公开工作年度报告", "的通知"]],
])("the title of a report counts, not that of the notice that it is wrapped in, %s", (_, notice) => {
  const identity = identityOf([
    ...notice,
    "本局各股（室）：",
    "现将《澜川县教育局2025年政府信息公开年度报告》印发给你们，请认真贯彻执行。",
    "澜川县教育局",
    "2026年1月5日",
    "澜川县教育局",
    "2025年政府信息公开工作年度报告",
    PROSE,
  ]);
  expect(identity).toMatchObject({
    title: "澜川县教育局2025年政府信息公开工作年度报告",
    body: "澜川县教育局",
    year: 2025,
  });
});

describe("where the title names no body", () => {
  const title = "2025年度政府信息公开工作年度报告";

  test("the page's publisher is taken", () => {
    const identity = identityOf([title, PROSE], { metadata: { 发布机构: "澜川县商务局" } });
    expect([identity.title, identity.body]).toEqual([title, "澜川县商务局"]);
  });

  test("the signature is taken", () => {
    const identity = identityOf([title, PROSE, "澜川县商务局", "2026年1月20日"]);
    expect([identity.body, identity.signedBy, identity.publishedOn]).toEqual([
      "澜川县商务局",
      "澜川县商务局",
      "2026-01-20",
    ]);
  });

  test.each([
    "本报告由澜川县商务局按照《中华人民共和国政府信息公开条例》的要求编制。",
    "本报告由澜川县商务局根据《条例》和上级要求编制而成，内容如下。",
    "本年度报告由澜川县商务局编制。",
    "根据《中华人民共和国政府信息公开条例》，澜川县商务局现将本年度政府信息公开工作情况报告如下。",
    "根据《条例》要求，现公布澜川县商务局2025年政府信息公开工作年度报告。",
  ])("the introduction is taken: %s", (introduction) => {
    expect(identityOf([title, introduction, PROSE]).body).toBe("澜川县商务局");
  });

  test("a word that only stands for the body names none, and a diagnostic says so", () => {
    const identity = identityOf([title, "本报告由我局编制。", PROSE]);
    expect([identity.body, identity.bodyKey]).toEqual([null, null]);
    expect(identity.diagnoses.map(({ code }) => code)).toEqual(["body-missing"]);
  });

  test("a title among the page's metadata gives body and year where the text prints none", () => {
    const metadata = { ArticleTitle: "澜川县水务局2023年政府信息公开工作年度报告" };
    const { title, body, year } = identityOf(["一、总体情况", PROSE], { title: "澜川县人民政府", metadata });
    expect({ title, body, year }).toEqual({ title: metadata.ArticleTitle, body: "澜川县水务局", year: 2023 });
  });

  test("the page's own title is asked before its metadata, without the site's name", () => {
    const identity = identityOf([title, PROSE], {
      title: "澜川县商务局2025年度政府信息公开工作年度报告_澜川县人民政府门户网站",
      metadata: { 发布机构: "澜川县人民政府" },
    });
    expect(identity.body).toBe("澜川县商务局");
  });
});

describe("where no title names the year", () => {
  test("it is the year of the period, not of a document number, the day of publication or another report", () => {
    const identity = identityOf([
      "发布时间：2024-01-20",
      "根据县府办〔2023〕9号文件和《关于做好2021年政府信息公开年度报告编制工作的通知》，编制本报告。",
      "本报告所列数据的统计期限自2023年1月1日起至12月31日止。",
      "一、总体情况",
      "2022年遗留的问题已经解决。",
    ]);
    expect([identity.title, identity.year]).toEqual([null, 2023]);
    expect(identity.period).toEqual({ from: "2023-01-01", to: "2023-12-31" });
  });

  test("it is the year that the introduction announces, before any other year of the prose", () => {
    const identity = identityOf([
      "根据2019年修订的《中华人民共和国政府信息公开条例》，现公布澜川县水务局2024年政府信息公开工作年度报告。",
      "一、总体情况",
      PROSE,
    ]);
    expect([identity.body, identity.year]).toEqual(["澜川县水务局", 2024]);
  });

  test("it is the first year of the first section", () => {
    expect(identityOf(["一、总体情况", "2021年，我局按照要求推进政府信息公开。"]).year).toBe(2021);
  });

  test("without any year it is null, and a diagnostic says so", () => {
    const identity = identityOf(["澜川县水务局政府信息公开工作年度报告", PROSE, "澜川县水务局", "2022年1月10日"]);
    expect(identity.year).toBeNull();
    expect(identity.diagnoses.map(({ code }) => code)).toEqual(["year-missing"]);
  });
});

describe("the period of the figures", () => {
  const cases: readonly [string, { from: string; to: string } | null][] = [
    ["统计期限为2024年1月1日起至2024年12月31日止。", { from: "2024-01-01", to: "2024-12-31" }],
    ["本报告所列数据统计期限自2023年1月1日至12月31日。", { from: "2023-01-01", to: "2023-12-31" }],
    ["统计时限从2023年1月1日至12月31止。", { from: "2023-01-01", to: "2023-12-31" }],
    ["报告中数据的统计时间为 2024 年 1 月 1 日起到 2024 年 12 月 31 日", { from: "2024-01-01", to: "2024-12-31" }],
    ["数据统计周期为2020年1月1日-2020年12月31日", { from: "2020-01-01", to: "2020-12-31" }],
    ["统计期限自2015年1月1日起至2015年12月30日止。", { from: "2015-01-01", to: "2015-12-30" }],
    ["统计期限：２０２２年１月１日——１２月３１日", { from: "2022-01-01", to: "2022-12-31" }],
    ["數據的統計期限自2023年1月1日起至12月31日止", { from: "2023-01-01", to: "2023-12-31" }],
    ["统计期限为二〇一〇年一月一日至二〇一〇年十二月三十一日", { from: "2010-01-01", to: "2010-12-31" }],
    ["所列数据统计期限为202211日至1231日", null],
    ["统计期限自2017年1月日至12月31日", null],
    ["会议时间为2023年3月1日至3月2日。", null],
    ["开放时间为2023年5月1日至2023年10月31日。", null],
  ];
  test.each(cases)("%s", (sentence, period) => {
    expect(identityOf(["澜川县水务局政府信息公开工作年度报告", sentence]).period).toEqual(period);
  });

  test("a sentence that says only when it ends gives the year and no period", () => {
    const identity = identityOf(["澜川县水务局政府信息公开工作年度报告", "数据统计截至2023年12月31日。"]);
    expect([identity.year, identity.period]).toEqual([2023, null]);
  });

  test("digits of a damaged period still give the year", () => {
    const identity = identityOf(["澜川县水务局政府信息公开工作年度报告", "统计期限为20231月1日起至202312月31日止。"]);
    expect(identity.year).toBe(2023);
  });
});

describe("the day of publication", () => {
  const title = "澜川县水务局2022年政府信息公开工作年度报告";
  const date = (lines: readonly string[], extras?: DocumentExtras) => identityOf([title, ...lines], extras).publishedOn;

  test.each([
    ["a line of the page", ["来源：县水务局 发布时间：2023-01-19 16: 56 浏览次数：341", PROSE], "2023-01-19"],
    ["a line under the title in brackets", ["（2023年1月9日）", PROSE], "2023-01-09"],
    ["a bracket of which half is lost", ["2023年1月9日）", PROSE], "2023-01-09"],
    ["the signature", [PROSE, "澜川县水务局", "2023年1月20日"], "2023-01-20"],
    ["a signature with its date on the same line", [PROSE, "澜川县水务局 2023年1月20日"], "2023-01-20"],
    ["a signature with 元月", [PROSE, "澜川县水务局", "二○二三年元月二十日"], "2023-01-20"],
    ["a signature with 印发 behind its date", [PROSE, "澜川县水务局", "2023年1月20日印发"], "2023-01-20"],
    ["a signature with slashes on the same line", [PROSE, "澜川县水务局　2023/01/20"], "2023-01-20"],
    ["a date in Chinese numerals", [PROSE, "澜川县水务局", "二○二三年三月三十日"], "2023-03-30"],
    ["a date in Chinese numerals with a letter for zero", [PROSE, "澜川县水务局", "二O二三年一月十日"], "2023-01-10"],
    ["a date with dots", [PROSE, "澜川县水务局", "2023.1.20"], "2023-01-20"],
    [
      "a signature before footers",
      [PROSE, "澜川县水务局", "2023年1月20日", "附件下载", "扫一扫在手机打开当前页", "主办：澜川县人民政府"],
      "2023-01-20",
    ],
    ["a cover's month is no day", ["2023年3月", PROSE], null],
    ["a damaged date is none", [PROSE, "澜川县水务局", "2023120"], null],
    ["a day that no calendar has is none", [PROSE, "澜川县水务局", "2023年2月30日"], null],
    ["none at all", [PROSE], null],
  ] as const)("%s", (_, lines, expected) => {
    expect(date(lines)).toBe(expected);
  });

  test("the page's 发布日期 goes before the signature, and its 成文日期 is another date", () => {
    const identity = identityOf([title, PROSE, "澜川县水务局", "2023年1月10日"], {
      metadata: { 成文日期: "2023-01-10", 发布日期: "2023-01-18" },
    });
    expect([identity.publishedOn, identity.metadata.writtenOn]).toEqual(["2023-01-18", "2023-01-10"]);
  });

  test("a page's only date is taken, whatever it is called", () => {
    expect(date([PROSE], { metadata: { 公文生成日期: "2023-01-18" } })).toBe("2023-01-18");
  });

  test("today's date in the head of a page is not the report's", () => {
    const today = ["今天是2026年11月24日 星期二", PROSE, "澜川县水务局", "2023年1月20日"];
    expect(identityOf([...today.slice(0, 1), title, ...today.slice(1)]).publishedOn).toBe("2023-01-20");
    expect(identityOf(["2026年11月24日 星期二", title, PROSE]).publishedOn).toBeNull();
  });

  test("a date in an address is none", () => {
    expect(date(["http://www.example.cn/art/2015/3/2/art_1_2.html", PROSE])).toBeNull();
  });
});

test("who signed is not who published, and a name before a date inside the prose is no signature", () => {
  const identity = identityOf(
    ["澜川县水务局2022年政府信息公开工作年度报告", PROSE, "澜川县水务局办公室", "2023年1月20日", "附件：统计表"],
    { metadata: { 发布机构: "澜川县人民政府" } },
  );
  expect([identity.body, identity.signedBy, identity.metadata.publisher]).toEqual([
    "澜川县水务局",
    "澜川县水务局办公室",
    "澜川县人民政府",
  ]);
});
