/** The head of a Word document's main stream (FIB, [MS-DOC] 2.5) in; what it says of the rest out. */
import { UnreadableDocumentError, UnsupportedFormatError } from "../errors.js";

/** Where a structure lies in the table stream. */
export interface Place {
  readonly start: number;
  readonly size: number;
}

export interface FileHead {
  readonly tableStream: "0Table" | "1Table";
  /** Characters of the body, and of the parts that follow it, in the file's order. */
  readonly body: number;
  readonly footnotes: number;
  readonly headers: number;
  readonly comments: number;
  readonly endnotes: number;
  readonly textBoxes: number;
  readonly styles: Place;
  readonly characterRuns: Place;
  readonly paragraphRuns: Place;
  readonly pieces: Place;
  readonly lists: Place;
  readonly listOverrides: Place;
}

const [WORD_97, WORD_95] = [0xa5ec, 0xa5dc];
/** The first version with this layout. */
const FIRST_VERSION = 0xc1;
const [ENCRYPTED, TABLE_1] = [0x0100, 0x0200];
/** Offset of the pairs of offset and size, and of the character counts. */
const [PLACES, COUNTS] = [0x9a, 0x4c];

export function damagedDoc(): UnreadableDocumentError {
  return new UnreadableDocumentError("damaged", {
    zh: "Word 97–2003 文档（.doc）已损坏",
    en: "the Word 97–2003 document (.doc) is damaged",
  });
}

/** @throws UnreadableDocumentError "encrypted", "damaged"; UnsupportedFormatError for Word 6 and 95 */
export function readFileHead(stream: Uint8Array): FileHead {
  if (stream.length < PLACES + 8 * 75) throw damagedDoc();
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const magic = view.getUint16(0, true);
  if (magic === WORD_95 || (magic === WORD_97 && view.getUint16(2, true) < FIRST_VERSION)) throw tooOld();
  if (magic !== WORD_97) throw damagedDoc();
  const flags = view.getUint16(10, true);
  if (flags & ENCRYPTED) {
    throw new UnreadableDocumentError("encrypted", {
      zh: "Word 文档已加密，需要密码",
      en: "the Word document is encrypted and needs a password",
    });
  }
  const count = (n: number) => Math.max(0, view.getInt32(COUNTS + 4 * n, true));
  const place = (n: number): Place => ({
    start: view.getUint32(PLACES + 8 * n, true),
    size: view.getUint32(PLACES + 8 * n + 4, true),
  });
  return {
    tableStream: flags & TABLE_1 ? "1Table" : "0Table",
    ...{ body: count(0), footnotes: count(1), headers: count(2), comments: count(4), endnotes: count(5) },
    textBoxes: count(6),
    ...{ styles: place(1), characterRuns: place(12), paragraphRuns: place(13), pieces: place(33) },
    ...{ lists: place(73), listOverrides: place(74) },
  };
}

function tooOld(): UnsupportedFormatError {
  return new UnsupportedFormatError("unsupported-format", {
    zh: "这是 Word 6/95 文档，不支持；请用 Word 或 WPS 另存为 docx",
    en: "this is a Word 6/95 document, which is not supported; save it as docx with Word or WPS",
  });
}
