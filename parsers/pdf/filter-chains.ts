/** What the dictionary of a stream says of it in; the filters that its data go through out, one behind the other. */
import { FILTERS, type Filter } from "./filters.js";
import { unsupportedFilter } from "./pictures.js";
import { entriesOf, type Entries } from "./stream-dictionary.js";
import type { StreamHead } from "./uses.js";

/** Filters that are followed one behind the other. */
export type Chain = readonly (Filter | "Flate")[];

const FLATE = ["FlateDecode", "Fl"];
const OBJECT = "obj";
const NAME = String.raw`\/[\w.+-]+`;
const VALUE = String.raw`(?: ?${NAME}| [\d.]+(?: \d+ R)?| ?\[[^\]<(%#]*\])`;
/** A dictionary without others in it, nor anything in which a name could hide, as that of most streams. */
const PLAIN = new RegExp(
  String.raw`^\s*<<\s*(?:${NAME}${VALUE}\s*)*?\/Filter\s*(?:\/FlateDecode|\[\s*\/FlateDecode\s*\])(?![\w.+-])[^<(%#]*$`,
);
const [KEY, SHORT_KEY] = ["/Filter", "F"];
const EARLY_CHANGE = "EarlyChange";
/** Nobody writes more than two. */
const MOST_FILTERS = 4;

/**
 * By all dictionaries that may stand before the data; null where none does, or what it says stands elsewhere.
 * @param filters other than Flate that the file names
 * @param word where the word "stream" stands
 * @throws UnreadableDocumentError "unsupported-filter" where data that are encoded in more than one way can't be followed
 */
export function chainsBefore(
  { starts, names }: StreamHead,
  word: number,
  text: string,
  filters: readonly Filter[],
): Chain[] | null {
  if (starts.length === 1 && isPlain(text.slice(starts[0]! + OBJECT.length, word)) && !names.has(SHORT_KEY))
    return [["Flate"]];
  const dictionaries = starts.map((start) => entriesOf(text.slice(start + OBJECT.length, word)));
  const isElsewhere = dictionaries.some(
    (entries) => !entries || (filters.length === 0 && valueOf(entries).includes("R")),
  );
  return isElsewhere || starts.length === 0 ? null : dictionaries.flatMap((entries) => filterChainsOf(entries!));
}

const isPlain = (dictionary: string) =>
  PLAIN.test(dictionary) && dictionary.indexOf(KEY) === dictionary.lastIndexOf(KEY);

/**
 * All that it may mean: LZW may be read in two ways.
 * @throws UnreadableDocumentError "unsupported-filter" where it isn't written plainly
 */
export function filterChainsOf(entries: Entries): Chain[] {
  const value = valueOf(entries);
  if (value.includes("R")) throw unsupportedFilter(value.join(" ").slice(0, 40));
  const names = value.filter((token) => token.startsWith("/")).map((name) => name.slice(1));
  if (names.length > MOST_FILTERS) throw unsupportedFilter(names.join(" ").slice(0, 40));
  checkEarlyChange(entries);
  return (
    names
      .map((name): Chain =>
        FLATE.includes(name) ? ["Flate"] : FILTERS.filter((filter) => filter.names.includes(name)),
      )
      // What no filter is known for is read as it is.
      .filter((choice) => choice.length > 0)
      .reduce<Chain[]>((all, choice) => all.flatMap((chain) => choice.map((one) => [...chain, one])), [[]])
  );
}

/** pdfjs takes any number, and reads other codes then. */
function checkEarlyChange(entries: Entries): void {
  const parameters = entries.get("DP") ?? entries.get("DecodeParms") ?? [];
  parameters.forEach((word, i) => {
    if (word === `/${EARLY_CHANGE}` && !/^[01]$/.test(parameters[i + 1] ?? "")) throw unsupportedFilter(EARLY_CHANGE);
  });
}

/** A name, an array or a reference; what follows it is damaged. */
function valueOf(entries: Entries): readonly string[] {
  const value = entries.get("F") ?? entries.get("Filter") ?? [];
  if (value[0] === "[") return value.slice(0, value.indexOf("]") >>> 0);
  return value[2] === "R" ? value : value.slice(0, 1);
}
