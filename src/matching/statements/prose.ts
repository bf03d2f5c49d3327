/**
 * Blocks of a document in; its prose as sentences out, each as printed, in comparable form, and with its place. Lines that
 * were broken for typesetting are joined again; headings stand alone.
 */
import type { Block, Locator, SourceDocument } from "../../../parsers/document.js";
import { compactProse } from "../normalize.js";
import { DIGITS_APART } from "./amounts.js";

export interface Sentence {
  /** As printed, without its line breaks. */
  readonly printed: string;
  /** Simplified, half width, without white space and without its closing mark. */
  readonly text: string;
  readonly at: Locator;
}

/** Sentences that belong together; a heading is a passage of its own. */
export interface Passage {
  readonly heading: boolean;
  readonly sentences: readonly Sentence[];
}

interface Line {
  readonly text: string;
  readonly at: Locator;
}

const ORDINAL =
  /^\s*(?:[(（]?[一二三四五六七八九十]{1,3}[)）]?(?:\s*[、.．:：])?|[(（]?\d{1,2}[)）]?\s*[、.．)）])\s*\p{Script=Han}/u;
const NUMBERED =
  /^\s*(?:[(（][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}\s*[、.．]|\d{1,2}\s*[、.．](?!\d)|[#*>-]|[①-⑳])/;
/** A longer run without a full stop is no sentence; some patterns take the square of its length. */
const LONGEST_SENTENCE = 2_000;
const SENTENCE_END = /[。；;！!？?：:]["”』」)）]?\s*$/;
const SENTENCE = /[^。；;！!？?]+[。；;！!？?]?["”』」]?/g;

const DIGIT = /[\d０-９]/;
const DIGIT_FIRST = /^[\d０-９]/;
/** Digits with a space between them, and those among them that are thousands. */
const SPACED_DIGITS = /(?<![\d０-９])[\d０-９]+(?:[^\S\n]+[\d０-９]+)+/g;
/** Most sentences have no such digit, which is told sooner. */
const BEFORE_SPACE = /[\d０-９]\s/;
const THOUSANDS = /^[\d０-９]{1,3}(?:\s[\d０-９]{3})+$/;
const NOTE_MARKS = /[\u00b2\u00b3\u00b9\u2070-\u2079\u2460-\u2473]/;
const MARK_BEHIND = /(?<=[\d０-９])\s?[\u00b2\u00b3\u00b9\u2070-\u2079\u2460-\u2473]+/g;
const MARK_BEFORE = /[\u00b2\u00b3\u00b9\u2070-\u2079\u2460-\u2473](?=\s?[\d０-９])/g;

/** A shorter line was ended by its writer, not by the margin. */
const SHORTEST_WRAPPED_LINE = 16;
const LONGEST_HEADING = 40;
/** A row of a table that lost its cells: two numbers side by side, or bars. */
const ROW_OF_NUMBERS = /\d[件项个条次宗份篇]?\s+共?[-\d]+[件项个条次宗份篇]?(?:\s|$)|[|│┃]|\t[^\S\t]*\d/;
/** What each such row has. */
const GAP_OR_BAR = /[\s|│┃]/;
/** A shorter cell of a table is a value or a label, not prose. */
const SHORTEST_PROSE_CELL = 30;

/** The prose of a document: everything but the form's tables. */
export function passagesOf(document: SourceDocument, consumed: ReadonlySet<Block>): Passage[] {
  const lines = document.blocks.filter((block) => !consumed.has(block)).flatMap(linesOf);
  return joined(lines)
    .map(passageOf)
    .filter(({ sentences }) => sentences.length > 0);
}

function linesOf(block: Block): Line[] {
  if (block.kind === "paragraph") return splitLines(block.text, block.at);
  return block.cells
    .filter(({ text }) => text.length >= SHORTEST_PROSE_CELL && /[。，,；;]/.test(text))
    .flatMap(({ text, at }) => splitLines(text, at));
}

function splitLines(text: string, at: Locator): Line[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "" && !(GAP_OR_BAR.test(line) && ROW_OF_NUMBERS.test(line)))
    .map((line) => ({ text: line.trim(), at }));
}

function joined(lines: readonly Line[]): Line[] {
  const out: Line[] = [];
  let parts: string[] = [];
  let at: Locator | undefined;
  lines.forEach((line, index) => {
    at ??= line.at;
    parts.push(line.text);
    const next = lines[index + 1];
    if (next && goesOn(line.text, next.text)) return;
    out.push({ text: joinedParts(parts), at });
    parts = [];
    at = undefined;
  });
  return out;
}

/** The lines as one; digits that stood on two are not taken for one number. */
const joinedParts = (parts: readonly string[]): string =>
  parts
    .map((part, i) => (DIGIT_FIRST.test(part) && DIGIT.test(parts[i - 1]?.at(-1) ?? "") ? DIGITS_APART + part : part))
    .join("");

function goesOn(line: string, next: string): boolean {
  if (SENTENCE_END.test(line) || NUMBERED.test(next)) return false;
  if (ORDINAL.test(line) && isHeading(line)) return false;
  // A line that begins with a number's unit or a comma can only be the rest of the line before.
  return line.length >= SHORTEST_WRAPPED_LINE || /^[，、,；;）)件份条宗]/.test(next);
}

function isHeading(text: string): boolean {
  return text.length <= LONGEST_HEADING && !/[，。；,;！？]/.test(text);
}

const CLOSING = '。;!?"”』」';

/** Without the marks that close a sentence. */
function withoutEnd(sentence: string): string {
  let end = sentence.length;
  while (end > 0 && CLOSING.includes(sentence[end - 1]!)) end--;
  return sentence.slice(0, end);
}

/**
 * The mark of a note behind a number is no digit, and the number of an item before one is none of its digits; what a space
 * divides and is no thousands may be two numbers.
 */
function withDigitsApart(text: string): string {
  const unmarked = NOTE_MARKS.test(text) ? text.replace(MARK_BEHIND, "").replace(MARK_BEFORE, "，") : text;
  if (!BEFORE_SPACE.test(unmarked)) return unmarked;
  return unmarked.replace(SPACED_DIGITS, (digits) =>
    THOUSANDS.test(digits) ? digits : digits.replace(/\s+/g, DIGITS_APART),
  );
}

function passageOf({ text, at }: Line): Passage {
  const sentences = (text.match(SENTENCE) ?? [])
    .map((printed) => ({
      printed: printed.replaceAll(DIGITS_APART, "").trim(),
      text: withoutEnd(compactProse(withDigitsApart(printed))),
      at,
    }))
    .filter((sentence) => sentence.text !== "" && sentence.text.length <= LONGEST_SENTENCE);
  return { heading: isHeading(text) && !/\d/.test(text.replace(ORDINAL, "")), sentences };
}
