/**
 * The value cells of a row that has more of them than the form has columns in; the columns' own cells out. The others are
 * empty: parts of a merged label before them, or cells and bars that fill the row up behind them.
 */
import { isBlank, isUncertainNumber, isValueText, type ValueCell } from "../table-row.js";

export type Padding = "before" | "behind";

/** Words behind the values are a remark, which is in no column of the form. */
const isAmount = (text: string) => isValueText(text) || isUncertainNumber(text);

/** Offsets at which the columns' cells may begin, so that nothing printed is left outside. */
function offsets(values: readonly ValueCell[], count: number): number[] {
  const first = values.findIndex(({ text }) => !isBlank(text));
  const last = values.findLastIndex(({ text }) => !isBlank(text) && isAmount(text));
  const out: number[] = [];
  for (let o = Math.max(0, last - count + 1); o <= Math.min(first, values.length - count); o++) out.push(o);
  return out;
}

const isEmptyRow = (values: readonly ValueCell[]) => values.every(({ text }) => isBlank(text));

/**
 * Where the rows of a table have their padding, as far as their printed values leave no choice; null where they don't
 * tell, or differ.
 */
export function paddingOf(rows: readonly (readonly ValueCell[])[], count: number): Padding | null {
  const sides = rows.map((values) => {
    const more = values.length - count;
    const [offset, other] = more > 0 && !isEmptyRow(values) ? offsets(values, count) : [];
    if (offset === undefined || other !== undefined) return null;
    return offset === 0 ? "behind" : offset === more ? "before" : null;
  });
  const known = new Set(sides.filter((side) => side !== null));
  const [only] = known;
  return known.size === 1 ? only! : null;
}

/** The columns' cells, or null where they can't be told from the padding. */
export function withoutPadding(
  values: readonly ValueCell[],
  count: number,
  padding: Padding | null,
): readonly ValueCell[] | null {
  if (values.length < count) return null;
  if (values.length === count || isEmptyRow(values)) return values.slice(0, count);
  const possible = offsets(values, count);
  if (possible.length === 1) return values.slice(possible[0], possible[0]! + count);
  const offset = padding === "before" ? values.length - count : padding === "behind" ? 0 : null;
  return offset !== null && possible.includes(offset) ? values.slice(offset, offset + count) : null;
}
