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

const FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";

/** A PDF of pages that all show one content. @param {Uint8Array | string} content @param {string} resources */
export function pdfOfContent(content, { pages = 1, resources = "", more = [] } = {}) {
  const kids = Array.from({ length: pages }, (_, i) => `${5 + more.length + i} 0 R`).join(" ");
  const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << /Font << /F 4 0 R >> ${resources} >> >>`;
  return pdfFile([
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`,
    typeof content === "string" ? stream(content) : content,
    FONT,
    ...more,
    ...Array.from({ length: pages }, () => page),
  ]);
}
