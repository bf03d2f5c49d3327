/** Numbers that Word prints by itself. */
import { cell, paragraph, row } from "../../support/docx-writer.js";
import { outlineOf } from "./read.js";

const level = (index: number, format: string, text: string, more = "") =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;

const definition = (id: number, ...levels: string[]) =>
  `<w:abstractNum w:abstractNumId="${id}">${levels.join("")}</w:abstractNum>`;

const instance = (id: number, of: number, more = "") =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`;

const numbered = (text: string, num: number, index = 0) =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${index}"/><w:numId w:val="${num}"/></w:numPr>`);

describe("numbered paragraphs", () => {
  test("count on through other paragraphs, in the format of the level", async () => {
    const numbering = definition(0, level(0, "chineseCountingThousand", "%1、")) + instance(1, 0);
    const body = numbered("总体情况", 1) + paragraph("正文") + numbered("主动公开", 1) + numbered("收到和处理", 1);
    expect(await outlineOf(body, { numbering })).toEqual(["一、|总体情况", "正文", "二、|主动公开", "三、|收到和处理"]);
  });

  test("keep no more of a long label than programs let one write: it comes again before each of them", async () => {
    const numbering = definition(0, level(0, "decimal", `%1${"x".repeat(9_000)}`)) + instance(1, 0);
    expect(await outlineOf(numbered("总体情况", 1), { numbering })).toEqual([`1${"x".repeat(253)}|总体情况`]);
  });

  test("deeper levels begin again under each upper one and may print it", async () => {
    const numbering =
      definition(0, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), level(2, "lowerLetter", "(%3)")) +
      instance(1, 0);
    const body = [0, 1, 1, 2, 0, 1, 2].map((index, i) => numbered(`段${i}`, 1, index)).join("");
    expect(await outlineOf(body, { numbering })).toEqual([
      ...["1.|段0", "1.1|段1", "1.2|段2", "(a)|段3"],
      ...["2.|段4", "2.1|段5", "(a)|段6"],
    ]);
  });

  test("a level of restart 0 goes on under the next upper one", async () => {
    const numbering =
      definition(0, level(0, "decimal", "%1."), level(1, "decimal", "(%2)", '<w:lvlRestart w:val="0"/>')) +
      instance(1, 0);
    const body = numbered("甲", 1) + numbered("乙", 1, 1) + numbered("丙", 1) + numbered("丁", 1, 1);
    expect(await outlineOf(body, { numbering })).toEqual(["1.|甲", "(1)|乙", "2.|丙", "(2)|丁"]);
  });

  test("an instance with a start of its own begins there; one without goes on", async () => {
    const numbering =
      definition(0, level(0, "decimal", "%1、")) +
      instance(1, 0) +
      instance(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>') +
      instance(3, 0);
    const body = numbered("甲", 1) + numbered("乙", 2) + numbered("丙", 2) + numbered("丁", 3);
    expect(await outlineOf(body, { numbering })).toEqual(["1、|甲", "5、|乙", "6、|丙", "7、|丁"]);
  });

  test("legal numbering prints upper levels as digits", async () => {
    const numbering =
      definition(0, level(0, "chineseCounting", "第%1章"), level(1, "decimal", "%1.%2", "<w:isLgl/>")) + instance(1, 0);
    expect(await outlineOf(numbered("甲", 1) + numbered("乙", 1, 1), { numbering })).toEqual(["第一章|甲", "1.1|乙"]);
  });

  test("bullets, number 0 and unknown numbers print nothing", async () => {
    const numbering = definition(0, level(0, "bullet", "●")) + instance(1, 0);
    expect(await outlineOf(numbered("甲", 1) + numbered("乙", 0) + numbered("丙", 9), { numbering })).toEqual([
      ...["甲", "乙", "丙"],
    ]);
  });

  test("a style numbers its paragraphs, and those of the styles that inherit from it, at the level tied to it", async () => {
    const numbering =
      definition(
        0,
        level(0, "chineseCounting", "%1、", '<w:pStyle w:val="A"/>'),
        level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="B"/>'),
      ) + instance(1, 0);
    const styles = `
      <w:style w:type="paragraph" w:styleId="A"><w:name w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="B"><w:name w:val="b"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="C"><w:name w:val="c"/><w:basedOn w:val="B"/></w:style>`;
    const styled = (text: string, style: string, more = "") => paragraph(text, `<w:pStyle w:val="${style}"/>${more}`);
    const body =
      styled("甲", "A") +
      styled("乙", "B") +
      styled("丙", "C") +
      styled("丁", "A", '<w:numPr><w:numId w:val="0"/></w:numPr>') +
      styled("戊", "A");
    expect(await outlineOf(body, { numbering, styles })).toEqual([
      "一、|甲",
      "（一）|乙",
      "（二）|丙",
      "丁",
      "二、|戊",
    ]);
  });

  test("a definition may stand behind a numbering style", async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>' +
      definition(1, level(0, "decimal", "%1)")) +
      instance(1, 0) +
      instance(2, 1);
    const styles =
      '<w:style w:type="numbering" w:styleId="L"><w:name w:val="l"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>';
    expect(await outlineOf(numbered("甲", 1) + numbered("乙", 1), { numbering, styles })).toEqual(["1)|甲", "2)|乙"]);
  });

  test("labels in cells are numbered; a second paragraph's number is part of the cell's text", async () => {
    const numbering = definition(0, level(0, "decimal", "%1.")) + instance(1, 0);
    const table = `<w:tbl>${row([cell(numbered("国家秘密", 1)), cell(paragraph("0"))])}${row([
      cell(numbered("危及安全", 1) + numbered("个人隐私", 1)),
      cell(paragraph("3")),
    ])}</w:tbl>`;
    expect(await outlineOf(table, { numbering })).toEqual([
      [
        ["1.|国家秘密", "0"],
        ["2.|危及安全\n3.个人隐私", "3"],
      ],
    ]);
  });

  test("a paragraph that a tracked change merges into the next isn't counted", async () => {
    const numbering = definition(0, level(0, "decimal", "%1.")) + instance(1, 0);
    const num = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const body = numbered("甲", 1) + paragraph("乙", `${num}<w:rPr><w:del w:id="1"/></w:rPr>`) + numbered("丙", 1);
    expect(await outlineOf(body, { numbering })).toEqual(["1.|甲", "2.|乙丙"]);
  });
});

describe("number formats", () => {
  const printed = async (format: string, numbers: readonly number[]) => {
    const numbering =
      definition(0, level(0, format, "%1")) +
      numbers
        .map((n, i) => instance(i + 1, 0, `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${n}"/></w:lvlOverride>`))
        .join("");
    const outline = await outlineOf(numbers.map((_, i) => numbered("x", i + 1)).join(""), { numbering });
    return outline.map((text) => String(text).replace("|x", "")).join(" ");
  };

  test.each([
    ["decimal", [1, 12], "1 12"],
    ["decimalZero", [3, 12], "03 12"],
    ["upperRoman", [4, 1994], "IV MCMXCIV"],
    ["lowerRoman", [9], "ix"],
    ["upperLetter", [2, 27], "B AA"],
    ["chineseCounting", [1, 10, 11, 20, 35], "一 十 十一 二十 三十五"],
    ["chineseCountingThousand", [101, 110, 2024], "一百〇一 一百一十 二千〇二十四"],
    ["chineseLegalSimplified", [3, 10, 25], "叁 壹拾 贰拾伍"],
    ["ideographLegalTraditional", [6], "陸"],
    ["ideographTraditional", [1, 10, 11], "甲 癸 甲"],
    ["ideographZodiac", [12], "亥"],
    ["ideographDigital", [10, 24], "一〇 二四"],
    ["decimalEnclosedCircle", [1, 20, 21], "① ⑳ 21"],
    ["decimalEnclosedParen", [2], "⑵"],
    ["decimalFullWidth", [10], "１０"],
    ["numberInDash", [2], "- 2 -"],
    ["aFormatOfTheFuture", [2], "2"],
  ])("%s", async (format, numbers, expected) => {
    expect(await printed(format, numbers)).toBe(expected);
  });
});
