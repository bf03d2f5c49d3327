/** The pages of a PDF or OFD in; an error where they hold no text that can be read out. */
import { UnreadableDocumentError } from "../errors.js";
import { hasHan, isCommon, isPrinted } from "./characters.js";
import type { PageContent } from "./page.js";

/** Fewer characters than this on all pages are no text layer. */
const FEWEST_CHARACTERS = 30;
/** Share of characters without meaning above which the text is garbled. */
const GARBLED_SHARE = 0.25;
/** Replacement, private-use and control characters; letters of scripts that no such report is written in. */
const MEANINGLESS =
  /[\ufffd\ue000-\uf8ff\u0000-\u0008\u000b-\u001f\u007f-\u009f]|[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Devanagari}\p{Script=Ethiopic}\p{Script=Armenian}\p{Script=Georgian}]/u;
/** A Chinese report has Chinese characters: fewer than this share are the sign of a wrong character map. */
const CHINESE_SHARE = 0.15;
const FEWEST_TO_JUDGE = 200;

/** @throws UnreadableDocumentError "needs-ocr" for scans, "garbled-text" where the fonts map to no text */
export function assertLegible(pages: readonly PageContent[], format: "PDF" | "OFD" = "PDF"): void {
  let [printed, meaningless] = [0, 0];
  for (const { glyphs } of pages) {
    for (const { text } of glyphs) {
      if (!isPrinted(text)) continue;
      printed++;
      if (!isCommon(text) && MEANINGLESS.test(text)) meaningless++;
    }
  }
  if (printed < FEWEST_CHARACTERS) {
    throw new UnreadableDocumentError("needs-ocr", {
      zh: `${format} 没有文字层（扫描件或图片），需要先做文字识别（OCR）`,
      en: `the ${format} has no text layer (a scan or pictures): it needs character recognition (OCR) first`,
    });
  }
  const isForeign = () => {
    let chinese = 0;
    for (const { glyphs } of pages) for (const { text } of glyphs) if (hasHan(text)) chinese++;
    return printed >= FEWEST_TO_JUDGE && chinese < printed * CHINESE_SHARE;
  };
  if (meaningless > printed * GARBLED_SHARE || (meaningless > printed * 0.02 && isForeign())) {
    throw new UnreadableDocumentError("garbled-text", {
      zh: `${format} 的字体没有可用的字符映射，文字是乱码，需要文字识别（OCR）`,
      en: `the fonts of the ${format} map to no usable text: it needs character recognition (OCR)`,
    });
  }
}
