/** What the bytes are, whatever the file is called; and what is said of those that can't be read. */
import { strToU8, zipSync } from "fflate";
import { detectFormat, open } from "../../parsers/index.js";
import { docxOf, paragraph } from "../support/docx-writer.js";

const zip = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8("<x/>")])));
const DOCX = docxOf({ body: paragraph("总体情况") });

describe("the format", () => {
  test.each([
    ["docx", DOCX],
    ["pdf", strToU8("%PDF-1.7\n")],
    ["pdf", strToU8("\r\n rubbish %PDF-1.4\n")],
    ["html", strToU8("<!DOCTYPE html><p>a")],
    ["html", strToU8("\ufeff  <html>")],
    ["html", strToU8("<!-- saved from url --> <html>")],
    ["html", strToU8("总体情况<br><table><tr><td>a</td></tr></table>")],
    ["html", strToU8("<ul><li>a</li></ul>")],
    ["html", strToU8("<div>\n\n# 总体情况\n\n| a | b |\n|---|---|\n\n<table><tr><td>1</td></tr></table>\n</div>")],
    ["text", strToU8('<div class="main">\n\n# 总体情况\n\n| a | b |\n|---|---|\n| 规章 | 1 |\n\n</div>')],
    ["text", strToU8("# 总体情况\n\n<table><tr><td>规章</td><td>1</td></tr></table>\n\n## 问题\n\n无<br>")],
    ["text", strToU8("一、总体情况\n<html><body><table><tr><td>规章</td></tr></table></body></html>\n二、问题")],
    ["html", strToU8("总体情况<p>无</p><table><tr><td>规章</td></tr></table>")],
    [
      "mhtml",
      strToU8("From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=B\r\n\r\n--B"),
    ],
    ["rtf", strToU8("{\\rtf1\\ansi a}")],
    ["text", strToU8("一、总体情况\n3 < 5 > 2\n")],
    ["text", strToU8("| 项目 | 件数 |\n| --- | --- |\n| 规范性<br>文件 | 3 |\n")],
    ["ofd", zip("OFD.xml")],
    ["xlsx", zip("xl/workbook.xml")],
  ])("%s", (format, bytes) => {
    expect(detectFormat(bytes)).toBe(format);
  });
});

describe("refused with a code and a sentence in both languages", () => {
  test.each([
    ["nothing", new Uint8Array(), "empty", "文件为空（0 字节）", "the file is empty (0 bytes)"],
    ["white space", strToU8(" \n\t"), "no-text", "文件中没有文字", "the file holds no text"],
    [
      "a docx cut off",
      DOCX.slice(0, DOCX.length / 2),
      "damaged",
      "压缩包不完整或已损坏（文件可能没有下载完）",
      "the zip container is incomplete or damaged (was the download cut off?)",
    ],
    [
      "a docx without its text",
      zip("[Content_Types].xml", "word/styles.xml"),
      "damaged",
      "docx 缺少正文部分 word/document.xml，文件已损坏",
      "word/document.xml is missing from the docx: the file is damaged",
    ],
  ])("%s", async (_, bytes, code, zh, en) => {
    await expect(open(bytes)).rejects.toMatchObject({ name: "UnreadableDocumentError", code, text: { zh, en } });
  });

  test.each([
    ["a picture", [0xff, 0xd8, 0xff, 0xe0], "JPEG"],
    ["a modern picture", strToU8("RIFF\u0010\u0000\u0000\u0000WEBPVP8 "), "WebP"],
    ["a compressed file", [0x1f, 0x8b, 8], "gzip"],
    ["another archive", strToU8("Rar!\u001a\u0007"), "RAR"],
    ["a program", [0x4d, 0x5a, 0x90, 0], "EXE"],
    ["an ordinary zip", zip("a.txt"), "zip"],
  ])("%s", async (_, bytes, name) => {
    await expect(open(Uint8Array.from(bytes))).rejects.toMatchObject({
      name: "UnsupportedFormatError",
      code: "unsupported-format",
      text: { zh: expect.stringMatching(`^这是 ${name} 文件，不支持；`) as string },
      message: expect.stringMatching(`^this is an? ${name} file; `) as string,
    });
  });

  test("bytes of no known kind", async () => {
    const noise = Uint8Array.from({ length: 3_000 }, (_, i) => (i * i * 7 + (i >> 3)) % 32);
    await expect(open(noise)).rejects.toMatchObject({
      code: "unsupported-format",
      text: { zh: expect.stringMatching(/^无法识别的二进制文件/) as string },
    });
  });
});
