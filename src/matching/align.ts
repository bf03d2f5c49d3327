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

/** Numbers of a rectangle: `width` of them for each row. */
interface Matrix {
  readonly width: number;
  readonly cells: Float64Array;
}

/** By row and item, each asked once. */
function fitsOf(rows: number, items: number, fit: Fit): Matrix {
  const cells = new Float64Array(rows * items);
  for (let i = 0; i < rows; i++) for (let j = 0; j < items; j++) cells[i * items + j] = fit(i, j);
  return { width: items, cells };
}

/** Best totals of aligning the first `i` rows with the first `j` items. */
function prefixTotals(rows: number, { width: items, cells }: Matrix): Matrix {
  const width = items + 1;
  const totals = new Float64Array((rows + 1) * width);
  for (let i = 1; i <= rows; i++) {
    for (let j = 1; j <= items; j++) {
      const at = i * width + j;
      const score = cells[(i - 1) * items + j - 1]!;
      const apart = Math.max(totals[at - width]!, totals[at - 1]!);
      totals[at] = score > 0 ? Math.max(apart, totals[at - width - 1]! + score) : apart;
    }
  }
  return { width, cells: totals };
}

/** The same rows and items from the last to the first. */
const reversed = ({ width, cells }: Matrix): Matrix => ({ width, cells: cells.slice().reverse() });

/**
 * Aligns the rows with the items. A pair is accepted only if every best alignment contains it: where a row could as
 * well be another item, or another row as well be the item, neither is taken.
 */
export function align(rows: number, items: number, fitOf: Fit): Assignment {
  const fits = fitsOf(rows, items, fitOf);
  const pairs = bestPairs(rows, fits);
  const ofRow = new Uint32Array(rows);
  const ofItem = new Uint32Array(items);
  for (const [i, j] of pairs) {
    ofRow[i]!++;
    ofItem[j]!++;
  }
  const itemOf = new Array<number | null>(rows).fill(null);
  for (const [i, j] of pairs) if (ofRow[i] === 1 && ofItem[j] === 1) itemOf[i] = j;
  return { itemOf, pairs };
}

/** Every pair that fits and that some best alignment contains. */
function bestPairs(rows: number, fits: Matrix): (readonly [row: number, item: number])[] {
  const items = fits.width;
  const before = prefixTotals(rows, fits);
  const after = prefixTotals(rows, reversed(fits));
  const best = before.cells.at(-1)!;
  const pairs: [number, number][] = [];
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < items; j++) {
      const score = fits.cells[i * items + j]!;
      if (score <= 0) continue;
      const ahead = before.cells[i * before.width + j]!;
      const behind = after.cells[(rows - 1 - i) * after.width + items - 1 - j]!;
      if (ahead + score + behind >= best) pairs.push([i, j]);
    }
  }
  return pairs;
}
