/**
 * The text of an object of a PDF in; told of each reference, name and array in it, with the key that it stands behind. Brackets
 * and keys are followed as pdfjs follows them: what stands in the place of a key and is none is left out word by word.
 */
import type { FontTally } from "./font-tally.js";
import { streamInObject } from "./object-streams.js";
import { checkNumber } from "./pictures.js";
import { decodeName, isNumber, numberOf, WordReader } from "./tokens.js";
import { WidthItems } from "./width-items.js";

/** What is read of all objects together. */
export interface Reading {
  readonly keys: Map<number, Set<string>>;
  readonly arrays: number[][];
  readonly names: Set<string>;
  readonly encryptions: Set<number>;
  readonly check: () => void;
  readonly fonts: FontTally;
}

/** The key of a file that is attached, under which each system has its own. */
export const ATTACHED = "EF";
const ATTACHED_AS = new Set(["F", "UF", "DOS", "Mac", "Unix"]);
const ENCRYPT = "Encrypt";
/** Owns what stands in an array in a bracket. */
const IN_ARRAY = "[";
/** Begins a picture in a content; pdfjs makes a stream of it in an object, too. */
const INNER_PICTURE = "BI";
const [STREAM, DICTIONARY_END] = ["stream", ">>"];
/** A bracket that closes nothing, a sign without a number, and a word that is too long. */
const BROKEN = /^(?:\)|[+.-]|[^<]{129})/;
const OBJECT_END = /^(?:endobj|stream|xref|trailer|startxref)$/;

/** A bracket that is open. */
interface Level {
  readonly isDictionary: boolean;
  /** The key whose value it is; "" where there is none. */
  readonly owner: string;
  /** The key whose value comes next; null where a key does. */
  key: string | null;
  /** The numbers before the next word, of an array the last two: they may begin a reference. */
  readonly numbers: number[];
  readonly references: number[];
  readonly items: WidthItems;
}

export class ObjectReader {
  readonly names = new Set<string>();
  isPicture = false;
  private hasWords = false;
  private isBroken = false;
  private readonly levels: Level[] = [levelOf(false, "")];
  private readonly words: WordReader;

  constructor(
    private readonly text: string,
    start: number,
    private readonly reading: Reading,
    /** Whether pdfjs may read it as an object: other words look like the beginning of one, too. */
    private readonly isObject: boolean,
  ) {
    this.words = new WordReader(text, start, reading.check);
  }

  /**
   * Reads to the word that ends the object, whose offset is given back; inside brackets it ends nothing.
   * @throws UnreadableDocumentError "damaged" where a stream stands in it
   */
  read(): number {
    let before = "";
    for (let word = this.words.next(); word !== ""; word = this.words.next()) {
      if (this.levels.length === 1 && OBJECT_END.test(word)) return this.words.at - word.length;
      const level = this.levels.at(-1)!;
      if (isNumber(word)) this.takeNumber(numberOf(word), level);
      else if (word === "R" && this.takeReference(level)) level.numbers.length = 0;
      else {
        this.endNumber(level);
        if (word === INNER_PICTURE || (word === STREAM && before === DICTIONARY_END)) this.checkInner();
        this.take(word, level);
      }
      before = word;
    }
    return this.text.length;
  }

  /** Whether something was read, and every bracket in it closed. */
  get isWhole(): boolean {
    return this.hasWords && this.levels.length === 1;
  }

  /** Whether pdfjs fails at it, and with it at all objects of its stream. */
  get isReadable(): boolean {
    return !this.isBroken && this.levels.length === 1;
  }

  private checkInner(): void {
    if (this.isObject) throw streamInObject();
  }

  private takeNumber(number: number, { isDictionary, numbers, items }: Level): void {
    if (this.isObject) checkNumber(number);
    this.hasWords = true;
    if (!isDictionary) {
      items.add(number);
      if (numbers.length === 2) numbers.shift();
    }
    // A third number in a dictionary says that none of them begins a reference.
    if (numbers.length < 3) numbers.push(number);
  }

  private takeReference(level: Level): boolean {
    const { numbers, key, owner, isDictionary, references, items } = level;
    const number = numbers.at(-2)!;
    if (!Number.isInteger(number) || !Number.isInteger(numbers.at(-1))) return false;
    const isValue = isDictionary && key !== null && numbers.length === 2;
    const isAttached = isValue && owner === ATTACHED && ATTACHED_AS.has(key);
    const use = isAttached ? ATTACHED : isValue ? key : "";
    this.reading.keys.set(number, (this.reading.keys.get(number) ?? new Set()).add(use));
    this.reading.fonts.addReference(isDictionary ? use : owner, number);
    if (isDictionary) level.key = null;
    else {
      references.push(number);
      items.refer();
    }
    return true;
  }

  /** A value that is a number is over where something else follows. */
  private endNumber(level: Level): void {
    const { isDictionary, key, numbers } = level;
    const [number] = numbers;
    numbers.length = 0;
    if (number === undefined || !isDictionary || key === null) return;
    this.reading.fonts.addNumber(key, number);
    level.key = null;
  }

  private take(word: string, level: Level): void {
    this.hasWords = true;
    const isName = word.startsWith("/");
    if (!isName && BROKEN.test(word)) this.isBroken = true;
    const name = isName ? decodeName(word.slice(1)) : "";
    if (isName) this.takeName(name);
    if (level.isDictionary) this.takeInDictionary(word, name, level);
    else if (word === "[" || word === "<<")
      this.levels.push(levelOf(word === "<<", this.levels.length === 1 ? "" : IN_ARRAY));
    else if (word === "]" && this.levels.length > 1) this.close();
    else level.items.add(NaN);
    // An object may be the name of an encoding.
    if (isName && this.levels.length === 1) this.reading.fonts.addName("Encoding", name);
  }

  private takeInDictionary(word: string, name: string, level: Level): void {
    const { key, owner } = level;
    const isName = word.startsWith("/");
    level.key = key === null && isName ? name : null;
    if (key === null) {
      if (word === ">>") this.close();
    } else if (word === "[" || word === "<<") this.levels.push(levelOf(word === "<<", key));
    else if (key === "Subtype" && owner === "" && this.levels.length === 2) this.isPicture = isName && name === "Image";
    if (key === null) return;
    if (isName) this.reading.fonts.addName(key, name);
    else this.reading.fonts.addText(key);
  }

  private takeName(name: string): void {
    this.names.add(name);
    this.reading.names.add(name);
    if (name === ENCRYPT) this.reading.encryptions.add(this.words.at);
  }

  private close(): void {
    const { isDictionary, owner, references, items } = this.levels.pop()!;
    const outer = this.levels.at(-1)!;
    outer.items.addArray(items.length);
    if (isDictionary) return;
    if (references.length > 1) this.reading.arrays.push(references);
    this.reading.fonts.addArray(this.levels.length === 1 ? "" : owner, items);
  }
}

const levelOf = (isDictionary: boolean, owner: string): Level => ({
  isDictionary,
  owner,
  key: null,
  numbers: [],
  references: [],
  items: new WidthItems(),
});
