/** What pdfjs decodes is counted, also where a stricter reader takes it for damaged, or for something else. */
import { deflateRawSync, deflateSync } from "node:zlib";
// @ts-expect-error a script without types
import { FILTER_CASES as cases } from "../../../scripts/hostile/filter-cases.mjs";
// @ts-expect-error a script without types
import { encodedStream as encoded, pdfOfContent as pdf } from "../../../scripts/hostile/pdf.mjs";
import { DEFAULT_LIMITS } from "../../../parsers/limits.js";
import { checkInflated } from "../../../parsers/pdf/inflated.js";
import { inflateLeniently } from "../../../parsers/pdf/lenient-inflate.js";

const FILTER_CASES = cases as { name: string; make: (scale: number) => Uint8Array }[];
const pdfOfContent = pdf as (content: Uint8Array) => Uint8Array;
const encodedStream = encoded as (filters: string, data: Uint8Array | string) => Uint8Array;

test.each(FILTER_CASES)("$name: refused", async ({ make }) => {
  await expect(checkInflated(make(0.1), DEFAULT_LIMITS)).rejects.toMatchObject({
    code: expect.stringMatching(/^(?:limit-exceeded|unsupported-filter)$/) as unknown,
  });
});

describe("what is inflated leniently", () => {
  const inflated = (bytes: Uint8Array) => {
    const pieces: Uint8Array[] = [];
    inflateLeniently(bytes, (piece) => void pieces.push(piece));
    return Buffer.concat(pieces);
  };
  const text = Buffer.from(
    Array.from({ length: 60_000 }, (_, i) => `${(i * 7919) % 1013} ${(i * 104729) % 97} l `).join(""),
  );

  test.each([
    ["as it was", text, {}],
    ["in blocks that are stored", text.subarray(0, 200_000), { level: 0 }],
    ["in codes that are given once for all", text, { strategy: 4 }],
    ["of matches that are as far as can be", Buffer.concat([text.subarray(0, 32_700), text.subarray(0, 32_700)]), {}],
    ["of runs", Buffer.alloc(500_000, 32), {}],
    ["of nothing", Buffer.alloc(0), {}],
  ])("%s", (_, plain, options) => {
    expect(inflated(deflateSync(plain, options)).equals(plain)).toBe(true);
  });

  test("what was cut off gives what there is", () => {
    const data = deflateSync(text);
    const half = inflated(data.subarray(0, data.length / 2));
    expect(half.length).toBeGreaterThan(text.length / 4);
    expect(half.equals(text.subarray(0, half.length))).toBe(true);
  });

  test("what stands before the first byte is nought", () => {
    const data = [0x78, 0x9c, 0x02, 0x02, 0, 0, 0, 0, 0xff, 0xff, ...deflateRawSync(Buffer.from("q Q"))];
    expect(inflated(Uint8Array.from(data)).toString("latin1")).toBe("\0\0\0q Q");
  });
});

test("several filters, and one that stands for none: read", async () => {
  const data = deflateSync(Buffer.from("q Q"));
  for (const filters of ["/Crypt /FlateDecode", "/ASCIIHexDecode /Fl"]) {
    const bytes = filters.includes("Hex") ? `${data.toString("hex")}>` : data;
    await expect(checkInflated(pdfOfContent(encodedStream(filters, bytes)), DEFAULT_LIMITS)).resolves.toBeDefined();
  }
});
