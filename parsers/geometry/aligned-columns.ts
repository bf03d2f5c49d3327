/** The lines of a table without rulings in; the borders of its columns, as the text shows them, out. */
import { extentOf } from "../append.js";
import { intervalOf, merged, namedColumns, overlaps, type Interval, type ValueColumns } from "./aligned-names.js";
import type { WordLine } from "./aligned-segments.js";
import { isRow } from "./aligned-segments.js";
import { boxOf, isValue, type Word } from "./words.js";

export interface AlignedColumns {
  /** x of the borders. */
  readonly xs: readonly number[];
  /** Offset of the first column that holds values. */
  readonly firstValue: number;
  /** False where a name may belong to the numbers at its left as well as to those at its right. */
  readonly sure: boolean;
}

/** Labels that each of two columns holds at least, and the share of labels that may lie over both. */
const FEWEST_LABELS = 2;
const CROSSING = 0.34;
/** More labels are no table of a page. */
const MOST_LABELS = 500;
const HAN = /\p{Script=Han}/u;
const ROUNDING = 0.1;
const PADDING = 2;

/** The columns, or null where values of one row share a column, so that the alignment shows none. */
export function alignedColumns(lines: readonly WordLine[]): AlignedColumns | null {
  const rows = lines.filter(isRow);
  const { columns: values, sure } = valueColumns(lines, rows);
  if (values.length === 0 || rows.some((row) => sharesColumn(row, values))) return null;
  const start = values[0]!.from;
  const all = lines.flatMap(({ words }) => words);
  const labels = all.filter(({ box }) => box[2] <= start);
  const columns = [...labelColumns(labels), ...values];
  const box = boxOf(all);
  const between = columns.slice(1).map((column, i) => (columns[i]!.to + column.from) / 2);
  return {
    xs: [box[0] - PADDING, ...between, box[2] + PADDING],
    firstValue: columns.length - values.length,
    sure,
  };
}

/** Columns of printed values, and those that only the header shows because all their cells are blank. */
function valueColumns(lines: readonly WordLine[], rows: readonly WordLine[]): ValueColumns {
  const inRows = merged(rows.flatMap(({ words }) => valuesOf(words).map(intervalOf)));
  const body = lines.slice(lines.indexOf(rows[0]!)).flatMap(({ words }) => words);
  const labelEnd = body
    .filter((word) => isLabel(word, inRows))
    .reduce((end, { box }) => Math.max(end, box[2]), -Infinity);
  if (labelEnd === -Infinity) return { columns: inRows, sure: true };
  const behind = lines.flatMap(({ words }) => words.filter(({ box }) => box[0] >= labelEnd));
  // A value alone on its line may be part of a wrapped number.
  const printed = merged([...inRows, ...behind.filter(isValue).map(intervalOf)]);
  const names = columnNames(behind.filter((word) => !isValue(word)).map(intervalOf), printed);
  // Two tables side by side have the labels of one among the values of the other.
  const inBody = lines.slice(lines.indexOf(rows[0]!)).flatMap(({ words }) => words);
  const isMixed = inBody.some((word) => word.box[0] >= labelEnd && !isValue(word) && HAN.test(word.text));
  const named = namedColumns(printed, names, behind.filter(isValue));
  return isMixed ? { ...named, sure: false } : named;
}

/** The lines of each name together, without those over several columns, which name none of them. */
function columnNames(lines: readonly Interval[], printed: readonly Interval[]): Interval[] {
  const isOfOne = (name: Interval) => printed.filter((column) => overlaps(name, column)).length < 2;
  return merged(lines.filter(isOfOne)).filter(isOfOne);
}

/** The values behind the labels of a row: a number before them is its serial number. */
function valuesOf(words: readonly Word[]): readonly Word[] {
  const lastLabel = words.findLastIndex((word) => !isValue(word) && HAN.test(word.text));
  const behind = words.slice(lastLabel + 1).filter(isValue);
  return behind.length > 0 ? behind : words.filter(isValue);
}

const isLabel = (word: Word, values: readonly Interval[]) =>
  !isValue(word) && values.length > 0 && word.box[2] <= values[0]!.from;

function sharesColumn({ words }: WordLine, columns: readonly Interval[]): boolean {
  const own = valuesOf(words).map((word) => columns.findIndex((column) => overlaps(intervalOf(word), column)));
  return new Set(own).size < own.length;
}

/** Columns of labels: a group's label stands left of its rows' labels, and few labels lie over both columns. */
function labelColumns(labels: readonly Word[]): Interval[] {
  if (labels.length === 0) return [];
  const box = boxOf(labels);
  const borders = [box[0], ...(labels.length > MOST_LABELS ? [] : cutsBetween(labels)), box[2]];
  return borders.slice(1).map((to, i) => ({ from: borders[i]!, to }));
}

/** Places that the fewest words cross; each side may be cut again. */
function cutsBetween(words: readonly Word[]): number[] {
  const cut = words.map(({ box }) => cutBehind(box[2], words)).reduce(better, null);
  if (!cut) return [];
  return [...cutsBetween(cut.left), cut.at, ...cutsBetween(cut.right)];
}

interface Cut {
  readonly at: number;
  readonly crossing: number;
  readonly left: readonly Word[];
  readonly right: readonly Word[];
}

function cutBehind(x: number, words: readonly Word[]): Cut | null {
  const left = words.filter(({ box }) => box[2] <= x + ROUNDING);
  const right = words.filter(({ box }) => box[0] > x + ROUNDING);
  const crossing = words.length - left.length - right.length;
  if (left.length < FEWEST_LABELS || right.length < FEWEST_LABELS || crossing > words.length * CROSSING) return null;
  return { at: (x + extentOf(right.map(({ box }) => box[0]))[0]) / 2, crossing, left, right };
}

const better = (a: Cut | null, b: Cut | null) => (a && (!b || a.crossing <= b.crossing) ? a : b);
