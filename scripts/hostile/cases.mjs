// Documents made to exhaust whoever reads them. Each is made when it is asked for; `scale` 1 is as large as the limits
// let through or larger, a test makes the same of a hundredth.
import { strToU8, zipSync } from "fflate";
import { PDF_CASES } from "./pdf-cases.mjs";
import { DISGUISED_CASES } from "./disguised-cases.mjs";
import { DRAWN_CASES } from "./drawn-cases.mjs";
import { FILTER_CASES } from "./filter-cases.mjs";
import { FONT_CASES } from "./font-cases.mjs";
import { FONT_PART_CASES } from "./font-part-cases.mjs";
import { HELD_CASES } from "./held-cases.mjs";
import { PICTURE_CASES } from "./picture-cases.mjs";
import { TABLE_CASES } from "./table-cases.mjs";

const MIB = 1024 * 1024;
const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** @typedef {{ name: string, extension: string, make: (scale: number) => Uint8Array }} HostileCase */

const repeat = (text, bytes) => text.repeat(Math.max(1, Math.floor(bytes / Buffer.byteLength(text))));
const docx = (body, more = {}, head = "") =>
  zipSync(
    { "word/document.xml": strToU8(`${head}<w:document ${WORD}><w:body>${body}</w:body></w:document>`), ...more },
    { level: 6 },
  );
const cell = (text, properties = "") => `<w:tc>${properties}<w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
const page = (body) => strToU8(`<html><body>${body}</body></html>`);

/** What a backtracking expression, or a loop inside a loop, would choke on. */
const RUNS = {
  spaces: " ",
  tabs: "\t1",
  digits: "1",
  "decimal points": "1.",
  "thousands separators": "1,",
  "Chinese numerals": "一",
  years: "2024年",
  "open brackets": "（",
  "closed brackets": "）",
  pipes: "|",
  "pipes and digits": "|1",
  stars: "*",
  underscores: "__a",
  hashes: "# ",
  dashes: "- ",
  angles: "<",
  tags: "<b>",
  ampersands: "&",
  entities: "&lt;",
  "empty lines": "\n",
  "one digit a line": "1\n",
  headings: "一、总体情况\n",
  "wide gaps": "收到          1          2          3          4          5\n",
  "page numbers": "- 1 -\n",
  counts: "收到政府信息公开申请1件，",
  titles: "某市2024年政府信息公开工作年度报告\n",
  dates: "二〇二四年一月一日",
  labels: "（一）予以公开\n",
  "ideographic spaces": "\u3000",
  quotation: "“",
};

const texts = Object.entries(RUNS).flatMap(([name, run]) => [
  { name: `text of ${name}`, extension: "txt", make: (scale) => strToU8(repeat(run, 4 * MIB * scale)) },
  { name: `page of ${name}`, extension: "html", make: (scale) => page(`<p>${repeat(run, 4 * MIB * scale)}</p>`) },
]);

const others = [
  { name: "100 MB of letters", extension: "txt", make: (scale) => strToU8("a".repeat(100e6 * scale)) },
  { name: "100 MB of characters", extension: "txt", make: (scale) => strToU8(repeat("年", 100e6 * scale)) },
  {
    name: "UTF-16 garbage",
    extension: "txt",
    make: (scale) => Uint8Array.from({ length: 16 * MIB * scale }, (_, i) => (i < 2 ? 0xff - i : (i * 7919) % 256)),
  },
  {
    name: "GBK garbage",
    extension: "txt",
    make: (scale) => Uint8Array.from({ length: 16 * MIB * scale }, (_, i) => 0x81 + ((i * 7919) % 120)),
  },
  { name: "page of nested elements", extension: "html", make: (scale) => page("<div>".repeat(1e6 * scale)) },
  { name: "page of nested tables", extension: "html", make: (scale) => page("<table><tr><td>".repeat(3e5 * scale)) },
  {
    name: "page of tables in tables",
    extension: "html",
    make: (scale) => page(("<table><tr><td>1".repeat(80) + "</table>".repeat(80)).repeat(2e3 * scale)),
  },
  { name: "page of elements", extension: "html", make: (scale) => page("<p>1</p>".repeat(1.6e6 * scale)) },
  { name: "page of empty elements", extension: "html", make: (scale) => page("<i></i>".repeat(9.9e5 * scale)) },
  {
    name: "page of unclosed fonts",
    extension: "html",
    make: (scale) => page("<p><font size=1 id=2>x".repeat(1e5 * scale)),
  },
  { name: "page of links", extension: "html", make: (scale) => page("<a href=x.pdf>1</a>".repeat(3e5 * scale)) },
  {
    name: "page of attributes",
    extension: "html",
    make: (scale) => page(`<p ${Array.from({ length: 1e6 * scale }, (_, i) => `a${i}`).join(" ")}`),
  },
  {
    name: "page misplaced in a table",
    extension: "html",
    make: (scale) => page("<table>" + "<b>x</b>".repeat(3e5 * scale)),
  },
  {
    name: "page of spans",
    extension: "html",
    make: (scale) => page(`<table>${"<tr><td colspan=65534 rowspan=65534>1".repeat(1e5 * scale)}</table>`),
  },
  {
    name: "page of row spans",
    extension: "html",
    make: (scale) => page(`<table>${"<tr><td rowspan=65534>1".repeat(5e4 * scale)}</table>`),
  },
  {
    name: "page of one row",
    extension: "html",
    make: (scale) => page(`<table><tr>${"<td>1".repeat(99_000 * scale)}</table>`.repeat(2)),
  },
  {
    name: "page of small tables",
    extension: "html",
    make: (scale) => page("<table><tr><td>1<td>2</table>".repeat(1e5 * scale)),
  },
  {
    name: "page of rows",
    extension: "html",
    make: (scale) => page(`<table>${"<tr><td>规章<td>1<td>2".repeat(3e4 * scale)}</table>`),
  },
  {
    name: "page of style rules",
    extension: "html",
    make: (scale) =>
      page(`<style>${".a{display:none}".repeat(2e5 * scale)}</style>` + "<p class='a a a a'>x".repeat(1e3)),
  },
  {
    name: "page of classes",
    extension: "html",
    make: (scale) => page(`<p class="${"a ".repeat(5e6 * scale)}">x`.repeat(2)),
  },
  {
    name: "web archive of parts",
    extension: "mht",
    make: (scale) =>
      strToU8(
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n' +
          "--b\r\nContent-Type: text/html\r\n\r\n<p>x</p>\r\n".repeat(2e5 * scale) +
          "--b--",
      ),
  },
  {
    name: "web archive of nested parts",
    extension: "mht",
    make: (scale) =>
      strToU8(
        "MIME-Version: 1.0\r\n" +
          Array.from(
            { length: 1e4 * scale },
            (_, i) => `Content-Type: multipart/related; boundary="b${i}"\r\n\r\n--b${i}\r\n`,
          ).join(""),
      ),
  },
  {
    name: "web archive of base64",
    extension: "mht",
    make: (scale) =>
      strToU8(
        "MIME-Version: 1.0\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
          repeat("+/+/" + "A".repeat(72) + "\r\n", 90 * MIB * scale),
      ),
  },
  {
    name: "web archive of headers",
    extension: "mht",
    make: (scale) => strToU8("MIME-Version: 1.0\r\nX-A: " + "b\r\n ".repeat(4e6 * scale) + "\r\n\r\n<p>x"),
  },
  {
    name: "docx, one part inflates to gigabytes",
    extension: "docx",
    make: (scale) => zipSync({ "word/document.xml": new Uint8Array(1e9 * scale) }, { level: 9 }),
  },
  {
    name: "docx, many parts inflate to gigabytes",
    extension: "docx",
    make: (scale) =>
      zipSync(
        Object.fromEntries(
          ["document", ...Array.from({ length: 99 }, (_, i) => `p${i}`)].map((name) => [
            `word/${name}.xml`,
            new Uint8Array(1e7 * scale),
          ]),
        ),
        { level: 9 },
      ),
  },
  {
    name: "docx of entities",
    extension: "docx",
    make: () =>
      docx(
        cell("&j;"),
        {},
        `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">${"bcdefghij"
          .split("")
          .map((name) => `<!ENTITY ${name} "${`&${String.fromCharCode(name.charCodeAt(0) - 1)};`.repeat(10)}">`)
          .join("")}]>`,
      ),
  },
  { name: "docx of paragraphs", extension: "docx", make: (scale) => docx(repeat("<w:p/>", 16e6 * scale)) },
  {
    name: "docx of runs",
    extension: "docx",
    make: (scale) => docx(`<w:p>${repeat("<w:r><w:t>1</w:t></w:r>", 16e6 * scale)}</w:p>`),
  },
  {
    name: "docx of cells",
    extension: "docx",
    make: (scale) => docx(`<w:tbl>${`<w:tr>${cell("1").repeat(10)}</w:tr>`.repeat(3e4 * scale)}</w:tbl>`),
  },
  {
    name: "docx of spans",
    extension: "docx",
    make: (scale) =>
      docx(
        `<w:tbl>${`<w:tr>${cell("1", '<w:tcPr><w:gridSpan w:val="65534"/><w:vMerge/></w:tcPr>')}</w:tr>`.repeat(5e4 * scale)}</w:tbl>`,
      ),
  },
  {
    name: "docx of nested tables",
    extension: "docx",
    make: (scale) => docx("<w:tbl><w:tr><w:tc>".repeat(1e5 * scale) + "</w:tc></w:tr></w:tbl>".repeat(1e5 * scale)),
  },
  {
    name: "docx of nested elements",
    extension: "docx",
    make: (scale) => docx("<w:ins>".repeat(4e5 * scale) + "</w:ins>".repeat(4e5 * scale)),
  },
  {
    name: "docx of attributes",
    extension: "docx",
    make: (scale) => docx(`<w:p ${Array.from({ length: 5e5 * scale }, (_, i) => `a${i}="1"`).join(" ")}/>`),
  },
  {
    name: "docx of entries",
    extension: "docx",
    make: (scale) =>
      zipSync(
        Object.fromEntries(
          Array.from({ length: 6e4 * scale + 1 }, (_, i) => [
            i ? `word/${i}.xml` : "word/document.xml",
            strToU8("<a/>"),
          ]),
        ),
      ),
  },
  ...PDF_CASES,
  ...PICTURE_CASES,
  ...DISGUISED_CASES,
  ...FILTER_CASES,
  ...HELD_CASES,
  ...TABLE_CASES,
  ...FONT_CASES,
  ...FONT_PART_CASES,
  ...DRAWN_CASES,
  { name: "RTF of groups", extension: "rtf", make: (scale) => strToU8("{\\rtf1 " + "{".repeat(16 * MIB * scale)) },
  {
    name: "RTF of cells",
    extension: "rtf",
    make: (scale) => strToU8("{\\rtf1 \\trowd" + repeat("\\cellx1 1\\cell ", 12 * MIB * scale) + "\\row}"),
  },
  {
    name: "RTF of rows",
    extension: "rtf",
    make: (scale) => strToU8("{\\rtf1 " + repeat("\\trowd\\cellx1\\intbl 1\\cell\\row ", 12 * MIB * scale) + "}"),
  },
  {
    name: "RTF of hexadecimal",
    extension: "rtf",
    make: (scale) => strToU8("{\\rtf1 " + repeat("\\'b8", 12 * MIB * scale) + "}"),
  },
  { name: "RTF of binary", extension: "rtf", make: () => strToU8("{\\rtf1 \\bin999999999999 x}") },
];

/** @type {readonly HostileCase[]} */
export const HOSTILE_CASES = [...texts, ...others];
