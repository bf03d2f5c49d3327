/**
 * The text of a PDF's objects in; how each object is referred to out. What a stream says of itself may be a lie (a content
 * that calls itself a picture); what it is read as, the references to it tell.
 */
import type { FontTally } from "./font-tally.js";
import { ObjectReader, type Reading } from "./object-reader.js";
import { streamInObject, withoutPlaces, type HeldObject } from "./object-streams.js";
import { SPACES } from "./tokens.js";

export interface StreamHead {
  /** Where its object begins. */
  readonly start: number;
  /** Where all the objects that it may belong to begin. */
  readonly starts: readonly number[];
  /** The numbers that the object may have; none where they can't be told. */
  readonly numbers: readonly number[];
  /** The names in its dictionary. */
  readonly names: ReadonlySet<string>;
  /** Whether each of its dictionaries says that it is a picture, to those who draw it. */
  readonly isPicture: boolean;
}

export interface Uses {
  /** By object number, the keys that refer to it; "" for an array. */
  readonly keys: ReadonlyMap<number, ReadonlySet<string>>;
  /** The object numbers in each array that holds two or more, with repetitions. */
  readonly arrays: readonly (readonly number[])[];
  /** By the offset of the word "stream". */
  readonly heads: ReadonlyMap<number, StreamHead>;
  /** Every name in the objects. */
  readonly names: ReadonlySet<string>;
  /** Where the values of the key begin that says how the file is encrypted: of the objects of the file, and of its trailers. */
  readonly encryptions: ReadonlySet<number>;
}

export interface UsesReader extends Uses {
  /** Reads the objects of the file. */
  readonly readFile: (text: string) => void;
  /** Reads what may be objects, wherever they begin. */
  readonly readStream: (text: string) => void;
  /**
   * Reads an object of an object stream.
   * @throws UnreadableDocumentError "damaged" where it is a stream, or holds one
   */
  readonly readHeld: (object: HeldObject) => void;
}

const OBJECT = /(?<!end)obj/g;
const TRAILER = /trailer/g;
/** Other words than this one stand in texts, too. */
const BEGINS_DICTIONARY = /^trailer[\0\s]*(?:<<|%)/;
const STREAM = "stream";
const NUMBER = /(?:^|[\s\0])(\d+)[\s\0]+\d+[\s\0]+$/;
/** What a number, the last word before "obj", may end with; a sign or a point alone is one, too. */
const NUMBER_END = /[\d.+-]/;
const SPACE = new RegExp(`[${SPACES}]`);
/** Characters before "obj" that hold its number. */
const NUMBER_REACH = 30;

/**
 * @param check throws where it takes too long: strings that open everywhere and never end are read many times
 * @param onObject told of each object of the file; throws where there are too many
 */
export function usesReader(check: () => void, onObject: () => void, fonts: FontTally): UsesReader {
  const reading: Reading = { keys: new Map(), arrays: [], names: new Set(), encryptions: new Set(), check, fonts };
  const heads = new Map<number, StreamHead>();
  const readFile = (text: string) => {
    for (const { 0: word, index } of text.matchAll(TRAILER)) {
      onObject();
      new ObjectReader(
        text,
        index + word.length,
        reading,
        BEGINS_DICTIONARY.test(text.slice(index, index + 99)),
      ).read();
    }
    for (const { index } of text.matchAll(OBJECT)) {
      onObject();
      const object = new ObjectReader(text, index + "obj".length, reading, isNumbered(text, index));
      const end = object.read();
      if (!text.startsWith(STREAM, end)) continue;
      const number = Number(NUMBER.exec(text.slice(Math.max(0, index - NUMBER_REACH), index))?.[1] ?? NaN);
      const { names, isPicture } = object;
      const head = heads.get(end) ?? { start: index, starts: [], numbers: [], names, isPicture };
      heads.set(end, {
        ...head,
        starts: [...head.starts, index],
        numbers: [...head.numbers, number],
        names: head.names === names ? names : new Set([...head.names, ...names]),
        isPicture: head.isPicture && isPicture,
      });
    }
  };
  // The places are those of the file.
  const own = { ...reading, encryptions: new Set<number>() };
  const readStream = (text: string) => {
    // Words that end an object of a file end none here.
    for (let at = 0; at < text.length; at++) at = new ObjectReader(text, at, own, false).read();
  };
  const readHeld = ({ text, mustEnd, mustBeReadable }: HeldObject) => {
    const object = new ObjectReader(text, 0, own, true);
    if (text.startsWith(STREAM, object.read())) throw streamInObject();
    if ((mustEnd && !object.isWhole) || (mustBeReadable && !object.isReadable)) throw withoutPlaces();
  };
  return { ...reading, heads, readFile, readStream, readHeld };
}

/** Whether a number stands before the word at the place, or a comment, behind which one may stand. */
function isNumbered(text: string, at: number): boolean {
  let end = at;
  while (end > 0 && SPACE.test(text[end - 1]!)) end--;
  if (end > 0 && NUMBER_END.test(text[end - 1]!)) return true;
  const line = Math.max(text.lastIndexOf("\n", end - 1), text.lastIndexOf("\r", end - 1));
  return end < at && text.slice(line + 1, end).includes("%");
}
