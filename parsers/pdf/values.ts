/**
 * The text of a PDF's object in; its value out, as pdfjs reads it: lenient in numbers, in what separates words, and in what
 * stands where a key should.
 */
import { checkLimit, type Limits } from "../limits.js";
import { decodeName, isNumber, numberOf, WordReader } from "./tokens.js";

export class Reference {
  constructor(readonly number: number) {}
}

export type Dictionary = ReadonlyMap<string, Value>;
/** Names are strings without their slash; null is all that leads nowhere. */
export type Value = Dictionary | readonly Value[] | Reference | string | number | null;

export interface Parsed {
  readonly value: Value;
  /** The word behind it, and where that stands. */
  readonly next: string;
  readonly end: number;
  readonly tokens: number;
}

/** @param check throws once the time is over */
export function parseValue(text: string, at: number, limits: Limits, check: () => void): Parsed {
  const reader = new ValueReader(text, at, limits, check);
  const value = reader.value(reader.next(), 0);
  const next = reader.next();
  return { value, next, end: reader.at - next.length, tokens: reader.count };
}

/** The whole numbers at the beginning of an object stream, as many as there are. */
export function parseNumbers(text: string, most: number, limits: Limits, check: () => void): number[] {
  const reader = new ValueReader(text, 0, limits, check);
  const numbers: number[] = [];
  for (let word = reader.next(); numbers.length < most && isNumber(word); word = reader.next()) {
    numbers.push(numberOf(word));
  }
  return numbers;
}

class ValueReader extends WordReader {
  constructor(
    text: string,
    at: number,
    private readonly limits: Limits,
    check: () => void,
  ) {
    super(text, at, check);
  }

  value(word: string, depth: number): Value {
    checkLimit(this.limits, "depth", depth);
    if (word.startsWith("/")) return decodeName(word.slice(1));
    if (word === "[") return this.array(depth);
    if (word === "<<") return this.dictionary(depth);
    return isNumber(word) ? numberOf(word) : null;
  }

  private array(depth: number): Value {
    const items: Value[] = [];
    for (let word = this.next(); word !== "]" && word !== ""; word = this.next()) {
      const number = items.at(-2);
      if (word === "R" && typeof items.at(-1) === "number" && Number.isInteger(number)) {
        items.splice(-2, 2, new Reference(number as number));
      } else items.push(this.value(word, depth + 1));
    }
    return items;
  }

  private dictionary(depth: number): Value {
    const entries = new Map<string, Value>();
    for (let key = this.next(); key !== ">>" && key !== ""; key = this.next()) {
      // What stands in the place of a key and is none is left out word by word.
      if (!key.startsWith("/")) continue;
      const value = this.value(this.next(), depth + 1);
      entries.set(decodeName(key.slice(1)), this.isReference(value) ? new Reference(value as number) : value);
    }
    return entries;
  }

  private isReference(value: Value): boolean {
    if (!Number.isInteger(value)) return false;
    const before = this.at;
    if (isNumber(this.next()) && this.next() === "R") return true;
    this.at = before;
    return false;
  }
}

export const isDictionary = (value: unknown): value is Dictionary => value instanceof Map;
