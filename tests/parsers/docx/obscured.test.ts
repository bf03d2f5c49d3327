/** Numbers of a Word document that can't be seen as they are stored: their cells are in doubt, whatever is read of them. */
import type { Cell } from "../../../parsers/index.js";
import { cell, paragraph, row, run } from "../../support/docx-writer.js";
import { readParts } from "./read.js";

interface Around {
  readonly ofCell?: string;
  readonly ofParagraph?: string;
  readonly ofTable?: string;
  readonly styles?: string;
}

async function cellOf(
  runs: string,
  { ofCell, ofParagraph = "", ofTable = "", styles = "" }: Around = {},
): Promise<Cell> {
  const own = cell(`<w:p><w:pPr>${ofParagraph}</w:pPr>${runs}</w:p>`, ofCell);
  const body = `<w:tbl><w:tblPr>${ofTable}</w:tblPr>${row([cell(paragraph("规章")), own])}${row([cell(paragraph("总计")), cell(paragraph("4"))])}</w:tbl>`;
  const { blocks } = await readParts({ body, styles });
  const [table] = blocks;
  if (table?.kind !== "table") throw new Error("no table");
  return table.cells[1]!;
}

const fill = (color: string) => `<w:shd w:val="clear" w:fill="${color}"/>`;
const color = (value: string) => `<w:color w:val="${value}"/>`;
const style = (type: string, id: string, inner: string) =>
  `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${id}"/>${inner}</w:style>`;
const dark = style("table", "T", `<w:tblStylePr w:type="firstCol"><w:tcPr>${fill("1F3864")}</w:tcPr></w:tblStylePr>`);

describe("digits in the colour of what is behind them are in doubt", () => {
  test.each<[string, string, Around]>([
    ["of the cell", run("9", color("D9D9D9")) + run("12"), { ofCell: fill("D9D9D9") }],
    [
      "of a cell that is filled by a solid pattern",
      run("12", color("369369")),
      { ofCell: '<w:shd w:val="solid" w:color="369369" w:fill="auto"/>' },
    ],
    ["of the paragraph", run("12", color("EEEEEE")), { ofParagraph: fill("EEEEEE") }],
    ["of the table", run("12", color("EEEEEE")), { ofTable: fill("EEEEEE") }],
    ["of their own", run("9", color("C00000") + fill("C00000")) + run("12"), {}],
    ["of their highlight", run("12", color("FFFF00") + '<w:highlight w:val="yellow"/>'), {}],
    ["of paper", run("12", color("FFFFFF")), {}],
    [
      "of paper, by a fill of Word 2010",
      run(
        "12",
        '<w14:textFill xmlns:w14="x"><w14:solidFill><w14:srgbClr w14:val="FFFFFF"/></w14:solidFill></w14:textFill>',
      ),
      {},
    ],
    [
      "of paper, by the style of the text",
      run("9", '<w:rStyle w:val="W"/>') + run("12"),
      { styles: style("character", "W", `<w:rPr>${color("FFFFFF")}</w:rPr>`) },
    ],
    [
      "of paper, by the style of the paragraph",
      run("12"),
      { ofParagraph: '<w:pStyle w:val="W"/>', styles: style("paragraph", "W", `<w:rPr>${color("FFFFFF")}</w:rPr>`) },
    ],
    [
      "of paper, as all text of the document is that says nothing else",
      run("12"),
      { styles: `<w:docDefaults><w:rPrDefault><w:rPr>${color("FFFFFF")}</w:rPr></w:rPrDefault></w:docDefaults>` },
    ],
  ])("%s", async (_, runs, around) => {
    expect((await cellOf(runs, around)).doubt).toBe("obscured");
  });

  test.each<[string, string, Around]>([
    ["white on a dark cell", run("12", color("FFFFFF")), { ofCell: fill("1F3864") }],
    [
      "white in a table whose style fills cells",
      run("12", color("FFFFFF")),
      { ofTable: '<w:tblStyle w:val="T"/>', styles: dark },
    ],
    ["black in its own words", run("12", color("000000")), {}],
    ["of the colour that Word chooses", run("12", color("auto")), { ofCell: fill("FFFFFF") }],
    ["highlighted", run("12", '<w:highlight w:val="yellow"/>'), {}],
    ["grey on light grey", run("12", color("7F7F7F")), { ofCell: fill("F2F2F2") }],
    ["drawn together a little", run("12", '<w:spacing w:val="-10"/><w:w w:val="80"/><w:sz w:val="15"/>'), {}],
  ])("but not %s", async (_, runs, around) => {
    const { text, doubt } = await cellOf(runs, around);
    expect([text, doubt]).toEqual(["12", undefined]);
  });
});

test.each([
  ["two lines in one", run("12", '<w:eastAsianLayout w:id="1" w:combine="1"/>') + run("3")],
  ["drawn together", run("12", '<w:spacing w:val="-200"/>')],
  ["narrowed to nothing", run("9", '<w:w w:val="1"/>') + run("12")],
  ["of a size that nobody reads", run("9", '<w:sz w:val="2"/>') + run("12")],
  ["without a fill", run("9", '<w14:textFill xmlns:w14="x"><w14:noFill/></w14:textFill>') + run("12")],
  [
    "transparent",
    run(
      "12",
      '<w14:textFill xmlns:w14="x"><w14:solidFill><w14:srgbClr w14:val="000000"><w14:alpha w14:val="100000"/></w14:srgbClr></w14:solidFill></w14:textFill>',
    ),
  ],
  ["of a font of signs", run("12", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')],
  ["shown from the last to the first", `<w:bdo w:val="rtl">${run("12")}</w:bdo>`],
  [
    "beside what a field prints from its code",
    `${run("12")}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>eq \\o(34)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
  ],
])("digits are in doubt where they are %s", async (_, runs) => {
  expect((await cellOf(runs)).doubt).toBe("obscured");
});

test("text that a style hides or crosses out isn't printed, whether its run says anything itself or not", async () => {
  const styles = [
    style("paragraph", "H", "<w:rPr><w:vanish/></w:rPr>"),
    style("paragraph", "S", "<w:rPr><w:strike/></w:rPr>"),
    style("character", "C", "<w:rPr><w:dstrike/></w:rPr>"),
  ].join("");
  expect((await cellOf(run("12"), { ofParagraph: '<w:pStyle w:val="H"/>', styles })).text).toBe("");
  expect((await cellOf(run("12"), { ofParagraph: '<w:pStyle w:val="S"/>', styles })).text).toBe("");
  expect((await cellOf(run("9", '<w:rStyle w:val="C"/>') + run("12"), { styles })).text).toBe("12");
  const shown = run("9", '<w:rStyle w:val="C"/><w:dstrike w:val="0"/>') + run("12");
  expect((await cellOf(shown, { styles })).text).toBe("912");
});
