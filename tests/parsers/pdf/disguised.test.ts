/** A stream is counted whatever it looks like: a picture, an attached file, or nothing that could be one. */
// @ts-expect-error a script without types
import { DISGUISED_CASES as cases } from "../../../scripts/hostile/disguised-cases.mjs";
// @ts-expect-error a script without types
import { pdfOfContent as pdf, stream as streamOf } from "../../../scripts/hostile/pdf.mjs";
import { DEFAULT_LIMITS } from "../../../parsers/limits.js";
import { checkInflated } from "../../../parsers/pdf/inflated.js";

const DISGUISED_CASES = cases as { name: string; make: (scale: number) => Uint8Array }[];
const pdfOfContent = pdf as (
  content: string,
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

test("digits in the data of a picture are no size of it", async () => {
  const content = `BI /W 9 /H 9 /CS /G /BPC 8 /F /AHx ID ${"80".repeat(81)}> EI`;
  await expect(checkInflated(pdfOfContent(content, {}), DEFAULT_LIMITS)).resolves.toBeDefined();
});
