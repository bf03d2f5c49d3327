/**
 * The text of a PDF's objects in; how each object is referred to out. What a stream says of itself may be a lie (a content
 * that calls itself a picture); what it is read as, the references to it tell.
 */
import { decodeName, DEPTHS, endOfString, NOTHING, TOKEN } from "./tokens.js";
import { codesSpanned } from "./code-ranges.js";

export interface StreamHead {
  /** Where its object begins. */
  readonly start: number;
  /** Where all the objects that it may belong to begin. */
  readonly starts: readonly number[];
  /** The numbers that the object may have; none where they can't be told. */
  readonly numbers: readonly number[];
  /** The names in its dictionary. */
  readonly names: ReadonlySet<string>;
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
  /** Reads what an object stream holds. */
  readonly readStream: (text: string) => void;
}

/** Told of each object of the file, and of each code that a font spans; throws where there are too many. */
export interface Count {
  readonly object: () => void;
  readonly codes: (codes: number) => void;
}

interface Reading {
  readonly keys: Map<number, Set<string>>;
  readonly arrays: number[][];
  readonly names: Set<string>;
  readonly encryptions: Set<number>;
  readonly check: () => void;
  readonly count: Count;
}

const OBJECT = /(?<!end)obj/g;
const TRAILER = /trailer/g;
const ENCRYPT = "Encrypt";
const NUMBER = /(?:^|[\s\0])(\d+)[\s\0]+\d+[\s\0]+$/;
/** Characters before "obj" that hold its number. */
const NUMBER_REACH = 30;
const OBJECT_END = /^(?:endobj|stream|xref|trailer|startxref)$/;
const WHOLE_NUMBER = /^\+?\d+$/;
/** Tokens between two looks at the clock. */
const TOKENS_AT_ONCE = 1_000;

/**
 * @param check throws where it takes too long: strings that open everywhere and never end are read many times
 */
export function usesReader(check: () => void, count: Count): UsesReader {
  const reading: Reading = { keys: new Map(), arrays: [], names: new Set(), encryptions: new Set(), check, count };
  const heads = new Map<number, StreamHead>();
  const readFile = (text: string) => {
    for (const { 0: word, index } of text.matchAll(TRAILER)) {
      count.object();
      readObject(text, index + word.length, reading, new Set());
    }
    for (const { index } of text.matchAll(OBJECT)) {
      count.object();
      const names = new Set<string>();
      const end = readObject(text, index + "obj".length, reading, names);
      if (!text.startsWith("stream", end)) continue;
      const number = Number(NUMBER.exec(text.slice(Math.max(0, index - NUMBER_REACH), index))?.[1] ?? NaN);
      const head = heads.get(end) ?? { start: index, starts: [], numbers: [], names };
      heads.set(end, { ...head, starts: [...head.starts, index], numbers: [...head.numbers, number] });
    }
  };
  const readStream = (text: string) => {
    // The places are those of the file.
    readObject(text, 0, { ...reading, encryptions: new Set() }, new Set());
  };
  return { ...reading, heads, readFile, readStream };
}

/** Reads to the word that ends the object, whose offset is given back; inside brackets it ends nothing. */
function readObject(text: string, start: number, reading: Reading, own: Set<string>): number {
  let name = "";
  let numbers: number[] = [];
  let depth = 0;
  const open: number[][] = [];
  for (let at = start, count = 0; at < text.length; count++) {
    if (count % TOKENS_AT_ONCE === 0) reading.check();
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)![0];
    if (depth === 0 && OBJECT_END.test(token)) return at;
    at = token === "(" ? endOfString(text, at) : at + token.length;
    if (NOTHING.test(token)) continue;
    if (WHOLE_NUMBER.test(token)) {
      numbers.push(Number(token));
      continue;
    }
    if (token === "R" && numbers.length > 1) {
      addUse(reading.keys, numbers.at(-2)!, numbers.length === 2 ? name : "");
      open.at(-1)?.push(numbers.at(-2)!);
    }
    if (token === "[") {
      open.push([]);
      if (depth === 0 || name !== "") reading.count.codes(codesSpanned(text, name, at - 1, reading.check));
    }
    if (token === "]") addArray(reading.arrays, open.pop());
    depth = Math.max(0, depth + (DEPTHS[token] ?? 0));
    name = token.startsWith("/") ? decodeName(token.slice(1)) : "";
    if (name !== "") {
      own.add(name);
      reading.names.add(name);
      if (name === ENCRYPT) reading.encryptions.add(at);
      if (name.endsWith("Char")) reading.count.codes(codesSpanned(text, name, at, reading.check));
    }
    numbers = [];
  }
  for (const array of open) addArray(reading.arrays, array);
  return text.length;
}

function addUse(keys: Map<number, Set<string>>, number: number, key: string): void {
  keys.set(number, (keys.get(number) ?? new Set()).add(key));
}

function addArray(arrays: number[][], array: number[] | undefined): void {
  if (array && array.length > 1) arrays.push(array);
}
