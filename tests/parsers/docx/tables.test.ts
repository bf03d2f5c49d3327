/** Tables of Word documents: merged and skipped cells, rows and cells inside other elements. */
import { cell, paragraph, plainTable, row } from "../../support/docx-writer.js";
import { gridOf, outlineOf, readParts } from "./read.js";

const c = (text: string, properties = "") => cell(paragraph(text), properties);
const table = (...rows: string[]) => `<w:tbl>${rows.join("")}</w:tbl>`;

test("vMerge without a value continues the cell above", async () => {
  const rows = [row([c("合", '<w:vMerge w:val="restart"/>'), c("1")]), row([c("", "<w:vMerge/>"), c("2")])];
  expect(await gridOf(table(...rows))).toEqual([
    ["合", 0, 0, 2, 1],
    ["1", 0, 1, 1, 1],
    ["2", 1, 1, 1, 1],
  ]);
});

test("a bookmark between rows or cells doesn't undo merged cells", async () => {
  const mark = '<w:bookmarkStart w:id="1" w:name="b"/><w:bookmarkEnd w:id="1"/>';
  const rows = [row([c("合", '<w:vMerge w:val="restart"/>'), mark, c("1")]), mark, row([c("", "<w:vMerge/>"), c("2")])];
  expect((await gridOf(table(...rows)))[0]).toEqual(["合", 0, 0, 2, 1]);
});

test("hMerge makes one cell of several", async () => {
  const rows = [
    row([c("合", '<w:hMerge w:val="restart"/>'), c("", "<w:hMerge/>"), c("1")]),
    row([c("甲"), c("乙"), c("2")]),
  ];
  expect((await gridOf(table(...rows))).slice(0, 2)).toEqual([
    ["合", 0, 0, 1, 2],
    ["1", 0, 2, 1, 1],
  ]);
});

test("columns skipped before and after a row have no cell and move no other", async () => {
  const rows = [
    row([c("甲"), c("乙"), c("丙"), c("丁")]),
    row([c("1"), c("2")], '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
  ];
  const { blocks } = await readParts({ body: table(...rows) });
  expect(blocks[0]).toMatchObject({ kind: "table", layout: "grid", rows: 2, columns: 4 });
  expect((await gridOf(table(...rows))).slice(4)).toEqual([
    ["1", 1, 1, 1, 1],
    ["2", 1, 2, 1, 1],
  ]);
});

test("rows and cells inside content controls, inserted rows and custom XML are rows and cells", async () => {
  const control = (inner: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
  const rows = [
    control(row([c("甲"), control(c("1"))])),
    row([c("乙"), c("2")], '<w:ins w:id="1"/>'),
    `<w:customXml w:element="x">${row([c("丙"), c("3")])}</w:customXml>`,
  ];
  expect(await outlineOf(table(...rows))).toEqual([
    [
      ["甲", "1"],
      ["乙", "2"],
      ["丙", "3"],
    ],
  ]);
});

test("rows and cells that a tracked change removed, and hidden rows, are gone", async () => {
  const rows = [
    row([c("甲"), c("1", '<w:cellDel w:id="1"/>'), c("2")]),
    row([c("乙"), c("3")], '<w:del w:id="2"/>'),
    row([c("丙"), c("4")], "<w:hidden/>"),
    row([c("丁"), c("5")]),
  ];
  expect(await outlineOf(table(...rows))).toEqual([
    [
      ["甲", "2"],
      ["丁", "5"],
    ],
  ]);
});

test("cells that a tracked change merges downwards are one", async () => {
  const rows = [
    row([c("合", '<w:cellMerge w:id="1" w:vMerge="rest"/>'), c("1")]),
    row([c("", '<w:cellMerge w:id="2" w:vMerge="cont"/>'), c("2")]),
  ];
  expect((await gridOf(table(...rows)))[0]).toEqual(["合", 0, 0, 2, 1]);
});

test("a removed paragraph mark at the end of a cell doesn't carry its text into the next cell", async () => {
  const marked = paragraph("5", '<w:rPr><w:del w:id="1"/></w:rPr>');
  expect(await outlineOf(table(row([c("甲"), cell(marked), c("3")]), row([c("乙"), c("6"), c("7")])))).toEqual([
    [
      ["甲", "5", "3"],
      ["乙", "6", "7"],
    ],
  ]);
});

test("a table that arranges the page is unwrapped", async () => {
  const body = table(row([cell(paragraph("题目") + plainTable([["甲乙丙", "1"]]) + "<w:p/>"), c("边栏")]));
  expect(await outlineOf(body)).toEqual(["题目", [["甲乙丙", "1"]], "边栏"]);
});

test("a small table inside a cell of a data table leaves the table whole and its texts in the cell", async () => {
  const inner = plainTable([["7", "8"]]);
  const body = table(row([c("收到申请"), c("自然人申请")]), row([c("本年新收"), cell(`${inner}<w:p/>`)]));
  expect(await outlineOf(body)).toEqual([
    [
      ["收到申请", "自然人申请"],
      ["本年新收", "7\n8"],
    ],
  ]);
});

test("a cell that holds a picture alone says so; one with text, or with nothing, doesn't", async () => {
  const picture = "<w:r><w:drawing><wp:inline><pic:pic/></wp:inline></w:drawing></w:r>";
  const inside = (content: string) => cell(`<w:p>${content}</w:p>`);
  const rows = [
    row([c("规章"), inside(picture)]),
    row([c("文件"), c("")]),
    row([c("总计"), inside(`${picture}<w:r><w:t>7</w:t></w:r>`)]),
  ];
  const { blocks } = await readParts({ body: table(...rows) });
  const values = blocks
    .flatMap((block) => (block.kind === "table" ? block.cells : []))
    .filter(({ column }) => column === 1);
  expect(values.map(({ text, doubt }) => [text, doubt])).toEqual([
    ["", "picture"],
    ["", undefined],
    ["7", undefined],
  ]);
});
