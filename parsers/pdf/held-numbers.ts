/**
 * The object streams of a PDF and its tables in; an error where a table finds an object in an object stream that doesn't hold it.
 * pdfjs takes another one for it, and reads the whole stream again each time that somebody asks.
 */
import { UnreadableDocumentError } from "../errors.js";
import { packedEntries } from "./object-table.js";
import { entriesOf, type Entries } from "./stream-dictionary.js";
import { isNumber, numberOf } from "./tokens.js";
import type { StreamHead, Uses } from "./uses.js";

export interface HeldNumbers {
  /** Told of the numbers in an object stream. */
  readonly addHolder: (head: StreamHead, numbers: readonly number[]) => void;
  /**
   * Told of what a table holds.
   * @param dictionaries that may stand before it
   * @param ways in which it may be decoded; the last undoes a predictor
   */
  readonly addTable: (head: StreamHead, dictionaries: readonly string[], ways: readonly string[]) => void;
  /** @throws UnreadableDocumentError "damaged" */
  readonly check: (uses: Uses, check: () => void) => void;
}

export function heldNumbers(): HeldNumbers {
  const holders = new Map<number, Set<number>>();
  const tables = new Map<StreamHead, { readonly entries: Entries; readonly text: string }>();
  return {
    addHolder: (head, numbers) => {
      for (const own of head.numbers) {
        const known = holders.get(own) ?? new Set();
        for (const number of numbers) known.add(number);
        holders.set(own, known);
      }
    },
    addTable: (head, dictionaries, ways) => {
      // Which of several tells how the table is read isn't known.
      if (dictionaries.length !== 1) throw notHeld();
      const entries = entriesOf(dictionaries[0]!);
      if (entries) tables.set(head, { entries, text: ways.at(ignoresPredictor(entries) ? -2 : -1) ?? "" });
    },
    check: (uses, check) => {
      const isUnknown = [...holders.keys()].some(Number.isNaN);
      for (const { entries, text } of tables.values()) {
        check();
        const ranges = entries.has("Index") ? numbersIn(entries.get("Index")) : [0, ...numbersIn(entries.get("Size"))];
        for (const { number, holder } of packedEntries(text, numbersIn(entries.get("W")), ranges)) {
          const held = holders.get(holder);
          if ((held ? !held.has(number) : isUnknown) && uses.keys.has(number)) throw notHeld();
        }
      }
    },
  };
}

const numbersIn = (words: readonly string[] = []) => words.filter(isNumber).map(numberOf);

/** pdfjs wants an array of parameters for an array of filters, and a dictionary for one. */
function ignoresPredictor(entries: Entries): boolean {
  const filter = entries.get("F") ?? entries.get("Filter") ?? [];
  const parameters = entries.get("DP") ?? entries.get("DecodeParms") ?? [];
  const kind = Number(parameters[parameters.indexOf("/Predictor") + 1]);
  return kind > 1 && (filter[0] === "[") !== (parameters[0] === "[");
}

function notHeld(): UnreadableDocumentError {
  return new UnreadableDocumentError("damaged", {
    zh: "PDF 结构已损坏：对象流中没有对象表所指的对象",
    en: "the structure of the PDF is damaged: an object isn't in the object stream in which the table of objects finds it",
  });
}
