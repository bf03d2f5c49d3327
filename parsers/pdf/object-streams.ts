/**
 * An object stream of a PDF in; the texts of its objects out, as pdfjs reads them: each from its own place up to that of the next
 * (ISO 32000-1 7.5.7). A place may lie in a string or a comment of another object.
 */
import { UnreadableDocumentError } from "../errors.js";
import { checkLimit, type Limits } from "../limits.js";
import { entriesOf } from "./stream-dictionary.js";
import type { StreamHead } from "./uses.js";
import { parseNumbers } from "./values.js";

export interface HeldObject {
  readonly number: number;
  readonly text: string;
  /** Whether pdfjs reads on in the file where the text is over before the object is. */
  readonly mustEnd: boolean;
  /** pdfjs that fails at one object fails at the whole stream, and reads it again for each that is asked for. */
  readonly mustBeReadable: boolean;
}

type Place = Pick<HeldObject, "text" | "mustEnd">;

const OBJECT = "obj";
const WHOLE_NUMBER = /^\d{1,9}$/;

/**
 * By all dictionaries that may stand before the stream.
 * @param isInFile whether its bytes are those of the file, and not decoded
 * @param isRead whether pdfjs reads it so, of several ways in which it may be decoded
 * @param word where the word "stream" stands in the text of the file
 * @throws UnreadableDocumentError "damaged" where the places aren't written plainly, or lie outside of the stream;
 * "limit-exceeded" for nodes
 */
export function heldObjects(
  held: string,
  { isInFile, isRead }: { readonly isInFile: boolean; readonly isRead: boolean },
  { starts }: StreamHead,
  word: number,
  file: { readonly text: string; readonly limits: Limits; readonly check: () => void },
): HeldObject[] {
  const { limits, check } = file;
  return starts.flatMap((start) => {
    const entries = entriesOf(file.text.slice(start + OBJECT.length, word));
    const [first, count] = [numberIn(entries?.get("First")), numberIn(entries?.get("N"))];
    if (first === null || count === null) return [];
    // pdfjs makes room for all of them before it reads any.
    checkLimit(limits, "nodes", count);
    const numbers = parseNumbers(held, 2 * count, limits, check);
    const places = numbers.flatMap((place, i) => (i % 2 === 1 ? first + place : []));
    const objects = textsAt(held, isInFile, places);
    if (isRead && objects.length < count) throw withoutPlaces();
    return objects.map((object, i) => ({ number: numbers[2 * i]!, ...object, mustBeReadable: isRead }));
  });
}

/** Null where there is none: pdfjs reads no object then. */
function numberIn(words: readonly string[] | undefined): number | null {
  if (words === undefined) return null;
  if (words.length !== 1 || !WHOLE_NUMBER.test(words[0]!)) throw withoutPlaces();
  return Number(words[0]);
}

function textsAt(text: string, isInFile: boolean, places: readonly number[]): Place[] {
  const texts: Place[] = [];
  for (const [i, place] of places.entries()) {
    if (!Number.isInteger(place) || place < 0 || (isInFile && place > text.length)) throw withoutPlaces();
    const next = places[i + 1] ?? Infinity;
    // pdfjs reads no further where a place lies before the last one.
    if (next < place) break;
    texts.push({ text: text.slice(place, next), mustEnd: isInFile && next === Infinity });
  }
  return texts;
}

export function withoutPlaces(): UnreadableDocumentError {
  return new UnreadableDocumentError("damaged", {
    zh: "PDF 结构已损坏：对象流中对象的位置不明",
    en: "the structure of the PDF is damaged: where the objects of an object stream stand can't be told",
  });
}

/** A stream in an object stream, or in another object, is one that nobody has counted. */
export function streamInObject(): UnreadableDocumentError {
  return new UnreadableDocumentError("damaged", {
    zh: "PDF 结构已损坏：对象或对象流中含有流",
    en: "the structure of the PDF is damaged: a stream stands in an object stream, or inside another object",
  });
}
