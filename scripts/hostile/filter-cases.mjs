// PDFs of streams that pdfjs decodes to gigabytes, and that a stricter reader takes for damaged, or for something else.
import { deflateRawSync, deflateSync } from "node:zlib";
import { encodedStream, hex, pdfOfContent, stream } from "./pdf.mjs";

const PRINTED = "BT /F 9 Tf 9 9 Td (a page that is read and is no report of anything) Tj ET\n";
const FLATE = { dictionary: "/Filter /FlateDecode" };
const spaces = (/** @type {number} */ scale) => Buffer.concat([Buffer.from(PRINTED), Buffer.alloc(1e9 * scale, 32)]);
const inflating = (/** @type {number} */ scale) => deflateSync(spaces(scale), { level: 9 });
/** Two bytes by which a stream looks deflated. */
const ZLIB = [0x78, 0x9c];
/** A block of one match that reaches before the first byte, and an empty one after which whole bytes follow. */
const BEFORE_THE_FIRST = [0x02, 0x02, 0, 0, 0, 0, 0xff, 0xff];

/** @type {readonly import("./cases.mjs").HostileCase[]} */
export const FILTER_CASES = [
  {
    name: "PDF of Flate that reaches before its first byte",
    extension: "pdf",
    make: (scale) =>
      pdfOfContent(
        stream(Buffer.concat([Buffer.from([...ZLIB, ...BEFORE_THE_FIRST]), deflateRawSync(spaces(scale))]), FLATE),
      ),
  },
  {
    name: "PDF of Flate with a window that is too large",
    extension: "pdf",
    make: (scale) => {
      const data = Buffer.from(inflating(scale));
      data.set([0xf8, 0]);
      return pdfOfContent(stream(data, FLATE));
    },
  },
  {
    name: "PDF of run lengths that look deflated",
    extension: "pdf",
    make: (scale) =>
      pdfOfContent(
        encodedStream(
          "RunLengthDecode",
          Buffer.concat([
            Buffer.from(ZLIB),
            Buffer.alloc(120, 32),
            Buffer.alloc(16e6 * scale, Buffer.from([0x81, 32])),
          ]),
        ),
      ),
  },
  {
    name: "PDF of hexadecimal with other letters in it",
    extension: "pdf",
    make: (scale) => pdfOfContent(encodedStream("ASCIIHexDecode /FlateDecode", `zz${hex(inflating(scale))}`)),
  },
  {
    name: "PDF of many filters",
    extension: "pdf",
    make: (scale) => {
      let data = deflateSync(inflating(scale));
      for (let i = 0; i < 5; i++) data = Buffer.from(hex(data));
      return pdfOfContent(encodedStream(`${"/ASCIIHexDecode ".repeat(5)} /FlateDecode /FlateDecode`, data));
    },
  },
  {
    name: "PDF of LZW whose codes are never told",
    extension: "pdf",
    make: (scale) => {
      // A first code of nine bits, and then the largest: each is what came before and one byte more.
      const bits = `000100000${"1".repeat(8e5 * scale)}`;
      const bytes = Uint8Array.from({ length: bits.length >> 3 }, (_, i) => parseInt(bits.slice(8 * i, 8 * i + 8), 2));
      return pdfOfContent(encodedStream("LZWDecode", bytes));
    },
  },
];
