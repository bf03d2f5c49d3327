/**
 * The columns of values that a table without rulings prints, and the names of its header, in; the columns with their names
 * out. A name over its numbers is theirs; one that stands beside numbers of its column may be the next column's.
 */
import { extentOf } from "../append.js";
import type { Word } from "./words.js";

export interface Interval {
  readonly from: number;
  readonly to: number;
}

export interface ValueColumns {
  readonly columns: readonly Interval[];
  /** False where a name may belong to the numbers at its left as well as to those at its right. */
  readonly sure: boolean;
}

type Side = "left" | "right";

/** Sides of a column's words that differ by less are flush, points. */
const FLUSH = 0.6;

export const intervalOf = ({ box }: Word): Interval => ({ from: box[0], to: box[2] });
export const overlaps = (a: Interval, b: Interval) => a.from < b.to && a.to > b.from;

const union = (intervals: readonly Interval[]): Interval => ({
  from: extentOf(intervals.map(({ from }) => from))[0],
  to: extentOf(intervals.map(({ to }) => to))[1],
});

/** Joins what overlaps. */
export function merged(intervals: readonly Interval[]): Interval[] {
  const out: { from: number; to: number }[] = [];
  for (const { from, to } of [...intervals].sort((a, b) => a.from - b.from)) {
    const last = out.at(-1);
    if (last && from < last.to) last.to = Math.max(last.to, to);
    else out.push({ from, to });
  }
  return out;
}

/**
 * @param printed columns of the printed values
 * @param names names of one column each
 * @param values the printed values
 */
export function namedColumns(
  printed: readonly Interval[],
  names: readonly Interval[],
  values: readonly Word[],
): ValueColumns {
  const columns = printed.map((own) => ({
    own: names.filter((name) => overlaps(name, own)),
    values: values.filter((value) => overlaps(intervalOf(value), own)),
    all: union([own, ...names.filter((name) => overlaps(name, own))]),
  }));
  const apart = names.filter((name) => !printed.some((column) => overlaps(name, column)));
  const nameless = columns.filter(({ own }) => own.length === 0);
  // Signs for none may stand at the other side of a column than its numbers.
  const signs = columns.filter((column) => column.values.every(({ text }) => !/[\d０-９]/.test(text)));
  const sides = sidesOf(columns.filter((column) => !signs.includes(column)));
  return withNames(
    columns.map(({ all }) => all),
    apart,
    nameless.map(({ all }) => all),
    signs.map(({ all }) => all),
    sides,
  );
}

/** On which side of their numbers names may stand, as columns show that print both, or numbers of several lengths. */
function sidesOf(columns: readonly { own: readonly Interval[]; values: readonly Word[] }[]): ReadonlySet<Side> {
  const shown = columns.flatMap(({ own, values }): Side[] => {
    const numbers = values.map(intervalOf);
    const [left, right] = [spread(numbers.map(({ from }) => from)), spread(numbers.map(({ to }) => to))];
    if (left > FLUSH && right <= FLUSH) return ["left"];
    if (right > FLUSH && left <= FLUSH) return ["right"];
    const [name, other] = own;
    if (!name || other) return [];
    const shift = middle(union(numbers)) - middle(name);
    return Math.abs(shift) <= FLUSH ? [] : [shift > 0 ? "left" : "right"];
  });
  const sides = new Set(shown);
  return sides.size === 1 ? sides : new Set(["left", "right"]);
}

function spread(values: readonly number[]): number {
  const [least, most] = extentOf(values);
  return most - least;
}

const middle = ({ from, to }: Interval) => (from + to) / 2;

/**
 * Adds the columns that only have a name. A name that stands beside the values of a column without one is its own: all
 * names stand at the left of their numbers, or all at the right. Where both are possible, nobody knows.
 */
function withNames(
  printed: readonly Interval[],
  names: readonly Interval[],
  nameless: readonly Interval[],
  signs: readonly Interval[],
  sides: ReadonlySet<Side>,
): ValueColumns {
  const all = [...printed, ...names].sort((a, b) => a.from - b.from);
  const beside = (column: Interval, side: Side) => all[all.indexOf(column) + (side === "left" ? -1 : 1)];
  const isName = (one: Interval | undefined): one is Interval => one !== undefined && names.includes(one);
  if (nameless.length === 0 || names.length === 0) return { columns: all, sure: true };
  const possible = (["left", "right"] as const)
    .filter((side) => sides.has(side))
    .map((side) => nameless.map((column) => beside(column, side)))
    .filter((own): own is Interval[] => own.every(isName));
  const besideSigns = nameless.some((column) =>
    (["left", "right"] as const).some((side) => signs.includes(beside(column, side)!)),
  );
  const [own, other] = possible;
  if (!own) return { columns: all, sure: false };
  const joined = nameless.map((column, i) => union([column, own[i]!]));
  const rest = all.filter((column) => !nameless.includes(column) && !own.includes(column));
  const columns = [...rest, ...joined].sort((a, b) => a.from - b.from);
  return { columns, sure: !other && !besideSigns };
}
