/** PDFs whose streams inflate beyond the limits are refused before they are opened. */
import { strToU8, zlibSync } from "fflate";
// @ts-expect-error a script without types
import { lzwOfSpaces as lzw } from "../../../scripts/hostile/pdf.mjs";
import { DEFAULT_LIMITS, type Limits } from "../../../parsers/limits.js";
import { checkInflated } from "../../../parsers/pdf/inflated.js";

const lzwOfSpaces = lzw as (length: number) => Uint8Array;
const MIB = 1024 * 1024;
const limits: Limits = { ...DEFAULT_LIMITS, streamBytes: MIB, contentBytes: MIB, expandedBytes: 3 * MIB };
const zeros = (length: number) => zlibSync(new Uint8Array(length));

/** The objects of a PDF, each a stream of the data. */
function streams(...objects: { data: Uint8Array; dictionary?: string }[]): Uint8Array {
  const parts = objects.flatMap(({ data, dictionary = "/Filter /FlateDecode" }) => [
    strToU8(`1 0 obj\n<< /Length ${data.length} ${dictionary} >>\nstream\r\n`),
    data,
    strToU8("\nendstream\nendobj\n"),
  ]);
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** A deflated block that is stored as it is, and not the last. */
const stored = (text: string) => [0, text.length, 0, ~text.length & 0xff, 0xff, ...strToU8(text)];

test.each([
  ["one stream", [{ data: zeros(2 * MIB) }], "streamBytes"],
  ["all streams together", Array.from({ length: 4 }, () => ({ data: zeros(MIB) })), "expandedBytes"],
  [
    "a stream that is deflated twice",
    [{ data: zlibSync(zeros(2 * MIB)), dictionary: "/Filter [/FlateDecode /Fl]" }],
    "streamBytes",
  ],
  ["a stream whose filter has a strange name", [{ data: zeros(2 * MIB), dictionary: "/F#69lter /Fl" }], "streamBytes"],
  [
    "a stream that holds the word that ends it",
    [{ data: Uint8Array.from([0x78, 0x9c, ...stored("endstream"), ...zeros(2 * MIB).subarray(2)]) }],
    "streamBytes",
  ],
] as const)("%s beyond the limit: refused", async (_, objects, limit) => {
  await expect(checkInflated(streams(...objects), limits)).rejects.toMatchObject({
    code: "limit-exceeded",
    message: expect.stringContaining(`${limit} = ${limits[limit]}`),
  });
});

test.each([
  ["streams at the limits", Array.from({ length: 3 }, () => ({ data: zeros(MIB) }))],
  ["a picture, which is not decoded", [{ data: zeros(9 * MIB), dictionary: "/Subtype /Image /Filter /FlateDecode" }]],
  ["a stream that is not deflated", [{ data: strToU8("q Q ".repeat(9_000)), dictionary: "" }]],
  ["a stream that was cut off", [{ data: zeros(MIB).subarray(0, 500) }]],
])("%s: opened", async (_, objects) => {
  await expect(checkInflated(streams(...objects), limits)).resolves.toBeDefined();
});

test("the time limit holds while a stream is inflated", async () => {
  const rejected = checkInflated(streams({ data: zeros(MIB) }), { ...limits, milliseconds: -1 });
  await expect(rejected).rejects.toThrow("milliseconds = -1");
});

describe("what a stream says of itself", () => {
  const SMALL = { ...limits, contentBytes: MIB / 2 };
  const BIG = zeros((MIB * 3) / 4);
  const FLATE = "/Filter /FlateDecode";

  /** A file of the objects, numbered from 1: text, or a stream with the words of its dictionary. */
  function file(...objects: (string | { data: Uint8Array | string; words: string; begins?: string })[]): Uint8Array {
    const parts = objects.flatMap((object, i) => {
      const head = `${i + 1} 0 obj\n`;
      if (typeof object === "string") return [`${head}${object}\nendobj\n`];
      return [`${head}<< ${object.words} >>\n${object.begins ?? "stream\n"}`, object.data, "\nendstream\nendobj\n"];
    });
    return Buffer.concat(parts.map((part) => Buffer.from(part as string, "latin1")));
  }
  const objectStream = (text: string) => ({
    data: zlibSync(strToU8(`1 0 ${text}`)),
    words: `${FLATE} /Type /ObjStm /N 1 /First 4`,
  });
  const picture = { data: BIG, words: `${FLATE} /Subtype /Image` };
  const font = { data: BIG, words: `${FLATE} /Length1 9` };
  const part = { data: zeros(MIB / 4), words: FLATE };
  const hex = `${Buffer.from(zeros(2 * MIB)).toString("hex")}>`;
  const ascii85 = `${"z".repeat(MIB / 4)}~>`;
  const LZW = lzwOfSpaces(MIB);
  const HIDDEN = `q\nendstream\nendobj\n${" ".repeat(MIB)}`;
  const runs = Uint8Array.from({ length: MIB / 32 }, (_, i) => (i % 2 ? 32 : 0x81));

  test.each([
    ["a content", [{ data: BIG, words: FLATE }, "<< /Contents 1 0 R >>"]],
    ["a content that isn't encoded", [{ data: " ".repeat(MIB), words: "" }, "<< /Contents 1 0 R >>"]],
    ["a picture that is a content", [picture, "<< /Contents 1 0 R >>"]],
    ["a picture that is a part of a content", [picture, "<< /Contents [ 1 0 R ] >>"]],
    ["a picture that is a content by a name with an escape", [picture, "<< /C#6fntents%\n1 0 R >>"]],
    ["a picture that an object stream makes a content", [picture, objectStream("<< /Contents 1 0 R >>")]],
    [
      "a picture that an object stream that calls itself a picture makes a content",
      [picture, { ...objectStream("<< /Contents 1 0 R >>"), words: `${FLATE} /Subtype /Image /N 1 /First 4` }],
    ],
    ["a picture that is an object stream", [{ data: BIG, words: `${FLATE} /Subtype /Image /N 0 /First 4` }]],
    [
      "a picture whose dictionary holds another number",
      [{ ...picture, words: `${FLATE} /Subtype /Image /A (9 0 obj)` }, "<< /Contents 1 0 R >>"],
    ],
    ["a font that is a content, too", [font, "<< /FontFile2 1 0 R >>", "<< /Contents 1 0 R >>"]],
    ["a part that comes many times", [part, "<< /Contents [1 0 R 1 0 R %]\n 1 0 R] >>"]],
    ["a part that comes many times, with something between", [part, "<< /Contents [1 0 R /A (]) 1 0 R [] 1 0 R] >>"]],
    ["a part that comes many times in an object stream", [part, objectStream("[1 0 R 1 0 R 1 0 R]")]],
    ["Flate in hexadecimal", [{ data: hex, words: "/Filter [/ASCIIHexDecode /FlateDecode]" }]],
    ["ASCII85", [{ data: ascii85, words: "/Filter /ASCII85Decode" }]],
    ["run lengths", [{ data: runs, words: "/Filter /RunLengthDecode" }]],
    ["LZW", [{ data: LZW, words: "/Filter /LZW#44ecode" }]],
    ["the word that ends a stream in its data", [{ data: `${HIDDEN}  `, words: `/Length ${HIDDEN.length}` }]],
    ["the same with a length by number", ["7", String(HIDDEN.length), { data: HIDDEN, words: "/Length 2 0 R" }]],
    [
      "the same with a lenient length",
      [{ data: HIDDEN, words: `/Len#67th%\n${String(HIDDEN.length).replace("", "+")}` }],
    ],
    [
      "the same with a length in an object stream",
      [{ data: HIDDEN, words: "/Length 9 0 R" }, objectStream(String(HIDDEN.length))],
    ],
    ["a stream that begins in the next line", [{ data: BIG, words: FLATE, begins: "stream  %\r" }]],
  ] as const)("%s beyond the limit: refused", async (_, objects) => {
    await expect(checkInflated(file(...objects), SMALL)).rejects.toMatchObject({ code: "limit-exceeded" });
  });

  test.each([
    ["run lengths by a short name that stands elsewhere", ["/RL", { data: runs, words: "/Filter 1 0 R" }]],
    ["LZW that only an object stream names", [{ data: LZW, words: "/Filter 9 0 R" }, objectStream("/LZWDecode")]],
    ["LZW with a number that means nothing", [{ data: LZW, words: "/Filter /LZW /DecodeParms << /EarlyChange 2 >>" }]],
    ["LZW with a number that stands elsewhere", [{ data: LZW, words: "/Filter /LZW /DP << /EarlyChange 9 0 R >>" }]],
  ] as const)("%s: refused", async (_, objects) => {
    await expect(checkInflated(file(...objects), SMALL)).rejects.toMatchObject({ code: "unsupported-filter" });
  });

  const map = (ranges: string) => ({ data: zlibSync(strToU8(`1 ${ranges}`)), words: FLATE });
  const ranged = (ranges: string) => map(`beginbfrange ${ranges} endbfrange`);
  const samples = (size: string) => ({ data: "abcd", words: `/FunctionType 0 /Size ${size}` });

  test.each([
    ["a character map of a range", [ranged("<000000> <ffffff> <0041>")]],
    ["the same in pieces, with comments", [ranged("<0000> <0001> [<41> <42>] <00 %>\n00 00> <ff ff z ff> 65")]],
    ["the same to a number, behind one to a code", [ranged("<00> <01> <41> <02> <03> 65 <000000> <ffffff> <41>")]],
    ["the same of identifiers", [map("begincidrange <000000> <ffffff> 0")]],
    ["the same as a string", [ranged("(\\0) (\\377\\377\\377) <41>")]],
    ["the same that begins as an object stream does", [map("2 beginbfrange <000000> <ffffff> <0041> endbfrange")]],
    ["character maps together", Array.from({ length: 99 }, () => ranged("<0000> <ffff> <0041>"))],
    ["a function of samples", [samples("[1000 2000]")]],
    ["the same by a name with an escape", [samples("[2]/#53ize%\n[9999999]")]],
    ["the same with its size elsewhere", ["[9999999]", samples("1 0 R")]],
    ["a mesh", [{ data: zeros(MIB / 2), words: `${FLATE} /ShadingType 6` }]],
  ] as const)("%s that makes more than its bytes: refused", async (_, objects) => {
    await expect(checkInflated(file(...objects), limits)).rejects.toThrow("nodes = 1000000");
  });

  test.each([
    ["character maps of fifty fonts", Array.from({ length: 50 }, () => ranged("<0000> <ffff> <0000>"))],
    ["a function of four inks", [samples("[17 17 17 17]")]],
    ["a function of no samples", [{ data: "{ dup }", words: "/FunctionType 4" }]],
    ["a small mesh", [{ data: zeros(MIB / 8), words: `${FLATE} /ShadingType 6` }]],
  ] as const)("%s: opened", async (_, objects) => {
    await expect(checkInflated(file(...objects), limits)).resolves.toBeDefined();
  });

  test.each([
    ["a picture that is shown", [picture, "<< /XObject << /Im0 1 0 R >> >>"]],
    ["a picture that nothing shows", [picture]],
    ["a font", [font, "<< /FontFile2 1 0 R >>"]],
    ["a file that is attached", [{ data: BIG, words: `${FLATE} /Type /EmbeddedFile` }, "<< /EF << /F 1 0 R >> >>"]],
    ["two parts", [part, part, "<< /Contents [1 0 R 2 0 R] >>"]],
    ["a part that is on many pages", [part, "<< /Contents [1 0 R] >>", "<< /Contents [1 0 R] >>", "[1 0 R]"]],
  ] as const)("%s beyond the limit for contents: opened", async (_, objects) => {
    await expect(checkInflated(file(...objects), SMALL)).resolves.toBeDefined();
  });

  test.each([
    ["Brotli", [{ data: "a", words: "/Filter /BrotliDecode" }]],
    ["Brotli by an escape", [{ data: "a", words: "/Filter [/#42rotliDecode]" }]],
    ["a picture filter in an object stream", [{ data: "a", words: "/Filter 9 0 R" }, objectStream("/DCTDecode")]],
    ["a short name of one in an object stream", [{ data: "a", words: "/Filter 9 0 R" }, objectStream("/CC#46")]],
  ] as const)("%s, which can't be counted: refused", async (_, objects) => {
    await expect(checkInflated(file(...objects), SMALL)).rejects.toMatchObject({ code: "unsupported-filter" });
  });

  test("strings that open in every object and never end are given up when the time is over", async () => {
    const text = strToU8("1 0 obj (".repeat(40_000));
    await expect(checkInflated(text, { ...SMALL, milliseconds: 100 })).rejects.toThrow("milliseconds = 100");
  });
});
