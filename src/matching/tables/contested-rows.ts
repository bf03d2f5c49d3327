/**
 * Rows of a document that were given to rows of a form in; the rows of the form out for which others stand as well. Where a
 * document prints two tables, that the rows must keep the form's order may take some from each.
 */
import type { FormRow } from "../../forms/form.js";
import type { TableRow } from "../table-row.js";
import type { Score } from "./row-scores.js";

export interface ScoredRow {
  readonly row: TableRow;
  readonly score: Score;
}

/** A short label may stand somewhere else by chance. */
const FEWEST_CONTESTED = 5;

/**
 * Items for which a row with other numbers stands as well that was given to none.
 * @param placeOf the item that the row was given to
 */
export function contestedItems(
  scored: readonly ScoredRow[],
  items: readonly FormRow[],
  placeOf: (i: number) => number | undefined,
): ReadonlySet<FormRow> {
  const textOf = ({ row }: ScoredRow) => JSON.stringify(row.values.map(({ text }) => text.trim()));
  const given = new Map<FormRow, ScoredRow>();
  const left: ScoredRow[] = [];
  scored.forEach((one, i) => {
    const place = placeOf(i);
    if (place === undefined) left.push(one);
    else if (!items[place]!.heading) given.set(items[place]!, one);
  });
  const isRival = (other: ScoredRow, item: FormRow) => {
    const own = given.get(item);
    return own !== undefined && other.score.get(item)! >= own.score.get(item)! && textOf(other) !== textOf(own);
  };
  const contested = new Set(left.flatMap((other) => [...other.score.keys()].filter((item) => isRival(other, item))));
  return contested.size < FEWEST_CONTESTED ? new Set() : contested;
}
