// What each format's library needs for its own bare reading of the bytes: the yardstick of the benchmarks.
import { load } from "cheerio";
import mammoth from "mammoth";
import { loadPdfjs } from "../../dist/parsers/pdf/load.js";

async function barePdf(bytes) {
  // With the built-in functions put back that pdfjs replaces by slow ones: both sides have the same.
  const { getDocument } = await loadPdfjs();
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: 0,
    useSystemFonts: false,
    isEvalSupported: false,
  });
  const document = await task.promise;
  let items = 0;
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n);
    items += (await page.getTextContent()).items.length;
  }
  await task.destroy();
  return items;
}

/** By format: what is done, and the function that does it. */
export const BARE = {
  pdf: { what: "pdfjs getTextContent of all pages", read: barePdf },
  docx: {
    what: "mammoth to HTML",
    read: async (bytes) => (await mammoth.convertToHtml({ buffer: bytes })).value.length,
  },
  html: { what: "cheerio load", read: async (bytes) => load(new TextDecoder().decode(bytes)).root().length },
  txt: {
    what: "decoding and splitting into lines",
    read: async (bytes) => new TextDecoder().decode(bytes).split("\n").length,
  },
};
