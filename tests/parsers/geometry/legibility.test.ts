/** PDFs that hold no text to be read are refused with the reason, never read as empty. */
import { open } from "../../../parsers/index.js";
import { clipped, pdf, rectangle, text, type Drawing } from "../../support/pdf-writer.js";

const SENTENCE = "各单位应当按月核对已经公开的目录并登记在册以备查询";
const prose = (font: "F1" | "F2", set = ""): Drawing[] =>
  Array.from({ length: 12 }, (_, i) => text(70, 100 + i * 20, SENTENCE, { font, set }));
const textOf = async (bytes: Uint8Array) =>
  (await open(bytes)).blocks.map((block) => (block.kind === "paragraph" ? block.text : "")).join("");

test.each([
  ["pages of pictures only", [rectangle(50, 50, 500, 700, "f", "0.5 g")], "needs-ocr"],
  ["a page number as the only text", [rectangle(50, 50, 500, 700, "f", "0.5 g"), text(290, 820, "- 1 -")], "needs-ocr"],
  ["a hidden layer under a picture", prose("F1", "3 Tr"), "needs-ocr"],
  ["fonts that map to private characters", prose("F2"), "garbled-text"],
] as const)("%s: refused", async (_, draw, code) => {
  await expect(open(pdf([{ draw }]))).rejects.toMatchObject({ name: "UnreadableDocumentError", code });
});

test("a file that was cut off is refused as damaged", async () => {
  const whole = pdf([{ draw: prose("F1") }]);
  await expect(open(whole.subarray(0, whole.length - 400))).rejects.toMatchObject({ code: "damaged" });
});

test("a wrong table of objects is mended", async () => {
  const whole = new TextDecoder("latin1").decode(pdf([{ draw: prose("F1") }]));
  const wrong = Uint8Array.from(whole.replace(/startxref\n\d+/, "startxref\n7"), (character) =>
    character.charCodeAt(0),
  );
  expect(await textOf(wrong)).toContain(SENTENCE);
});

test("text outside the page, outside its clip, and white on white is not read; white on a shade is", async () => {
  const draw = [
    ...prose("F1"),
    text(70, 900, "页外文字"),
    clipped([300, 600, 400, 620], [text(70, 610, "剪去文字")]),
    text(70, 650, "白底白字", { set: "1 1 1 rg" }),
    rectangle(60, 680, 300, 710, "f", "0.1 0.2 0.5 rg"),
    text(70, 700, "深底白字", { set: "1 1 1 rg" }),
  ];
  const read = await textOf(pdf([{ draw }]));
  expect(read).toContain(SENTENCE);
  expect(read).not.toMatch(/页外|剪去|白底白字/);
  expect(read).toContain("深底白字");
});
