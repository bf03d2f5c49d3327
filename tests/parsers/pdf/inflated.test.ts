/** PDFs whose streams inflate beyond the limits are refused before they are opened. */
import { strToU8, zlibSync } from "fflate";
import { DEFAULT_LIMITS, type Limits } from "../../../parsers/limits.js";
import { checkInflated } from "../../../parsers/pdf/inflated.js";

const MIB = 1024 * 1024;
const limits: Limits = { ...DEFAULT_LIMITS, streamBytes: MIB, expandedBytes: 3 * MIB };
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
  ["a stream that is deflated twice", [{ data: zlibSync(zeros(2 * MIB)) }], "streamBytes"],
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
  await expect(checkInflated(streams(...objects), limits)).resolves.toBeUndefined();
});

test("the time limit holds while a stream is inflated", async () => {
  const rejected = checkInflated(streams({ data: zeros(MIB) }), { ...limits, milliseconds: -1 });
  await expect(rejected).rejects.toThrow("milliseconds = -1");
});
