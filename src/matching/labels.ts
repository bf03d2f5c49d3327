/**
 * A printed label and the labels that a form prints in; the one that is meant out, or none. Tolerates other numbering,
 * widths, spaces, punctuation and small misprints, and never chooses between two that fit equally well.
 */
import { distance } from "fastest-levenshtein";
import type { Label } from "../forms/form.js";
import { remembering } from "./memo.js";
import { compact } from "./normalize.js";

const ORDINAL =
  /^(?:([一二三四五六七八九十]{1,3})[、.,:]|\(([一二三四五六七八九十]{1,3}|\d{1,2})\)|(\d{1,2})(?:[、.,]|(?=\p{Script=Han}))|([一二三四五六七八九十])\))/u;
const NOT_WORDS = /[^\p{Script=Han}\p{L}\p{N}]/gu;

/** Marks before a label: quotes, stars, bullets. */
const DECORATION = /^[^\p{L}\p{N}([【〔]+/u;
const SQUARE_ORDINAL = /^[[【〔]([一二三四五六七八九十]{1,3}|\d{1,2})[\]】〕]/;

/** A label in comparable form. */
export interface LabelKey {
  /** "一" for 一、; "(一)" for （一）; "1" for 1. — null where none is printed. */
  readonly ordinal: string | null;
  /** The words without ordinal, spaces and punctuation. */
  readonly words: string;
}

/** Words that tell a time apart from another one, which no misprint turns into it: 上年结转 is not 本年结转. */
const TIMES = [/[本当今]年/, /上一?年|去年|前年|上期/, /[下次]一?年|明年/, /累计|历年/];
const timeIn = remembering((words) => TIMES.findIndex((time) => time.test(words)));

/** Splits a label into its ordinal and its words. */
export const labelKey: (text: string) => LabelKey = remembering((text) => {
  const label = compact(text).replace(DECORATION, "").replace(SQUARE_ORDINAL, "($1)");
  const match = ORDINAL.exec(label);
  const rest = (match ? label.slice(match[0].length) : label).replace(NOT_WORDS, "");
  if (!match || rest === "") return { ordinal: null, words: label.replace(NOT_WORDS, "") };
  const [, top, bracketed, digit, half] = match;
  return { ordinal: top ?? digit ?? `(${bracketed ?? half})`, words: rest };
});

/** How a printed label agrees with one of the form's. */
export type LabelQuality = "exact" | "typo";

export interface LabelMatch<T> {
  readonly item: T;
  readonly quality: LabelQuality;
}

interface Key<T> {
  readonly item: T;
  readonly key: LabelKey;
}

/** Share of a label's characters that may be wrong. */
const TYPO_SHARE = 0.25;
/** A label shorter than this has no room for a misprint. */
const SHORTEST_WITH_TYPO = 4;
/** Fewer words at its beginning don't tell a label. */
const SHORTEST_CUT = 8;
/** Nothing longer is a label. */
const LONGEST_LABEL = 120;
/** Nor is a text of so many spaces and marks. */
const LONGEST_TEXT = 4 * LONGEST_LABEL;

/** Finds the items of a list by their printed labels. Results are kept, as the same labels come again and again. */
export interface LabelMatcher<T> {
  /** Every item that the text fits best; more than one where they fit equally well. */
  readonly all: (text: string) => readonly LabelMatch<T>[];
  /** The item that the text fits best, or null where none or several do. */
  readonly one: (text: string) => LabelMatch<T> | null;
  /** Those of all that the text prints word for word: quickly told, because misprints are not looked for. */
  readonly exact: (text: string) => readonly LabelMatch<T>[];
}

/** The labels of a matcher, and those of the same words. */
interface Keys<T> {
  readonly all: readonly Key<T>[];
  /** One key an item. */
  readonly byWords: ReadonlyMap<string, readonly Key<T>[]>;
}

/** A matcher for the labels and their variants. */
export function labelMatcher<T>(items: readonly T[], labelOf: (item: T) => Label): LabelMatcher<T> {
  const keys = keysOf(items, labelOf);
  const all = remembering((text) => {
    if (text.length > LONGEST_TEXT) return [];
    const forms = formsOf(text);
    return firstFound(forms, (form) => exactly(keys, form)) ?? firstFound(forms, (form) => search(keys, form)) ?? [];
  });
  const one = (text: string) => {
    const found = all(text);
    return found.length === 1 ? found[0]! : null;
  };
  const exact = (text: string) => {
    if (text.length > LONGEST_TEXT) return [];
    return firstFound(formsOf(text), (form) => exactly(keys, form)) ?? [];
  };
  return { all, one, exact };
}

function keysOf<T>(items: readonly T[], labelOf: (item: T) => Label): Keys<T> {
  const all: Key<T>[] = [];
  const byWords = new Map<string, Key<T>[]>();
  for (const item of items) {
    const { label, variants = [] } = labelOf(item);
    for (const text of [label, ...variants]) {
      const one: Key<T> = { item, key: labelKey(text) };
      all.push(one);
      const same = byWords.get(one.key.words);
      if (!same) byWords.set(one.key.words, [one]);
      else if (!same.some((other) => other.item === item)) same.push(one);
    }
  }
  return { all, byWords };
}

/** The label as printed, without marks, and without its note: the first that is one of the list's counts. */
function formsOf(text: string): LabelKey[] {
  const bare = withoutMark(text);
  return [text, bare, withoutNote(bare ?? text), withoutYear(bare ?? text)].flatMap((form) =>
    form === null ? [] : [labelKey(form)],
  );
}

function firstFound<T>(
  forms: readonly LabelKey[],
  find: (form: LabelKey) => readonly LabelMatch<T>[],
): readonly LabelMatch<T>[] | null {
  for (const form of forms) {
    const found = find(form);
    if (found.length > 0) return found;
  }
  return null;
}

function search<T>({ all }: Keys<T>, key: LabelKey): readonly LabelMatch<T>[] {
  if (!isComparable(key)) return [];
  const misprinted = typos(all, key);
  if (misprinted.length === 0) return cut(all, key);
  // The beginning of another label may be all that a cell had room for.
  const isCut = all.some((other) => other.key.words.startsWith(key.words) && !misprinted.some(isOf(other)));
  return isCut ? cut(all, key) : misprinted;
}

const isOf =
  <T>({ item }: Key<T>) =>
  (match: LabelMatch<T>) =>
    match.item === item;

const isComparable = ({ words }: LabelKey) => words !== "" && words.length <= LONGEST_LABEL;

function exactly<T>({ byWords }: Keys<T>, key: LabelKey): readonly LabelMatch<T>[] {
  const exact = isComparable(key) ? byWords.get(key.words) : undefined;
  if (exact === undefined) return [];
  const sameOrdinal = exact.filter((candidate) => agrees(candidate.key.ordinal, key.ordinal));
  return (sameOrdinal.length > 0 ? sameOrdinal : exact).map(({ item }) => ({ item, quality: "exact" }));
}

/** The one item of which a label begins so, where a cell or a line was too short for the whole. */
function cut<T>(keys: readonly Key<T>[], key: LabelKey): LabelMatch<T>[] {
  if (key.words.length < SHORTEST_CUT) return [];
  const begun = unique(
    keys.filter(({ key: whole }) => whole.words.startsWith(key.words) && agrees(whole.ordinal, key.ordinal)),
  );
  return begun.length === 1 ? [{ item: begun[0]!.item, quality: "typo" }] : [];
}

/** The mark of a note, a unit, or a colon behind a label. */
const MARK_BEHIND =
  /(?:[\u00b9\u00b2\u00b3\u2070-\u2079\u2460-\u2473*＊※:：;；,，。…]{1,4}|[[［【〔]注?\d{1,2}[\]］】〕]|[（(]?注\s?\d{1,2}[）)]?|[,，、]\s?件|[,，、]?\s?单位[:：]?\s?件)$/u;
/** What tells an entry of a list. */
const ENTRY_BEFORE = /^其中[:：]?\s?(?=\d[.．、])/;

/** The label without such marks; null for one without. */
function withoutMark(text: string): string | null {
  const printed = text.trim();
  const bare = printed.replace(MARK_BEHIND, "").replace(ENTRY_BEFORE, "");
  return bare === printed ? null : bare;
}

/** A note in brackets behind a label; what it says of a time tells another number, not what the label means. */
const NOTE = /^(.*?\p{Script=Han}["”]?)\(([^()]*)\)?$/su;
const OF_A_TIME = /20\d\d|[本上去今当前历]年|累计|同期/;

/** The label without its note; null for one without, or with one that tells another number. */
function withoutNote(text: string): string | null {
  const words = compact(text);
  if (!words.includes("(")) return null;
  const [, label, note] = NOTE.exec(words) ?? [];
  return label === undefined || OF_A_TIME.test(note!) ? null : label;
}

/** A year before the words. */
const YEAR_BEFORE = /^((?:[一二三四五六七八九十]、|\([一二三四五六七八九十\d]\)|\d[.、])?)20\d\d年度?/u;
const YEAR_AFTER_THIS = /(?<=结转(?:至|到)?)20\d\d年度?/u;
const HAS_YEAR = /20\d\d\s*年/;

/** The label without its year; null for one without. Whether the year is the report's is asked elsewhere. */
function withoutYear(text: string): string | null {
  return HAS_YEAR.test(text) ? compact(text).replace(YEAR_BEFORE, "$1").replace(YEAR_AFTER_THIS, "下年度") : null;
}

const agrees = (a: string | null, b: string | null) => a === null || b === null || a === b;

function unique<T>(keys: readonly Key<T>[]): Key<T>[] {
  return keys.filter(({ item }, index) => keys.findIndex((other) => other.item === item) === index);
}

/** The labels within the allowed distance, if the nearest is clearly nearer than the next item's. */
function typos<T>(keys: readonly Key<T>[], key: LabelKey): LabelMatch<T>[] {
  const best = new Map<T, number>();
  const time = timeIn(key.words);
  for (const { item, key: candidate } of keys) {
    const length = Math.max(candidate.words.length, key.words.length);
    const allowed = Math.floor(length * TYPO_SHARE);
    if (length < SHORTEST_WITH_TYPO || Math.abs(candidate.words.length - key.words.length) > allowed) continue;
    if (time >= 0 && timeIn(candidate.words) !== time) continue;
    const wrong = distance(candidate.words, key.words) + (agrees(candidate.ordinal, key.ordinal) ? 0 : 1);
    if (wrong <= allowed && wrong < (best.get(item) ?? Infinity)) best.set(item, wrong);
  }
  const ranked = [...best].sort((a, b) => a[1] - b[1]);
  if (ranked.length === 0) return [];
  const [nearest, next] = ranked;
  if (next && next[1] - nearest![1] < 1)
    return ranked.filter(([, d]) => d === nearest![1]).map(([item]) => ({ item, quality: "typo" }));
  return [{ item: nearest![0], quality: "typo" }];
}
