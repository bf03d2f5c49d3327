/** Tables drawn with bars in the paragraphs of pages and word-processor files are read as those of a plain text are. */
import { open } from "../../parsers/index.js";
import { parseReport } from "../../src/index.js";
import { escapeXml } from "../support/case-document.js";
import { docxOf, paragraph } from "../support/docx-writer.js";
import { documentOf, leadingPipes, trailingPipes, type TableWriter } from "../support/flatten.js";
import { judge } from "../support/judge.js";
import { madeForm } from "../support/made-form.js";

const page = (body: string) => new TextEncoder().encode(`<html><meta charset="utf-8"><body>${body}</body></html>`);

/** A text as the paragraphs, line breaks or preformatted lines of a page, or as the paragraphs of a docx. */
const WRITERS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  "paragraphs of a page": (text) => page(text.replace(/.+/g, (line) => `<p>${escapeXml(line)}</p>`)),
  "lines of a page's paragraph": (text) => page(`<p>${escapeXml(text).replaceAll("\n", "<br>\n")}</p>`),
  "preformatted lines of a page": (text) => page(`<pre>${escapeXml(text)}</pre>`),
  "paragraphs of a docx": (text) =>
    docxOf({
      body: text
        .split("\n")
        .map((line) => paragraph(line))
        .join(""),
    }),
};

/** Every row between borders, its cells as wide as the widest of their column. */
const drawn: TableWriter = (rows) => {
  const count = Math.max(...rows.map(({ length }) => length));
  const widthOf = (text: string) => [...text].reduce((sum, one) => sum + (one > "\u2e80" ? 2 : 1), 0);
  const widths = Array.from({ length: count }, (_, i) => Math.max(...rows.map((row) => widthOf(row[i] ?? ""))));
  const border = `+${widths.map((width) => "-".repeat(width + 2)).join("+")}+`;
  const line = (row: readonly string[]) =>
    `|${widths.map((width, i) => ` ${row[i] ?? ""}${" ".repeat(width - widthOf(row[i] ?? ""))} `).join("|")}|`;
  return [border, ...rows.flatMap((row) => [line(row), border])];
};

const CASES = Object.keys(WRITERS).flatMap((writer) =>
  (["2021", "2019", "2014"] as const).flatMap((form) =>
    Object.entries({ leadingPipes, trailingPipes, drawn }).map(([name, write]) => ({ writer, form, name, write })),
  ),
);

test.each(CASES)("$name of the form of $form in $writer", async ({ writer, form, write }) => {
  const made = madeForm(form, 5);
  const merged = write === drawn ? "empty" : "once";
  const report = await parseReport(WRITERS[writer]!(documentOf(made, write, { merged })));
  const { wrong, silent, explained } = judge(made, report);
  expect({ wrong, silent, explained }).toEqual({ wrong: [], silent: [], explained: [] });
});

test("a menu, and what a page says of itself, are no tables", async () => {
  const lines = ["首页 | 机构 | 公开", "发布时间：2024-01-09 | 浏览：33", "本局全年公开信息 12 条。", "上一页 | 1 | 2"];
  const { blocks } = await open(page(lines.map((line) => `<p>${line}</p>`).join("")));
  expect(blocks.map((block) => (block.kind === "paragraph" ? block.text : block.kind))).toEqual(lines);
});

test("the number of a paragraph that begins with a table's lines, or stands before them, is read once", async () => {
  const numbering =
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
  const lines = ["收费情况如下：", "项目 | 金额", "行政许可 | 3", "行政处罚 | 4"].map((line) => `<w:t>${line}</w:t>`);
  const list = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>';
  const { blocks } = await open(docxOf({ body: `<w:p>${list}<w:r>${lines.join("<w:br/>")}</w:r></w:p>`, numbering }));
  expect(blocks[0]).toMatchObject({ kind: "paragraph", text: "1、收费情况如下：" });
  expect(blocks[0]).not.toHaveProperty("ordinal");
});

test("a cell of several paragraphs is in doubt where any of them is", async () => {
  const white = '<w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>0 |</w:t></w:r></w:p>';
  const lines = ["项目 | 金额 |", "行政许可 | 3 |", "行政处罚 | 4"].map((line) => paragraph(line)).join("");
  const { blocks } = await open(docxOf({ body: `${lines}${white}${paragraph("行政强制 | 5 |")}` }));
  const table = blocks.find((block) => block.kind === "table");
  const cells = table?.kind === "table" ? table.cells : [];
  expect(cells.find(({ text }) => /^4\n0$/.test(text))).toMatchObject({ doubt: "obscured" });
  expect(cells.filter(({ doubt }) => doubt !== undefined)).toHaveLength(1);
});

test("the lines around a table in one paragraph stay paragraphs", async () => {
  const text =
    "收费情况如下：<br>项目 | 金额<br>行政许可 | 3<br>行政处罚 | 4<br>以上数据已核对，由财务部门负责解释并按年度更新，如有疑问可以在工作时间内向本局办公室当面查询或者来电来函查询，本局将在五个工作日内答复，特此说明，请予理解支持。";
  const { blocks } = await open(page(`<p>${text}</p>`));
  expect(blocks.map(({ kind }) => kind)).toEqual(["paragraph", "table", "paragraph"]);
});
