// PDFs whose tables of objects take far longer to read than their bytes tell.
import { stream } from "./pdf.mjs";

const PAGES = ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 0 /Kids [] >>"];
const latin1 = (/** @type {string} */ text) => Buffer.from(text, "latin1");
const HEAD = `%PDF-1.7\n${PAGES.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join("")}`;

/** A file whose table is the stream. @param {string} dictionary @param {Uint8Array | string} data */
const pdfOfTable = (dictionary, data) =>
  new Uint8Array(
    Buffer.concat([
      latin1(`${HEAD}3 0 obj\n`),
      stream(data, { dictionary: `/Type /XRef /Root 1 0 R ${dictionary}`, filters: ["FlateDecode"] }),
      latin1(`\nendobj\nstartxref\n${HEAD.length}\n%%EOF\n`),
    ]),
  );

/** @type {readonly import("./cases.mjs").HostileCase[]} */
export const TABLE_CASES = [
  {
    name: "PDF of a table whose entries take no bytes",
    extension: "pdf",
    make: (scale) => pdfOfTable(`/Size ${9e8 * scale} /W [0 0 0]`, "xx"),
  },
  {
    name: "PDF of a table of entries of one byte",
    extension: "pdf",
    make: (scale) => pdfOfTable(`/Size ${4e6 * scale} /W [1 0 0]`, new Uint8Array(4e6 * scale)),
  },
  {
    name: "PDF of a table of ranges",
    extension: "pdf",
    make: (scale) => pdfOfTable(`/Size 9 /W [1 2 1] /Index [${"0 0 ".repeat(1e6 * scale)}]`, "xx"),
  },
  {
    name: "PDF of a chain of tables that is followed from each of them",
    extension: "pdf",
    make: (scale) => {
      let text = HEAD;
      let previous = "";
      for (let i = 0; i < 2e4 * scale; i++) {
        const at = text.length;
        text += `${i + 3} 0 obj\n<< /Type /XRef /Size 1 /W [1 1 1] ${previous} /Length 3 >>\nstream\n\0\0\0\nendstream\nendobj\n`;
        previous = `/Prev ${at}`;
      }
      // No table begins there: pdfjs looks for all of them.
      return latin1(`${text}trailer\n<< /Root 1 0 R >>\nstartxref\n5\n%%EOF\n`);
    },
  },
  {
    name: "PDF of a table in text",
    extension: "pdf",
    make: (scale) => {
      const entries = 15e6 * scale;
      return latin1(
        `${HEAD}xref\n0 ${entries}\n0 0 f ${"9 0 n ".repeat(entries - 1)}\ntrailer\n<< /Root 1 0 R >>\nstartxref\n${HEAD.length}\n%%EOF\n`,
      );
    },
  },
];
