/**
 * The streams of a PDF that may hold a table of its objects, and the tables in its text, in; an error where reading them takes
 * far longer than their bytes tell. An entry may take no bytes at all, and where the file is damaged pdfjs follows the chain of
 * tables from each of them anew.
 */
import { UnreadableDocumentError } from "../errors.js";
import { checkLimit, type Limits } from "../limits.js";
import { entriesOf } from "./stream-dictionary.js";
import { isNumber, numberOf, WordReader } from "./tokens.js";
import type { StreamHead } from "./uses.js";

/** A stream of the file. */
interface MaybeTable {
  readonly head: StreamHead;
  /** Where the word stands before its data. */
  readonly word: number;
  /** Bytes once decoded. */
  readonly size: number;
}

const OBJECT = "obj";
const [PLAIN_TABLE, POINTER] = [/xref/g, "start"];
/** What a table takes beside its entries, in entries. */
const TABLE_ENTRIES = 30;
/** Characters of a dictionary that take as long as an entry. */
const CHARACTERS_AN_ENTRY = 8;
/** pdfjs moves all ranges that follow for each; so many moves take as long as an entry. */
const MOVES_AN_ENTRY = 128;
/** The fewest characters, and the words, of an entry in a table that is written as text. */
const [CHARACTERS, WORDS] = [5, 3];
/** Entries that are only looked at again, and take as long as one node. */
const AGAIN_A_NODE = 100;

/** @throws UnreadableDocumentError "limit-exceeded" for nodes or milliseconds; "damaged" where a table tells its size elsewhere */
export function checkTables(
  streams: readonly MaybeTable[],
  { text, limits, check }: { readonly text: string; readonly limits: Limits; readonly check: () => void },
): void {
  const tables = streams.filter(({ head }) => head.names.has("W"));
  let [entries, dictionaries] = [0, 0];
  for (const { head, word, size } of tables) {
    check();
    for (const start of head.starts) {
      const dictionary = text.slice(start + OBJECT.length, word);
      dictionaries += dictionary.length / CHARACTERS_AN_ENTRY;
      checkLimit(limits, "nodes", Math.ceil((entries += entriesIn(dictionary, size))));
    }
  }
  const plain = plainTables(text, limits.nodes, check);
  checkLimit(limits, "nodes", Math.ceil((entries += plain.entries)));
  const chain = entries + dictionaries + TABLE_ENTRIES * (tables.length + plain.count);
  checkLimit(limits, "nodes", Math.ceil((tables.length * chain) / AGAIN_A_NODE));
}

/** Entries of a table in a stream of so many bytes, and what its ranges take beside them. */
function entriesIn(dictionary: string, size: number): number {
  const entries = entriesOf(dictionary);
  const widths = numbersIn(entries?.get("W"));
  const ranges = entries?.has("Index") ? numbersIn(entries.get("Index")) : [0, ...numbersIn(entries?.get("Size"))];
  const width = widths.slice(0, 3).reduce((sum, own) => sum + Math.max(0, own), 0);
  const count = ranges.reduce((sum, own, i) => sum + (i % 2 === 1 ? Math.max(0, own) : 0), 0);
  const moves = ranges.length ** 2;
  return (widths.length === 0 ? 0 : width === 0 ? count : Math.min(count, size / width)) + moves / MOVES_AN_ENTRY;
}

function numbersIn(words: readonly string[] = []): number[] {
  if (words.includes("R")) throw toldElsewhere();
  return words.filter(isNumber).map(numberOf);
}

/** Tables that are written as text; their entries are counted word by word only where they may be too many. */
function plainTables(
  text: string,
  most: number,
  check: () => void,
): { readonly entries: number; readonly count: number } {
  const starts = [...text.matchAll(PLAIN_TABLE)]
    .filter(({ index }) => !text.endsWith(POINTER, index))
    .map(({ 0: word, index }) => index + word.length);
  const ends = starts.map((start, i) => {
    const next = starts[i + 1] ?? text.length;
    const length = text.slice(start, next).indexOf("trailer");
    return length < 0 ? next : start + length;
  });
  const bytes = starts.reduce((sum, start, i) => sum + ends[i]! - start, 0);
  if (bytes / CHARACTERS <= most) return { entries: bytes / CHARACTERS / 4, count: starts.length };
  let words = 0;
  for (const [i, start] of starts.entries()) {
    const reader = new WordReader(text, start, check);
    while (reader.at < ends[i]! && words / WORDS <= most) {
      reader.next();
      words++;
    }
  }
  return { entries: words / WORDS, count: starts.length };
}

function toldElsewhere(): UnreadableDocumentError {
  return new UnreadableDocumentError("damaged", {
    zh: "PDF 结构已损坏：对象表的大小写在别处",
    en: "the structure of the PDF is damaged: the size of its table of objects is told elsewhere",
  });
}
