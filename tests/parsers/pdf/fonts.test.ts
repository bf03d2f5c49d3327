/** A font program that would keep pdfjs busy for long is refused before pdfjs sees it; ordinary ones are read. */
// @ts-expect-error a script without types
import { FONT_CASES as cases } from "../../../scripts/hostile/font-cases.mjs";
// @ts-expect-error a script without types
import { pdfOfContent as pdf } from "../../../scripts/hostile/pdf.mjs";
import { readFileSync } from "node:fs";
import { DEFAULT_LIMITS } from "../../../parsers/limits.js";
import { runType1, newGlyph } from "../../../parsers/pdf/fonts/type1-charstrings.js";
import { workOnGlyph } from "../../../parsers/pdf/fonts/cff-charstrings.js";
import { checkInflated } from "../../../parsers/pdf/inflated.js";

const FONT_CASES = cases as { name: string; make: (scale: number) => Uint8Array }[];
const pdfOfContent = pdf as (content: string, options: { font: string; more: string[] }) => Uint8Array;
const refused = { code: "limit-exceeded", message: expect.stringContaining("nodes = 1000000") };

test.each(FONT_CASES)("$name: refused", async ({ make }) => {
  await expect(checkInflated(make(0.3), DEFAULT_LIMITS)).rejects.toMatchObject(refused);
});

test.each([
  ["another key", (text: string) => text.replace("/FontFile2", "/FontFile#32")],
  ["an unknown name of its kind", (text: string) => text.replace("/Length1", "/Lengthx")],
])("a font is found by what refers to it: %s", async (_, change) => {
  const made = FONT_CASES.find(({ name }) => name.includes("groups"))!.make(0.1);
  const bytes = Buffer.from(change(Buffer.from(made).toString("latin1")), "latin1");
  await expect(checkInflated(bytes, DEFAULT_LIMITS)).rejects.toMatchObject(refused);
});

test.each([
  ["filters", "/Filter [/FlateDecode]", "/Filter 9 0 R"],
  ["filters in an array", "/Filter [/FlateDecode]", "/Filter [9 0 R]"],
  ["a predictor", "/Filter [/FlateDecode]", "/Filter [/FlateDecode] /DecodeParms << /Predictor 12 >>"],
])("a font whose bytes can't be told beforehand is refused: %s", async (_, from, to) => {
  const made = FONT_CASES.find(({ name }) => name.includes("groups"))!.make(0.1);
  const bytes = Buffer.from(Buffer.from(made).toString("latin1").replace(from, to), "latin1");
  await expect(checkInflated(bytes, DEFAULT_LIMITS)).rejects.toMatchObject({ code: "unsupported-filter" });
});

describe("damage that leaves the text as it was", () => {
  const sample = readFileSync("samples/lanchuan-water-2024.pdf").toString("latin1");
  const descriptor = /\/FontFile2? (\d+) 0 R/;
  const [, program = ""] = descriptor.exec(sample)!;
  const [head = ""] = new RegExp(String.raw`\b${program} 0 obj[^]*?stream`).exec(sample)!;

  test.each([
    ["a font that is a page's content", descriptor, "/FontFile2 2 0 R"],
    ["a font that is nothing", descriptor, "/FontFile2 9999 0 R"],
    ["a word behind the filter", head, head.replace("/FlateDecode", "/FlateDecode 1347")],
    ["a font without a filter", head, head.replace("/Filter", "/Xilter")],
    ["a font in segments without any", head, head.replace(/stream$/, "stream\n\x80\x01\nendstream\n stream")],
  ])("%s", async (_, from, to) => {
    const damaged = sample.replace(from, to);
    expect(damaged).not.toBe(sample);
    await expect(checkInflated(Buffer.from(damaged, "latin1"), DEFAULT_LIMITS)).resolves.toBeDefined();
  });
});

test("the fonts of the sample take no more steps than they may", async () => {
  const bytes = new Uint8Array(readFileSync("samples/lanchuan-water-2024.pdf"));
  await expect(checkInflated(bytes, { ...DEFAULT_LIMITS, nodes: 100_000 })).resolves.toBeDefined();
});

describe("glyphs are followed as pdfjs follows them", () => {
  const steps = () => {
    let all = 0;
    return { work: { add: (more: number) => void (all += more) }, all: () => all };
  };
  const number = (n: number) => n + 139;

  test("a Type 1 glyph that replaces its hints by a subroutine that it names before", () => {
    const subroutines = new Map([
      [4, Uint8Array.of(number(1), number(3), 12, 16, 12, 17, 10, 11)],
      [5, Uint8Array.of(number(9), number(9), 1, 11)],
    ]);
    const glyph = newGlyph();
    const code = Uint8Array.of(number(0), number(50), 13, number(5), number(4), 10, number(7), 22, 14);
    expect(runType1(code, subroutines, glyph, steps().work)).toBe(false);
    expect(glyph.stack.size).toBe(0);
  });

  test("a damaged Type 1 glyph ends", () => {
    const { work, all } = steps();
    expect(runType1(Uint8Array.of(5, ...new Uint8Array(99).fill(139)), new Map(), newGlyph(), work)).toBe(true);
    expect(all()).toBeLessThan(20);
  });

  test("a mask of hints of a CFF glyph has a bit for each hint", () => {
    const { work, all } = steps();
    const hints = Array.from({ length: 18 }, () => number(1));
    workOnGlyph(Uint8Array.of(...hints, 18, 19, 10, 10, 14), { local: null, global: [] }, work);
    expect(all()).toBe(21);
  });

  test("a CFF glyph that has no such subroutine ends", () => {
    const { work, all } = steps();
    workOnGlyph(Uint8Array.of(number(0), 29, ...new Uint8Array(99).fill(139)), { local: null, global: [] }, work);
    expect(all()).toBe(2);
  });
});

describe("codes of a font", () => {
  const page = (dictionary: string, ...more: string[]) =>
    pdfOfContent("BT /F 9 Tf <0041> Tj ET", {
      font: "5 0 R",
      more: [`<< /Type /Font /Subtype /Type0 /DescendantFonts [<< /Type /Font ${dictionary} >>] >>`, ...more],
    });

  test.each([
    ["widths of a range", ["/W [0 [1 2] 3 400000000 500]"]],
    ["the same behind others", ["/W [0 [1 2] 3 4 5.5 6 400000000 500]"]],
    ["the same behind a string", ["/W [0 1 (]\\)) 3 400000000 500]"]],
    ["the same by a name with an escape", ["/#57%\n[0 400000000 500]"]],
    ["the same elsewhere", ["/W 6 0 R", "[0 400000000 500]"]],
    ["widths of vertical writing", ["/W2 [0 1 1 2 3 0 400000000 1 2 3]"]],
    ["the same elsewhere", ["/W2 6 0 R", "[0 1 1 2 3 0 400000000 1 2 3]"]],
    ["codes below zero", ["/W [-400000000 0 500]"]],
    ["the last", ["/LastChar 2000000000"]],
    ["the first", ["/FirstChar%\n-2000000000"]],
  ])("beyond the limit: %s", async (_, objects) => {
    const [dictionary = "", ...more] = objects;
    await expect(checkInflated(page(dictionary, ...more), DEFAULT_LIMITS)).rejects.toMatchObject(refused);
  });

  test.each([
    ["fifty fonts of one width", Array.from({ length: 50 }, () => "<< /W [0 65535 1000] >>")],
    ["places of a signature", ["<< /ByteRange [0 100000000 200000000 9] >>"]],
    ["lengths in a table of objects", ["<< /W [1 4 2] /LastChar 255 >>"]],
  ])("within the limits: %s", async (_, objects) => {
    await expect(checkInflated(page("", ...objects), DEFAULT_LIMITS)).resolves.toBeDefined();
  });

  test("arrays that open everywhere and never end are read once", async () => {
    const limits = { ...DEFAULT_LIMITS, milliseconds: 5_000 };
    await expect(checkInflated(page("/W [".repeat(60_000)), limits)).resolves.toBeDefined();
  });
});
