// What the mutations of all formats are made of: one place of a text, one entry of a zip, one mutation out of several.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** @typedef {import("./random.mjs").Random} Random */
/** @typedef {(text: string, random: Random) => string} TextMutation */

/** Numbers that a reader may trip over. */
export const ODD_NUMBERS = [
  "0",
  "-1",
  "1",
  "255",
  "32767",
  "65535",
  "65536",
  "2147483647",
  "-2147483648",
  "99999999999",
];
/** The same that fit into an unsigned field of 32 bits. */
export const ODD_FIELDS = [0, 1, 2, 0x1ff, 0x7fff, 0xffff, 0x10000, 0x7fffffff, 0xfffffffa, 0xfffffffe, 0xffffffff];

/**
 * Changes one of the places where the pattern matches; nothing where it matches nowhere.
 * @param {string} text @param {RegExp} pattern global @param {Random} random @param {(match: string) => string} change
 */
export function changeOne(text, pattern, random, change) {
  const matches = [...text.matchAll(pattern)];
  if (matches.length === 0) return text;
  const { 0: match, index } = random.pick(matches);
  return text.slice(0, index) + change(match) + text.slice(index + match.length);
}

/** @param {string} text @param {RegExp} pattern @param {Random} random @param {string} inserted */
export const insertBehind = (text, pattern, random, inserted) =>
  changeOne(text, pattern, random, (match) => match + inserted);

/** A few of the mutations, one after the other. @template T @param {Readonly<Record<string, (from: T, random: Random) => T>>} mutations @param {T} from @param {Random} random */
export function several(mutations, from, random) {
  const all = Object.values(mutations);
  let out = from;
  try {
    for (let n = 1 + random.int(4); n > 0; n--) out = random.pick(all)(out, random);
  } catch {
    // What one has broken the next may look for.
  }
  return out;
}

/** The mutation of bytes that takes each byte for a character. @param {Readonly<Record<string, TextMutation>>} mutations @param {Uint8Array} bytes @param {Random} random */
export const severalOfBytes = (mutations, bytes, random) =>
  strToU8(several(mutations, strFromU8(bytes, true), random), true);

/** Changes the text of one of the entries whose name fits. @param {Uint8Array} bytes @param {RegExp} name @param {Random} random @param {TextMutation} change */
export function changeEntry(bytes, name, random, change) {
  const entries = unzipSync(bytes);
  const names = Object.keys(entries).filter((entry) => name.test(entry));
  if (names.length === 0) return bytes;
  const entry = random.pick(names);
  entries[entry] = strToU8(change(strFromU8(entries[entry]), random));
  return zipOf(entries);
}

/** A day for all entries: by the clock, the same seed would make other bytes every two seconds. */
const DAY = new Date(2025, 0, 16);

/** @param {Record<string, Uint8Array>} entries */
export const zipOf = (entries) => zipSync(entries, { mtime: DAY });
