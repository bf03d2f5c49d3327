/** A page is given up as soon as its operators are beyond the limits, however small its file is. */
// @ts-expect-error a script without types
import { pdfOfContent as pdf, stream as streamOf } from "../../../scripts/hostile/pdf.mjs";
import { readFileSync } from "node:fs";
import { open, type Limits } from "../../../parsers/index.js";

const pdfOfContent = pdf as (content: string, more?: { resources: string; more: unknown[] }) => Uint8Array;
const stream = streamOf as (content: string, options: { dictionary: string }) => Uint8Array;
const refusal = async (bytes: Uint8Array, limits: Partial<Limits>) =>
  open(bytes, { limits }).then(
    () => "read",
    (error: Error) => error.message,
  );

/** A form that shows the next ten times, which shows the next ten times: a hundred million in all. */
function multiplied(): Uint8Array {
  const form = (i: number) =>
    stream(i < 8 ? "/X Do ".repeat(10) : "BT /F 1 Tf (a) Tj ET", {
      dictionary: `/Subtype /Form /BBox [0 0 1 1] /Resources << /Font << /F 4 0 R >> /XObject << /X ${6 + i} 0 R >> >>`,
    });
  return pdfOfContent("/X Do", {
    resources: "/XObject << /X 5 0 R >>",
    more: Array.from({ length: 9 }, (_, i) => form(i)),
  });
}

test.each([
  ["operators", "q Q ".repeat(2_000)],
  ["characters of one text", `BT /F 1 Tf (${"a".repeat(4_000)}) Tj ET`],
  ["lines of one path", `0 0 m ${"9 9 l ".repeat(8_000)} S`],
])("%s beyond the limit", async (_, content) => {
  const ordinary = `BT /F 9 Tf 9 9 Td (2024) Tj ET ${content}`;
  expect(await refusal(pdfOfContent(ordinary), { nodes: 3_000 })).toContain("nodes = 3000");
  expect(await refusal(pdfOfContent(ordinary), { nodes: 30_000 })).not.toContain("limit");
});

test("forms that multiply beyond the limit, long before all have been drawn", async () => {
  expect(await refusal(multiplied(), { nodes: 20_000 })).toContain("nodes = 20000");
});

test("forms that multiply beyond the time, long before all have been drawn", async () => {
  expect(await refusal(multiplied(), { milliseconds: 200, nodes: Infinity })).toContain("milliseconds = 200");
});

test("fonts that share a program beyond the limit, long before all have been read", async () => {
  const program = readFileSync("node_modules/pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf").toString("latin1");
  const COUNT = 30;
  const numbers = Array.from({ length: COUNT }, (_, i) => 7 + i);
  const bytes = pdfOfContent(numbers.map((n) => `BT /F${n} 9 Tf 9 9 Td (2024) Tj ET`).join(" "), {
    resources: `>> /Resources << /Font << ${numbers.map((n) => `/F${n} ${n} 0 R`).join(" ")} >>`,
    more: [
      "<< /Type /FontDescriptor /FontName /A /Flags 32 /FontBBox [0 0 1 1] /FontFile2 6 0 R >>",
      stream(program, { dictionary: `/Length1 ${program.length}` }),
      ...numbers.map(
        (n) => `<< /Type /Font /Subtype /TrueType /BaseFont /A /Widths [${n}] /FirstChar 50 /FontDescriptor 5 0 R >>`,
      ),
    ],
  });
  expect(await refusal(bytes, { nodes: 20_000 })).toContain("nodes = 20000");
  expect(await refusal(bytes, {})).not.toContain("limit");
});
