// PDFs in which forms multiply where pdfjs draws for itself, and tells nobody before it is done.
import { pdfOfContent, stream } from "./pdf.mjs";

const PRINTED = "BT /F 9 Tf 9 9 Td (a page that is read and is no report of anything) Tj ET";
const FORM = "/Type /XObject /Subtype /Form /BBox [0 0 1 1]";
const LEVELS = 12;
const TEXT = "BT /F 1 Tf (a) Tj ET";
const FONT = "/Font << /F 4 0 R >>";

/**
 * Each shows the next one ten times.
 * @param {number} first the number of the first
 * @param {string} show what shows the form X
 */
const forms = (first, show = "/X Do ") =>
  Array.from({ length: LEVELS }, (_, i) =>
    stream(i + 1 < LEVELS ? show.repeat(10) : TEXT, {
      dictionary: `${FORM} /Resources << ${FONT} /XObject << /X ${first + i + 1} 0 R >> >>`,
    }),
  );
const shown = (/** @type {number} */ first) => `/Resources << /XObject << /X ${first} 0 R >> >>`;

/** Each a name of its own, that the resources of whoever draws the first tell of. @param {number} first */
const formsWithoutResources = (first) =>
  Array.from({ length: LEVELS }, (_, i) =>
    stream(i + 1 < LEVELS ? `/X${i + 1} Do `.repeat(10) : TEXT, { dictionary: FORM }),
  ).concat(
    `<< ${FONT} /XObject << ${Array.from({ length: LEVELS }, (_, i) => `/X${i} ${first + i} 0 R`).join(" ")} >> >>`,
  );

const TILE = "/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 1 /YStep 1";
const MASK = (/** @type {number} */ number) => `/ExtGState << /G << /SMask << /S /Alpha /G ${number} 0 R >> >> >>`;

/** @param {unknown[]} more */
const ofPattern = (more, options = {}) =>
  pdfOfContent(`${PRINTED} /Pattern cs /P scn 0 0 9 9 re f`, {
    resources: "/Pattern << /P 5 0 R >>",
    more,
    ...options,
  });
/** @param {unknown[]} more */
const ofAnnotation = (more, options = {}) =>
  pdfOfContent(PRINTED, {
    resources: ">> /Annots [<< /Type /Annot /Subtype /Stamp /Rect [0 0 9 9] /AP << /N 5 0 R >> >>] /X <<",
    more,
    ...options,
  });
/** @param {string} words of the font @param {unknown[]} more */
const ofGlyph = (words, more, resources = "") =>
  pdfOfContent(`${PRINTED} BT /T 9 Tf 9 9 Td (A) Tj ET`, {
    font: "4 0 R /T 5 0 R",
    resources,
    more: [
      `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /CharProcs << /A 6 0 R >> /Encoding << /Differences [65 /A] >> /FirstChar 65 /LastChar 65 /Widths [1] ${words} >>`,
      stream("1 0 d0 /X Do"),
      ...more,
    ],
  });

/** @type {Readonly<Record<string, () => Uint8Array>>} */
const PLACES = {
  "a glyph of a Type 3 font": () => ofGlyph(shown(7), forms(7)),
  "a pattern": () => ofPattern([stream("/X Do", { dictionary: `${TILE} ${shown(6)}` }), ...forms(6)]),
  "an annotation": () => ofAnnotation(forms(5)),
  "an annotation, told of in an object stream": () => ofAnnotation(forms(5), { packed: true }),
  "an annotation, by names with escapes": () => ofAnnotation(forms(5, "/#58%\n Do\n")),
  "an annotation, by names that stand before": () => ofAnnotation(forms(5, "/X /X /X Do Do Do ")),
  "an annotation, as masks": () =>
    ofAnnotation(
      Array.from({ length: LEVELS }, (_, i) =>
        stream(i + 1 < LEVELS ? "/G gs ".repeat(10) : TEXT, {
          dictionary: `${FORM} /Resources << ${FONT} ${MASK(6 + i)} >>`,
        }),
      ),
    ),
  "an annotation, in circles": () =>
    ofAnnotation(
      Array.from({ length: LEVELS }, () =>
        stream(Array.from({ length: LEVELS }, (_, i) => `/X${i} Do`).join(" "), {
          dictionary: `${FORM} /Resources ${5 + LEVELS} 0 R`,
        }),
      ).concat(`<< /XObject << ${Array.from({ length: LEVELS }, (_, i) => `/X${i} ${5 + i} 0 R`).join(" ")} >> >>`),
    ),
  "a pattern, with the resources around them": () =>
    ofPattern([stream("/X0 Do", { dictionary: `${TILE} /Resources ${6 + LEVELS} 0 R` }), ...formsWithoutResources(6)]),
  "a pattern that draws itself": () =>
    ofPattern([stream("/Pattern cs /P scn 0 0 9 9 re f ".repeat(2), { dictionary: TILE })]),
  "a glyph of a Type 3 font, with the resources of the page": () => ofGlyph("", forms(7), "/XObject << /X 7 0 R >>"),
};

/** @type {readonly import("./cases.mjs").HostileCase[]} */
export const DRAWN_CASES = Object.entries(PLACES).map(([place, make]) => ({
  name: `PDF whose forms multiply in ${place}`,
  extension: "pdf",
  make,
}));
