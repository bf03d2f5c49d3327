/**
 * The value cells of a row that has more of them than the form has columns in; the columns' own cells out. The others are
 * empty: parts of a merged label before them, or cells and bars that fill the row up behind them.
 */
import { isBlank, isUncertainNumber, isValueText, type ValueCell } from "../table-row.js";

export type Padding = "before" | "behind";

/** Words behind the values are a remark, which is in no column of the form. */
const isAmount = (text: string) => isValueText(text) || isUncertainNumber(text);

/**
 * Offsets at which the columns' cells may begin, so that nothing printed is left outside.
 * @param labels the most columns of labels: so many empty cells more before the values are another row's
 */
function offsets(values: readonly ValueCell[], count: number, labels: number): number[] {
  const first = values.findIndex(({ text }) => !isBlank(text));
  const last = values.findLastIndex(({ text }) => !isBlank(text) && isAmount(text));
  const out: number[] = [];
  const most = Math.min(first, values.length - count, labels);
  for (let o = Math.max(0, last - count + 1); o <= most; o++) out.push(o);
  return out;
}

const isEmptyRow = (values: readonly ValueCell[]) => values.every(({ text }) => isBlank(text));

/**
 * Where the rows of a table have their padding, as far as their printed values leave no choice; null where they don't
 * tell, or differ, and where a single row has any before its values.
 */
export function paddingOf(rows: readonly (readonly ValueCell[])[], count: number, labels: number): Padding | null {
  const sides = rows.map((values) => {
    const more = values.length - count;
    const [offset, other] = more > 0 && !isEmptyRow(values) ? offsets(values, count, labels) : [];
    if (offset === undefined || other !== undefined) return null;
    return offset === 0 ? "behind" : offset === more ? "before" : null;
  });
  const known = sides.filter((side) => side !== null);
  const [only] = known;
  if (only === undefined || known.some((side) => side !== only)) return null;
  return only === "before" && known.length === 1 ? null : only;
}

/** A number may as well stand behind the cells as empty cells of a label before them, where no other row tells. */
const behindPadding = (values: readonly ValueCell[], offset: number, count: number, padding: Padding | null) => {
  const own = values.slice(offset, offset + count);
  return offset === 0 || padding === "before" ? own : own.map(inferred);
};

const inferred = (cell: ValueCell): ValueCell => ({ ...cell, doubt: cell.doubt ?? "inferred" });

/** The columns' cells, or null where they can't be told from the padding. */
export function withoutPadding(
  values: readonly ValueCell[],
  count: number,
  padding: Padding | null,
  labels = Infinity,
): readonly ValueCell[] | null {
  if (values.length < count) return null;
  if (values.length === count || isEmptyRow(values)) return values.slice(0, count);
  const possible = offsets(values, count, labels);
  if (possible.length === 1) return behindPadding(values, possible[0]!, count, padding);
  const offset = padding === "before" ? values.length - count : padding === "behind" ? 0 : null;
  return offset !== null && possible.includes(offset) ? values.slice(offset, offset + count) : null;
}
