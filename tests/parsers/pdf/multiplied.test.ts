/** Forms that multiply where pdfjs draws for itself are refused before it begins; ordinary patterns, glyphs and annotations are read. */
// @ts-expect-error a script without types
import { DRAWN_CASES as cases } from "../../../scripts/hostile/drawn-cases.mjs";
// @ts-expect-error a script without types
import { pdfOfContent as pdf, stream as streamOf } from "../../../scripts/hostile/pdf.mjs";
import { open } from "../../../parsers/index.js";
import { DEFAULT_LIMITS } from "../../../parsers/limits.js";
import { checkInflated } from "../../../parsers/pdf/inflated.js";

const DRAWN_CASES = cases as { name: string; make: () => Uint8Array }[];
const pdfOfContent = pdf as (
  content: string,
  more: { resources?: string; font?: string; more?: unknown[]; packed?: boolean },
) => Uint8Array;
const stream = streamOf as (content: string, options?: { dictionary?: string; filters?: string[] }) => Uint8Array;
const FORM = "/Type /XObject /Subtype /Form /BBox [0 0 9 9]";
const TILE = "/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9";
const PRINTED = "BT /F 9 Tf 9 9 Td (a page of enough text, printed in the year 2024) Tj ET";

test.each(DRAWN_CASES)("$name: refused", async ({ make }) => {
  await expect(checkInflated(make(), DEFAULT_LIMITS)).rejects.toMatchObject({ code: "limit-exceeded" });
});

const annotated = (annotations: string, more: unknown[]) =>
  pdfOfContent(PRINTED, { resources: `>> /Annots [${annotations}] /X <<`, more });
const STAMP = "<< /Type /Annot /Subtype /Stamp /Rect [0 0 9 9] /AP << /N << /On 5 0 R /Off 5 0 R >> >> /AS /On >>";
const nodes = async (bytes: Uint8Array, limit: number) =>
  checkInflated(bytes, { ...DEFAULT_LIMITS, nodes: limit }).then(
    () => "read",
    (error: Error) => error.message,
  );

test.each([
  ["annotations that share an appearance", annotated(STAMP.repeat(30), [stream("q Q ".repeat(100))])],
  [
    "a pattern that is never kept, named again and again",
    pdfOfContent(`/Pattern cs ${"/P scn ".repeat(30)}`, {
      resources: "/Pattern << /P 5 0 R >>",
      more: [stream("q Q ".repeat(100), { dictionary: TILE.replace("[0 0 9 9]", "[0 0 0 9]") })],
    }),
  ],
  [
    "a pattern in a form that is drawn again and again",
    pdfOfContent("/X Do ".repeat(30), {
      resources: "/XObject << /X 5 0 R >>",
      more: [
        stream("/Pattern cs /P scn", { dictionary: `${FORM} /Resources << /Pattern << /P 6 0 R >> >>` }),
        stream("q Q ".repeat(100), { dictionary: TILE }),
      ],
    }),
  ],
  [
    "a glyph that many codes stand for",
    pdfOfContent("BT /T 9 Tf (A) Tj ET", {
      font: "4 0 R /T 5 0 R",
      more: [
        `<< /Type /Font /Subtype /Type3 /CharProcs << ${Array.from({ length: 30 }, (_, i) => `/A${i} 6 0 R`).join(" ")} >> /Resources << >> >>`,
        stream("q Q ".repeat(100)),
      ],
    }),
  ],
])("%s: counted each time", async (_, bytes) => {
  expect(await nodes(bytes, 4_000)).toContain("nodes = 4000");
  expect(await nodes(bytes, 8_000)).toBe("read");
});

test("a pattern that is kept counts once for a content", async () => {
  const bytes = pdfOfContent(`/Pattern cs ${"/P scn ".repeat(300)}`, {
    resources: "/Pattern << /P 5 0 R >>",
    more: [stream("q Q ".repeat(100), { dictionary: TILE })],
  });
  expect(await nodes(bytes, 500)).toBe("read");
});

test.each([false, true])(
  "a PDF of forms, patterns, glyphs and annotations is read, in object streams: %s",
  async (packed) => {
    const bytes = pdfOfContent(`${PRINTED} /X Do /Pattern cs /P scn 0 0 9 9 re f BT /T 9 Tf 30 9 Td (A) Tj ET`, {
      font: "4 0 R /T 8 0 R",
      resources: `/XObject << /X 5 0 R >> /Pattern << /P 7 0 R >> >> /Annots [${STAMP.replaceAll("5 0 R", "6 0 R")}] /Y <<`,
      packed,
      more: [
        // Each of the names means another thing in each of the forms.
        stream("/X Do /X Do", {
          dictionary: `${FORM} /Resources << /XObject << /X 6 0 R >> >>`,
          filters: ["FlateDecode"],
        }),
        stream("BT /F 9 Tf 9 30 Td (1234) Tj ET", { dictionary: `${FORM} /Resources << /Font << /F 4 0 R >> >>` }),
        stream("/X Do", { dictionary: `${TILE} /Resources << /XObject << /X 6 0 R >> >>` }),
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /CharProcs << /A 9 0 R >> /Encoding << /Differences [65 /A] >> /FirstChar 65 /LastChar 65 /Widths [1] /Resources << /XObject << /X 6 0 R >> >> >>",
        stream("1 0 d0 /X Do"),
      ],
    });
    expect(JSON.stringify(await open(bytes))).toContain("printed in the year 2024");
  },
);
