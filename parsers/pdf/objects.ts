/**
 * The objects of a PDF in, those in its object streams included; what a reference may lead to out. An object may be written
 * several times: a reference leads to each of them.
 */
import { checkLimit, type Limits } from "../limits.js";
import { packedEntries } from "./object-table.js";
import { isDictionary, parseNumbers, parseValue, Reference, type Dictionary, type Value } from "./values.js";

/** A stream of objects, or of a table of them. */
export interface Holder {
  /** The numbers that it may have. */
  readonly numbers: readonly number[];
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

interface Held {
  readonly number: number;
  readonly definition: Definition;
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

/**
 * @param tables streams that may tell where objects stand: the number that one gives an object counts, whatever it has there
 * @param check throws once the time is over
 */
export async function objectsOf(
  text: string,
  holders: readonly Holder[],
  tables: readonly Holder[],
  limits: Limits,
  check: () => void,
): Promise<Objects> {
  const index = new DefinitionIndex(text, limits, check);
  await index.addFile();
  for (const holder of holders) await index.addHolder(holder);
  for (const table of tables) await index.addTable(table);
  return index;
}

class DefinitionIndex implements Objects {
  private readonly byNumber = new Map<number, Definition[]>();
  /** Those whose number isn't plain: any reference may lead to them. */
  private unnumbered: Definition[] = [];
  private readonly all: Definition[] = [];
  /** By the number of an object stream, what it holds, in each way in which it may be read. */
  private readonly held = new Map<number, (readonly Held[])[]>();
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
    const entries = this.entriesOf(holder);
    const firsts = await this.wholeNumbersAt(entries?.get("First"));
    const counts = await this.wholeNumbersAt(entries?.get("N"));
    const texts = await this.textsOf(holder);
    for (const first of firsts) {
      for (const count of counts)
        for (const way of texts.keys()) this.addText(texts[way]!, first, count, { holder, way });
    }
  }

  /** @param first where its objects begin, behind the numbers and places of so many */
  private addText(
    text: string,
    first: number,
    count: number,
    of: { readonly holder: Holder; readonly way: number },
  ): void {
    const numbers = parseNumbers(text, 2 * count, this.limits, this.check);
    const held: Held[] = [];
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      const [number, at, end] = [numbers[i]!, first + numbers[i + 1]!, first + (numbers[i + 3] ?? Infinity)];
      held.push({ number, definition: { ...of, at, end } });
      this.add(number, held.at(-1)!.definition);
    }
    for (const number of of.holder.numbers) this.held.set(number, [...(this.held.get(number) ?? []), held]);
  }

  /** Objects that a table finds in an object stream by another number than they have there. */
  async addTable(table: Holder): Promise<void> {
    const entries = this.entriesOf(table);
    const [widths = []] = await this.listsAt(entries?.get("W"));
    const [size = 0] = await this.wholeNumbersAt(entries?.get("Size"));
    const ranges = await this.listsAt(entries?.get("Index"));
    for (const text of await this.textsOf(table)) {
      for (const range of ranges.length > 0 ? ranges : [[0, size]]) {
        for (const { number, holder, index } of packedEntries(text, widths, range)) {
          this.check();
          this.addPacked(number, holder, index);
        }
      }
    }
  }

  private addPacked(number: number, holder: number, index: number): void {
    for (const held of this.held.get(holder) ?? []) {
      const found = held[index];
      // Where the stream has the number itself, that counts.
      if (found && !this.byNumber.get(number)?.some(({ holder: own }) => own?.numbers.includes(holder))) {
        this.add(number, found.definition);
      }
    }
  }

  private entriesOf({ dictionary }: Holder): Dictionary | null {
    const { value } = parseValue(dictionary, 0, this.limits, this.check);
    return isDictionary(value) ? value : null;
  }

  private async wholeNumbersAt(value: Value | undefined): Promise<number[]> {
    return (await this.resolve(value)).flatMap(({ value: one }) => (Number.isInteger(one) ? (one as number) : []));
  }

  private async listsAt(value: Value | undefined): Promise<number[][]> {
    const lists: number[][] = [];
    for (const { value: list } of await this.resolve(value)) {
      if (!Array.isArray(list)) continue;
      const numbers: number[] = [];
      for (const item of list as readonly Value[]) numbers.push((await this.wholeNumbersAt(item))[0] ?? NaN);
      lists.push(numbers);
    }
    return lists;
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
