/** The text of Word documents: what is printed, and what isn't. */
import { cell, paragraph, row, run } from "../../support/docx-writer.js";
import { outlineOf, readParts } from "./read.js";

const p = (...content: string[]) => `<w:p>${content.join("")}</w:p>`;
const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;

test.each([
  ["a number split over runs is one", p(run("1"), '<w:proofErr w:type="x"/>', run("2", "<w:b/>"), run("3")), "123"],
  [
    "inserted and moved text is there, deleted text isn't",
    p(
      `<w:ins w:id="1">${run("新")}</w:ins>`,
      `<w:del w:id="2"><w:r><w:delText>旧</w:delText></w:r></w:del>`,
      `<w:moveFrom w:id="3">${run("原")}</w:moveFrom>`,
      `<w:moveTo w:id="4">${run("移")}</w:moveTo>`,
    ),
    "新移",
  ],
  [
    "struck text was withdrawn: it would read as digits of the number that replaces it",
    p(run("9", "<w:strike/>"), run("8", "<w:dstrike/>"), run("12"), run("3", '<w:strike w:val="0"/>')),
    "123",
  ],
  ["hidden text isn't printed", p(run("甲"), run("乙", "<w:vanish/>"), run("丙", '<w:vanish w:val="0"/>')), "甲丙"],
  [
    "the result of a field is printed and its code isn't",
    p(field("begin"), code("REF a"), field("separate"), run("12"), field("end")),
    "12",
  ],
  [
    "a field inside the code of another isn't printed",
    p(
      field("begin"),
      code("IF "),
      field("begin"),
      code("REF"),
      field("separate"),
      run("9"),
      field("end"),
      field("separate"),
      run("是"),
      field("end"),
    ),
    "是",
  ],
  [
    "a field that is never finished doesn't hide the paragraphs behind it",
    p(run("甲"), field("begin"), code("PAGE")) + p(run("乙")),
    ["甲", "乙"],
  ],
  ["a simple field prints its result", p(`<w:fldSimple w:instr="DATE">${run("2024年")}</w:fldSimple>`), "2024年"],
  [
    "a drop-down list of a form prints the entry chosen",
    p(
      '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="无"/><w:listEntry w:val="有"/></w:ddList></w:ffData></w:fldChar></w:r>',
      code("FORMDROPDOWN"),
      field("separate"),
      field("end"),
    ),
    "有",
  ],
  ["links are text", p(`<w:hyperlink w:anchor="a">${run("链接")}</w:hyperlink>`), "链接"],
  [
    "smart tags, custom XML and directions are looked through",
    p(
      `<w:smartTag>${run("甲")}</w:smartTag>`,
      `<w:customXml>${run("乙")}</w:customXml>`,
      `<w:dir w:val="ltr">${run("丙")}</w:dir>`,
    ),
    "甲乙丙",
  ],
  [
    "content controls are looked through",
    p(`<w:sdt><w:sdtPr><w:dropDownList/></w:sdtPr><w:sdtContent>${run("选项")}</w:sdtContent></w:sdt>`),
    "选项",
  ],
  [
    "the characters of ruby are text, their reading isn't",
    p(`<w:r><w:ruby><w:rubyPr/><w:rt>${run("gong")}</w:rt><w:rubyBase>${run("公")}</w:rubyBase></w:ruby></w:r>`),
    "公",
  ],
  [
    "a fraction keeps its stroke and a power its sign",
    p(
      `<m:oMath><m:f><m:fPr/><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>`,
      `<m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>4</m:t></m:r></m:sup></m:sSup></m:oMath>`,
    ),
    "1/210^4",
  ],
  [
    "tabs, breaks and carriage returns",
    p("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:cr/><w:t>丁</w:t></w:r>"),
    "甲\t乙\n丙\n丁",
  ],
  [
    "a page break inside a paragraph parts its text",
    p('<w:r><w:t>甲</w:t><w:br w:type="page"/><w:t>乙</w:t></w:r>'),
    "甲\n乙",
  ],
  [
    "a hyphen that doesn't break is a hyphen, a soft one is nothing",
    p("<w:r><w:noBreakHyphen/><w:t>35</w:t><w:softHyphen/><w:t>6</w:t></w:r>"),
    "-356",
  ],
  [
    "signs of symbol fonts, and characters written as signs",
    p(
      '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="SimSun" w:char="0037"/><w:sym w:font="SimSun" w:char="F038"/></w:r>',
    ),
    "🗹78",
  ],
  [
    "a raised number is the mark of a note, not a digit",
    p(run("22"), run("1", '<w:vertAlign w:val="superscript"/>')),
    "22[1]",
  ],
  [
    "digits of full width are digits",
    p(run("２２"), run("１", '<w:vertAlign w:val="superscript"/>')) +
      p(run("２"), run("１", '<w:position w:val="10"/>')),
    ["２２[１]", "２^１"],
  ],
  [
    "a digit at another height is no further digit",
    p(run("22"), run("1", '<w:position w:val="10"/>'), run("3")),
    "22^1^3",
  ],
  [
    "a digit behind a raised one is no further digit",
    p(run("1", '<w:vertAlign w:val="superscript"/>'), run("22")),
    "1^22",
  ],
  [
    "digits at one height are one number, run by run",
    p(run("2", '<w:position w:val="2"/>'), run("1", '<w:position w:val="2"/>')),
    "21",
  ],
  [
    "a digit that is white, or of a much smaller size, is no further digit",
    p(run("22"), run("1", '<w:color w:val="FFFFFF"/>')) +
      p(run("22", '<w:sz w:val="21"/>'), run("1", '<w:sz w:val="12"/>')),
    ["22^1", "22^1"],
  ],
  ["a digit much smaller than text of no stated size is none", p(run("12"), run("9", '<w:sz w:val="8"/>')), "12^9"],
  [
    "digits of much the same size are one number",
    p(run("22", '<w:sz w:val="21"/>'), run("1", '<w:sz w:val="24"/>'), run("0")),
    "2210",
  ],
  [
    "a number whose runs are all raised is one number",
    p(run("2", '<w:vertAlign w:val="superscript"/>'), run("1", '<w:vertAlign w:val="superscript"/>')),
    "21",
  ],
  [
    "marks of notes behind each other stay apart",
    p(run("22"), run("1", '<w:vertAlign w:val="superscript"/>'), run("2", '<w:vertAlign w:val="superscript"/>')),
    "22[1][2]",
  ],
  [
    "a digit that is moved by less than can be seen is a digit",
    p(run("2"), run("1", '<w:position w:val="-2"/>'), run("0", '<w:position w:val="-3"/>')),
    "210",
  ],
  [
    "digits in shades of white are one number",
    p(run("2", '<w:color w:val="FFFFFF"/>'), run("1", '<w:color w:val="FEFEFE"/>')),
    "21",
  ],
  ["a number that is raised as a whole is a number", p(run("22", '<w:vertAlign w:val="superscript"/>')), "22"],
  [
    "marks of notes and comments are nothing",
    p(run("8"), '<w:r><w:footnoteReference w:id="2"/></w:r>', '<w:r><w:commentReference w:id="0"/></w:r>'),
    "8",
  ],
  [
    "text marked as character data, comments and references",
    p("<w:r><w:t><![CDATA[1<2&]]>&#x4E00;<!-- 3 -->4</w:t></w:r>"),
    "1<2&一4",
  ],
])("%s", async (_, body, expected) => {
  expect(await outlineOf(body)).toEqual(typeof expected === "string" ? [expected] : expected);
});

test("names with references are the characters that they stand for", async () => {
  const styles = '<w:style w:type="character" w:styleId="隐&amp;藏"><w:rPr><w:vanish/></w:rPr></w:style>';
  const run = (style: string) => `<w:r><w:rPr><w:rStyle w:val="${style}"/></w:rPr><w:t>乙</w:t></w:r>`;
  const body = `<w:p><w:r><w:t>甲</w:t></w:r>${run("隐&#38;藏")}</w:p>`;
  expect(await outlineOf(body, { styles })).toEqual(["甲"]);
});

test("a style hides text as well, unless the run says otherwise", async () => {
  const styles = `
    <w:style w:type="character" w:styleId="C"><w:name w:val="c"/><w:rPr><w:vanish/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="P"><w:name w:val="p"/><w:rPr><w:vanish/></w:rPr></w:style>`;
  const body =
    p(run("甲"), run("乙", '<w:rStyle w:val="C"/>'), run("丙", '<w:rStyle w:val="C"/><w:vanish w:val="false"/>')) +
    `<w:p><w:pPr><w:pStyle w:val="P"/></w:pPr>${run("丁", "<w:b/>")}</w:p>`;
  expect(await outlineOf(body, { styles })).toEqual(["甲丙"]);
});

test("a paragraph whose mark was removed goes on in the next", async () => {
  const removed = '<w:rPr><w:del w:id="1"/></w:rPr>';
  const moved = '<w:rPr><w:moveFrom w:id="1"/></w:rPr>';
  const body = paragraph("主动", removed) + paragraph("公开", moved) + paragraph("情况") + paragraph("正文");
  expect(await outlineOf(body)).toEqual(["主动公开情况", "正文"]);
});

test("the placeholder of a content control is no text, and what was entered is", async () => {
  const styles = '<w:style w:type="character" w:styleId="a3"><w:name w:val="Placeholder Text"/></w:style>';
  const control = (properties: string, inner: string) =>
    `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
  const body = p(
    run("共"),
    control("<w:showingPlcHdr/>", run("单击此处输入文字", '<w:rStyle w:val="a3"/>')),
    control("<w:showingPlcHdr/>", run("5")),
  );
  expect(await outlineOf(body, { styles })).toEqual(["共5"]);
});

describe("text boxes", () => {
  const box = (inner: string) => `<w:txbxContent>${inner}</w:txbxContent>`;
  const drawing = (inner: string) =>
    `<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>${inner}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`;
  const picture = (inner: string) => `<w:pict><v:shape><v:textbox>${inner}</v:textbox></v:shape></w:pict>`;
  const alternate = (choice: string, fallback: string) =>
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${choice}</mc:Choice>${fallback}</mc:AlternateContent></w:r>`;

  test("in both their versions are read once, after the paragraph they hang on", async () => {
    const inner = box(paragraph("政府信息公开工作年度报告"));
    const body = p(run("前"), alternate(drawing(inner), `<mc:Fallback>${picture(inner)}</mc:Fallback>`), run("后"));
    expect(await outlineOf(body)).toEqual(["前后", "政府信息公开工作年度报告"]);
  });

  test("in the modern version alone, in the old version alone, and without alternatives are read", async () => {
    const body =
      p(alternate(drawing(box(paragraph("甲"))), "")) +
      p(alternate("", `<mc:Fallback>${picture(box(paragraph("乙")))}</mc:Fallback>`)) +
      p(`<w:r>${drawing(box(paragraph("丙")))}</w:r>`) +
      p(`<w:r>${picture(box(paragraph("丁")))}</w:r>`);
    expect(await outlineOf(body)).toEqual(["甲", "乙", "丙", "丁"]);
  });

  test("may hold a table", async () => {
    const table = `<w:tbl>${row([cell(paragraph("规章")), cell(paragraph("3"))])}</w:tbl><w:p/>`;
    expect(await outlineOf(p(`<w:r>${drawing(box(table))}</w:r>`))).toEqual([[["规章", "3"]]]);
  });
  test("a drawing that is switched off shows nothing, nor does the older copy of it", async () => {
    const hidden = drawing(box(paragraph("甲"))).replace("<wp:anchor>", '<wp:anchor><wp:docPr id="1" hidden="1"/>');
    const older = picture(box(paragraph("甲")));
    const shape = older.replace("<w:pict>", '<w:pict><v:shape style="position:absolute;visibility:hidden"/>');
    const body = p(
      run("前"),
      alternate(hidden, `<mc:Fallback>${older}</mc:Fallback>`),
      `<w:r>${shape}</w:r>`,
      run("后"),
    );
    expect(await outlineOf(body)).toEqual(["前后"]);
  });

  test("may hang inside each other", async () => {
    const inner = `<w:p><w:r><w:t>外</w:t>${picture(box(paragraph("内")))}</w:r></w:p>`;
    expect(await outlineOf(p(`<w:r>${drawing(box(inner))}</w:r>`))).toEqual(["外", "内"]);
  });
});

describe("what can't be read is told", () => {
  const picture =
    '<w:drawing><wp:inline><wp:docPr id="1" name="p" descr="统计表"/><a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing>';

  test.each([
    [
      "a picture, by its alternative text",
      p(`<w:r>${picture}</w:r>`),
      "image",
      "正文中有图片“统计表”，其中的内容没有读取",
    ],
    [
      "an embedded object",
      p("<w:r><w:object><v:shape/></w:object></w:r>"),
      "embedded-object",
      "正文中嵌入了对象（如 Excel 表格），其中的内容没有读取",
    ],
    [
      "an embedded document",
      '<w:altChunk r:id="c1"/>',
      "embedded-document",
      "正文中嵌入了另一份文件（altChunk），其中的内容没有读取",
    ],
  ])("%s", async (_, body, code, zh) => {
    const { problems } = await readParts({ body });
    expect(problems.map((problem) => [problem.code, problem.text.zh])).toEqual([[code, zh]]);
  });

  test("a line drawn between paragraphs is nothing to tell", async () => {
    const line =
      "<w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp/></a:graphicData></a:graphic></wp:anchor></w:drawing>";
    expect((await readParts({ body: p(`<w:r>${line}</w:r>`) })).problems).toEqual([]);
  });
});

test("headings are told by the style's name, by inheritance and by the outline level", async () => {
  const styles = `
    <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
    <w:style w:type="paragraph" w:styleId="2"><w:name w:val="公文标题"/><w:basedOn w:val="1"/></w:style>`;
  const body =
    paragraph("甲", '<w:pStyle w:val="1"/>') +
    paragraph("乙", '<w:pStyle w:val="2"/>') +
    paragraph("丙", '<w:outlineLvl w:val="0"/>') +
    paragraph("丁", '<w:outlineLvl w:val="9"/>');
  const { blocks } = await readParts({ body, styles });
  expect(blocks.map((block) => block.kind === "paragraph" && block.heading === true)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

test("a number that is raised by its style is the mark of a note, by inheritance as well, unless the run says otherwise", async () => {
  const styles = `
    <w:style w:type="character" w:styleId="ref"><w:name w:val="note"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
    <w:style w:type="character" w:styleId="own"><w:name w:val="注"/><w:basedOn w:val="ref"/></w:style>`;
  const body = ["ref", "own"]
    .map((style) => p(run("22"), run("1", `<w:rStyle w:val="${style}"/>`)))
    .concat(p(run("22"), run("1", '<w:rStyle w:val="ref"/><w:vertAlign w:val="baseline"/>')))
    .join("");
  const { blocks } = await readParts({ body, styles });
  const texts = blocks.map((block) => block.kind === "paragraph" && block.text);
  expect(texts.slice(0, 3)).toEqual(["22[1]", "22[1]", "221"]);
});
