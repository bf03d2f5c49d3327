/**
 * A PDF in; the same without anything to decode a picture by out. No picture is needed, and a few bytes of one make as
 * many pixels as they say: pdfjs, which decodes it whole, is kept from it, whatever calls itself a picture or hides one.
 */
import { UnreadableDocumentError } from "../errors.js";
import { latin1 } from "./latin1.js";
import { spellings } from "./spellings.js";
import { SPACES } from "./tokens.js";

/** Filters that make pixels; pdfjs would make them of a font or a form, too. */
const PICTURE_FILTERS = ["DCTDecode", "CCITTFaxDecode", "JBIG2Decode", "JPXDecode"];
/** Their short names, which stand for them in a dictionary of a stream, too. */
const SHORT_FILTERS = ["DCT", "CCF", "JPX"];
/** What no writer uses yet, and nothing here can count. */
const UNCOUNTED_FILTER = "BrotliDecode";

const namesOf = (names: readonly string[], flags: string) =>
  new RegExp(`/(?:${names.map(spellings).join("|")})(?=[\\s\\0()<>[\\]{}/%]|$)`, flags);

const PICTURE_NAME = namesOf(PICTURE_FILTERS, "gi");
const SHORT_NAME = namesOf(SHORT_FILTERS, "gi");
const ANY_NAME = namesOf([...PICTURE_FILTERS, ...SHORT_FILTERS], "i");
const UNCOUNTED_NAME = namesOf([UNCOUNTED_FILTER], "i");
/** Stands for the first character of a name that means nothing then. */
const NOTHING = "X";

export type Range = readonly [start: number, end: number];

/**
 * A copy in which no picture filter is named: pdfjs gives what an unknown filter encodes as it is.
 * @param dictionaries where the dictionaries of streams stand
 */
export function withoutPictureFilters(bytes: Uint8Array, dictionaries: readonly Range[]): Uint8Array<ArrayBuffer> {
  const copy = Uint8Array.from(bytes);
  const rename = (text: string, names: RegExp, offset: number) => {
    for (const { index } of text.matchAll(names)) renameAt(copy, offset + index + 1);
  };
  rename(latin1(bytes), PICTURE_NAME, 0);
  // The short names could stand anywhere in what is compressed.
  for (const [start, end] of dictionaries) rename(latin1(bytes.subarray(start, end)), SHORT_NAME, start);
  return copy;
}

function renameAt(bytes: Uint8Array, at: number): void {
  const code = NOTHING.charCodeAt(0);
  if (bytes[at] !== "#".charCodeAt(0)) bytes[at] = code;
  else bytes.set(new TextEncoder().encode(code.toString(16)), at + 1);
}

/**
 * @param names all in the objects of the file
 * @throws UnreadableDocumentError "unsupported-filter" for a filter whose result nobody can count beforehand
 */
export function checkFileNames(names: ReadonlySet<string>): void {
  if (names.has(UNCOUNTED_FILTER)) throw unsupportedFilter(UNCOUNTED_FILTER);
}

/**
 * Names in an object stream can't be taken out; the filter of a stream can stand in one, and in nothing that was written in
 * good faith does.
 * @throws UnreadableDocumentError "unsupported-filter"
 */
export function checkObjectStreamNames(text: string): void {
  const found = ANY_NAME.exec(text) ?? UNCOUNTED_NAME.exec(text);
  if (found) throw unsupportedFilter(found[0].slice(1));
}

/** The largest number that anybody writes is far below it; two of them together are still no infinity. */
const LARGEST = 1e100;
const GAP = String.raw`(?:[${SPACES}]|%[^\r\n]*[\r\n])+`;
/** Width and height of a picture in a content, by their short names, too; digits elsewhere may be data. */
const SIZE = ["W", "H", "Width", "Height"].map(spellings).join("|");
const LONG_NUMBER = new RegExp(String.raw`/(?:${SIZE})${GAP}[+-]{0,2}[\n\r]*\.?\d[\d-]{100}`, "i");

/**
 * A picture whose width and height multiply to what is below all numbers is within any limit, and pdfjs would decode it.
 * @throws UnreadableDocumentError "damaged"
 */
export function checkNumber(number: number): void {
  if (Math.abs(number) > LARGEST) throw withoutSize();
}

/** The same of all numbers that a content tells of its pictures. */
export function checkContentNumbers(content: string): void {
  if (LONG_NUMBER.test(content)) throw withoutSize();
}

function withoutSize(): UnreadableDocumentError {
  return new UnreadableDocumentError("damaged", {
    zh: "PDF 结构已损坏：含有大得没有意义的数字",
    en: "the structure of the PDF is damaged: a number in it is larger than any that means something",
  });
}

export function unsupportedFilter(name: string): UnreadableDocumentError {
  return new UnreadableDocumentError("unsupported-filter", {
    zh: `PDF 的压缩方式不支持：${name}`,
    en: `the PDF is compressed in a way that is not read: ${name}`,
  });
}

interface Port {
  postMessage: (message: Request, transfer?: Transferable[]) => void;
}

interface Request {
  readonly action?: string;
  readonly data?: { readonly evaluatorOptions?: { maxImageSize?: number } };
}

/**
 * Lets the worker leave every picture out. Of its own options the smallest leaves one of a single pixel in, and one of a
 * negative width, each of which can hold gigabytes.
 */
export function leavePicturesOut({ port }: { readonly port: unknown }): void {
  const own = port as Port;
  const post = own.postMessage.bind(own);
  own.postMessage = (message, transfer) => {
    const options = message.action === "GetDocRequest" && message.data?.evaluatorOptions;
    if (options) options.maxImageSize = -Infinity;
    post(message, transfer);
  };
}
