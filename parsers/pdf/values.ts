/**
 * The text of a PDF's object in; its value out, as pdfjs reads it: lenient in numbers, in what separates words, and in what
 * stands where a key should.
 */
import { checkLimit, type Limits } from "../limits.js";
import { decodeName, endOfString } from "./tokens.js";

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

/** What pdfjs takes for space, which is less than other readers do. */
export const SPACES = String.raw`\0\t\n\f\r `;
const REGULAR = String.raw`[^${SPACES}()<>[\]{}/%]`;
const NUMBER = String.raw`[+-]*\.?\d[\d-]*(?:\.[\d-]*)?(?:[eE][+-]?\d+)?`;
const WORD = new RegExp(
  String.raw`[${SPACES}]*(/${REGULAR}*|<<|>>|[()[\]{}>]|<[^>]*>?|%[^\r\n]*|${NUMBER}|${REGULAR}+|$)`,
  "y",
);
/** An array of many numbers alone, as of widths, which nobody asks for. */
const NUMBERS = /[\d.\0\t\n\f\r -]{100,}\]/y;
const IS_NUMBER = new RegExp(`^${NUMBER}$`);
const PLAIN = /^[\d.]+$/;
/** Words between two looks at the clock. */
const WORDS_AT_ONCE = 1_000;

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
  for (let word = reader.next(); numbers.length < most && IS_NUMBER.test(word); word = reader.next()) {
    numbers.push(numberOf(word));
  }
  return numbers;
}

class ValueReader {
  count = 0;

  constructor(
    private readonly text: string,
    public at: number,
    private readonly limits: Limits,
    private readonly check: () => void,
  ) {}

  /** The next word, a string by its bracket alone; "" at the end. */
  next(): string {
    let word = "%";
    while (word.startsWith("%")) {
      if (this.count++ % WORDS_AT_ONCE === 0) this.check();
      WORD.lastIndex = this.at;
      word = WORD.exec(this.text)?.[1] ?? "";
      this.at = word === "(" ? endOfString(this.text, WORD.lastIndex - 1) : WORD.lastIndex || this.text.length;
    }
    return word;
  }

  value(word: string, depth: number): Value {
    checkLimit(this.limits, "depth", depth);
    if (word.startsWith("/")) return decodeName(word.slice(1));
    if (word === "[") return this.array(depth);
    if (word === "<<") return this.dictionary(depth);
    return IS_NUMBER.test(word) ? numberOf(word) : null;
  }

  private array(depth: number): Value {
    const items: Value[] = [];
    NUMBERS.lastIndex = this.at;
    if (NUMBERS.test(this.text)) {
      this.at = NUMBERS.lastIndex;
      return items;
    }
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
    if (IS_NUMBER.test(this.next()) && this.next() === "R") return true;
    this.at = before;
    return false;
  }
}

/** A sign inside a number means nothing. */
const numberOf = (word: string) => (PLAIN.test(word) ? Number(word) : Number(word.replace(/(?<![eE])[+-]/g, "")));

export const isDictionary = (value: unknown): value is Dictionary => value instanceof Map;
