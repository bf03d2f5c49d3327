/**
 * Bytes of a file in; its format out. Only the content counts: a docx named .doc and a PDF named .html are told by their
 * first bytes and, for zips, by the entries of the directory.
 */
import { decodeText } from "./charset.js";
import { openCompoundFile } from "./cfb.js";
import type { Bilingual, Format } from "./document.js";
import { UnreadableDocumentError, UnsupportedFormatError } from "./errors.js";
import { DEFAULT_LIMITS, type Limits } from "./limits.js";
import { zipEntryNames } from "./zip.js";

/** A PDF header may stand behind some bytes of rubbish. */
const PDF_REACH = 1_024;
/** The beginning of a page, a mark of UTF-8 before it included. */
const PAGE = /^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype\s+html|html)\b/i;
/** Characters of a text that are looked at. */
const TEXT_REACH = 20_000;

/** What is read, for the message that refuses the rest. */
const SUPPORTED: Bilingual = {
  zh: "docx、doc、RTF、ODT、xlsx、PDF、OFD、HTML、MHTML 和文本",
  en: "docx, doc, RTF, ODT, xlsx, PDF, OFD, HTML, MHTML and text",
};

const SIGNATURES: readonly (readonly [hex: string, name: string])[] = [
  ["ffd8ff", "JPEG"],
  ["89504e47", "PNG"],
  ["47494638", "GIF"],
  ["49492a00", "TIFF"],
  ["4d4d002a", "TIFF"],
  ["424d", "BMP"],
  ["52617221", "RAR"],
  ["377abcaf", "7z"],
  ["1f8b", "gzip"],
  ["25215053", "PostScript"],
  ["41432d", "CAJ/AC"],
  ["7f454c46", "ELF"],
  ["4d5a", "EXE"],
  ["52494646", "WebP"],
];

/**
 * The format of a file.
 * @throws UnreadableDocumentError for an empty file, a cut-off zip, an encrypted Office document
 * @throws UnsupportedFormatError for anything that no adapter exists for; its text names what the bytes are
 */
export function detectFormat(bytes: Uint8Array, limits: Limits = DEFAULT_LIMITS): Format {
  if (bytes.length === 0) {
    throw new UnreadableDocumentError("empty", { zh: "文件为空（0 字节）", en: "the file is empty (0 bytes)" });
  }
  if (startsWith(bytes, "504b0304") || startsWith(bytes, "504b0506")) return zipFormat(bytes, limits);
  if (startsWith(bytes, "d0cf11e0a1b11ae1")) return oleFormat(bytes);
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, PDF_REACH));
  if (head.includes("%PDF-")) return "pdf";
  if (/^\s*\{\\rtf/.test(head)) return "rtf";
  const picture = SIGNATURES.find(([hex]) => startsWith(bytes, hex));
  if (picture) throw unsupported(picture[1]);
  // Most pages say so in their first word, which is the same in nearly all charsets.
  return PAGE.test(head) ? "html" : textFormat(bytes);
}

function startsWith(bytes: Uint8Array, hex: string): boolean {
  for (let i = 0; i < hex.length; i += 2) {
    if (bytes[i / 2] !== Number.parseInt(hex.slice(i, i + 2), 16)) return false;
  }
  return true;
}

function zipFormat(bytes: Uint8Array, limits: Limits): Format {
  const names = zipEntryNames(bytes, limits);
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^word\/document\d*\.xml$/i)) return "docx";
  if (has(/^\/?OFD\.xml$/i)) return "ofd";
  if (has(/^xl\/workbook\.xml$/i)) return "xlsx";
  if (has(/^content\.xml$/) && has(/^mimetype$/)) return "odt";
  if (has(/^word\//i) || has(/^\[Content_Types\]\.xml$/i)) {
    throw new UnreadableDocumentError("damaged", {
      zh: "docx 缺少正文部分 word/document.xml，文件已损坏",
      en: "word/document.xml is missing from the docx: the file is damaged",
    });
  }
  throw unsupported("zip");
}

/** What the streams of other programs' OLE2 files are called. */
const OLE_PROGRAMS: readonly (readonly [stream: RegExp, name: string])[] = [
  [/^(?:Workbook|Book)$/i, "Excel 97–2003 (.xls)"],
  [/^PowerPoint Document$/, "PowerPoint 97–2003 (.ppt)"],
  [/^(?:MatOST|CONTENTS)$/i, "Microsoft Works (.wps)"],
  [/^(?:BodyText|FileHeader)$/, "HWP"],
];

/** The names of an OLE2 file's streams tell what is inside, and the container of an encrypted document. */
function oleFormat(bytes: Uint8Array): Format {
  const { names } = openCompoundFile(bytes);
  if (names.includes("EncryptedPackage")) {
    throw new UnreadableDocumentError("encrypted", {
      zh: "Office 文档已加密，需要密码",
      en: "the Office document is encrypted and needs a password",
    });
  }
  if (names.includes("WordDocument")) return "doc";
  const program = OLE_PROGRAMS.find(([stream]) => names.some((name) => stream.test(name)));
  throw unsupported(program?.[1] ?? "OLE2");
}

function textFormat(bytes: Uint8Array): Format {
  const { text } = decodeText(bytes.subarray(0, 3 * TEXT_REACH), { partial: true });
  const head = text.slice(0, TEXT_REACH);
  if (
    /^(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)+/.test(head) &&
    /^MIME-Version:|^Content-Type:\s*multipart\//im.test(head)
  ) {
    return "mhtml";
  }
  if (/^\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:!DOCTYPE\s{1,20})?office:document[\s>[]/.test(head)) return "odt";
  if (isHtml(head)) return "html";
  const control = head.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0;
  if (control * 20 > head.length) throw unsupported("binary");
  return "text";
}

/** An element of HTML at the very beginning, or one of its structure anywhere. */
const FIRST_ELEMENT =
  /^\s*(?:<!--[^]{0,2000}?-->\s*)?<(?:!doctype\s+html|a|article|b|blockquote|br|center|details|dialog|div|dl|em|fieldset|figure|font|form|frameset|h[1-6]|head|hr|html|i|iframe|img|link|main|meta|ol|p|pre|script|section|span|strong|style|table|title|u|ul)\b/i;
const ELEMENT = /<(?:html|head|body|table|div|p|span|meta|h[1-6]|td|br|li)\b[^<]{0,2000}>/i;
/** A Markdown table, whose cells may hold elements. */
const MARKDOWN_TABLE = /^[ \t]*(?:\|[ \t]*)?:?-{3,}:?[ \t]*\|/m;

/** Elements that Markdown text has no use for: a page or a table is written in HTML. */
const PAGE_ELEMENT = /<\/?(?:!doctype|html|head|body|meta|table|td|h[1-6]|p)\b/i;
/** A heading and the rule of a table, as only Markdown has them; a converter leaves a <div> around them. */
const MARKDOWN_HEADING = /^#{1,6}[ \t]+\S/m;

/** A table in HTML, as Markdown and recognised text have it where cells are merged, with what is written around it. */
const HTML_TABLE =
  /(?:<html>\s{0,9}<body>\s{0,9})?<table[\s>][^]*?(?:<\/table\s?>(?:\s{0,9}<\/body>\s{0,9}<\/html>)?|$)/gi;

/** True for lines of text with tables in HTML between them. */
function isTextWithTables(head: string): boolean {
  if (FIRST_ELEMENT.test(head) || !/<table[\s>]/i.test(head)) return false;
  const around = head.replace(HTML_TABLE, "");
  return !PAGE_ELEMENT.test(around) && (MARKDOWN_HEADING.test(around) || !ELEMENT.test(around));
}

function isHtml(head: string): boolean {
  if (isTextWithTables(head)) return false;
  if (!PAGE_ELEMENT.test(head) && MARKDOWN_HEADING.test(head) && MARKDOWN_TABLE.test(head)) return false;
  return FIRST_ELEMENT.test(head.replace(/^\ufeff/, "")) || (ELEMENT.test(head) && !MARKDOWN_TABLE.test(head));
}

function unsupported(name: string): UnsupportedFormatError {
  const what: Bilingual =
    name === "binary"
      ? { zh: "无法识别的二进制文件", en: "an unknown binary file" }
      : { zh: `这是 ${name} 文件`, en: `a ${name} file` };
  return new UnsupportedFormatError("unsupported-format", {
    zh: `${what.zh}，不支持；支持 ${SUPPORTED.zh}`,
    en: `this is ${what.en}; ${SUPPORTED.en} are supported`,
  });
}
