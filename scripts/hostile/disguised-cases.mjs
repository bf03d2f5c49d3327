// PDFs with a stream that inflates to gigabytes, and that looks like one that nobody decodes, or like none.
import { deflateSync } from "node:zlib";
import { pdfOfContent, stream } from "./pdf.mjs";

const PRINTED = "BT /F 9 Tf 9 9 Td (a page that is read and is no report of anything) Tj ET";
const FORM = "/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Filter /FlateDecode";
const inflating = (/** @type {number} */ scale) => deflateSync(new Uint8Array(1e9 * scale));
const DIGITS = "9".repeat(400);

/** @type {readonly import("./cases.mjs").HostileCase[]} */
export const DISGUISED_CASES = [
  {
    name: "PDF of a picture of a size below all numbers",
    extension: "pdf",
    make: (scale) =>
      pdfOfContent(
        stream(
          Buffer.concat([
            Buffer.from(`${PRINTED} BI /W ${DIGITS} /H -${DIGITS} /IM true /BPC 1 /F /Fl ID `),
            inflating(scale),
            Buffer.from("\nEI\n"),
          ]),
        ),
      ),
  },
  {
    name: "PDF of a picture of a size below all numbers that is told elsewhere",
    extension: "pdf",
    make: (scale) =>
      pdfOfContent(`${PRINTED} /X Do`, {
        resources: "/XObject << /X 5 0 R >>",
        more: [
          stream(inflating(scale), {
            dictionary:
              "/Type /XObject /Subtype /Image /Width 6 0 R /Height 7 0 R /ImageMask true /Filter /FlateDecode",
          }),
          DIGITS,
          `-${DIGITS}`,
        ],
      }),
  },
  {
    name: "PDF of a form that calls something else a picture",
    extension: "pdf",
    make: (scale) =>
      pdfOfContent(`${PRINTED} /X Do`, {
        resources: "/XObject << /X 5 0 R >>",
        more: [stream(inflating(scale), { dictionary: `${FORM} /PieceInfo /Image` })],
      }),
  },
  {
    name: "PDF of a form by the name of an attached file",
    extension: "pdf",
    make: (scale) =>
      pdfOfContent(`${PRINTED} /F Do`, {
        // The brackets open nothing: they stand where a key should.
        resources: "/XObject << /Y /EF << /F 5 0 R >>",
        more: [stream(inflating(scale), { dictionary: `${FORM} /PieceInfo /EmbeddedFile` })],
      }),
  },
  {
    name: "PDF of a form in an object stream",
    extension: "pdf",
    make: (scale) => {
      const data = inflating(scale).toString("latin1");
      return pdfOfContent(`${PRINTED} /X Do`, {
        resources: "/XObject << /X 5 0 R >>",
        more: [`<< ${FORM} /Length ${data.length} >>\nstream\n${data}\nendstream`],
        packed: true,
      });
    },
  },
  {
    name: "PDF of a picture that is a part of a content behind a control character",
    extension: "pdf",
    make: (scale) =>
      pdfOfContent(
        stream(inflating(scale), { dictionary: "/Type /XObject /Subtype /Image /Filter /FlateDecode" }),
        // A word of one character, whatever follows it.
        { contents: "[\x013 0 R]" },
      ),
  },
  {
    name: "PDF of a picture as a content writes it in the contents of a page",
    extension: "pdf",
    make: (scale) =>
      pdfOfContent(PRINTED, { contents: `[ 3 0 R BI /F /Fl ID ${inflating(scale).toString("latin1")}\nEI ]` }),
  },
  {
    name: "PDF of a stream in the contents of a page",
    extension: "pdf",
    make: (scale) => {
      const data = inflating(scale).toString("latin1");
      // What stands behind the word is left out up to the next line.
      return pdfOfContent(PRINTED, {
        contents: `[ 3 0 R << /Filter /FlateDecode /Length ${data.length} >> stream %\n${data}\nendstream ]`,
      });
    },
  },
];
