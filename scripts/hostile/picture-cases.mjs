// PDFs with pictures of a few bytes that decode to gigabytes, where the size that they say they have doesn't keep them out.
import { deflateSync } from "node:zlib";
import { pdfOfContent, stream } from "./pdf.mjs";

const PRINTED = "BT /F 9 Tf 9 9 Td (a page that is read and is no report of anything) Tj ET";
const PICTURE = "/Type /XObject /Subtype /Image";
const FORM = "/Type /XObject /Subtype /Form /BBox [0 0 1 1]";
const FAX = (/** @type {number} */ scale) =>
  `/Filter /CCITTFaxDecode /DecodeParms << /K 0 /Columns ${4e8 * scale} /Rows 9 >>`;
const inflating = (/** @type {number} */ scale) => deflateSync(new Uint8Array(1e9 * scale));

/** @param {string} dictionary @param {Uint8Array} data */
const pageWith = (dictionary, data) =>
  pdfOfContent(`${PRINTED} /X Do`, {
    resources: "/XObject << /X 5 0 R >>",
    more: [stream(data, { dictionary })],
  });

/** @type {readonly import("./cases.mjs").HostileCase[]} */
export const PICTURE_CASES = [
  {
    name: "PDF of a picture of one pixel",
    extension: "pdf",
    make: (scale) => pageWith(`${PICTURE} /Width 1 /Height 1 /ImageMask true /Filter /FlateDecode`, inflating(scale)),
  },
  {
    name: "PDF of a picture of a negative width",
    extension: "pdf",
    make: (scale) => pageWith(`${PICTURE} /Width -1 /Height 1 /ImageMask true /Filter /FlateDecode`, inflating(scale)),
  },
  {
    name: "PDF of a picture of one pixel in its content",
    extension: "pdf",
    make: (scale) =>
      pdfOfContent(
        Buffer.concat([
          stream(
            Buffer.concat([
              Buffer.from(`${PRINTED} BI /W 1 /H 1 /BPC 8 /CS /G /F /Fl ID `),
              inflating(scale),
              Buffer.from("\nEI\n"),
            ]),
          ),
        ]),
      ),
  },
  {
    name: "PDF of a form that a fax encodes",
    extension: "pdf",
    make: (scale) => pageWith(`${FORM} ${FAX(scale)}`, new Uint8Array(9)),
  },
  {
    name: "PDF of a picture of one pixel that a fax encodes",
    extension: "pdf",
    make: (scale) => pageWith(`${PICTURE} /Width 1 /Height 1 /ImageMask true ${FAX(scale)}`, new Uint8Array(9)),
  },
];
