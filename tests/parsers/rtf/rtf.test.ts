/** RTF as Word, WPS and LibreOffice write it, and as nobody should. */
import { gridOf, open, type Block, type SourceDocument, type Table } from "../../../parsers/index.js";
import { rtfOf, rtfText } from "../../support/rtf-writer.js";

const PROSE = "\\pard filler paragraph, so that the document has a text\\par ";
const read = (body: string, head?: string): Promise<SourceDocument> => open(rtfOf(body + PROSE, head));
const isTable = (block: Block): block is Table => block.kind === "table";
/** The paragraphs but the last, which is the filler. */
const texts = ({ blocks }: SourceDocument) =>
  blocks.slice(0, -1).map((block) => (block.kind === "paragraph" ? block.text : "table"));
const grid = ({ blocks }: SourceDocument, n = 0) =>
  gridOf(blocks.filter(isTable)[n]!).map((row) => row.map((cell) => cell?.text ?? null));

describe("characters", () => {
  test("bytes of GBK are text, though groups, control words and line ends split a character", async () => {
    const document = await read("\\'b9\\'ab{\\b\\'bf}{\\b0\\'aa}\\'b1\r\n\\'a8\\'b8\\b \\'e6\\par");
    expect(texts(document)).toEqual(["公开报告"]);
  });
  test("the second byte of a GBK character may be a plain letter", async () => {
    expect(texts(await read("\\'b9A\\'e9^\\par"))).toEqual(["笰閊"]);
  });
  test("bytes that are not escaped are text of the same code page", async () => {
    expect(texts(await read("\xb9\xab\xbf\xaa\\par"))).toEqual(["公开"]);
  });
  test("a font without a charset takes the document's code page, and Western European where the bytes are none", async () => {
    expect(texts(await read("\\f1 \\'b9\\'ab\\par\\f1 caf\\'e9 \\'94\\par"))).toEqual(["公", "café ”"]);
  });
  test("without a code page, the font's charset decides", async () => {
    expect(texts(await read("\\f0 \\'b9\\'ab\\par", ""))).toEqual(["公"]);
  });
  test("\\u is followed by as many fallback characters as \\uc says, escaped ones and words included", async () => {
    expect(texts(await read("\\uc2\\u20844\\'b9\\'ab\\u24320??{\\uc0\\u25253}\\uc1\\u21578\\bullet !\\par"))).toEqual([
      "公开报告!",
    ]);
  });
  test("a \\u above 32767 is written as a negative number", async () => {
    expect(texts(await read("\\u-248?1\\u-247?\\par"))).toEqual(["（1）"]);
  });
  test("quotes, dashes, tabs, hard spaces and line breaks are characters", async () => {
    expect(texts(await read("\\ldblquote a\\rdblquote\\emdash\\~b\\tab c\\line d\\_e\\-f\\{\\}\\par"))).toEqual([
      "“a”—\u00a0b\tc\nd\u2011ef{}",
    ]);
  });
});

describe("what is no text of the body", () => {
  test("hidden and deleted text is left out, inserted text stays", async () => {
    expect(
      texts(await read("a{\\v hidden}{\\deleted gone}{\\revised new}b\\v x\\v0 c\\deleted y\\plain d\\par")),
    ).toEqual(["anewbcd"]);
  });
  test("a raised number is the mark of a note, other raised digits stay apart, and what is crossed out was withdrawn", async () => {
    const body =
      "22{\\super 1}\\par 4{\\up6 1}{\\up6 2}\\par{\\super 1}22\\par 3\\super 7\\nosupersub 5\\par{\\strike 9}8\\par 3{\\up2 1}{\\dn1 0}{\\up 2}\\par";
    expect(texts(await read(body))).toEqual(["22[1]", "4[12]", "1^22", "3[7]5", "8", "310[2]"]);
  });
  test("headers, footers, footnotes, comments, instructions of fields and unknown \\* groups are left out", async () => {
    const body =
      "{\\header head\\par}{\\footer - 1 -\\par}a{\\footnote note}{\\*\\annotation comment}" +
      "{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt link}}{\\*\\unknown{\\b secret}}{\\*\\bkmkstart mark}\\par";
    expect(texts(await read(body))).toEqual(["alink"]);
  });
  test("binary data is passed over by its length", async () => {
    expect(texts(await read("{\\pict\\bin5 }}}{\\}after\\par"))).toEqual(["after"]);
  });
  test("a picture is reported", async () => {
    const document = await read("{\\*\\shppict{\\pict\\pngblip 89504e47}}{\\nonshppict{\\pict 00}}\\par");
    expect(document.problems.map(({ code }) => code)).toEqual(["image"]);
  });
});

test("a list number is the paragraph's ordinal, as printed", async () => {
  const { blocks } = await read(`{\\listtext\\pard\\plain ${rtfText("二、")}\\tab}${rtfText("主动公开")}\\par`);
  expect(blocks[0]).toMatchObject({ text: "主动公开", ordinal: "二、" });
});

test("the title in the document's information is its declared title", async () => {
  const { title } = await read(`{\\info{\\title ${rtfText("年度报告")}}{\\author nobody}}`);
  expect(title).toBe("年度报告");
});

test("of a text given with and without Unicode, the one with is read", async () => {
  const document = await read(
    "{\\info{\\upr{\\title ??}{\\*\\ud{\\title \\u24180?\\u25253?}}}}a{\\upr{b?}{\\*\\ud{\\u20844?}}}c\\par",
  );
  expect([document.title, ...texts(document)]).toEqual(["年报", "a公c"]);
});

test("a text box comes after the paragraph that it is anchored in", async () => {
  const box = "{\\shp{\\*\\shpinst\\shpleft0{\\sp{\\sn n}{\\sv 1}}{\\shptxt \\pard in the box\\par}}{\\shprslt twice}}";
  expect(texts(await read(`before${box} after\\par`))).toEqual(["before after", "in the box"]);
});

describe("tables", () => {
  test("cells marked as merged with their left neighbour are one cell", async () => {
    const row = "\\trowd\\clmgf\\cellx1000\\clmrg\\cellx2000\\cellx3000\\pard\\intbl a\\cell\\cell b\\cell\\row";
    const next = "\\trowd\\cellx1000\\cellx2000\\cellx3000\\pard\\intbl 1\\cell 2\\cell 3\\cell\\row\\pard ";
    expect(grid(await read(row + next))).toEqual([
      ["a", "a", "b"],
      ["1", "2", "3"],
    ]);
  });
  test("columns are told by where cells end, not by their number", async () => {
    const row = "\\trowd\\cellx1002\\cellx3000\\pard\\intbl a\\cell b\\cell\\row";
    const next = "\\trowd\\cellx1000\\cellx2000\\cellx3001\\pard\\intbl 1\\cell 2\\cell 3\\cell\\row\\pard ";
    expect(grid(await read(row + next))).toEqual([
      ["a", "b", "b"],
      ["1", "2", "3"],
    ]);
  });
  test("a row that begins further to the right leaves its first positions without a cell", async () => {
    const row = "\\trowd\\cellx1000\\cellx2000\\pard\\intbl a\\cell b\\cell\\row";
    const next = "\\trowd\\trleft1000\\cellx2000\\pard\\intbl 1\\cell\\row\\pard ";
    expect(grid(await read(row + next))).toEqual([
      ["a", "b"],
      [null, "1"],
    ]);
  });
  test("rows in groups that state their cells before and after are one table; an empty paragraph separates two", async () => {
    const row = "{\\trowd\\cellx1000\\cellx2000\\pard\\intbl a\\cell b\\cell{\\trowd\\cellx1000\\cellx2000\\row}}";
    const document = await read(`${row}${row}\\pard\\par ${row}\\pard `);
    expect([grid(document, 0), grid(document, 1)]).toEqual([
      [
        ["a", "b"],
        ["a", "b"],
      ],
      [["a", "b"]],
    ]);
  });
});

describe("hostile and broken files", () => {
  const refusal = (body: string) => open(rtfOf(body)).catch((error: unknown) => error);
  test("a file whose end is missing is damaged", async () => {
    const bytes = rtfOf(`${PROSE}\\trowd\\cellx1000\\pard\\intbl 1268\\cell\\row`);
    await expect(open(bytes.subarray(0, -12))).rejects.toMatchObject({ code: "damaged" });
  });
  test("100,000 nested groups are beyond the limit of depth", async () => {
    expect(await refusal("{".repeat(100_000) + "}".repeat(100_000))).toMatchObject({ code: "limit-exceeded" });
  });
  test("a million paragraphs of nothing are read quickly or refused", async () => {
    expect(await refusal("\\par".repeat(1_000_001))).toMatchObject({ code: "limit-exceeded" });
  });
  test("words named like properties of objects are no words of RTF", async () => {
    expect(texts(await read("{\\constructor a}\\toString b\\par"))).toEqual(["ab"]);
  });
  test("what stands behind the last brace is no part of the file", async () => {
    const document = await open(Uint8Array.from([...rtfOf(PROSE), ...rtfOf("more\\par")]));
    expect(document.blocks.length).toBe(1);
  });
});

test.each([
  ["a much smaller size is no further digit", "12{\\fs8 9}3", "12^9^3"],
  ["much the same size is one", "\\fs21 12{\\fs24 9}", "129"],
  ["the size before them is one", "\\fs8 12{\\b 9}", "129"],
  ["another size in another paragraph is one", "\\fs8 a\\par\\fs24 129", "129"],
])("a digit of %s", async (_, text, printed) => {
  const { blocks } = await read(`${text}\\par `);
  expect(blocks.at(-2)).toMatchObject({ text: printed });
});

describe("numbers that can't be seen as they are stored", () => {
  const COLOURS = "{\\colortbl;\\red255\\green255\\blue255;\\red217\\green217\\blue217;\\red0\\green0\\blue80;}";
  const doubtOf = async (text: string, cell = "") => {
    const row = `\\trowd\\cellx1000${cell}\\cellx2000\\pard\\intbl a\\cell\\pard\\intbl ${text}\\cell\\row `;
    const { blocks } = await read(`${COLOURS}${row}\\pard `);
    return blocks.find(isTable)!.cells[1]!.doubt;
  };
  test.each([
    ["white", "{\\cf1 9}12", ""],
    ["the colour of what is behind them", "{\\cf2\\chcbpat2 9}12", ""],
    ["the colour of their highlight", "{\\cf2\\highlight2 12}", ""],
    ["the colour of the cell", "{\\cf2 9}12", "\\clcbpat2"],
    ["a size that nobody reads", "{\\fs2 9}12", ""],
    ["letters over one another", "\\expndtw-200 12", ""],
    ["letters without width", "{\\charscalex1 9}12", ""],
    ["the colour of the paragraph", "\\cbpat2 {\\cf2 9}12", "\\clcbpat3"],
  ])("are in doubt: %s", async (_, text, cell) => {
    expect(await doubtOf(text, cell)).toBe("obscured");
  });
  test.each([
    ["white on a dark cell", "{\\cf1 12}", "\\clcbpat3"],
    ["white on a pattern", "{\\cf1 12}", "\\clshdng5000\\clcfpat3"],
    ["white on a dark paragraph", "\\cbpat3 {\\cf1 9}12", ""],
    ["white on a paragraph of a pattern", "\\shading2500 {\\cf1 9}12", ""],
    ["of the colour of the paragraph before", "\\cbpat2 a\\par\\pard\\intbl\\cf2 12", ""],
    ["of the colour that the program chooses", "{\\cf0 12}", ""],
    ["grey", "{\\cf2 12}", ""],
    ["white no more", "{\\cf1 }12", ""],
    ["plain again", "\\cf1\\plain 12", ""],
  ])("are not in doubt: %s", async (_, text, cell) => {
    expect(await doubtOf(text, cell)).toBeUndefined();
  });
});
