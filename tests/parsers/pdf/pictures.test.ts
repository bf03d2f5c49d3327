/** No picture of a PDF is decoded, wherever its filter stands and whatever size it says it has. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
// @ts-expect-error a script without types
import { PICTURE_CASES as cases } from "../../../scripts/hostile/picture-cases.mjs";
import { DEFAULT_LIMITS } from "../../../parsers/limits.js";
import { checkInflated } from "../../../parsers/pdf/inflated.js";
import { leavePicturesOut, withoutPictureFilters } from "../../../parsers/pdf/pictures.js";

const PICTURE_CASES = cases as { name: string; make: (scale: number) => Uint8Array }[];
/** Decoded, each takes more than 600. */
const MOST_MEGABYTES = 300;
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

test.each(PICTURE_CASES)("$name: left out", ({ make }) => {
  const folder = mkdtempSync(join(tmpdir(), "picture-"));
  const path = join(folder, "picture.pdf");
  writeFileSync(path, make(0.4));
  const told = execFileSync(process.execPath, ["scripts/hostile/one.mjs", path], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  const { outcome, megabytes } = JSON.parse(told) as { outcome: string; megabytes: number };
  expect(outcome).toBe("not-a-report");
  expect(megabytes).toBeLessThan(MOST_MEGABYTES);
});

test("only the worker's request for a document is told to leave pictures out", () => {
  const sent: unknown[] = [];
  const worker = { port: { postMessage: (message: unknown) => void sent.push(message) } };
  leavePicturesOut(worker);
  const post = worker.port.postMessage;
  post({ action: "GetDocRequest", data: { evaluatorOptions: { maxImageSize: -1 } } });
  post({ action: "GetPage", data: {} });
  expect(sent).toEqual([
    { action: "GetDocRequest", data: { evaluatorOptions: { maxImageSize: -Infinity } } },
    { action: "GetPage", data: {} },
  ]);
});

describe("the names of picture filters", () => {
  const renamed = (dictionary: string, data = "") => {
    const bytes = Buffer.from(`1 0 obj\n<< ${dictionary} >>\nstream\n${data}\nendstream\nendobj\n`, "latin1");
    return checkInflated(bytes, DEFAULT_LIMITS).then((ranges) => text(withoutPictureFilters(bytes, ranges)));
  };

  test.each([
    ["/Filter /DCTDecode", "/Filter /XCTDecode"],
    ["/Filter [/FlateDecode/JPXDecode]", "/Filter [/FlateDecode/XPXDecode]"],
    ["/Filter /#43CITTFaxDecod#65", "/Filter /#58CITTFaxDecod#65"],
    ["/Filter /JBIG2Decode%", "/Filter /XBIG2Decode%"],
    ["/Filter [/AHx /DCT /CCF /JPX]", "/Filter [/AHx /XCT /XCF /XPX]"],
  ])("%s means nothing any more", async (dictionary, expected) => {
    expect(await renamed(dictionary)).toContain(`<< ${expected} >>`);
  });

  test("what is longer, another filter, or a short name in data stays", async () => {
    expect(await renamed("/Filter /FlateDecode /DCTs 1", "/DCT ")).toContain("/FlateDecode /DCTs 1 >>\nstream\n/DCT ");
  });

  test("the bytes that were given are left as they are", () => {
    const bytes = Buffer.from("/DCTDecode ");
    withoutPictureFilters(bytes, []);
    expect(text(bytes)).toBe("/DCTDecode ");
  });
});
