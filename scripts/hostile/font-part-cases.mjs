// PDFs of a few kilobytes whose fonts share a part, or name one, that their reader makes anew for each of them.
import { pdfOfContent, stream } from "./pdf.mjs";

const FONTS = 300;
/** The first object behind those of the page. */
const [DESCRIPTOR, PART, OTHER, FIRST] = [5, 6, 7, 8];
const DICTIONARY = `<< /Type /FontDescriptor /FontName /A /Flags 4 /FontBBox [0 0 1 1] /Ascent 9 /Descent 0 >>`;

/** A page that shows something in each of the fonts. @param {(i: number) => string} font @param {(string | Uint8Array)[]} parts */
function pdfInFonts(font, parts, count = FONTS) {
  const numbers = Array.from({ length: count }, (_, i) => i);
  const shown = numbers.map((i) => `/F${i} 9 Tf <00410042> Tj`).join(" ");
  return pdfOfContent(`BT ${shown} /F 9 Tf 9 9 Td (a page of enough text, printed in the year 2024) Tj ET`, {
    font: `4 0 R ${numbers.map((i) => `/F${i} ${FIRST + i} 0 R`).join(" ")}`,
    more: [DICTIONARY, parts[0] ?? "null", parts[1] ?? "null", ...numbers.map(font)],
  });
}

const TOP = "/Type /Font /BaseFont /A";
const cid = (/** @type {string} */ more, ordering = "Identity") =>
  `<< ${TOP} /Subtype /CIDFontType2 /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 0 >> /FontDescriptor ${DESCRIPTOR} 0 R ${more} >>`;
const composite = (/** @type {string} */ descendant, encoding = "/Identity-H", more = "") =>
  `<< ${TOP} /Subtype /Type0 /Encoding ${encoding} /DescendantFonts [${descendant}] ${more} >>`;
const simple = (/** @type {string} */ more) =>
  `<< ${TOP} /Subtype /TrueType /FontDescriptor ${DESCRIPTOR} 0 R ${more} >>`;
const map = (/** @type {string} */ range) =>
  stream(
    `/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange ${range} endcmap end end`,
  );
const CHARACTERS = map("1 beginbfrange <0000> <ffff> <4e00> endbfrange");
const LARGE = "2000000000";

/** @type {readonly import("./cases.mjs").HostileCase[]} */
export const FONT_PART_CASES = [
  {
    name: "PDF of fonts that share a font of many widths",
    extension: "pdf",
    make: () =>
      pdfInFonts(
        (i) => composite(`${PART} 0 R`, "/Identity-H", `/ToUnicode ${OTHER} 0 R /Name /N${i}`),
        [cid("/W [0 4000000 501]"), map("1 beginbfchar <0041> <0041> endbfchar")],
      ),
  },
  {
    name: "PDF of a font whose widths end at a number told elsewhere",
    extension: "pdf",
    make: () => pdfInFonts(() => composite(cid(`/W [0 ${PART} 0 R 501]`)), [LARGE], 1),
  },
  {
    name: "PDF of a font whose last code is told elsewhere",
    extension: "pdf",
    make: () => pdfInFonts((i) => composite(cid(`/FirstChar ${i} /LastChar ${PART} 0 R`)), [LARGE], 1),
  },
  {
    name: "PDF of fonts that share a map of characters",
    extension: "pdf",
    make: () =>
      pdfInFonts((i) => simple(`/Encoding << /Differences [0 /x${i}] >> /ToUnicode ${PART} 0 R`), [CHARACTERS]),
  },
  {
    name: "PDF of fonts that share the names of an encoding",
    extension: "pdf",
    make: () =>
      pdfInFonts(
        (i) => simple(`/FirstChar ${i} /Encoding ${PART} 0 R`),
        [`<< /Type /Encoding /Differences [0 ${"/a ".repeat(200_000)}] >>`],
      ),
  },
  {
    name: "PDF of fonts that share an array of widths",
    extension: "pdf",
    make: () =>
      pdfInFonts(
        (i) => simple(`/FirstChar ${i} /LastChar 255 /Widths ${PART} 0 R`),
        [`[${Array.from({ length: 200_000 }, (_, i) => i % 999).join(" ")}]`],
      ),
  },
  {
    name: "PDF of fonts that each name a large map",
    extension: "pdf",
    make: () => pdfInFonts((i) => composite(cid(`/LastChar ${i + 1_000}`, "GB1"), "/UniGB-UTF16-H"), []),
  },
];
