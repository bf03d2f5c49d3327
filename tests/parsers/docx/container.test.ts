/** Word documents in odd containers: other names, other encodings, other namespaces, and broken ones. */
import { strToU8 } from "fflate";
import { DEFAULT_LIMITS, open } from "../../../parsers/index.js";
import { docxOf, paragraph } from "../../support/docx-writer.js";

const BODY = paragraph("总体情况");
const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const texts = async (bytes: Uint8Array) =>
  (await open(bytes)).blocks.map((block) => (block.kind === "paragraph" ? block.text : "table"));
const documentXml = (inner: string, uri = WORD, prefix = "w:", attribute = "xmlns:w") =>
  `<${prefix}document ${attribute}="${uri}"><${prefix}body>${inner}</${prefix}body></${prefix}document>`;
const relation = (target: string, base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships") =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="${base}/officeDocument" Target="${target}"/></Relationships>`;
/** Without word/document.xml. */
function elsewhere(name: string, xml: string | Uint8Array, relations: string): Uint8Array {
  return docxOf({ body: "", files: { "_rels/.rels": relations, "word/document.xml": "", [name]: xml } });
}

test("the main part is the one that the relations name", async () => {
  expect(await texts(elsewhere("word/document2.xml", documentXml(BODY), relation("word/document2.xml")))).toEqual([
    "总体情况",
  ]);
  expect(await texts(elsewhere("word/document2.xml", documentXml(BODY), relation("/word/document2.xml")))).toEqual([
    "总体情况",
  ]);
});

test("names may be written with backslashes", async () => {
  const bytes = docxOf({ body: BODY, files: { "word\\document.xml": documentXml(BODY) } });
  expect(await texts(bytes)).toEqual(["总体情况"]);
});

test("the strict form of the standard is read as the transitional one", async () => {
  const xml = documentXml(BODY, "http://purl.oclc.org/ooxml/wordprocessingml/main");
  const strict = relation("word/document.xml", "http://purl.oclc.org/ooxml/officeDocument/relationships");
  expect(await texts(docxOf({ body: "", files: { "word/document.xml": xml, "_rels/.rels": strict } }))).toEqual([
    "总体情况",
  ]);
});

test("prefixes are the document's own choice", async () => {
  const other = documentXml(BODY.replaceAll("w:", "ns0:"), WORD, "ns0:", "xmlns:ns0");
  const none = documentXml(BODY.replaceAll("w:", ""), WORD, "", "xmlns");
  for (const xml of [other, none]) {
    expect(await texts(docxOf({ body: "", files: { "word/document.xml": xml } }))).toEqual(["总体情况"]);
  }
});

test("parts may be UTF-16, or UTF-8 with a byte order mark", async () => {
  const xml = `<?xml version="1.0"?>${documentXml(BODY)}`;
  const utf16 = new Uint8Array(Uint16Array.from(`\ufeff${xml}`, (unit) => unit.charCodeAt(0)).buffer);
  for (const bytes of [utf16, strToU8(`\ufeff${xml}`)]) {
    expect(await texts(docxOf({ body: "", files: { "word/document.xml": bytes } }))).toEqual(["总体情况"]);
  }
});

test("templates and documents with macros are read like documents", async () => {
  const types =
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>';
  expect(
    await texts(docxOf({ body: BODY, files: { "[Content_Types].xml": types, "word/vbaProject.bin": "x" } })),
  ).toEqual(["总体情况"]);
});

test("the title is that of the core properties", async () => {
  const core = "<cp:coreProperties><dc:title>某局 &amp; 年报</dc:title></cp:coreProperties>";
  expect((await open(docxOf({ body: BODY, files: { "docProps/core.xml": core } }))).title).toBe("某局 & 年报");
});

test("a document type that declares nothing is passed over", async () => {
  const xml = `<!DOCTYPE w:document SYSTEM "x.dtd">${documentXml(BODY)}`;
  expect(await texts(docxOf({ body: "", files: { "word/document.xml": xml } }))).toEqual(["总体情况"]);
});

test("footnotes, comments, headers and footers are no part of the text", async () => {
  const part = (name: string) => `<w:${name} xmlns:w="${WORD}">${paragraph("不在正文")}</w:${name}>`;
  const files = {
    "word/footnotes.xml": part("footnotes"),
    "word/comments.xml": part("comments"),
    "word/header1.xml": part("hdr"),
  };
  expect(await texts(docxOf({ body: BODY, files }))).toEqual(["总体情况"]);
});

describe("broken parts", () => {
  test.each([
    ["a tag that is cut off", "<w:document><w:body><w:p"],
    ["an element that isn't closed", documentXml("<w:p>").replace("</w:document>", "")],
    ["tags that cross each other", documentXml("<w:p><w:r></w:p></w:r>")],
    ["a declared entity", `<!DOCTYPE x [<!ENTITY a "aaaa">]>${documentXml(BODY)}`],
  ])("%s is damage", async (_, xml) => {
    await expect(open(docxOf({ body: "", files: { "word/document.xml": xml } }))).rejects.toMatchObject({
      code: "damaged",
    });
  });

  test.each(["word/styles.xml", "word/numbering.xml", "word/_rels/document.xml.rels"])(
    "%s is read as strictly as the main part",
    async (name) => {
      for (const xml of ["<a><b></a></b>", "<a><b/>", '<!DOCTYPE a [<!ENTITY b "c">]><a/>']) {
        await expect(open(docxOf({ body: BODY, files: { [name]: xml } }))).rejects.toMatchObject({ code: "damaged" });
      }
    },
  );

  test("the error names the part and what to do, in both languages", async () => {
    const xml = `<!DOCTYPE x [<!ENTITY a "aaaa">]>${documentXml(BODY)}`;
    await expect(open(docxOf({ body: "", files: { "word/document.xml": xml } }))).rejects.toMatchObject({
      text: {
        zh: "文件中的 word/document.xml 带有文档类型声明（DOCTYPE 中的实体等），出于安全不予读取；请用办公软件重新保存",
        en: "the part word/document.xml of the file declares entities in its document type, which is not read for safety; save it anew",
      },
    });
  });

  test.each([
    ["depth", documentXml("<w:sdt>".repeat(600) + "</w:sdt>".repeat(600)), {}],
    ["nodes", documentXml("<w:p/>".repeat(50)), { nodes: 40 }],
    ["xmlBytes", documentXml(paragraph("长".repeat(500))), { xmlBytes: 1_000 }],
    ["zipEntries", documentXml(BODY), { zipEntries: 3 }],
    ["expandedBytes", documentXml(paragraph("长".repeat(500))), { expandedBytes: 1_000 }],
  ])("the limit %s holds", async (name, xml, limits) => {
    const bytes = docxOf({ body: "", files: { "word/document.xml": xml } });
    await expect(open(bytes, { limits: { ...DEFAULT_LIMITS, ...limits } })).rejects.toMatchObject({
      code: "limit-exceeded",
      message: expect.stringContaining(name) as string,
    });
  });
});
