// PDFs whose page stands in an object stream where nobody looks for an object: its content calls itself a picture, and inflates to
// gigabytes. The places of objects, not what stands before them, say where each begins.
import { deflateSync } from "node:zlib";
import { stream } from "./pdf.mjs";

const PRINTED = "BT /F 9 Tf 9 9 Td (a page that is read and is no report of anything) Tj ET\n";
const PAGE =
  "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << /Font << /F 4 0 R >> >> >>";
const FLATE = ["FlateDecode"];
const latin1 = (/** @type {string} */ text) => Buffer.from(text, "latin1");
const content = (/** @type {number} */ scale) =>
  deflateSync(Buffer.concat([latin1(PRINTED), Buffer.alloc(1e9 * scale, 32)]), { level: 9 });

/** A file with a table of its objects in a stream; those of a number alone are in the object stream, in that order. @param {(Uint8Array | string | number)[]} objects @param {number} holder */
function pdfWithTable(objects, holder) {
  const parts = [latin1("%PDF-1.7\n")];
  let at = parts[0].length;
  const add = (/** @type {Uint8Array | string} */ part) => {
    const bytes = typeof part === "string" ? latin1(part) : part;
    parts.push(bytes);
    at += bytes.length;
  };
  const rows = [[0, 0, 0]];
  for (const [i, object] of objects.entries()) {
    if (typeof object === "number") {
      rows.push([2, holder, object]);
      continue;
    }
    rows.push([1, at, 0]);
    add(`${i + 1} 0 obj\n`);
    add(object);
    add("\nendobj\n");
  }
  const start = at;
  rows.push([1, start, 0]);
  const table = Buffer.from(rows.flatMap(([kind, place, index]) => [kind, place >> 16, place >> 8, place, index]));
  add(`${rows.length - 1} 0 obj\n`);
  add(stream(table, { dictionary: `/Type /XRef /Size ${rows.length} /W [1 3 1] /Root 1 0 R` }));
  add(`\nendobj\nstartxref\n${start}\n%%EOF\n`);
  return new Uint8Array(Buffer.concat(parts));
}

/** @param {number} scale @param {string} before @param {string} after */
function pdfOfHeldPage(scale, before, after, { filters = FLATE, head = "", dictionary = "" } = {}) {
  const places = `${head}5 ${before.length} `;
  return pdfWithTable(
    [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Count 1 /Kids [5 0 R] >>",
      stream(content(scale), { dictionary: "/Type /XObject /Subtype /Image /Filter /FlateDecode" }),
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
      0,
      stream(`${places}${before}${PAGE}${after}`, {
        filters,
        dictionary: `/Type /ObjStm /N 1 /First ${places.length} ${dictionary}`,
      }),
    ],
    6,
  );
}

/** What pdfjs looks ahead at is read without failing. */
const AHEAD = " 1 1 1 1";

/** @type {readonly import("./cases.mjs").HostileCase[]} */
export const HELD_CASES = [
  {
    name: "PDF of a page in a text of an object stream",
    extension: "pdf",
    make: (scale) => pdfOfHeldPage(scale, "(", `${AHEAD} )`),
  },
  {
    name: "PDF of a page in a comment of an object stream",
    extension: "pdf",
    make: (scale) => pdfOfHeldPage(scale, "% ", ""),
  },
  {
    name: "PDF of a page in digits of an object stream",
    extension: "pdf",
    make: (scale) => pdfOfHeldPage(scale, "<41 ", `${AHEAD} >`),
  },
  {
    name: "PDF of a page in a text of an object stream that isn't encoded",
    extension: "pdf",
    make: (scale) => pdfOfHeldPage(scale, "(", `${AHEAD} )`, { filters: [] }),
  },
  {
    name: "PDF of a page in an object stream behind a long comment",
    extension: "pdf",
    make: (scale) => pdfOfHeldPage(scale, "", "", { head: `%${" ".repeat(5000)}\n` }),
  },
  {
    name: "PDF of a page in an object stream that begins with a sign",
    extension: "pdf",
    make: (scale) => pdfOfHeldPage(scale, "", "", { head: "%\n+" }),
  },
  {
    name: "PDF of a page in an object stream that calls itself a picture and has a predictor",
    extension: "pdf",
    make: (scale) => {
      // One long row of the kind that begins with a nought: each byte is the one before and the difference.
      const [length, places] = [PAGE.length + 4, "5 0 "];
      const plain = latin1(places + PAGE);
      const row = Buffer.from([1, ...plain.map((byte, i) => byte - (plain[i - 1] ?? 0))]);
      return pdfWithTable(
        [
          "<< /Type /Catalog /Pages 2 0 R >>",
          "<< /Type /Pages /Count 1 /Kids [5 0 R] >>",
          stream(content(scale), { dictionary: "/Type /XObject /Subtype /Image /Filter /FlateDecode" }),
          "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
          0,
          stream(row, {
            filters: FLATE,
            dictionary: `/Type /ObjStm /Subtype /Image /N 1 /First 4 /DecodeParms [<< /Predictor 12 /Columns ${length} >>]`,
          }),
        ],
        6,
      );
    },
  },
  {
    name: "PDF of an object stream of as many objects as there can be",
    extension: "pdf",
    make: (scale) =>
      pdfWithTable(
        [
          "<< /Type /Catalog /Pages 2 0 R >>",
          "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
          0,
          stream("3 0 << >>", { dictionary: `/Type /ObjStm /N ${33e6 * scale} /First 4` }),
        ],
        4,
      ),
  },
  {
    name: "PDF of objects that an object stream doesn't hold",
    extension: "pdf",
    make: (scale) => {
      const numbers = Array.from({ length: 400 }, (_, i) => i + 6);
      const annotations = numbers.map((number) => `${number} 0 R`).join(" ");
      // The table finds all of them in the stream, which pdfjs reads anew for each.
      return pdfWithTable(
        [
          "<< /Type /Catalog /Pages 2 0 R >>",
          "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
          `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [${annotations}] >>`,
          stream(PRINTED),
          stream(`9999 0 [${"1 ".repeat(1.9e6 * scale)}]`, {
            filters: FLATE,
            dictionary: "/Type /ObjStm /N 1 /First 7",
          }),
          ...numbers.map(() => 0),
        ],
        5,
      );
    },
  },
  {
    name: "PDF of objects of an object stream that can't be read",
    extension: "pdf",
    make: (scale) => {
      const numbers = Array.from({ length: 400 }, (_, i) => i + 6);
      const first = `[${"1 ".repeat(1.9e6 * scale)}] `;
      // The second is never closed: pdfjs fails at it each time that it is asked for one of those behind it.
      const places = numbers.map((number, i) => `${number} ${i === 0 ? 0 : first.length + 2 * (i - 1)} `).join("");
      return pdfWithTable(
        [
          "<< /Type /Catalog /Pages 2 0 R >>",
          "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
          `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Annots [${numbers.map((number) => `${number} 0 R`).join(" ")}] >>`,
          stream(PRINTED),
          stream(`${places}${first}${"[ ".repeat(numbers.length)}`, {
            filters: FLATE,
            dictionary: `/Type /ObjStm /N ${numbers.length} /First ${places.length}`,
          }),
          ...numbers.map((_, i) => Math.min(i, 255)),
        ],
        5,
      );
    },
  },
];
