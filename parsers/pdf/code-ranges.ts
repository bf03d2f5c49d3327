/**
 * The dictionary of a font in; how many codes it spans out: widths may be given for a range of codes, and the first and last
 * code may be any. pdfjs makes an entry of each.
 */
import { DEPTHS, endOfString, NOTHING, TOKEN } from "./tokens.js";

const GAP = String.raw`(?:[\s\0]|%[^\r\n]*[\r\n])*`;
const NUMBER = new RegExp(String.raw`${GAP}([+-]*\d+)`, "y");
const WIDTHS = new Set(["W", "W2"]);
const ENDS = new Set(["FirstChar", "LastChar"]);
/** Numbers behind the ends of a range: a width, or the three of vertical writing. */
const VALUES: Readonly<Record<string, number>> = { W: 1, W2: 3 };
const ARRAY = "[]";
type Item = number | typeof ARRAY;
/** Tokens between two looks at the clock: arrays without end may open anywhere. */
const TOKENS_AT_ONCE = 1_000;

/**
 * @param key the key before the value; "" where there is none, as in an object that is an array
 * @param at where the value begins
 * @param check throws once the time is over
 */
export function codesSpanned(text: string, key: string, at: number, check: () => void): number {
  if (ENDS.has(key)) return Math.abs(numberAt(text, at));
  if (!WIDTHS.has(key) && key !== "") return 0;
  const items = itemsOf(text, at, check);
  // An array of its own may be either.
  return Math.max(...(WIDTHS.has(key) ? [key] : [...WIDTHS]).map((kind) => rangesIn(items, VALUES[kind]!)));
}

function numberAt(text: string, at: number): number {
  NUMBER.lastIndex = at;
  return Number((NUMBER.exec(text)?.[1] ?? "0").replace(/[+-]/g, ""));
}

/** The numbers of an array; a sign for each array in it or reference, and no number for all else. */
function itemsOf(text: string, start: number, check: () => void): Item[] {
  const items: Item[] = [];
  let [depth, count] = [0, 0];
  for (let at = start; at < text.length;) {
    if (++count % TOKENS_AT_ONCE === 0) check();
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)![0];
    at = token === "(" ? endOfString(text, at) : at + token.length;
    if (NOTHING.test(token)) continue;
    const more = DEPTHS[token] ?? 0;
    if (depth === 1 && more >= 0) addItem(items, token);
    depth += more;
    if (depth <= 0) break;
  }
  return items;
}

function addItem(items: Item[], token: string): void {
  if (token === "R") items.splice(-2, 2, ARRAY);
  else items.push(token === "[" ? ARRAY : Number(token));
}

/** As far as pdfjs reads them. */
function rangesIn(items: readonly Item[], values: number): number {
  let codes = 0;
  for (let i = 0; i + 1 < items.length;) {
    const [start, end] = [items[i], items[i + 1]];
    if (Number.isNaN(start) || Number.isNaN(end)) break;
    if (start === ARRAY || end === ARRAY) i += 2;
    else {
      codes += Math.max(0, end! - start! + 1);
      i += 2 + values;
    }
  }
  return codes;
}
