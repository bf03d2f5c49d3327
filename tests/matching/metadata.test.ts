/** What a page states about itself: names and values in lines, cells and lists, with empty values and other names between. */
import { bodyKey } from "../../src/matching/body-key.js";
import { findMetadata } from "../../src/matching/metadata.js";
import { documentOf, type DocumentExtras, type Part } from "../support/document.js";

const NONE = { indexNumber: null, documentNumber: null, publisher: null, writtenOn: null, publishedOn: null };
const ALL = {
  indexNumber: "LC0045-0100-2025-00002",
  documentNumber: "澜水发〔2025〕3号",
  publisher: "澜川县水务局",
  writtenOn: "2025-01-10",
  publishedOn: "2025-01-16",
};
const metadataOf = (parts: readonly Part[], extras?: DocumentExtras) => findMetadata(documentOf(parts, extras));

const SHAPES: readonly [string, readonly Part[]][] = [
  [
    "pairs in one line",
    [
      "索引号：LC0045-0100-2025-00002 发布机构：澜川县水务局 文号：澜水发〔2025〕3号",
      "成文日期：2025年1月10日　　发布日期：2025-01-16 10:22　浏览次数：341",
    ],
  ],
  [
    "a list with bullets and spaces inside the names",
    [
      "• 索 引 号:LC0045-0100-2025-00002",
      "• 备注/文号:澜水发〔2025〕3号",
      "• 发 布 机 构:澜川县水务局",
      "• 公文生成日期:2025-01-10",
      "• 发布时间：2025-01-16",
    ],
  ],
  [
    "a name and its value on lines of their own",
    [
      "索引号",
      "LC0045-0100-2025-00002",
      "文  号：",
      "澜水发〔2025〕3号",
      "发布机构",
      "澜川县水务局",
      "成文日期",
      "2025-01-10",
      "发布日期",
      "2025-01-16",
    ],
  ],
  [
    "a table of names and values",
    [
      [
        ["索引号", "LC0045-0100-2025-00002", "主题分类", "综合政务"],
        ["发布机构：", "澜川县水务局", "文号：", "澜水发〔2025〕3号"],
        ["成文日期", "2025-01-10", "发布日期", "2025-01-16"],
      ],
    ],
  ],
  [
    "a table of pairs",
    [
      [
        ["索 引 号：LC0045-0100-2025-00002", "主题分类：综合政务"],
        ["发布机构：澜川县水务局", "关 键 词：政务，公报"],
        ["文号：澜水发〔2025〕3号", "成文日期：2025-01-10"],
        ["发布日期：2025-01-16", "废止日期："],
      ],
    ],
  ],
];

test.each(SHAPES)("all of it is read from %s", (_, parts) => {
  expect(metadataOf(parts)).toEqual(ALL);
});

test("it is read from the names that the file itself declares", () => {
  expect(metadataOf([], { metadata: { PubDate: "2025-01-16 10:22", ContentSource: "澜川县水务局" } })).toEqual({
    ...NONE,
    publisher: "澜川县水务局",
    publishedOn: "2025-01-16",
  });
});

test.each<[string, readonly Part[]]>([
  ["in a line", ["索引号： 发布机构： 文号：", "关键词："]],
  [
    "in a table",
    [
      [
        ["索引号", "", "发布机构", "文号"],
        ["成文日期", "发布日期", "有效性", "关键词"],
      ],
    ],
  ],
  ["in lines of their own", ["索引号", "发布机构", "文号", "成文日期", "关键词"]],
  ["with a dash", ["文号：无", "索引号：-", "发布机构：——"]],
])("where values are empty %s, the next name is none", (_, parts) => {
  expect(metadataOf(parts)).toEqual(NONE);
});

test("words of the prose that end in a name are none", () => {
  const prose = ["统计时间：2024年1月1日至12月31日。", "数据来源：各股室。", "会议时间：2024年3月1日"];
  expect(metadataOf(prose)).toEqual(NONE);
});

test("where a text came from is its publisher only if it is an organ", () => {
  expect(metadataOf(["来源：本站 发布时间：2025-01-16"]).publisher).toBeNull();
  expect(metadataOf(["来源：澜川日报社会版 发布时间：2025-01-16"]).publisher).toBeNull();
  expect(metadataOf(["来源：澜川县水务局 发布时间：2025-01-16"]).publisher).toBe("澜川县水务局");
  expect(metadataOf(["来源：澜川县人民政府", "发布机构：澜川县水务局"]).publisher).toBe("澜川县水务局");
});

test("发布日期 goes before the page's 时间, and today's date is none", () => {
  expect(metadataOf(["时间：2026-11-24 星期二", "时间：2025-02-01", "发布日期：2025-01-16"]).publishedOn).toBe(
    "2025-01-16",
  );
  expect(metadataOf(["现在时间：2026-11-24"]).publishedOn).toBeNull();
});

describe("the key of a body", () => {
  const same: readonly [string, string][] = [
    ["海关总署（本级机关）", "海关总署(本级机关)"],
    ["澜川县 水务局", "澜川县水务局"],
    ["瀾川縣水務局", "澜川县水务局"],
    ["澜川县⽔务局", "澜川县水务局"],
    ["ＡＢＣ公司", "ABC公司"],
    ["澜川县水务局〔本级〕", "澜川县水务局【本级】"],
  ];
  test.each(same)("%s and %s are one body", (a, b) => {
    expect(bodyKey(a)).toBe(bodyKey(b));
  });

  const different: readonly [string, string][] = [
    ["澜川县人民政府", "澜川县人民政府办公室"],
    ["澜川市", "澜川市人民政府办公室"],
    ["海关总署（本级机关）", "海关总署"],
    ["澜川县水务局", "澜川市水务局"],
  ];
  test.each(different)("%s and %s are two", (a, b) => {
    expect(bodyKey(a)).not.toBe(bodyKey(b));
  });
});
