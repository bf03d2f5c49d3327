/** What is small by itself, and comes again and again: the limits hold for all of a document. */
import { readFileSync } from "node:fs";
import { strToU8 } from "fflate";
import { open, type Limits } from "../../parsers/index.js";
import { docxOf } from "../support/docx-writer.js";
import { ofdOf, ofdText } from "../support/ofd-writer.js";

const refusal = (bytes: Uint8Array, limits: Partial<Limits>) =>
  open(bytes, { limits }).then(
    () => "read",
    (error: unknown) => (error as Error).message,
  );

test("the characters of all pages of an OFD are counted, also where one page is printed many times", async () => {
  const page = ofdText(50, 100, "行政许可行政处罚".repeat(5));
  const bytes = ofdOf({ pages: [page, page, page] });
  expect(await refusal(bytes, { characters: 120 })).toBe("read");
  expect(await refusal(bytes, { characters: 119 })).toContain("characters = 119 (120)");
});

test("the characters and lines of all pages of a PDF are counted", async () => {
  const bytes = new Uint8Array(readFileSync("samples/lanchuan-water-2024.pdf"));
  expect(await refusal(bytes, { characters: 1_000 })).toContain("characters = 1000");
  expect(await refusal(bytes, {})).toBe("read");
});

test("tables of one row each are counted as the one table that they make", async () => {
  const bytes = strToU8(`<html><body>${"<table><tr><td>规章<td>1<td>2</table>".repeat(4)}</body></html>`);
  expect(await refusal(bytes, { tableCells: 12 })).toBe("read");
  expect(await refusal(bytes, { tableCells: 11 })).toContain("tableCells = 11 (12)");
});

test("a web archive is as long as a page may be, its pictures included", async () => {
  const archive = 'MIME-Version: 1.0\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n<p>总体情况</p>\r\n';
  const bytes = strToU8(archive);
  expect(await refusal(bytes, { pageBytes: bytes.length })).toBe("read");
  expect(await refusal(bytes, { pageBytes: bytes.length - 1 })).toContain("pageBytes");
});

test("an element of a Word document counts for each tree that is made of it", async () => {
  const bytes = docxOf({ body: "<w:p><w:r><w:t>总体情况</w:t></w:r></w:p>".repeat(20) });
  expect(await refusal(bytes, { nodes: 500 })).toBe("read");
  expect(await refusal(bytes, { nodes: 250 })).toContain("nodes = 250");
});

test("what ends a cell or a paragraph of an RTF file counts for all that is kept of it", async () => {
  const bytes = strToU8(`{\\rtf1 \\ansi ${"\\trowd\\cellx1000 1\\cell\\row ".repeat(10)}\\par}`);
  expect(await refusal(bytes, { nodes: 155 })).toBe("read");
  expect(await refusal(bytes, { nodes: 154 })).toContain("nodes = 154 (155)");
});

test("the objects of a PDF are counted before it is opened", async () => {
  const bytes = strToU8(`%PDF-1.7\n${"1 0 obj <</Type/Catalog>> endobj ".repeat(10)}startxref 9 %%EOF`);
  expect(await refusal(bytes, { nodes: 49 })).toContain("nodes = 49 (50)");
  expect(await refusal(bytes, { nodes: 50 })).not.toContain("nodes");
});
