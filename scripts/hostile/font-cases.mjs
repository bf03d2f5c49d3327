// PDFs with a font program of a few kilobytes that keeps its reader busy for hours, or takes gigabytes.
import { pdfOfContent, stream } from "./pdf.mjs";

const SHOWN = "BT /F 9 Tf 9 9 Td (A) Tj ET";
const latin1 = (/** @type {string} */ text) => Buffer.from(text, "latin1");
const short = (/** @type {number} */ n) => Buffer.from([(n >> 8) & 255, n & 255]);
const long = (/** @type {number} */ n) => Buffer.from([n >>> 24, (n >> 16) & 255, (n >> 8) & 255, n & 255]);
const many = (/** @type {number} */ n, /** @type {(i: number) => Uint8Array} */ make) =>
  Buffer.concat(Array.from({ length: n }, (_, i) => make(i)));

/** A page in the font. @param {Uint8Array} program @param {string} key @param {string} subtype @param {string} more */
function pdfInFont(program, key, subtype = "Type1", more = "") {
  const dictionary = `${more} /Length1 ${program.length}`;
  return pdfOfContent(SHOWN, {
    font: "5 0 R",
    more: [
      `<< /Type /Font /Subtype /${subtype} /BaseFont /A /FirstChar 65 /LastChar 65 /Widths [500] /FontDescriptor 6 0 R >>`,
      `<< /Type /FontDescriptor /FontName /A /Flags 4 /FontBBox [0 0 1 1] /Ascent 9 /Descent 0 /${key} 7 0 R >>`,
      stream(program, { dictionary, filters: ["FlateDecode"] }),
    ],
  });
}

/** @param {Uint8Array} data @param {number} key */
function encrypted(data, key) {
  let state = key;
  return Buffer.from([0, 0, 0, 0, ...data]).map((byte) => {
    const cipher = byte ^ (state >> 8);
    state = ((cipher + state) * 52_845 + 22_719) & 0xffff;
    return cipher;
  });
}

const number = (/** @type {number} */ n) => [255, ...long(n)];

/** @param {{ encoding?: string, glyphs: number[][], subroutines?: number[][], names?: (i: number) => string }} font */
function type1({ encoding = "StandardEncoding def", glyphs, subroutines = [], names = (i) => `a${i}` }) {
  const coded = (/** @type {number[]} */ code) => encrypted(Uint8Array.from(code), 4_330);
  const part = (/** @type {string} */ head, /** @type {number[]} */ code, /** @type {string} */ tail) => {
    const data = coded(code);
    return Buffer.concat([latin1(`${head} ${data.length} RD `), data, latin1(tail)]);
  };
  const program = Buffer.concat([
    latin1(`dup /Private 9 dict dup begin /Subrs ${subroutines.length} array\n`),
    ...subroutines.map((code, i) => part(`dup ${i}`, code, " NP\n")),
    latin1(`ND 2 index /CharStrings ${glyphs.length} dict dup begin\n`),
    ...glyphs.map((code, i) => part(`/${names(i)}`, code, " ND\n")),
    latin1("end end readonly put"),
  ]);
  const head = latin1(
    `%!PS-AdobeFont-1.0: A\n/FontMatrix [0.001 0 0 0.001 0 0] def /Encoding ${encoding} currentfile eexec\n`,
  );
  return Buffer.concat([head, encrypted(program, 55_665)]);
}

/** Each subroutine calls the next one ten times. */
const calls = (
  /** @type {number} */ levels,
  /** @type {(n: number) => number[]} */ call,
  /** @type {number[]} */ last,
) =>
  Array.from({ length: levels }, (_, i) =>
    i + 1 < levels ? Array.from({ length: 10 }, () => call(i + 1)).flat() : last,
  );

/** @param {Uint8Array[]} entries */
function index(entries) {
  if (entries.length === 0) return short(0);
  const offsets = [1];
  for (const { length } of entries) offsets.push(offsets[offsets.length - 1] + length);
  return Buffer.concat([short(entries.length), Buffer.from([4]), ...offsets.map(long), ...entries]);
}
/** An index whose entries are all the same bytes. @param {number} count @param {Uint8Array} entry */
const shared = (count, entry) =>
  Buffer.concat([short(count), Buffer.from([4]), many(count + 1, (i) => long(i % 2 ? entry.length + 1 : 1)), entry]);
const operand = (/** @type {number} */ n) => Buffer.from([29, ...long(n)]);

/** @param {{ glyphs: Uint8Array, strings?: Uint8Array, subroutines?: Uint8Array, top?: (at: number) => Uint8Array[], more?: Uint8Array }} font */
function cff({ glyphs, strings = index([]), subroutines = index([]), top = () => [], more = Buffer.alloc(0) }) {
  const head = Buffer.concat([Buffer.from([1, 0, 4, 4]), index([latin1("A")])]);
  const tail = Buffer.concat([strings, subroutines]);
  const dictionary = (/** @type {number} */ at) =>
    Buffer.concat([...top(at + glyphs.length), operand(at), Buffer.from([17])]);
  const size = index([dictionary(0)]).length;
  const at = head.length + size + tail.length;
  return Buffer.concat([head, index([dictionary(at)]), tail, glyphs, more]);
}

/** @param {Record<string, Uint8Array>} tables */
function trueType(tables, shift = 0) {
  const entries = Object.entries(tables);
  let at = shift + 12 + 16 * entries.length;
  const heads = [];
  for (const [tag, data] of entries) {
    heads.push(latin1(tag), long(0), long(at), long(data.length));
    at += data.length;
  }
  return Buffer.concat([long(0x10000), short(entries.length), Buffer.alloc(6), ...heads, ...Object.values(tables)]);
}

const GLYPHS = 1_000;
const HEAD = Buffer.concat([long(0x10000), Buffer.alloc(14), short(1000), Buffer.alloc(30), short(1), Buffer.alloc(2)]);
const tablesOf = (/** @type {Record<string, Uint8Array>} */ more, glyphs = GLYPHS) => ({
  head: HEAD,
  hhea: Buffer.concat([long(0x10000), Buffer.alloc(30), short(1)]),
  hmtx: Buffer.alloc(2 * glyphs + 4),
  maxp: Buffer.concat([long(0x5000), short(glyphs)]),
  loca: Buffer.alloc(4 * glyphs + 4),
  glyf: Buffer.alloc(16),
  ...more,
});

/** @param {Record<string, Uint8Array>} more tables besides those that every font has */
const trueTypePdf = (more, glyphs = GLYPHS) => pdfInFont(trueType(tablesOf(more, glyphs)), "FontFile2", "TrueType");
const characters = (/** @type {Uint8Array} */ part) =>
  Buffer.concat([short(0), short(1), short(3), short(1), long(12), part]);

/** @type {readonly import("./cases.mjs").HostileCase[]} */
export const FONT_CASES = [
  {
    name: "Type 1 with an encoding of a billion places",
    make: () =>
      pdfInFont(
        type1({
          encoding: "256 array 0 1 255 {} for dup 999999999 /b put readonly def",
          glyphs: Array.from({ length: 100 }, () => [139, 139, 13, 14]),
        }),
        "FontFile",
      ),
  },
  {
    name: "Type 1 of glyphs and places",
    make: (scale) =>
      pdfInFont(
        type1({
          encoding: `256 array ${Array.from({ length: 3e5 * scale }, (_, i) => `dup ${i} /b put`).join(" ")} def`,
          glyphs: Array.from({ length: 2e4 }, () => [14]),
        }),
        "FontFile",
      ),
  },
  {
    name: "Type 1 whose subroutines multiply",
    make: () =>
      pdfInFont(
        type1({ glyphs: [[...number(0), 10, 14]], subroutines: calls(15, (n) => [...number(n), 10], [139, 22, 11]) }),
        "FontFile",
      ),
  },
  {
    name: "Type 1 that calls itself",
    make: () => pdfInFont(type1({ glyphs: [[139, 10]], subroutines: [[139, 10, 139, 10]] }), "FontFile"),
  },
  {
    name: "CFF whose subroutines multiply",
    make: () =>
      pdfInFont(
        cff({
          glyphs: index([Buffer.from([14]), Buffer.from([32, 29, 14])]),
          subroutines: index(calls(10, (n) => [32 + n, 29], [139, 22, 11]).map((code) => Buffer.from(code))),
        }),
        "FontFile3",
        "Type1",
        "/Subtype /Type1C",
      ),
  },
  {
    name: "CFF of strings that share their bytes",
    make: (scale) =>
      pdfInFont(
        cff({ glyphs: index([Buffer.from([14])]), strings: shared(6e4 * scale, Buffer.alloc(1e5)) }),
        "FontFile3",
        "Type1",
        "/Subtype /Type1C",
      ),
  },
  {
    name: "CFF of glyphs that share their bytes",
    make: (scale) =>
      pdfInFont(cff({ glyphs: shared(6e4 * scale, Buffer.alloc(1e5, 139)) }), "FontFile3", "Type1", "/Subtype /Type1C"),
  },
  {
    name: "CFF of nothing to do",
    make: (scale) =>
      pdfInFont(cff({ glyphs: index([Buffer.alloc(2e6 * scale, 9)]) }), "FontFile3", "Type1", "/Subtype /Type1C"),
  },
  {
    name: "CFF of fonts that share their glyphs",
    make: (scale) =>
      pdfInFont(
        cff({
          glyphs: index([Buffer.from([14]), Buffer.from([14])]),
          top: (at) => [
            ...[operand(391), operand(391), operand(0), Buffer.from([12, 30])],
            ...[operand(at), Buffer.from([12, 37]), operand(at + 3 + 3 * 6e4), Buffer.from([12, 36])],
          ],
          more: Buffer.concat([
            Buffer.from([3]),
            short(6e4),
            many(6e4 * scale, (i) => Buffer.from(i % 2 ? [255, 255, 0] : [0, 0, 0])),
            Buffer.alloc(3 * Math.ceil(6e4 * (1 - scale))),
            index([Buffer.from([14])]),
          ]),
        }),
        "FontFile3",
        "Type1",
        "/Subtype /Type1C",
      ),
  },
  {
    name: "TrueType of characters in groups",
    make: () =>
      trueTypePdf({
        cmap: characters(
          Buffer.concat([short(12), short(0), long(0), long(0), long(1), long(0), long(0xfffffff0), long(0)]),
        ),
      }),
  },
  {
    name: "TrueType of characters in segments",
    make: (scale) => {
      const count = Math.floor(3e4 * scale);
      return trueTypePdf({
        cmap: characters(
          Buffer.concat([
            ...[short(4), short(0), short(0), short(2 * count), Buffer.alloc(6)],
            ...[many(count, () => short(0xfffe)), Buffer.alloc(2), Buffer.alloc(6 * count)],
          ]),
        ),
      });
    },
  },
  {
    name: "TrueType of names that share their bytes",
    make: (scale) => {
      const count = Math.floor(6e4 * scale);
      return trueTypePdf({
        name: Buffer.concat([
          ...[short(0), short(count), short(0)],
          many(count, (i) => Buffer.concat([short(1), short(0), short(0), short(i), short(0xfff0), short(0)])),
          Buffer.alloc(0xfff0, 65),
        ]),
      });
    },
  },
  {
    name: "TrueType of glyphs of many points",
    make: (scale) => {
      const count = Math.floor(6e4 * scale);
      const glyph = Buffer.concat([short(1), Buffer.alloc(8), short(0xffff), Buffer.alloc(4)]);
      return trueTypePdf({ loca: many(count + 1, (i) => long(16 * i)), glyf: many(count, () => glyph) }, count);
    },
  },
  {
    name: "TrueType collection of a billion fonts",
    make: () =>
      pdfInFont(
        Buffer.concat([latin1("ttcf"), long(0x10000), long(999_999_999), Buffer.alloc(99)]),
        "FontFile2",
        "TrueType",
      ),
  },
  {
    name: "TrueType of tables that share their bytes",
    make: (scale) => {
      const tags = [
        "OS/2",
        "name",
        "post",
        "cmap",
        "hmtx",
        "fpgm",
        "prep",
        "cvt ",
        "glyf",
        "loca",
        "head",
        "hhea",
        "maxp",
      ];
      const length = Math.floor(30e6 * scale);
      const heads = many(tags.length, (i) => Buffer.concat([latin1(tags[i]), long(0), long(12), long(length)]));
      const head = Buffer.concat([long(0x10000), short(tags.length), Buffer.alloc(6), heads]);
      return pdfInFont(Buffer.concat([head, Buffer.alloc(length)]), "FontFile2", "TrueType");
    },
  },
].map(({ name, make }) => ({ name: `PDF with a font: ${name}`, extension: "pdf", make }));
