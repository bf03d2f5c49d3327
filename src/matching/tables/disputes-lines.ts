/**
 * Rows of a document in; values of the disputes table that stand one a line, each behind its result and under the name of
 * its kind, out. A kind counts only with each of its results once.
 */
import { compact } from "../normalize.js";
import type { TableRow } from "../table-row.js";
import { KINDS, resultOf, RESULT_COUNT } from "./disputes-header.js";
import type { HeadedValue } from "./disputes-heads.js";

export function valuesOfLines(rows: readonly TableRow[]): HeadedValue[] {
  const found = new Map<number, HeadedValue[]>();
  let kind: number | null = null;
  for (const row of rows) {
    const words = row.labels.map(compact);
    kind = kindAfter(words, kind);
    const result = resultOf(words.at(-1) ?? "");
    const [cell] = row.values;
    if (kind === null || result < 0 || !cell || row.values.length > 1) {
      // Behind a row of something else no result is of the kind that was named before.
      if (row.values.length > 0) kind = null;
      continue;
    }
    found.set(kind, [...(found.get(kind) ?? []), { row, cell, column: kind * RESULT_COUNT + result }]);
  }
  return [...found.values()].flatMap((own) => (isComplete(own) ? own : []));
}

/** The kind that the words name; none where they name several. */
function kindAfter(words: readonly string[], before: number | null): number | null {
  const named = new Set(words.flatMap((one) => KINDS.flatMap((pattern, k) => (pattern.test(one) ? [k] : []))));
  return named.size === 0 ? before : named.size === 1 ? [...named][0]! : null;
}

const isComplete = (own: readonly HeadedValue[]) =>
  own.length === RESULT_COUNT && new Set(own.map(({ column }) => column)).size === RESULT_COUNT;
