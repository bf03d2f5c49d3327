/**
 * Lines of text that was laid out on a page with spaces in (as `pdftotext -layout` writes it); the cells of its tables in
 * reading order out. Columns are found by where the values stand; a place without a value is an empty cell.
 */
import { append, extentOf } from "../append.js";
import { displayWidth } from "../lines/display-width.js";
import type { Line } from "../lines/line.js";

export interface LayoutCell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
  /** True where its column follows from its place on the page alone. */
  readonly inferred?: boolean;
}

interface Word extends LayoutCell {
  /** Terminal columns of its two ends. */
  readonly from: number;
  readonly to: number;
  readonly value: boolean;
}

/** A number with sign, unit or note; a dash or slash. */
const VALUE = /^(?:[+-]?[\d０-９][\d０-９,，.．]*(?:件|项|元|万元|条|次|人|个|份)?|[-—–/／])$/;
const GAP = / {2}\S/;

/** Share of the lines with inner gaps above which a text is laid out with spaces. */
const LAYOUT_SHARE = 0.12;

export function isLaidOut(lines: readonly Line[]): boolean {
  const printed = lines.filter(({ text }) => text.trim() !== "");
  const gaps = printed.filter(({ text }) => GAP.test(text.trimStart()) && !/[|\t]/.test(text));
  return printed.length > 0 && gaps.length >= printed.length * LAYOUT_SHARE && gaps.length >= 5;
}

function wordsOf(line: Line): Word[] {
  const words: Word[] = [];
  let from = 0;
  for (const match of line.text.matchAll(/\s+|\S+/g)) {
    const text = match[0];
    const to = from + displayWidth(text);
    if (text.trim() !== "") {
      words.push({ text, line: line.number, column: match.index + 1, from, to, value: VALUE.test(text) });
    }
    from = to;
  }
  return words;
}

/** A line of a table: it ends in values, or stands apart from the margin among such lines. */
export function isTableLine(line: Line): boolean {
  const words = wordsOf(line);
  return words.length > 0 && (GAP.test(line.text.trimStart()) || words.every(({ value }) => value));
}

/** The cells of a run of table lines of one page: labels and values in the order of the rows. */
export function layoutCells(lines: readonly Line[]): LayoutCell[] {
  const rows = gather(lines.map(wordsOf).filter((words) => words.length > 0));
  return underOneHeader(rows).flatMap(withEmptyCells).flat();
}

/**
 * Brings values that were set on lines of their own back to their labels: where n labels without values are followed by
 * values without labels that stand n deep in every column, the k-th value of each column is the k-th label's.
 */
function gather(lines: readonly Word[][]): Word[][] {
  const rows: Word[][] = [];
  let labels: Word[][] = [];
  let scattered: Word[] = [];
  const close = () => {
    append(rows, scatteredRows(labels, scattered) ?? [...labels, ...(scattered.length > 0 ? [scattered] : [])]);
    labels = [];
    scattered = [];
  };
  for (const words of lines) {
    const hasValue = words.some(({ value }) => value);
    const hasLabel = words.some(({ value }) => !value);
    if (hasLabel && scattered.length > 0) close();
    if (hasLabel && hasValue) {
      append(rows, labels);
      rows.push(words);
      labels = [];
    } else if (hasLabel) labels.push(words);
    else append(scattered, words);
  }
  close();
  return rows;
}

/** Labels that a row has before its values; a line of more is a header. */
const MOST_LABELS = 3;

/** Null where the values don't stand equally deep in every column. */
function scatteredRows(labels: readonly Word[][], scattered: readonly Word[]): Word[][] | null {
  if (scattered.length === 0) return null;
  const columns = clusters(scattered);
  const depth = columns[0]!.length;
  if (depth > labels.length || columns.some((column) => column.length !== depth)) return null;
  const before = labels.slice(0, labels.length - depth);
  const own = labels.slice(-depth);
  if (own.some(({ length }) => length > MOST_LABELS)) return null;
  return [...before, ...own.map((label, k) => [...label, ...columns.map((column) => column[k]!)])];
}

/** Words that stand over one another, left to right; each cluster top to bottom. */
function clusters(words: readonly Word[]): Word[][] {
  const columns: { from: number; to: number; words: Word[] }[] = [];
  for (const word of [...words].sort((a, b) => a.from - b.from || a.line - b.line)) {
    const column = columns.at(-1);
    if (column && word.from < column.to) {
      column.words.push(word);
      column.to = Math.max(column.to, word.to);
    } else columns.push({ from: word.from, to: word.to, words: [word] });
  }
  return columns.map((column) => column.words.sort((a, b) => a.line - b.line));
}

/** A place of a word, in terminal columns or in characters. */
type Extent = (word: Word) => readonly [from: number, to: number];

/**
 * Programs that lay a page out count every character as one column, or a Chinese one as two; where the columns of a table
 * stand over one another tells which.
 */
const EXTENTS: readonly Extent[] = [({ column, text }) => [column, column + text.length], ({ from, to }) => [from, to]];

/** Rows under one header: a line of several words without a value begins the next. */
function underOneHeader(rows: readonly Word[][]): Word[][][] {
  const groups: Word[][][] = [[]];
  for (const row of rows) {
    const header = row.length > 1 && row.every(({ value }) => !value);
    if (header && groups.at(-1)!.some((own) => own.some(({ value }) => value))) groups.push([]);
    groups.at(-1)!.push(row);
  }
  return groups;
}

/** The rows with an empty cell where a column has no value; as they are where the columns can't be told. */
function withEmptyCells(rows: readonly Word[][]): LayoutCell[][] {
  const lists = rows.map(valuesOf).filter(({ length }) => length > 0);
  const [, most] = extentOf(lists.map(({ length }) => length));
  const columns = columnsOfValues(lists, most) ?? columnsOfHeader(rows, lists, most);
  return columns ? rows.map((row) => fill(row, columns)) : [...rows];
}

/** The columns that rows of different length make up together, if one of them is whole and all stand exactly. */
function columnsOfValues(lists: readonly (readonly Word[])[], most: number): Columns | null {
  if (most < 2 || lists.every(({ length }) => length === most)) return null;
  if (lists.some((own) => own.length < most && !areApart(own))) return null;
  const found = EXTENTS.map((extent) => columnsOver(lists.flat(), lists, extent));
  return found.find((columns) => columns?.bounds.length === most && areExact(columns, lists)) ?? null;
}

/** Values that one space divides were not laid out. */
const areApart = (words: readonly Word[]) =>
  words.every((word, i) => i === 0 || words[i - 1]!.line !== word.line || word.from - words[i - 1]!.to >= 2);

/** Most that the middles of the values of a column may differ. */
const MOST_SPREAD = 2;

/** In text that was not laid out, values only happen to stand over one another. */
function areExact(columns: Columns, lists: readonly (readonly Word[])[]): boolean {
  const middles = columns.bounds.map((): number[] => []);
  for (const word of lists.flat()) {
    const [from, to] = columns.extent(word);
    middles[columnOf(word, columns)]!.push((from + to) / 2);
  }
  const spreads = middles.map((own) => {
    const [least, most] = extentOf(own);
    return most - least;
  });
  const several = middles.filter(({ length }) => length > 1).length;
  return several * 2 >= middles.length && spreads.every((spread) => spread <= MOST_SPREAD);
}

/** More words are no header of a table. */
const MOST_HEADER_WORDS = 100;
/** No table has more columns. */
const MOST_COLUMNS = 40;

/** The columns that the lowest words of the header head, where every value stands under one of its own. */
function columnsOfHeader(rows: readonly Word[][], lists: readonly (readonly Word[])[], most: number): Columns | null {
  const header = rows
    .slice(
      0,
      rows.findIndex((row) => row.some(({ value }) => value)),
    )
    .flat();
  const labels = rows
    .filter((row) => row.some(({ value }) => value))
    .flatMap((row) => row.filter(({ value }) => !value));
  const found = EXTENTS.map((extent) => {
    const ends = labels.map((word) => extent(word)[1]);
    if (header.length > MOST_HEADER_WORDS) return null;
    const behind = header.filter((word) => ends.every((end) => extent(word)[0] >= end));
    const lowest = behind.filter((word) => !heads(word, behind, extent));
    if (!areApart(lowest)) return null;
    return columnsOver(lowest, lists, extent);
  });
  return fewest(found.filter((one) => atLeast(one, most + 1)));
}

/** True for a word over other words of the header: over one of them, or over the middle of a line of them. */
function heads(word: Word, header: readonly Word[], extent: Extent): boolean {
  const below = header.filter(({ line }) => line > word.line);
  if (below.some((other) => overlap(word, other, extent))) return true;
  return below.some(
    (left) =>
      extent(left)[1] <= extent(word)[0] &&
      below.some((right) => right.line === left.line && extent(right)[0] >= extent(word)[1]),
  );
}

const overlap = (a: Word, b: Word, extent: Extent) => extent(a)[0] < extent(b)[1] && extent(b)[0] < extent(a)[1];
const atLeast = (columns: Columns | null, count: number): columns is Columns =>
  columns !== null && columns.bounds.length >= count;
const fewest = (found: readonly Columns[]): Columns | null =>
  [...found].sort((a, b) => a.bounds.length - b.bounds.length)[0] ?? null;

interface Columns {
  readonly bounds: readonly (readonly [from: number, to: number])[];
  readonly extent: Extent;
}

/**
 * Columns where the words stand over one another; null unless every value stands in one of them, and no two values of a
 * row in the same.
 */
function columnsOver(words: readonly Word[], lists: readonly (readonly Word[])[], extent: Extent): Columns | null {
  const bounds: [number, number][] = [];
  for (const [from, to] of words.map(extent).sort((a, b) => a[0] - b[0])) {
    const last = bounds.at(-1);
    if (last && from < last[1]) last[1] = Math.max(last[1], to);
    else bounds.push([from, to]);
  }
  if (bounds.length > MOST_COLUMNS) return null;
  const columns = { bounds, extent };
  return lists.every((own) => placesOf(own, columns) !== null) ? columns : null;
}

/**
 * The column of each value: the one that it stands in; beside all of them, the only ones left between its neighbours'.
 * Null where that leaves a choice.
 */
function placesOf(values: readonly Word[], columns: Columns): number[] | null {
  const places: number[] = [];
  let beside = 0;
  for (const place of [...values.map((word) => columnOf(word, columns)), columns.bounds.length]) {
    if (place < 0) beside++;
    else {
      const last = places.at(-1) ?? -1;
      if (place <= last || (beside > 0 && place - last - 1 !== beside)) return null;
      for (; beside > 0; beside--) places.push(place - beside);
      places.push(place);
    }
  }
  return places.slice(0, -1);
}

/** The one column that the word stands in, or -1. */
function columnOf(word: Word, { bounds, extent }: Columns): number {
  const [from, to] = extent(word);
  const first = bounds.findIndex(([, end]) => from < end);
  const last = bounds.findLastIndex(([begin]) => begin < to);
  return first === last ? first : -1;
}

/** Values behind the row's label in their columns. */
function valuesOf(row: readonly Word[]): Word[] {
  const last = row.findLastIndex(({ value }) => !value);
  return row.slice(last + 1);
}

function fill(row: readonly Word[], columns: Columns): LayoutCell[] {
  const values = valuesOf(row);
  if (values.length === 0 || values.length === columns.bounds.length) return [...row];
  const { line, column } = values[0]!;
  const places = placesOf(values, columns)!;
  const cells = columns.bounds.map((_, c): LayoutCell => {
    const value = values[places.indexOf(c)];
    return { ...(value ?? { text: "", line, column }), inferred: true };
  });
  return [...row.slice(0, -values.length), ...cells];
}
