/** The code pages that RTF and old Word documents name in; the text of their bytes out. */
import { decodeWindows1252 } from "./windows-1252.js";

/** \fcharset to the Encoding Standard's names. */
const CHARSETS: Readonly<Record<number, string>> = {
  77: "macintosh",
  128: "shift_jis",
  129: "euc-kr",
  134: "gb18030",
  136: "big5",
  161: "windows-1253",
  162: "windows-1254",
  204: "windows-1251",
  238: "windows-1250",
};
/** \ansicpg and \cpg. */
const CODE_PAGES: Readonly<Record<number, string>> = {
  932: "shift_jis",
  936: "gb18030",
  949: "euc-kr",
  950: "big5",
  1250: "windows-1250",
  1251: "windows-1251",
  1252: "windows-1252",
  10000: "macintosh",
  10008: "gb18030",
  54936: "gb18030",
  65001: "utf-8",
};

/** The charset of a font, or undefined where the font states none of its own (ANSI, default, symbol). */
export const charsetOfFont = (fcharset: number): string | undefined => CHARSETS[fcharset];

export const charsetOfCodePage = (codePage: number): string | undefined => CODE_PAGES[codePage];

/**
 * Decodes a run of bytes. A font without a charset of its own is written in the document's code page by Chinese programs
 * and in Western European by others: the bytes tell.
 */
export function decodeRun(bytes: readonly number[], font: string | undefined, document: string): string {
  const data = Uint8Array.from(bytes);
  const charset = font ?? document;
  if (charset === "windows-1252") return decodeWindows1252(data);
  try {
    return new TextDecoder(charset, { fatal: font === undefined }).decode(data);
  } catch {
    // Not of the document's code page: the other reading.
    return decodeWindows1252(data);
  }
}
