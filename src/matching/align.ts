/**
 * The rows of a document and the rows that a form prints in; which is which out. Both stand in the same order, so the
 * best order-preserving assignment is taken, and of it only what no equally good assignment contradicts.
 */

/** How well row `row` fits template row `item`; 0 or less where it does not. */
export type Fit = (row: number, item: number) => number;

export interface Assignment {
  /** By row: the template row, or null where none fits or several fit equally well. */
  readonly itemOf: readonly (number | null)[];
  /** Every pair of row and template row that some best alignment contains. */
  readonly pairs: readonly (readonly [row: number, item: number])[];
}

/** By row and item, each asked once. */
function fitsOf(rows: number, items: number, fit: Fit): Float64Array[] {
  return Array.from({ length: rows }, (_, i) => Float64Array.from({ length: items }, (_none, j) => fit(i, j)));
}

/** Best totals of aligning the first `i` rows with the first `j` items. */
function prefixTotals(rows: number, items: number, fit: Fit): Float64Array[] {
  const totals = Array.from({ length: rows + 1 }, () => new Float64Array(items + 1));
  for (let i = 1; i <= rows; i++) {
    const previous = totals[i - 1]!;
    const current = totals[i]!;
    for (let j = 1; j <= items; j++) {
      const score = fit(i - 1, j - 1);
      const together = score > 0 ? previous[j - 1]! + score : 0;
      current[j] = Math.max(previous[j]!, current[j - 1]!, together);
    }
  }
  return totals;
}

/**
 * Aligns the rows with the items. A pair is accepted only if every best alignment contains it: where a row could as
 * well be another item, or another row as well be the item, neither is taken.
 */
export function align(rows: number, items: number, fitOf: Fit): Assignment {
  const fits = fitsOf(rows, items, fitOf);
  const fit: Fit = (i, j) => fits[i]![j]!;
  const before = prefixTotals(rows, items, fit);
  const after = prefixTotals(rows, items, (i, j) => fit(rows - 1 - i, items - 1 - j));
  const best = before[rows]![items]!;
  const through = (i: number, j: number) => before[i]![j]! + fit(i, j) + after[rows - 1 - i]![items - 1 - j]!;
  const pairs: [number, number][] = [];
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < items; j++) if (fit(i, j) > 0 && through(i, j) >= best) pairs.push([i, j]);
  }
  const count = (side: 0 | 1, index: number) => pairs.filter((pair) => pair[side] === index).length;
  const sure = pairs.filter(([i, j]) => count(0, i) === 1 && count(1, j) === 1);
  const itemOf = new Array<number | null>(rows).fill(null);
  for (const [i, j] of sure) itemOf[i] = j;
  return { itemOf, pairs };
}
