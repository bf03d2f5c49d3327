/**
 * The objects of a PDF in, those in its object streams included; what a reference may lead to out. An object may be written
 * several times: a reference leads to each of them.
 */
import { checkLimit, type Limits } from "../limits.js";
import { isDictionary, parseNumbers, parseValue, Reference, type Value } from "./values.js";

/** An object stream. */
export interface Holder {
  readonly dictionary: string;
  /** What it holds, by each way in which it may be decoded. */
  readonly texts: () => Promise<readonly string[]>;
}

export interface Found {
  readonly value: Value;
  /** Where the word "stream" stands behind its dictionary in the file; null where it is none. */
  readonly word: number | null;
}

export interface Objects {
  /** What the value is, or what its reference may lead to. */
  readonly resolve: (value: Value | undefined) => Promise<readonly Found[]>;
  /** The objects in which a word stands that the expression finds. */
  readonly having: (word: RegExp) => AsyncIterable<Found>;
}

interface Definition {
  /** Null where it stands in the file. */
  readonly holder: Holder | null;
  /** Which of the holder's texts it stands in. */
  readonly way: number;
  readonly at: number;
  readonly end: number;
  found?: Found;
}

const OBJECT = /(?<!end)obj/g;
const NUMBER = /(^|\D)(\d+)[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]*$/;
/** Before a number, what makes another number of it. */
const UNPLAIN = /[-.eE]/;
/** Characters before "obj" that hold its number. */
const NUMBER_REACH = 30;
const STREAM = "stream";
/** Characters of object streams, and words of objects, that are kept at a time. */
const [MOST_CHARACTERS, MOST_WORDS] = [8 * 1024 * 1024, 1_000_000];

/** @param check throws once the time is over */
export async function objectsOf(
  text: string,
  holders: readonly Holder[],
  limits: Limits,
  check: () => void,
): Promise<Objects> {
  const index = new DefinitionIndex(text, limits, check);
  await index.addFile();
  for (const holder of holders) await index.addHolder(holder);
  return index;
}

class DefinitionIndex implements Objects {
  private readonly byNumber = new Map<number, Definition[]>();
  /** Those whose number isn't plain: any reference may lead to them. */
  private unnumbered: Definition[] = [];
  private readonly all: Definition[] = [];
  private readonly texts = new Map<Holder, readonly string[]>();
  private parsed: Definition[] = [];
  private characters = 0;
  private words = 0;

  constructor(
    private readonly text: string,
    private readonly limits: Limits,
    private readonly check: () => void,
  ) {}

  async addFile(): Promise<void> {
    for (const { 0: word, index } of this.text.matchAll(OBJECT)) {
      const [, before = "", number] = NUMBER.exec(this.text.slice(Math.max(0, index - NUMBER_REACH), index)) ?? [];
      const isPlain = number !== undefined && !UNPLAIN.test(before);
      this.add(isPlain ? Number(number) : null, {
        holder: null,
        way: 0,
        at: index + word.length,
        end: this.text.length,
      });
    }
    const dictionaries: Definition[] = [];
    for (const one of this.unnumbered) if (isDictionary((await this.found(one)).value)) dictionaries.push(one);
    this.unnumbered = dictionaries;
  }

  async addHolder(holder: Holder): Promise<void> {
    const { value } = parseValue(holder.dictionary, 0, this.limits, this.check);
    for (const { value: first } of await this.resolve(isDictionary(value) ? value.get("First") : null)) {
      if (typeof first !== "number") continue;
      for (const [way, text] of (await this.textsOf(holder)).entries()) this.addText(text, first, { holder, way });
    }
  }

  /** @param first where its objects begin, behind their numbers and places */
  private addText(text: string, first: number, of: { readonly holder: Holder; readonly way: number }): void {
    const numbers = parseNumbers(text.slice(0, first), Infinity, this.limits, this.check);
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      const [at, end] = [first + numbers[i + 1]!, first + (numbers[i + 3] ?? Infinity)];
      this.add(numbers[i]!, { ...of, at, end });
    }
  }

  private add(number: number | null, definition: Definition): void {
    checkLimit(this.limits, "nodes", this.all.push(definition));
    if (number === null) this.unnumbered.push(definition);
    else if (!this.byNumber.get(number)?.push(definition)) this.byNumber.set(number, [definition]);
  }

  readonly resolve = async (value: Value | undefined): Promise<readonly Found[]> => {
    if (!(value instanceof Reference)) return value === undefined ? [] : [{ value, word: null }];
    const found: Found[] = [];
    for (const one of this.byNumber.get(value.number) ?? []) found.push(await this.found(one));
    for (const one of this.unnumbered) found.push(await this.found(one));
    return found;
  };

  async *having(word: RegExp): AsyncGenerator<Found> {
    for (const [i, one] of this.all.entries()) {
      const text = await this.textOf(one);
      // An object of the file ends before the next one begins.
      const end = one.holder ? one.end : (this.all[i + 1]?.at ?? text.length);
      if (word.test(text.slice(one.at, Math.min(end, text.length)))) yield await this.found(one);
    }
  }

  private async found(one: Definition): Promise<Found> {
    if (one.found) return one.found;
    const text = (await this.textOf(one)).slice(0, one.end);
    const { value, next, end, tokens } = parseValue(text, one.at, this.limits, this.check);
    const isStream = !one.holder && isDictionary(value) && next === STREAM;
    if ((this.words += tokens) > MOST_WORDS) this.forget();
    this.parsed.push(one);
    return (one.found = { value, word: isStream ? end : null });
  }

  private forget(): void {
    for (const one of this.parsed) delete one.found;
    this.parsed = [];
    this.words = 0;
  }

  private async textOf({ holder, way }: Definition): Promise<string> {
    return holder ? (await this.textsOf(holder))[way]! : this.text;
  }

  private async textsOf(holder: Holder): Promise<readonly string[]> {
    const known = this.texts.get(holder);
    if (known) return known;
    const texts = await holder.texts();
    const length = texts.reduce((sum, text) => sum + text.length, 0);
    if ((this.characters += length) > MOST_CHARACTERS) {
      this.texts.clear();
      this.characters = length;
    }
    this.texts.set(holder, texts);
    return texts;
  }
}
