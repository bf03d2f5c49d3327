// PDFs made to exhaust whoever reads them.
import { strToU8 } from "fflate";
import { ENCRYPTIONS, encryptedPdf } from "./encrypted-pdf.mjs";
import { ascii85, deflated, encodedStream, hex, lzwOfSpaces, pdfFile, pdfOfContent, stream } from "./pdf.mjs";

const repeat = (text, bytes) => text.repeat(Math.max(1, Math.floor(bytes / Buffer.byteLength(text))));

/** @type {readonly import("./cases.mjs").HostileCase[]} */
export const PDF_CASES = [
  {
    name: "PDF whose content inflates to gigabytes",
    extension: "pdf",
    make: (scale) => pdfOfContent(stream(new Uint8Array(1e9 * scale).fill(32), { filters: ["FlateDecode"] })),
  },
  {
    name: "PDF whose content inflates twice",
    extension: "pdf",
    make: (scale) =>
      pdfOfContent(stream(new Uint8Array(1e9 * scale).fill(32), { filters: ["FlateDecode", "FlateDecode"] })),
  },
  {
    name: "PDF of operators",
    extension: "pdf",
    make: (scale) => pdfOfContent(stream(repeat("q 1 0 0 1 0 0 cm Q ", 60e6 * scale), { filters: ["FlateDecode"] })),
  },
  {
    name: "PDF of lines",
    extension: "pdf",
    make: (scale) =>
      pdfOfContent(stream(repeat("1 1 m 9 9 l S 5 5 100 100 re S ", 20e6 * scale), { filters: ["FlateDecode"] })),
  },
  {
    name: "PDF of rulings",
    extension: "pdf",
    make: (scale) =>
      pdfOfContent(
        stream(
          Array.from(
            { length: 2e5 * scale },
            (_, i) => `${i % 590} 0 m ${i % 590} 842 l S 0 ${(i * 7) % 840} m 595 ${(i * 7) % 840} l S`,
          ).join("\n"),
          { filters: ["FlateDecode"] },
        ),
      ),
  },
  {
    name: "PDF of characters",
    extension: "pdf",
    make: (scale) =>
      pdfOfContent(
        stream(`BT /F 1 Tf ${repeat(`1 0 Td (${"a".repeat(100)}) Tj `, 10e6 * scale)} ET`, {
          filters: ["FlateDecode"],
        }),
      ),
  },
  {
    name: "PDF of saved states",
    extension: "pdf",
    make: (scale) => pdfOfContent(stream(repeat("q ", 20e6 * scale), { filters: ["FlateDecode"] })),
  },
  {
    name: "PDF of one long string",
    extension: "pdf",
    make: (scale) =>
      pdfOfContent(stream(`BT /F 1 Tf (${"a".repeat(20e6 * scale)}) Tj ET`, { filters: ["FlateDecode"] })),
  },
  {
    name: "PDF of nested arrays",
    extension: "pdf",
    make: (scale) => pdfOfContent(stream(`${"[".repeat(5e6 * scale)} TJ`, { filters: ["FlateDecode"] })),
  },
  {
    name: "PDF whose form shows itself",
    extension: "pdf",
    make: () =>
      pdfOfContent("/X Do", {
        resources: "/XObject << /X 5 0 R >>",
        more: [
          stream("/X Do /X Do", {
            dictionary: "/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /X 5 0 R >> >>",
          }),
        ],
      }),
  },
  {
    name: "PDF whose forms multiply",
    extension: "pdf",
    make: (scale) => {
      const levels = Math.ceil(12 * Math.sqrt(scale));
      const form = (i) =>
        stream(i + 1 < levels ? `/X Do `.repeat(10) : "BT /F 1 Tf (a) Tj ET", {
          dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /Font << /F 4 0 R >> /XObject << /X ${6 + i} 0 R >> >>`,
        });
      return pdfOfContent("/X Do", {
        resources: "/XObject << /X 5 0 R >>",
        more: Array.from({ length: levels }, (_, i) => form(i)),
      });
    },
  },
  {
    name: "PDF of pages",
    extension: "pdf",
    make: (scale) => pdfOfContent("BT /F 9 Tf (1) Tj ET", { pages: 1e5 * scale }),
  },
  {
    name: "PDF that claims pages",
    extension: "pdf",
    make: () => pdfFile(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 2000 /Kids [2 0 R 2 0 R] >>"]),
  },
  {
    name: "PDF of nested page trees",
    extension: "pdf",
    make: (scale) => {
      const depth = 1e5 * scale;
      const nodes = Array.from({ length: depth }, (_, i) => `<< /Type /Pages /Count 1 /Kids [${3 + i} 0 R] >>`);
      return pdfFile(["<< /Type /Catalog /Pages 2 0 R >>", ...nodes, "<< /Type /Page >>"]);
    },
  },
  {
    name: "PDF of a huge picture",
    extension: "pdf",
    make: (scale) =>
      pdfOfContent("/X Do", {
        resources: "/XObject << /X 5 0 R >>",
        more: [
          stream(new Uint8Array(1e9 * scale), {
            filters: ["FlateDecode"],
            dictionary:
              "/Type /XObject /Subtype /Image /Width 30000 /Height 30000 /ColorSpace /DeviceRGB /BitsPerComponent 8",
          }),
        ],
      }),
  },
  {
    name: "PDF with a picture in its content",
    extension: "pdf",
    make: () => pdfOfContent("BI /W 30000 /H 30000 /CS /RGB /BPC 8 ID \n EI BT /F 9 Tf (1) Tj ET".repeat(50)),
  },
  {
    name: "PDF of objects",
    extension: "pdf",
    make: (scale) =>
      pdfFile([
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Count 0 /Kids [] >>",
        ...new Array(Math.floor(1e6 * scale)).fill("<<>>"),
      ]),
  },
  {
    name: "PDF without a table of its objects",
    extension: "pdf",
    make: (scale) =>
      strToU8(
        "%PDF-1.7\n" +
          repeat("1 0 obj <</Type/Catalog/Pages 1 0 R>> endobj trailer <</Root 1 0 R>> ", 50e6 * scale) +
          "startxref 9 %%EOF",
      ),
  },
  {
    name: "PDF of parts that come a thousand times",
    extension: "pdf",
    make: (scale) =>
      pdfOfContent(stream(" ".repeat(4e6 * scale), { filters: ["FlateDecode"] }), {
        contents: `[${"3 0 R ".repeat(1000)}]`,
      }),
  },
  {
    name: "PDF whose content calls itself a picture",
    extension: "pdf",
    make: (scale) =>
      pdfOfContent(
        stream(new Uint8Array(1e9 * scale).fill(32), {
          filters: ["FlateDecode"],
          dictionary: "/Type /XObject /Subtype /Image",
        }),
      ),
  },
  {
    name: "PDF whose content calls itself a font",
    extension: "pdf",
    make: (scale) =>
      pdfOfContent(
        stream(`BT /F 1 Tf (${"a".repeat(30e6 * scale)}) Tj ET`, {
          filters: ["FlateDecode"],
          dictionary: "/Length1 30000000",
        }),
        { more: ["<< /Type /FontDescriptor /FontFile2 3 0 R >>"] },
      ),
  },
  {
    name: "PDF whose object stream calls itself a picture",
    extension: "pdf",
    make: (scale) =>
      pdfOfContent("BT ET", {
        more: [
          stream(`${"9 0 ".repeat(10)} ${"[".repeat(1e3)}${" ".repeat(5e8 * scale)}`, {
            filters: ["FlateDecode"],
            dictionary: "/Type /ObjStm /Subtype /Image /N 10 /First 50",
          }),
        ],
      }),
  },
  {
    name: "PDF of run lengths",
    extension: "pdf",
    make: (scale) =>
      pdfOfContent(
        encodedStream(
          "RunLengthDecode",
          new Uint8Array(16e6 * scale).fill(0x81).map((n, i) => (i % 2 ? 32 : n)),
        ),
      ),
  },
  {
    name: "PDF of LZW",
    extension: "pdf",
    make: (scale) => pdfOfContent(encodedStream("LZWDecode", lzwOfSpaces(2e9 * scale))),
  },
  {
    name: "PDF of ASCII85 around Flate",
    extension: "pdf",
    make: (scale) =>
      pdfOfContent(
        encodedStream("ASCII85Decode /FlateDecode", ascii85(deflated(new Uint8Array(1e9 * scale).fill(32)))),
      ),
  },
  {
    name: "PDF of hexadecimal around Flate",
    extension: "pdf",
    make: (scale) =>
      pdfOfContent(encodedStream("ASCIIHexDecode /FlateDecode", hex(deflated(new Uint8Array(1e9 * scale).fill(32))))),
  },
  {
    name: "PDF of unknown operators",
    extension: "pdf",
    make: (scale) =>
      pdfOfContent(
        stream(Array.from({ length: 6e5 * scale }, (_, i) => `a${i.toString(36)}`).join(" "), {
          filters: ["FlateDecode"],
        }),
      ),
  },
  {
    name: "PDF of a character map of ranges",
    extension: "pdf",
    make: (scale) =>
      pdfOfContent("BT /F 9 Tf <0041> Tj ET", {
        font: "5 0 R",
        more: [
          "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
          "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (A) /Ordering (B) /Supplement 0 >> >>",
          stream(`begincmap ${"1 beginbfrange <000000> <fffff0> <0041> endbfrange ".repeat(4 * scale)} endcmap`),
        ],
      }),
  },
  {
    name: "PDF of a function of samples",
    extension: "pdf",
    make: (scale) =>
      pdfOfContent("/C cs 1 scn BT /F 9 Tf (1) Tj ET", {
        resources: "/ColorSpace << /C [/Separation /A /DeviceRGB 5 0 R] >>",
        more: [
          stream("abcd", {
            dictionary: `/FunctionType 0 /Domain [0 1] /Range [0 1 0 1 0 1] /Size [${1e8 * scale}] /BitsPerSample 8`,
          }),
        ],
      }),
  },
  {
    name: "PDF of a mesh",
    extension: "pdf",
    make: (scale) =>
      pdfOfContent("/S sh BT /F 9 Tf (1) Tj ET", {
        resources: "/Shading << /S 5 0 R >>",
        more: [
          stream(new Uint8Array(4e6 * scale), {
            filters: ["FlateDecode"],
            dictionary:
              "/ShadingType 6 /ColorSpace /DeviceRGB /BitsPerCoordinate 1 /BitsPerComponent 1 /BitsPerFlag 2 /Decode [0 1 0 1 0 1 0 1 0 1]",
          }),
        ],
      }),
  },
  ...Object.keys(ENCRYPTIONS).map((way) => ({
    name: `encrypted PDF whose content inflates to gigabytes: ${way}`,
    extension: "pdf",
    make: (scale) => encryptedPdf(way, "/FlateDecode", deflated(new Uint8Array(1e9 * scale).fill(32))),
  })),
];
