/** A stream is counted whatever it looks like: a picture, an attached file, or nothing that could be one. */
// @ts-expect-error a script without types
import { DISGUISED_CASES as cases } from "../../../scripts/hostile/disguised-cases.mjs";
// @ts-expect-error a script without types
import { pdfOfContent as pdf, stream as streamOf } from "../../../scripts/hostile/pdf.mjs";
import { DEFAULT_LIMITS } from "../../../parsers/limits.js";
import { checkInflated } from "../../../parsers/pdf/inflated.js";

const DISGUISED_CASES = cases as { name: string; make: (scale: number) => Uint8Array }[];
const pdfOfContent = pdf as (
  content: string | Uint8Array,
  more: { resources?: string; more?: unknown[]; packed?: boolean },
) => Uint8Array;
const stream = streamOf as (content: Uint8Array, options?: { dictionary?: string; filters?: string[] }) => Uint8Array;

test.each(DISGUISED_CASES)("$name: refused", async ({ make }) => {
  await expect(checkInflated(make(0.1), DEFAULT_LIMITS)).rejects.toMatchObject({
    code: expect.stringMatching(/^(?:limit-exceeded|damaged)$/) as unknown,
  });
});

const large = (dictionary: string) =>
  stream(new Uint8Array(DEFAULT_LIMITS.streamBytes * 2), { dictionary, filters: ["FlateDecode"] });

test.each([
  [
    "a picture",
    "/XObject << /X 5 0 R >>",
    large("/Type /XObject /Subtype /Image /Width 9 /Height 9 /ColorSpace /DeviceGray"),
  ],
  [
    "an attached file",
    ">> /Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (a) /EF << /F 5 0 R /UF 5 0 R >> >>] >> >> /X <<",
    large("/Type /EmbeddedFile"),
  ],
])("%s beyond the limit for streams: not decoded, and no reason to refuse", async (_, resources, object) => {
  await expect(
    checkInflated(pdfOfContent("q Q", { resources, more: [object] }), DEFAULT_LIMITS),
  ).resolves.toBeDefined();
});

test.each(["[<< /A 1 >> stream\nx endstream]", "(<< /A 1 >>%\nstream\nx endstream)"])(
  "a stream in an object stream is found wherever it stands: %s",
  async (object) => {
    const bytes = pdfOfContent("q Q", { more: [object], packed: true });
    await expect(checkInflated(bytes, DEFAULT_LIMITS)).rejects.toMatchObject({ code: "damaged" });
  },
);

const GREY = "80".repeat(81);
const DRAWN_AS = "/Type /XObject /Subtype /Image /Width 9 /Height 9 /ColorSpace /DeviceGray /BitsPerComponent 8";
const annotated = { resources: ">> /Annots [<< /AP << /N 5 0 R >> >>] /A <<" };

test.each([
  ["the data of a picture in a content", `BI /W 9 /H 9 /CS /G /BPC 8 /F /AHx ID ${GREY}> EI`, {}],
  [
    "the same in a content that begins with numbers",
    `9 0 0 9 0 0 cm BI /W 9 /H 9 /CS /G /BPC 8 /F /AHx ID ${GREY}> EI`,
    {},
  ],
  ["the first line of the data of a picture", "q Q", picture(`${GREY}\n${GREY}>`)],
  ["the second line of them", "q Q", picture(`80 80\n${GREY}>`)],
  ["a text in digits", `1 0 0 1 0 0 cm BT /F 9 Tf <${GREY}> Tj ET`, {}],
  ["a text", `1 0 0 1 0 0 cm BT /F 9 Tf (${GREY}) Tj (the obj /W ${GREY}) Tj ET`.replace("/W ", ""), {}],
  ["a text behind what looks like an object", `BT /F 9 Tf (an obj) Tj ET BI /W 9 /H 9 /F /AHx ID ${GREY}> EI`, {}],
  ["a text of an object", "q Q", { more: [`<< /A (${GREY}) /B <${GREY}> >>`] }],
  ["a text in an object stream", "q Q", { more: [`<< /A (${GREY}) /B <${GREY}> >>`], packed: true }],
] as const)("digits are no size of a picture: %s", async (_, content, more) => {
  for (const filters of [[], ["FlateDecode"]]) {
    const bytes = pdfOfContent(stream(Buffer.from(content), { filters }), more as { more?: unknown[] });
    await expect(checkInflated(bytes, DEFAULT_LIMITS)).resolves.toBeDefined();
  }
});

function picture(data: string) {
  return { ...annotated, more: [stream(Buffer.from(data), { dictionary: `${DRAWN_AS} /Filter /ASCIIHexDecode` })] };
}
