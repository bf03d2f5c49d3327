/**
 * The content of a page, form, pattern or glyph in; what it may draw by name out. An operator takes the names before it, and
 * no name is taken twice: so many times as a name stands in the content, so many times at most it is drawn.
 */
import { checkLimit, type Limits } from "../limits.js";
import { decodeName, SPACES } from "./tokens.js";

/** What the operators that take a name look it up in. */
export type Category = "XObject" | "ExtGState" | "Pattern" | "Font";
export type Counts = Readonly<Record<Category, number>>;

/** How often each name stands in a content, by what it may be looked up in. */
export type Invocations = ReadonlyMap<string, Counts>;

const CATEGORIES: Readonly<Record<string, Category>> = {
  Do: "XObject",
  gs: "ExtGState",
  scn: "Pattern",
  SCN: "Pattern",
  Tf: "Font",
};
const NONE: Counts = { XObject: 0, ExtGState: 0, Pattern: 0, Font: 0 };
/** A name, and the operator that plainly takes it; no other operator begins as one of them does. */
const NAME = new RegExp(
  String.raw`/([^${SPACES}()<>[\]{}/%]*)(?:[${SPACES}]+(Do|gs|scn|SCN)|[${SPACES}]+\d*\.?\d+[${SPACES}]+(Tf))?`,
  "g",
);
/** What takes a name that leads to a content, or to what holds one. */
const NAMED = /Do|gs|scn|SCN|Tf/;
/** Letters of operators: that add to a path, whose parts become numbers in one list; that paint it; and of all others. */
const [PATH_LETTER, PAINT_LETTER, LETTER] = [1 / 8, 4, 1];
/** Any other byte may be a character of a text, or a part of a number. */
const OTHER_BYTE = 1 / 64;
const WEIGHTS = Float64Array.from({ length: 256 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[lmcvyhre]/.test(character)) return PATH_LETTER;
  if (/[fFsSbBn]/.test(character)) return PAINT_LETTER;
  return /[a-z'"]/i.test(character) ? LETTER : OTHER_BYTE;
});

/** What the operators in the bytes take, in nodes. */
export function weightOf(content: Uint8Array): number {
  let weight = 0;
  for (const byte of content) weight += WEIGHTS[byte]!;
  return weight;
}

/** The same of the characters of the same numbers. */
export function weightOfText(content: string): number {
  let weight = 0;
  for (let i = 0; i < content.length; i++) weight += WEIGHTS[content.charCodeAt(i)]!;
  return weight;
}

/** Whether anything in the content may lead to another. */
export const mayName = (content: string): boolean => NAMED.test(content);

/** @param check throws once the time is over */
export function invocationsIn(content: string, limits: Limits, check: () => void): Invocations {
  const names = new Map<string, Counts>();
  for (const [, raw = "", operator, font] of content.matchAll(NAME)) {
    const name = decodeName(raw);
    const before = names.get(name) ?? NONE;
    const category = CATEGORIES[operator ?? font ?? ""];
    names.set(name, category ? { ...before, [category]: before[category] + 1 } : oneMore(before));
    check();
    checkLimit(limits, "nodes", names.size);
  }
  return names;
}

/** Where the operator isn't plain it may be any. */
const oneMore = (counts: Counts): Counts => ({
  XObject: counts.XObject + 1,
  ExtGState: counts.ExtGState + 1,
  Pattern: counts.Pattern + 1,
  Font: counts.Font + 1,
});
