/** Workbooks as Excel and WPS write them, and as nobody should. */
import { gridOf, open, type Block, type SourceDocument, type Table } from "../../../parsers/index.js";
import { reference, textCell, xlsxOf, type XlsxParts, type XlsxSheet } from "../../support/xlsx-writer.js";
import { zipOf } from "../../support/zip-of.js";

const FILLER: XlsxSheet = {
  rows: `<row>${textCell(0, 0, "a paragraph of some length, so that there is a text")}</row>`,
};
const read = (sheet: XlsxSheet, parts: Partial<XlsxParts> = {}): Promise<SourceDocument> =>
  open(xlsxOf({ sheets: [sheet, FILLER], ...parts }));
const isTable = (block: Block): block is Table => block.kind === "table";
const gridTexts = (table: Table) => gridOf(table).map((row) => row.map((cell) => cell?.text ?? null));
/** What the document says but the filler. */
const outline = ({ blocks }: SourceDocument) =>
  blocks.slice(0, -1).map((block) => (isTable(block) ? gridTexts(block) : block.text));
const refusal = (bytes: Uint8Array) => open(bytes).then(String, (error: unknown) => error);

/** Rows of texts from the given row on; "" is a cell without text. */
const rows = (texts: readonly (readonly string[])[], style = 0, first = 0, more = "") =>
  texts
    .map((row, r) => {
      const cells = row.map((text, c) => textCell(first + r, c, text, style));
      return `<row r="${first + r + 1}" ${more}>${cells.join("")}</row>`;
    })
    .join("");
/** A bordered row of numbers, each with its style. */
const numbers = (...cells: readonly (readonly [value: string, style: number])[]) =>
  `<row r="1">${cells.map(([value, style], c) => `<c r="${reference(0, c)}" s="${style}"><v>${value}</v></c>`).join("")}</row>`;

describe("numbers", () => {
  const style = (format: number) => `<xf numFmtId="${format}" borderId="1"/>`;
  const shown = async (value: string, format: number, parts: Partial<XlsxParts> = {}) => {
    const document = await read({ rows: numbers([value, 2], ["0", 1]) }, { styles: style(format), ...parts });
    return (outline(document)[0] as string[][])[0]![0];
  };
  const custom = (code: string) => ({ formats: `<numFmt numFmtId="170" formatCode="${code}"/>` });

  test.each([
    ["46.5", 0, "46.5"],
    ["46.500000000000004", 0, "46.5"],
    ["12345678901234", 0, "12345678901234"],
    ["1268", 3, "1,268"],
    ["1268.5", 4, "1,268.50"],
    ["0.125", 10, "12.50%"],
    ["45673", 14, "2025/1/16"],
    ["45673", 31, "2025年1月16日"],
    ["12", 49, "12"],
  ])("%s in the built-in format %d is printed as %s", async (value, format, printed) => {
    expect(await shown(value, format)).toBe(printed);
  });
  test.each([
    ["46.5", "0.00&quot;万元&quot;", "46.50万元"],
    ["-35", "#,##0;[Red]\\-#,##0", "-35"],
    ["0", "#,##0;-#,##0;&quot;-&quot;", "-"],
    ["45673", "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@", "2025年1月16日"],
    ["7", "[nonsense", "7"],
  ])("%s in the format %s is printed as %s", async (value, code, printed) => {
    expect(await shown(value, 170, custom(code))).toBe(printed);
  });
  test("days may count from 1904", async () => {
    expect(await shown("44211", 14, { workbook: '<workbookPr date1904="1"/>' })).toBe("2025/1/16");
  });
});

describe("cells", () => {
  test("shared texts with runs are joined, readings of characters and escapes are no text", async () => {
    const texts =
      "<si><r><t>行政</t></r><r><rPr/><t>许可</t></r><rPh sb='0' eb='1'><t>x</t></rPh></si><si><t>a_x000D_\nb</t></si>";
    const cell = (c: number, value: string, type: string, more = "") =>
      `<c r="${reference(0, c)}" s="1" t="${type}">${more}<v>${value}</v></c>`;
    const row = `<row r="1">${cell(0, "0", "s")}${cell(1, "1", "s")}${cell(2, "12", "str", "<f>A1</f>")}${cell(3, "1", "b")}${cell(4, "#REF!", "e")}</row>`;
    expect(outline(await read({ rows: row }, { texts }))).toEqual([[["行政许可", "a\nb", "12", "TRUE", "#REF!"]]]);
  });
  test("a raised number is the mark of a note, and what is crossed out was withdrawn", async () => {
    const run = (text: string, properties = "") => `<r><rPr>${properties}</rPr><t>${text}</t></r>`;
    const texts =
      `<si>${run("22")}${run("1", '<vertAlign val="superscript"/>')}</si>` +
      `<si>${run("9", "<strike/>")}${run("8", '<strike val="0"/><vertAlign val="baseline"/>')}</si>`;
    const row = `<row r="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1" s="1" t="s"><v>1</v></c></row>`;
    expect(outline(await read({ rows: row }, { texts }))).toEqual([[["22[1]", "8"]]]);
  });
  test("a cell whose font is crossed out holds nothing", async () => {
    const styles = '<xf fontId="1" borderId="1"/><xf fontId="2" borderId="1"/>';
    const row = '<row r="1"><c r="A1" s="2"><v>12</v></c><c r="B1" s="3"><v>13</v></c></row>';
    expect(outline(await read({ rows: row }, { styles }))).toEqual([[["", "13"]]]);
  });
  test("a formula shows the value that it had; one that never had any stands for itself, and an empty text is blank", async () => {
    const row =
      '<row r="1"><c r="A1" s="1"><f>1+1</f><v>2</v></c><c r="B1" s="1"><f>1+1</f></c><c r="C1" s="1"><v>0</v></c><c r="D1" s="1" t="str"><f>""</f><v></v></c></row>';
    expect(outline(await read({ rows: row }))).toEqual([[["2", "=1+1", "0", ""]]]);
  });
  test("cells and rows without a reference follow the ones before", async () => {
    const row =
      '<row><c s="1"><v>1</v></c><c r="D1" s="1"><v>4</v></c><c s="1"><v>5</v></c></row><row><c s="1"><v>6</v></c></row>';
    expect(outline(await read({ rows: row }))).toEqual([
      [
        ["1", "", "", "4", "5"],
        ["6", null, null, null, null],
      ],
    ]);
  });
  test("rows and columns without height and width are hidden, too", async () => {
    const sheet = {
      before: '<cols><col min="2" max="2" width="0" customWidth="1"/></cols>',
      rows: rows([["a", "x", "b"]], 1) + rows([["c", "x", "d"]], 1, 1, 'ht="0" customHeight="1"'),
    };
    expect(outline(await read(sheet))).toEqual([[["a", "b"]]]);
  });
  test("hidden rows, columns and sheets are left out, and merged areas count what is shown", async () => {
    const sheet = {
      before: '<cols><col min="2" max="2" hidden="1"/></cols>',
      rows:
        rows([["a", "x", "", "d"]], 1) +
        rows([["hidden", "x", "y", "z"]], 1, 1, 'hidden="1"') +
        rows([["", "x", "c", "e"]], 1, 2),
      merged: ["A1:C2", "D1:D3"],
    };
    const hidden = { ...FILLER, more: 'state="veryHidden"' };
    const document = await open(xlsxOf({ sheets: [sheet, hidden, FILLER] }));
    expect(outline(document)).toEqual([
      [
        ["a", "a", "d"],
        ["", "c", "d"],
      ],
    ]);
  });
});

describe("what is a table", () => {
  const head = ["项目", "件数"];
  test("in a sheet with borders, rows without any are prose; an underline is no border", async () => {
    const underlined = '<xf numFmtId="0" borderId="2"/>';
    const all =
      rows([["标题"]], 2) +
      rows([["单位：件", "2024年"]], 0, 1) +
      rows([["第二十条"], head, ["规章", "1"]], 1, 2) +
      rows([["三、申请"]], 0, 5) +
      rows([head], 1, 6);
    const document = await read({ rows: all, merged: ["A1:B1", "A3:B3"] }, { styles: underlined });
    expect(outline(document)).toEqual([
      ...["标题", "单位：件", "2024年"],
      [["第二十条", "第二十条"], head, ["规章", "1"]],
      ...["三、申请", [head]],
    ]);
  });
  test("a blank row with borders stays inside its table, one without separates two", async () => {
    const all = rows([head, ["", ""], ["a", "1"]], 1) + rows([head], 1, 4);
    expect(outline(await read({ rows: all }))).toEqual([[head, ["a", "1"]], [head]]);
  });
  test("in a sheet without borders the single texts above and below a table are prose, those inside stay", async () => {
    const all = rows([["标题"], head, ["第六条"], ["a", "1"], ["注：无"]]) + rows([["only"]], 0, 6);
    expect(outline(await read({ rows: all }))).toEqual([
      "标题",
      [
        ["项目", "件数"],
        ["第六条", null],
        ["a", "1"],
      ],
      ...["注：无", "only"],
    ]);
  });
});

describe("hostile and broken files", () => {
  test("dimensions, merged areas and styled columns as large as a sheet can be cost nothing", async () => {
    const sheet = {
      before: '<dimension ref="A1:XFD1048576"/><cols><col min="3" max="16384" hidden="1"/></cols>',
      rows:
        rows([["标题"]]) +
        rows(
          [
            ["a", "1"],
            ["b", "2"],
          ],
          1,
          1,
        ),
      merged: ["A1:XFD1", "A4:XFD1048576"],
    };
    expect(outline(await read(sheet))).toEqual([
      "标题",
      [
        ["a", "1"],
        ["b", "2"],
      ],
    ]);
  });
  test("a table from the first to the last column is beyond the limit of cells", async () => {
    const row = (n: number) => `<row r="${n}"><c r="A${n}" s="1"><v>1</v></c><c r="XFD${n}" s="1"><v>1</v></c></row>`;
    const sheet = { rows: Array.from({ length: 100 }, (_, i) => row(i + 1)).join("") };
    expect(await refusal(xlsxOf({ sheets: [sheet] }))).toMatchObject({ code: "limit-exceeded" });
  });
  test("merged areas that overlap without end are beyond the limit of cells", async () => {
    const table = Array.from({ length: 100 }, () => new Array<string>(20).fill("1"));
    const sheet = { rows: rows(table, 1), merged: new Array<string>(1_000).fill("A1:T100") };
    expect(await refusal(xlsxOf({ sheets: [sheet] }))).toMatchObject({ code: "limit-exceeded" });
  });
  test("a text, or a format's, that comes in every cell is beyond the limit of characters", async () => {
    const LONG = "很长的文字".repeat(2_000);
    const columns = (cell: string) => Array.from({ length: 500 }, (_, n) => `<row r="${n + 1}">${cell}</row>`).join("");
    const shared = xlsxOf({ sheets: [{ rows: columns('<c t="s"><v>0</v></c>') }], texts: `<si><t>${LONG}</t></si>` });
    const formats = `<numFmt numFmtId="170" formatCode="0&quot;${LONG}&quot;"/>`;
    const styles = '<xf numFmtId="170" borderId="1"/>';
    const formatted = xlsxOf({ sheets: [{ rows: columns('<c s="2"><v>1</v></c>') }], formats, styles });
    for (const bytes of [shared, formatted]) {
      expect(await refusal(bytes)).toMatchObject({
        code: "limit-exceeded",
        message: expect.stringContaining("textBytes"),
      });
    }
  });
  test("a sheet that is missing is damage, not an empty sheet", async () => {
    const relations = "<Relationships><Relationship Id='r0' Target='worksheets/gone.xml'/></Relationships>";
    const workbook = "<workbook xmlns:r='r'><sheets><sheet name='S' r:id='r0'/></sheets></workbook>";
    const parts = {
      "[Content_Types].xml": "<Types/>",
      "xl/workbook.xml": workbook,
      "xl/_rels/workbook.xml.rels": relations,
    };
    expect(await refusal(zipOf(parts))).toMatchObject({ code: "damaged" });
  });
});

describe("numbers that can't be seen as they are stored", () => {
  const solid = (color: string) => `<fill><patternFill patternType="solid"><fgColor ${color}/></patternFill></fill>`;
  const doubtOf = async (font: string, fill: string, more: Partial<XlsxParts> = {}) => {
    const styles = '<xf numFmtId="0" fontId="3" fillId="1" borderId="1"/><xf numFmtId="170" borderId="1"/>';
    const parts = { styles, fonts: `<font>${font}</font>`, fills: fill, ...more };
    const { blocks } = await read({ rows: numbers(["1", 1], ["12", more.formats ? 3 : 2]) }, parts);
    return blocks.find(isTable)!.cells[1]!.doubt;
  };
  const none = '<fill><patternFill patternType="none"/></fill>';
  test.each([
    ["of the filling", '<color rgb="FFD9D9D9"/>', solid('rgb="FFD9D9D9"')],
    ["white", '<color rgb="FFFFFFFF"/>', none],
    ["white of the theme", '<color theme="0"/>', none],
    ["white of the palette", '<color indexed="9"/>', none],
    ["of a size that nobody reads", '<sz val="1"/>', none],
    ["black on black", '<color theme="1"/>', solid('rgb="FF000000"')],
  ])("are in doubt: %s", async (_, font, fill) => {
    expect(await doubtOf(font, fill)).toBe("obscured");
  });
  test("are in doubt where the number format prints them in white", async () => {
    const formats = '<numFmt numFmtId="170" formatCode="[White]0"/>';
    expect(await doubtOf("", none, { formats })).toBe("obscured");
  });
  test.each([
    ["white on dark", '<color rgb="FFFFFFFF"/>', solid('rgb="FF1F3864"')],
    ["white on a colour of the theme", '<color theme="0"/>', solid('theme="4"')],
    ["a darker white of the theme", '<color theme="0" tint="-0.5"/>', none],
    ["black", '<color theme="1"/>', none],
    ["without a colour", "", none],
  ])("are not in doubt: %s", async (_, font, fill) => {
    expect(await doubtOf(font, fill)).toBeUndefined();
  });
  test.each(['<color rgb="FFFFFFFF"/>', '<sz val="1"/>'])("are in doubt where some digits are %s", async (look) => {
    const rich = `<r><rPr>${look}</rPr><t>9</t></r><r><t>12</t></r>`;
    const row = `<row r="1">${textCell(0, 0, "a", 1)}<c r="B1" s="1" t="inlineStr"><is>${rich}</is></c></row>`;
    const { blocks } = await read({ rows: row });
    expect(blocks.find(isTable)!.cells[1]).toMatchObject({ text: "912", doubt: "obscured" });
  });
  const WHOLE = "A1:C9";
  const WHITE_FONT = '<dxf><font><color rgb="FFFFFFFF"/></font></dxf>';
  const cellIs = (operator: string, ...limits: readonly (number | string)[]) =>
    `<cfRule type="cellIs" dxfId="0" operator="${operator}">${limits.map((limit) => `<formula>${limit}</formula>`).join("")}</cfRule>`;
  const EXPRESSION = '<cfRule type="expression" dxfId="0"><formula>MOD(ROW(),2)=1</formula></cfRule>';
  const BAR = (showValue: string) =>
    `<cfRule type="dataBar"><dataBar ${showValue}><cfvo type="min"/></dataBar></cfRule>`;
  const conditional = async (differences: string, rule: string, area = WHOLE) => {
    const behind = `<conditionalFormatting sqref="${area}">${rule}</conditionalFormatting>`;
    const { blocks } = await read({ rows: numbers(["7", 1], ["12", 1]), behind }, { differences });
    return blocks.find(isTable)!.cells[1]!.doubt;
  };
  test.each([
    ["a comparison that holds", WHITE_FONT, cellIs("greaterThan", 10)],
    ["two bounds", WHITE_FONT, cellIs("between", 10, 20)],
    ["a comparison with another cell", WHITE_FONT, cellIs("equal", "$A$9")],
    ["a formula", WHITE_FONT, EXPRESSION],
    ["a number format that prints nothing", '<dxf><numFmt numFmtId="170" formatCode=";;;"/></dxf>', EXPRESSION],
    ["a line through it", "<dxf><font><strike/></font></dxf>", EXPRESSION],
    [
      "a filling like the font",
      '<dxf><font><color theme="1"/></font><fill><patternFill><bgColor rgb="FF000000"/></patternFill></fill></dxf>',
      EXPRESSION,
    ],
    ["a bar in its place", "", BAR('showValue="0"')],
  ])("are in doubt where a conditional format may hide them: %s", async (_, differences, rule) => {
    expect(await conditional(differences, rule)).toBe("obscured");
  });
  test.each([
    ["white zeros", WHITE_FONT, cellIs("equal", 0), WHOLE],
    ["other cells", WHITE_FONT, EXPRESSION, "A2:C9 A1"],
    ["blank cells", WHITE_FONT, '<cfRule type="containsBlanks" dxfId="0"/>', WHOLE],
    [
      "a light filling",
      '<dxf><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf>',
      EXPRESSION,
      WHOLE,
    ],
    ["a bar behind it", "", BAR(""), WHOLE],
    ["the same number format", '<dxf><numFmt numFmtId="170" formatCode="0"/></dxf>', EXPRESSION, WHOLE],
  ])("are not in doubt for a conditional format of %s", async (_, differences, rule, area) => {
    expect(await conditional(differences, rule, area)).toBeUndefined();
  });
  const extended = async (rule: string, area = WHOLE) => {
    const format = `<x14:conditionalFormatting><x14:cfRule ${rule}</x14:cfRule><xm:sqref>${area}</xm:sqref></x14:conditionalFormatting>`;
    const behind = `<extLst><ext uri="{78C0D931}"><x14:conditionalFormattings>${format}</x14:conditionalFormattings></ext></extLst>`;
    const { blocks } = await read({ rows: numbers(["7", 1], ["12", 1]), behind });
    return blocks.find(isTable)!.cells[1]!.doubt;
  };
  const WHITE_DXF = '<x14:dxf><font><color rgb="FFFFFFFF"/></font></x14:dxf>';
  test.each([
    ["a comparison with another sheet", `type="cellIs" operator="greaterThan"><xm:f>S2!$A$1</xm:f>${WHITE_DXF}`],
    ["a comparison that holds", `type="cellIs" operator="lessThan"><xm:f>20</xm:f>${WHITE_DXF}`],
    ["icons in their place", 'type="iconSet"><x14:iconSet iconSet="3Stars" showValue="0"/>'],
  ])("are in doubt where a conditional format of Excel 2010 may hide them: %s", async (_, rule) => {
    expect(await extended(rule)).toBe("obscured");
  });
  test.each([
    ["a comparison that fails", `type="cellIs" operator="greaterThan"><xm:f>20</xm:f>${WHITE_DXF}`, WHOLE],
    ["other cells", `type="expression"><xm:f>TRUE</xm:f>${WHITE_DXF}`, "A2:C9"],
    ["icons beside them", 'type="iconSet"><x14:iconSet iconSet="3Stars"/>', WHOLE],
  ])("are not in doubt for one of Excel 2010: %s", async (_, rule, area) => {
    expect(await extended(rule, area)).toBeUndefined();
  });
  test("are in doubt where they are zeros and the sheet shows none", async () => {
    const before = '<sheetViews><sheetView showZeros="0"/></sheetViews>';
    const { blocks } = await read({ rows: numbers(["0", 1], ["12", 1]), before });
    expect(blocks.find(isTable)!.cells.map(({ doubt }) => doubt)).toEqual(["obscured", undefined]);
  });
});
