/** What a PDF writes as differences is counted as what it stands for. */
import { strToU8, zlibSync } from "fflate";
import { DEFAULT_LIMITS, type Limits } from "../../../parsers/limits.js";
import { checkInflated } from "../../../parsers/pdf/inflated.js";

const MIB = 1024 * 1024;
const limits: Limits = { ...DEFAULT_LIMITS, contentBytes: MIB / 2 };
const COLUMNS = 5;

/** Rows of differences, of each kind in turn. */
function png(plain: string | Uint8Array): Uint8Array {
  const bytes = typeof plain === "string" ? strToU8(plain) : plain;
  const at = (i: number) => bytes[i] ?? 0;
  return Uint8Array.from(
    Array.from({ length: Math.ceil(bytes.length / COLUMNS) }, (_, row) => {
      const kind = row % 5;
      const start = row * COLUMNS;
      const differences = [...bytes.subarray(start, start + COLUMNS)].map((byte, i) => {
        const left = i > 0 ? at(start + i - 1) : 0;
        const above = row > 0 ? at(start + i - COLUMNS) : 0;
        const corner = i > 0 && row > 0 ? at(start + i - COLUMNS - 1) : 0;
        const far = (one: number) => Math.abs(left + above - corner - one);
        const nearest = [left, above, corner].reduce((best, one) => (far(one) < far(best) ? one : best));
        return byte - [0, left, above, Math.floor((left + above) / 2), nearest][kind]!;
      });
      return [kind, ...differences];
    }).flat(),
  );
}

const tiff = (text: string) => strToU8(text).map((byte, i, bytes) => byte - (i % COLUMNS === 0 ? 0 : bytes[i - 1]!));

/** The objects of a PDF, numbered from 1: text, or a stream with the words of its dictionary. */
function file(...objects: (string | { data: Uint8Array; words: string })[]): Uint8Array {
  const parts = objects.flatMap((object, i) => {
    const head = `${i + 1} 0 obj\n`;
    if (typeof object === "string") return [Buffer.from(`${head}${object}\nendobj\n`)];
    return [Buffer.from(`${head}<< ${object.words} >>\nstream\n`), object.data, Buffer.from("\nendstream\nendobj\n")];
  });
  return Buffer.concat(parts);
}

const FLATE = "/Filter /FlateDecode";
const PNG = `/DecodeParms << /Predictor 15 /Columns ${COLUMNS} >>`;
const TIFF = `/DP << /Predictor 2 /Columns ${COLUMNS} >>`;
const OBJECTS = "/Type /ObjStm /N 1 /First 4";
const picture = { data: zlibSync(new Uint8Array((MIB * 3) / 4)), words: `${FLATE} /Subtype /Image` };
const USE = "9 0 << /Contents 1 0 R >>";
const RANGE = "1 beginbfrange <000000> <ffffff> <0041> endbfrange";
const APPEARANCE = "<< /Annots [<< /AP << /N 1 0 R >> >>] >>";
const SHOWN = "/Resources << /XObject << /X 2 0 R >> >>";
const BIG = { data: zlibSync(strToU8("q Q ".repeat(2_000))), words: FLATE };

test.each([
  ["an object stream", [picture, { data: zlibSync(png(USE)), words: `${FLATE} ${OBJECTS} ${PNG}` }]],
  ["an object stream of pixels", [picture, { data: zlibSync(tiff(USE)), words: `${FLATE} ${OBJECTS} ${TIFF}` }]],
  [
    "an object stream that is deflated twice, with differences in between",
    [
      picture,
      {
        data: zlibSync(png(zlibSync(strToU8(USE)))),
        words: `/Filter [/FlateDecode /FlateDecode] ${OBJECTS} /DecodeParms [<< /Predictor 12 /Columns ${COLUMNS} >>]`,
      },
    ],
  ],
  ["a character map", [{ data: zlibSync(png(RANGE)), words: `${FLATE} ${PNG}` }]],
  [
    "a form that an annotation draws again and again",
    [{ data: zlibSync(png("/X Do ".repeat(999))), words: `${FLATE} ${SHOWN} ${PNG}` }, BIG, APPEARANCE],
  ],
] as const)("%s written as differences: refused for what it stands for", async (_, objects) => {
  await expect(checkInflated(file(...objects), limits)).rejects.toMatchObject({ code: "limit-exceeded" });
});

test.each([
  ["differences told of elsewhere", "/DecodeParms [<< /Predictor 9 0 R /Columns 5 >>]"],
  ["all of it told elsewhere", "/DecodeParms 9 0 R"],
  ["pixels of few bits", "/DecodeParms << /Predictor 2 /BitsPerComponent 1 >>"],
  ["several kinds of differences", "/DecodeParms [<< /Predictor 2 >> << /Predictor 12 >>]"],
])("%s: refused", async (_, words) => {
  const bytes = file({ data: zlibSync(strToU8("q Q")), words: `${FLATE} ${words}` });
  await expect(checkInflated(bytes, limits)).rejects.toMatchObject({ code: "unsupported-filter" });
});

test("a row of gigabytes: refused", async () => {
  const bytes = file({
    data: zlibSync(strToU8("q Q")),
    words: `${FLATE} /DecodeParms << /Predictor 12 /Columns 999999999 >>`,
  });
  await expect(checkInflated(bytes, limits)).rejects.toThrow("streamBytes");
});

test.each([
  ["an object stream", [{ data: zlibSync(png("9 0 << /Type /Page >>")), words: `${FLATE} ${OBJECTS} ${PNG}` }]],
  ["a content", [{ data: zlibSync(png("q Q ".repeat(99))), words: `${FLATE} ${PNG}` }, "<< /Contents 1 0 R >>"]],
  [
    "a picture, in a way told of elsewhere",
    [{ ...picture, words: `${picture.words} /DecodeParms << /Predictor 9 0 R >>` }],
  ],
  ["no differences", [{ data: zlibSync(strToU8("q Q")), words: `${FLATE} /DecodeParms << /Predictor 1 >>` }]],
] as const)("%s written as differences: opened", async (_, objects) => {
  await expect(checkInflated(file(...objects), limits)).resolves.toBeDefined();
});
