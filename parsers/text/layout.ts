/**
 * Lines of text that was laid out on a page with spaces in (as `pdftotext -layout` writes it); the cells of its tables in
 * reading order out. Columns are found by where the values stand; a place without a value is an empty cell.
 */
import { displayWidth } from "./prose.js";
import type { Line } from "./line.js";

export interface LayoutCell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

interface Word extends LayoutCell {
  /** Terminal columns of its two ends. */
  readonly from: number;
  readonly to: number;
  readonly value: boolean;
}

/** A number with sign, unit or note; a dash or slash. */
const VALUE = /^(?:[+-]?[\d０-９][\d０-９,，.．]*(?:件|项|元|万元|条|次|人|个|份)?|[-—–/／])$/;
const GAP = / {2,}\S/;

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
  const columns = columnsOf(rows);
  return rows.flatMap((row) => fill(row, columns));
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
    rows.push(...(scatteredRows(labels, scattered) ?? [...labels, ...(scattered.length > 0 ? [scattered] : [])]));
    labels = [];
    scattered = [];
  };
  for (const words of lines) {
    const hasValue = words.some(({ value }) => value);
    const hasLabel = words.some(({ value }) => !value);
    if (hasLabel && scattered.length > 0) close();
    if (hasLabel && hasValue) {
      rows.push(...labels, words);
      labels = [];
    } else if (hasLabel) labels.push(words);
    else scattered.push(...words);
  }
  close();
  return rows;
}

/** Null where the values don't stand equally deep in every column. */
function scatteredRows(labels: readonly Word[][], scattered: readonly Word[]): Word[][] | null {
  if (scattered.length === 0) return null;
  const columns = clusters(scattered);
  const depth = columns[0]!.length;
  if (depth > labels.length || columns.some((column) => column.length !== depth)) return null;
  const before = labels.slice(0, labels.length - depth);
  const own = labels.slice(-depth);
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

const valuesOf = (row: readonly Word[]) => row.filter(({ value }) => value);
const middle = (word: Word) => (word.from + word.to) / 2;

/** Fewest columns of a table whose empty cells are looked for, and most. */
const FEWEST_COLUMNS = 4;
const MOST_COLUMNS = 10;
/** How far from its column a value may stand, in terminal columns, and how much better the best place must be. */
const TOLERANCE = 2;
const CLEARLY = 3;

/**
 * Distances of the columns from the first one, averaged over the rows that have a value in each; null where no row has
 * enough. Only distances count: such text shifts whole rows sideways by the width of their labels.
 */
function columnsOf(rows: readonly (readonly Word[])[]): number[] | null {
  const labelled = rows.filter((row) => row[0]!.value === false).map(valuesOf);
  const most = Math.max(0, ...labelled.map(({ length }) => length));
  if (most < FEWEST_COLUMNS || most > MOST_COLUMNS) return null;
  const full = labelled.filter(({ length }) => length === most);
  return Array.from({ length: most }, (_, i) => {
    const offsets = full.map((words) => middle(words[i]!) - middle(words[0]!));
    return offsets.reduce((sum, offset) => sum + offset, 0) / offsets.length;
  });
}

/** The row with empty cells where a column has no value; as it is where its values fit the columns in several ways. */
function fill(row: readonly Word[], columns: readonly number[] | null): LayoutCell[] {
  const first = row.findIndex(({ value }) => value);
  const values = row.slice(first);
  const incomplete = columns !== null && values.length < columns.length && values.length > 1;
  if (!incomplete || first < 1 || values.some(({ value }) => !value)) return [...row];
  const places = bestPlaces(values.map(middle), columns);
  if (places === null) return [...row];
  const cells = columns.map((_, c): LayoutCell => {
    const found = places.indexOf(c);
    return found >= 0 ? values[found]! : { text: "", line: row[first]!.line, column: row[first]!.column };
  });
  return [...row.slice(0, first), ...cells];
}

/** The columns that the values stand in, if one choice fits well and every other clearly worse. */
function bestPlaces(values: readonly number[], columns: readonly number[]): number[] | null {
  const ranked = choices(values.length, columns.length)
    .map((places) => ({ places, misfit: misfit(values, places, columns) }))
    .sort((a, b) => a.misfit - b.misfit);
  const [best, next] = ranked;
  return best && best.misfit <= TOLERANCE && next!.misfit >= best.misfit + CLEARLY ? best.places : null;
}

/** The largest distance of a value from its column, at the sideways shift that suits them best. */
function misfit(values: readonly number[], places: readonly number[], columns: readonly number[]): number {
  const shifts = values.map((value, i) => value - columns[places[i]!]!);
  return (Math.max(...shifts) - Math.min(...shifts)) / 2;
}

/** Every way to choose k of n columns in order. */
function choices(k: number, n: number, from = 0): number[][] {
  if (k === 0) return [[]];
  const out: number[][] = [];
  for (let c = from; c <= n - k; c++) for (const rest of choices(k - 1, n, c + 1)) out.push([c, ...rest]);
  return out;
}
