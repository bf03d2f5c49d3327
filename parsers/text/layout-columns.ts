/**
 * The rows of a table that was laid out with spaces in, as words; the same as cells out. Columns are found by where the values
 * stand, or by the header; a place without a value is an empty cell.
 */
import { extentOf } from "../append.js";

export interface LayoutCell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
  /** True where its column follows from its place on the page alone. */
  readonly inferred?: boolean;
}

/** A word of a line. */
export interface Word extends LayoutCell {
  /** Terminal columns of its two ends. */
  readonly from: number;
  readonly to: number;
  readonly value: boolean;
}

/** A place of a word, in terminal columns or in characters. */
type Extent = (word: Word) => readonly [from: number, to: number];

/**
 * Programs that lay a page out count every character as one column, or a Chinese one as two; where the columns of a table
 * stand over one another tells which.
 */
const EXTENTS: readonly Extent[] = [({ column, text }) => [column, column + text.length], ({ from, to }) => [from, to]];

interface Columns {
  readonly bounds: readonly (readonly [from: number, to: number])[];
  readonly extent: Extent;
}

/** The rows with an empty cell where a column has no value; as they are where the columns can't be told. */
export function withEmptyCells(rows: readonly Word[][]): LayoutCell[][] {
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
