/** What many fonts share is counted for each of them; ordinary fonts, which share a little, are read. */
// @ts-expect-error a script without types
import { FONT_PART_CASES as cases } from "../../../scripts/hostile/font-part-cases.mjs";
// @ts-expect-error a script without types
import { pdfOfContent as pdf, stream as streamOf } from "../../../scripts/hostile/pdf.mjs";
import { DEFAULT_LIMITS } from "../../../parsers/limits.js";
import { checkInflated } from "../../../parsers/pdf/inflated.js";

const FONT_PART_CASES = cases as { name: string; make: (scale: number) => Uint8Array }[];
const pdfOfContent = pdf as (content: string, more: { more?: unknown[]; packed?: boolean }) => Uint8Array;
const stream = streamOf as (content: string) => Uint8Array;

test.each(FONT_PART_CASES)("$name: refused", async ({ make }) => {
  await expect(checkInflated(make(1), DEFAULT_LIMITS)).rejects.toMatchObject({ code: "limit-exceeded" });
});

const characters = (count: number) =>
  stream(`begincmap 1 beginbfrange <0000> <${(count - 1).toString(16).padStart(4, "0")}> <4e00> endbfrange endcmap`);
const many = (count: number, make: (i: number) => string) => Array.from({ length: count }, (_, i) => make(i));
const cid = (more: string) =>
  `<< /Type /Font /Subtype /CIDFontType2 /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> ${more} >>`;
const composite = (descendant: string, more = "") =>
  `<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [${descendant}] ${more} >>`;
const names = `<< /Type /Encoding /Differences [0 ${"/a ".repeat(256)}] >>`;

test.each([
  ["fonts that share an encoding of 256 names", [names, ...many(1_500, () => "<< /Type /Font /Encoding 5 0 R >>")]],
  [
    "Chinese fonts with characters of their own",
    [characters(300), ...many(120, () => composite(cid("/W [1 [500 500]]"), "/ToUnicode 5 0 R"))],
  ],
  [
    "fonts that each have one width for all codes",
    many(200, () => composite(cid("/W [0 65535 1000]"), "/ToUnicode /Identity-H")),
  ],
  ["a few fonts that name a large map", many(20, () => composite(cid("")).replace("Identity-H", "UniGB-UCS2-H"))],
  [
    "fonts whose widths stand in objects of their own",
    ["[500 500 600]", ...many(500, () => composite(cid("/W [1 5 0 R 9 [1000]]"), "/ToUnicode /Identity-H"))],
  ],
])("%s: read", async (_, objects) => {
  await expect(checkInflated(pdfOfContent("q Q", { more: objects }), DEFAULT_LIMITS)).resolves.toBeDefined();
});

const RANGE = "/W [0 6 0 R 501]";
test.each([
  ["the end of a range in an object of its own", [composite(cid(RANGE)), "400000000"], false],
  ["the same in an object stream", [composite(cid(RANGE)), "400000000"], true],
  ["the beginning of a range", [composite(cid("/W [6 0 R 0 501]")), "-400000000"], false],
  ["a reference without a space", [composite(cid("/W [0 6 0R 501]")), "400000000"], false],
  ["a reference with a point", [composite(cid("/W [0 6.0 0. R 501]")), "400000000"], false],
  ["a reference whose last number is a sign", [composite(cid("/W [0 6 - R 501]")), "400000000"], false],
  [
    "the descendant by an array of its own",
    [composite("").replace("[]", "7 0 R"), cid("/W [0 400000000 501]"), "[6 0 R]"],
    false,
  ],
])("widths of four hundred million codes by %s: refused", async (_, objects, packed) => {
  await expect(checkInflated(pdfOfContent("q Q", { more: objects, packed }), DEFAULT_LIMITS)).rejects.toMatchObject({
    code: "limit-exceeded",
  });
});
