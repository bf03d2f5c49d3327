/** The text of a stream's dictionary in; what it says of itself out: the entries of the dictionary alone, without those in it. */
import { decodeName, WordReader } from "./tokens.js";

const OPENING = new Set(["[", "<<"]);
const OPENED_BY: Readonly<Record<string, string>> = { "]": "[", ">>": "<<" };

export type Entries = ReadonlyMap<string, readonly string[]>;

/**
 * By key, the words of its value; names keep their slash, and say what their escapes mean.
 * Null where it is no dictionary.
 * @param text from behind the word "obj" to the word "stream"
 */
export function entriesOf(text: string): Entries | null {
  const entries = new Map<string, string[]>();
  const open: string[] = [];
  let value: string[] | undefined;
  for (const token of wordsOf(text)) {
    if (open.length === 0 && token !== "<<") return null;
    const isKey = open.length === 1 && token.startsWith("/") && value?.length !== 0;
    if (isKey) entries.set(token.slice(1), (value = []));
    else if (open.length > 1 || token !== ">>") value?.push(token);
    // A bracket that closes another kind than was opened closes nothing.
    if (OPENING.has(token)) open.push(token);
    else if (OPENED_BY[token] !== undefined && OPENED_BY[token] === open.at(-1)) open.pop();
    if (open.length === 0) return entries;
  }
  return null;
}

/** Whether its only filter is Flate, and is named as all writers name it. */
export function isPlainlyDeflated(dictionary: string): boolean {
  const entries = entriesOf(dictionary);
  const names = entries?.get("Filter")?.filter((word) => word.startsWith("/") || word === "R") ?? [];
  return names.length === 1 && names[0] === "/FlateDecode" && !entries!.has("F");
}

function* wordsOf(text: string): Generator<string> {
  const reader = new WordReader(text, 0, () => undefined);
  for (let word = reader.next(); word !== ""; word = reader.next())
    yield word.startsWith("/") ? decodeName(word) : word;
}
