/**
 * Rows of flattened text in; whether numbers stand before their labels there, out. Where they do, the first numbers come
 * directly behind the head of the table, before any row has a label, and each label is followed by the next row's numbers.
 */
import type { TableRow } from "../table-row.js";

/**
 * True for a row whose numbers follow the table's head and so belong to the label after them.
 * @param isHead tells the labels that have no numbers of their own: captions, headers, headings
 */
export function numbersBehindHead(row: TableRow, isHead: (label: string) => boolean): boolean {
  const last = row.labels.at(-1);
  return row.flattened && last !== undefined && row.values.some(({ text }) => HAS_DIGIT.test(text)) && isHead(last);
}

const HAS_DIGIT = /[\d０-９]/;
