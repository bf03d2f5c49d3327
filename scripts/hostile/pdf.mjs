// Writes PDFs object by object: the numbers and references in them may say anything.
import { zlibSync } from "fflate";

const latin1 = (text) => Buffer.from(text, "latin1");

/** A stream object; `filters` are applied in turn. @param {string | Uint8Array} content @param {string[]} filters */
export function stream(content, { dictionary = "", filters = [] } = {}) {
  let data = typeof content === "string" ? latin1(content) : content;
  filters.forEach(() => (data = zlibSync(data, { level: 9 })));
  const names = filters.length === 0 ? "" : `/Filter [${filters.map((name) => `/${name}`).join(" ")}]`;
  return Buffer.concat([
    latin1(`<< /Length ${data.length} ${names} ${dictionary} >>\nstream\n`),
    data,
    latin1("\nendstream"),
  ]);
}

/** A stream of bytes that are encoded already. @param {string} filters @param {string | Uint8Array} data */
export function encodedStream(filters, data) {
  const names = filters.replace(/^(?!\/)/, "/");
  return Buffer.concat([
    latin1(`<< /Length ${data.length} /Filter [${names}] >>\nstream\n`),
    typeof data === "string" ? latin1(data) : data,
    latin1("\nendstream"),
  ]);
}

/** @param {Uint8Array} bytes */
export const deflated = (bytes) => zlibSync(bytes, { level: 9 });
/** @param {Uint8Array} bytes */
export const hex = (bytes) => `${Buffer.from(bytes).toString("hex")}>`;

/** @param {Uint8Array} bytes */
export function ascii85(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 4) {
    const group = Uint8Array.from({ length: 4 }, (_, i) => bytes[at + i] ?? 0);
    let word = group.reduce((sum, byte) => sum * 256 + byte, 0);
    let digits = "";
    for (let i = 0; i < 5; i++, word = Math.floor(word / 85)) digits = String.fromCharCode(33 + (word % 85)) + digits;
    text += digits.slice(0, Math.min(4, bytes.length - at) + 1);
  }
  return `${text}~>`;
}

/** The codes of ever longer runs of spaces, from the beginning again where the table is full. @param {number} length */
export function lzwOfSpaces(length) {
  const bytes = [];
  let [buffer, bits, width] = [0, 0, 9];
  const put = (/** @type {number} */ code) => {
    buffer = (buffer << width) | code;
    for (bits += width; bits >= 8; bits -= 8) bytes.push((buffer >> (bits - 8)) & 255);
    buffer &= (1 << bits) - 1;
  };
  for (let out = 0; out < length;) {
    put(256);
    width = 9;
    put(32);
    out++;
    for (let code = 258; code < 4094 && out < length; code++) {
      put(code);
      out += code - 256;
      if (code + 2 >= 1 << width && width < 12) width++;
    }
  }
  put(257);
  bytes.push((buffer << (8 - bits)) & 255);
  return Uint8Array.from(bytes);
}

/** The file of the objects, numbered from 1; the first is the catalog. @param {(string | Uint8Array)[]} objects */
export function pdfFile(objects, { trailer = "" } = {}) {
  const parts = [latin1("%PDF-1.7\n")];
  const offsets = [];
  let length = parts[0].length;
  const add = (bytes) => {
    parts.push(bytes);
    length += bytes.length;
  };
  objects.forEach((object, i) => {
    offsets.push(length);
    add(latin1(`${i + 1} 0 obj\n`));
    add(typeof object === "string" ? latin1(object) : object);
    add(latin1("\nendobj\n"));
  });
  const start = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  add(latin1(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`));
  add(latin1(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(parts));
}

/** The same with all that are no streams in an object stream. @param {(string | Uint8Array)[]} objects */
export function packedPdf(objects) {
  const number = objects.length + 1;
  const held = objects.map((object, i) => [i + 1, object]).filter(([, object]) => typeof object === "string");
  let head = "";
  let body = "";
  for (const [own, object] of held) {
    head += `${own} ${body.length} `;
    body += `${object}\n`;
  }
  const words = `/Type /ObjStm /N ${held.length} /First ${head.length}`;
  const all = [...objects, stream(head + body, { dictionary: words, filters: ["FlateDecode"] })];
  const parts = [latin1("%PDF-1.7\n")];
  const rows = [[0, 0, 0]];
  let at = parts[0].length;
  all.forEach((object, i) => {
    if (typeof object === "string") return rows.push([2, number, held.findIndex(([own]) => own === i + 1)]);
    const part = Buffer.concat([latin1(`${i + 1} 0 obj\n`), object, latin1("\nendobj\n")]);
    rows.push([1, at, 0]);
    parts.push(part);
    at += part.length;
  });
  rows.push([1, at, 0]);
  const table = Buffer.from(rows.flatMap(([kind, place, index]) => [kind, place >> 16, place >> 8, place, index]));
  const xref = stream(table, { dictionary: `/Type /XRef /Size ${rows.length} /W [1 3 1] /Root 1 0 R` });
  parts.push(latin1(`${number + 1} 0 obj\n`), xref, latin1(`\nendobj\nstartxref\n${at}\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(parts));
}

const FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";

/** A PDF of pages that all show one content. @param {Uint8Array | string} content @param {string} resources */
export function pdfOfContent(content, options = {}) {
  const { pages = 1, resources = "", more = [], contents = "3 0 R", font = "4 0 R", packed = false } = options;
  const kids = Array.from({ length: pages }, (_, i) => `${5 + more.length + i} 0 R`).join(" ");
  const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${contents} /Resources << /Font << /F ${font} >> ${resources} >> >>`;
  return (packed ? packedPdf : pdfFile)([
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`,
    typeof content === "string" ? stream(content) : content,
    FONT,
    ...more,
    ...Array.from({ length: pages }, () => page),
  ]);
}
