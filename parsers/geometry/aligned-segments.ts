/**
 * Lines of text outside ruled tables in; the runs of lines that may be tables without rulings out. A run has rows of
 * values that stand apart from their labels, and ends at prose, at a heading, and where a new header begins.
 */
import type { TextLine } from "./lines.js";
import { centerX, centerY } from "./page.js";
import { letterSpacing } from "./letter-spacing.js";
import { lineOf } from "./lines.js";
import { boxOf, isValue, wordsOf, type Word } from "./words.js";

export interface WordLine {
  readonly words: readonly Word[];
  readonly y: number;
  readonly size: number;
}

/** Lines further apart than this, in font sizes, are no rows of one table. */
const FARTHEST = 6;
/** A line of one word that fills this share of the text's width is prose. */
const PROSE_WIDTH = 0.72;
/** A space within a sentence, in font sizes; cells stand further apart. */
const WIDEST_SPACE = 1.6;
const STOP_AT_END = /[。；]$/;
const STOP_WITHIN = /[。；]\p{Script=Han}/u;
const MARK = /[，。；：、]/;
const HAN = /\p{Script=Han}/u;
const HEADING = /^(?:第?[一二三四五六七八九十]+[、.．]|第[一二三四五六七八九十]+部分)/;
/** A heading is longer than a label that stands in several lines, in characters. */
const HEADING_LENGTH = 5;
/** A caption stands in the middle of its table, within this share of the width, apart from other lines (font sizes). */
const CAPTION_OFFSET = 0.1;
const CAPTION_ROOM = 1.3;

/** What has an ordinal is the first line of a label, where another line stands no further away than lines of one label. */
const NUMBERED = /^\d{1,2}[.、．]/;
const WIDEST_LEADING = 1.7;

/** Runs of at least one row of values. */
export function tableRuns(text: readonly TextLine[]): WordLine[][] {
  const spacing = letterSpacing(text);
  const spaced = spacing === 0 ? text : text.map(({ glyphs }) => lineOf(glyphs, spacing));
  const lines = spaced.map((line) => wordLine(line, spacing));
  const width = lines.length === 0 ? 0 : extent(lines.flatMap(({ words }) => words));
  const runs: WordLine[][] = [[]];
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    const far = before && line.y - before.y > FARTHEST * line.size;
    if (isProse(line, width) || isHeading(line, lines, i)) runs.push([]);
    else if (far) runs.push([line]);
    else runs.at(-1)!.push(line);
  });
  return runs.flatMap(splitAtHeaders).filter((run) => run.some(isRow));
}

const wordLine = (line: TextLine, spacing: number): WordLine => ({
  words: wordsOf(line, spacing),
  y: centerY(line.box),
  size: line.size,
});

const extent = (words: readonly Word[]) => {
  const box = boxOf(words);
  return box[2] - box[0];
};

/** A row prints a value beside something else. */
export const isRow = ({ words }: WordLine) => words.length >= 2 && words.some(isValue);

function isProse(line: WordLine, width: number): boolean {
  const { words } = line;
  const [only] = words;
  if (words.length > 1) return isSentence(line, width);
  if (!only) return false;
  const wide = only.box[2] - only.box[0] >= width * PROSE_WIDTH;
  return (wide && only.text.length > 12) || /[。；]$/.test(only.text);
}

/**
 * A line of a sentence whose numbers stand apart by the spaces around them: no wider ones, no two numbers side by side, and
 * words behind a number that go on, or a full stop within.
 */
function isSentence({ words, size }: WordLine, width: number): boolean {
  const gap = (i: number) => words[i]!.box[0] - words[i - 1]!.box[2];
  const isApart = words.some(
    (word, i) => i > 0 && (gap(i) > WIDEST_SPACE * size || (isValue(word) && isValue(words[i - 1]!))),
  );
  if (isApart) return false;
  const last = words.at(-1)!;
  if (STOP_AT_END.test(last.text) && !isValue(last)) return true;
  const isWide = last.box[2] - words[0]!.box[0] >= width * PROSE_WIDTH;
  const goesOn = words.some((word, i) => i > 0 && isValue(words[i - 1]!) && HAN.test(word.text));
  return isWide && words.some(({ text }) => STOP_WITHIN.test(text) || (goesOn && MARK.test(text)));
}

/** An ordinal and words, with no values at its height: a row's values may stand beside the second line of its label. */
function isHeading(line: WordLine, lines: readonly WordLine[], i: number): boolean {
  const [only] = line.words;
  if (line.words.length !== 1 || !HEADING.test(only!.text) || only!.text.length < HEADING_LENGTH) return false;
  return !hasNeighbour(lines, i, 1);
}

/** True where another line stands within so many font sizes. */
function hasNeighbour(lines: readonly WordLine[], i: number, sizes: number): boolean {
  const line = lines[i]!;
  return [lines[i - 1], lines[i + 1]].some((other) => other && Math.abs(other.y - line.y) < sizes * line.size);
}

/** A header behind rows of values, and a caption in the middle, begin a table of their own. */
function splitAtHeaders(run: readonly WordLine[]): WordLine[][] {
  const parts: WordLine[][] = [[]];
  const all = run.flatMap(({ words }) => words);
  if (all.length === 0) return [];
  const [left, right] = [boxOf(all)[0], boxOf(all)[2]];
  run.forEach((line, i) => {
    const current = parts.at(-1)!;
    if (isCaption(line, run, i, left, right)) parts.push([]);
    else if (isHeader(line, current)) parts.push([line]);
    else current.push(line);
  });
  return parts;
}

function isCaption(line: WordLine, run: readonly WordLine[], i: number, left: number, right: number): boolean {
  const [only] = line.words;
  if (line.words.length !== 1 || isValue(only!)) return false;
  if (hasNeighbour(run, i, NUMBERED.test(only!.text) ? WIDEST_LEADING : CAPTION_ROOM)) return false;
  return Math.abs(centerX(only!.box) - (left + right) / 2) <= CAPTION_OFFSET * (right - left);
}

/** Words behind the labels of the rows above that print no value. */
function isHeader({ words }: WordLine, current: readonly WordLine[]): boolean {
  if (words.length < 2 || words.some(isValue)) return false;
  const rows = current.filter(isRow);
  const values = rows.flatMap((line) => line.words.filter(isValue));
  const labelEnd = rows
    .flatMap((line) => line.words.slice(0, line.words.findIndex(isValue)))
    .reduce((end, { box }) => Math.max(end, box[2]), 0);
  const isBehind = ({ box }: Word) =>
    (labelEnd > 0 && box[0] > labelEnd) || values.some((value) => value.box[0] < box[2] && value.box[2] > box[0]);
  return rows.length > 0 && words.some(isBehind);
}
