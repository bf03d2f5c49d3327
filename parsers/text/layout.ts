/**
 * Lines of text that was laid out on a page with spaces in (as `pdftotext -layout` writes it); the cells of its tables in
 * reading order out.
 */
import { append } from "../append.js";
import { displayWidth } from "../lines/display-width.js";
import type { Line } from "../lines/line.js";
import { withEmptyCells, type LayoutCell, type Word } from "./layout-columns.js";

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
