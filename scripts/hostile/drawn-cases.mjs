// PDFs in which forms multiply where pdfjs draws for itself, and tells nobody before it is done.
import { pdfOfContent, stream } from "./pdf.mjs";

const PRINTED = "BT /F 9 Tf 9 9 Td (a page that is read and is no report of anything) Tj ET";
const FORM = "/Type /XObject /Subtype /Form /BBox [0 0 1 1]";
const LEVELS = 12;

/** Each shows the next one ten times. @param {number} first the number of the first */
const forms = (first) =>
  Array.from({ length: LEVELS }, (_, i) =>
    stream(i + 1 < LEVELS ? "/X Do ".repeat(10) : "BT /F 1 Tf (a) Tj ET", {
      dictionary: `${FORM} /Resources << /Font << /F 4 0 R >> /XObject << /X ${first + i + 1} 0 R >> >>`,
    }),
  );
const shown = (/** @type {number} */ first) => `/Resources << /XObject << /X ${first} 0 R >> >>`;

/** @type {readonly import("./cases.mjs").HostileCase[]} */
export const DRAWN_CASES = [
  {
    name: "a glyph of a Type 3 font",
    make: () =>
      pdfOfContent(`${PRINTED} BT /T 9 Tf 9 9 Td (A) Tj ET`, {
        font: "4 0 R /T 5 0 R",
        more: [
          `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /CharProcs << /A 6 0 R >> /Encoding << /Differences [65 /A] >> /FirstChar 65 /LastChar 65 /Widths [1] ${shown(7)} >>`,
          stream("1 0 d0 /X Do"),
          ...forms(7),
        ],
      }),
  },
  {
    name: "a pattern",
    make: () =>
      pdfOfContent(`${PRINTED} /Pattern cs /P scn 0 0 9 9 re f`, {
        resources: "/Pattern << /P 5 0 R >>",
        more: [
          stream("/X Do", {
            dictionary: `/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 1 /YStep 1 ${shown(6)}`,
          }),
          ...forms(6),
        ],
      }),
  },
  {
    name: "an annotation",
    make: () =>
      pdfOfContent(PRINTED, {
        resources: ">> /Annots [<< /Type /Annot /Subtype /Stamp /Rect [0 0 9 9] /AP << /N 5 0 R >> >>] /X <<",
        more: forms(5),
      }),
  },
].map(({ name, make }) => ({ name: `PDF whose forms multiply in ${name}`, extension: "pdf", make }));
