/** The objects of an object stream are read where its places say that they stand, and the tables of objects for what they take. */
// @ts-expect-error a script without types
import { HELD_CASES as held } from "../../../scripts/hostile/held-cases.mjs";
// @ts-expect-error a script without types
import { pdfOfContent as pdf, stream as streamOf } from "../../../scripts/hostile/pdf.mjs";
// @ts-expect-error a script without types
import { TABLE_CASES as tables } from "../../../scripts/hostile/table-cases.mjs";
import { DEFAULT_LIMITS } from "../../../parsers/limits.js";
import { checkInflated } from "../../../parsers/pdf/inflated.js";

const CASES = [...(held as unknown[]), ...(tables as unknown[])] as {
  name: string;
  make: (scale: number) => Uint8Array;
}[];
const pdfOfContent = pdf as (content: string, more: { more?: unknown[]; packed?: boolean }) => Uint8Array;
const stream = streamOf as (content: string, options?: { dictionary?: string; filters?: string[] }) => Uint8Array;

test.each(CASES)("$name: refused", async ({ make }) => {
  await expect(checkInflated(make(0.3), DEFAULT_LIMITS)).rejects.toMatchObject({
    code: expect.stringMatching(/^(?:limit-exceeded|damaged)$/) as unknown,
  });
});

const objects = (text: string, dictionary: string, filters = ["FlateDecode"]) =>
  checkInflated(pdfOfContent("q Q", { more: [stream(text, { dictionary, filters })] }), DEFAULT_LIMITS);

test.each([
  ["where the first begins stands elsewhere", "/N 1 /First 9 0 R", ["FlateDecode"]],
  ["their number stands elsewhere", "/N 9 0 R /First 4", ["FlateDecode"]],
  ["the first begins before the stream", "/N 1 /First -4", ["FlateDecode"]],
  ["the first begins behind the stream, which isn't encoded", "/N 1 /First 400", []],
] as const)("an object stream of which %s: refused", async (_, dictionary, filters) => {
  await expect(objects("7 0 << >>", dictionary, [...filters])).rejects.toMatchObject({ code: "damaged" });
});

test.each([
  ["7 0 << /A (BI 1 0 R stream) >>", "/N 1 /First 4"],
  ["7 0 8 6 << >>  [1 2]", "/N 2 /First 8"],
  ["7 0 8 0 << >>", "/N 2 /First 8"],
  ["", "/N 0 /First 0"],
  ["7 0 << >>", "/First 4"],
])("an object stream that is well or that pdfjs leaves out: %s", async (text, dictionary) => {
  await expect(objects(text, dictionary)).resolves.toBeDefined();
  await expect(objects(text, dictionary, [])).resolves.toBeDefined();
});

test.each([
  ["7 6 8 0 << >>  [1 2]", "/N 2 /First 8"],
  ["7 0 << >>", "/N 2 /First 4"],
  ["7 0 8 4 << [ << >>", "/N 2 /First 8"],
  ["7 0 << /A ) >>", "/N 1 /First 4"],
  ["7 0 << /A +b >>", "/N 1 /First 4"],
])(
  "an object stream at which pdfjs fails, each time that it is asked for one of its objects: %s",
  async (text, dictionary) => {
    await expect(objects(text, dictionary)).rejects.toMatchObject({ code: "damaged" });
  },
);

test("a file of an object stream that isn't encoded ends in an object that is open: refused", async () => {
  await expect(objects("7 0 << /A [", "/N 1 /First 4", [])).rejects.toMatchObject({ code: "damaged" });
});
