/**
 * The header of the disputes table in; whether it prints the fifteen columns in another order than the form, or others among
 * them, out. Their values are taken by position, which then tells nothing. What a torn header lost contradicts nothing.
 */
import { compact } from "../normalize.js";
import type { TableRow } from "../table-row.js";

/** The results in the order of the columns, by words of which a torn header keeps one. */
const RESULTS: readonly RegExp[] = [/维持/, /纠正|纠错/, /其[他它]/, /尚未|未审结/, /^[总合小]计/];
const COMPLAINT = /^(?!.*[诉讼起]).*行政复议/;
const SUIT = /^(?!.*复议).*行政诉讼/;
const DIRECT = /^(?!.*复议后).*(?:未经复议|直接起诉)/;
const AFTERWARDS = /^(?!.*(?:未经|直接)).*复议后/;

/** The kinds of disputes in the order of the columns, each by the words of its head alone. */
export const KINDS: readonly RegExp[] = [COMPLAINT, DIRECT, AFTERWARDS];
export const RESULT_COUNT = RESULTS.length;

/**
 * @param count how many values the row has
 * @param rows all rows of the document, the row among them
 */
export function headerContradicts(row: TableRow, count: number, rows: readonly TableRow[]): boolean {
  const [table] = row.blocks;
  const above = rows.slice(0, rows.indexOf(row)).filter(({ blocks, flattened }) => !flattened && blocks[0] === table);
  return (
    above.some((one) => mixesResults(one, count)) ||
    [row, ...above].some(({ labels }) => permutes(labels)) ||
    isAfter(COMPLAINT, SUIT, above) ||
    isAfter(DIRECT, AFTERWARDS, above)
  );
}

/** A row of heads, one for each column: a merged one stands in every row that it covers. */
function mixesResults({ labelCells, values }: TableRow, count: number): boolean {
  const heads = labelCells.filter(({ colSpan }) => colSpan === 1).map(({ text }) => resultOf(text));
  while (heads.length > count && heads[0] === -1) heads.shift();
  if (values.length > 0 || heads.length !== count) return false;
  return heads.some((result, i) => result !== -1 && result !== i % RESULTS.length);
}

/** Whether all results stand again and again in another order than the form's, where no columns tell them one by one. */
function permutes(labels: readonly string[]): boolean {
  const results = labels.map(resultOf).filter((result) => result >= 0);
  const sets = Array.from({ length: results.length / RESULTS.length }, (_, i) =>
    results.slice(i * RESULTS.length, (i + 1) * RESULTS.length),
  );
  const areWhole = results.length % RESULTS.length === 0 && sets.every((own) => new Set(own).size === RESULTS.length);
  return areWhole && sets.some((own) => own.some((result, i) => result !== i));
}

/** -1 for a text that names none. */
export function resultOf(text: string): number {
  const words = compact(text);
  return RESULTS.findIndex((result) => result.test(words));
}

function isAfter(first: RegExp, second: RegExp, rows: readonly TableRow[]): boolean {
  const columnOf = (pattern: RegExp) => {
    const heads = rows.filter(({ aligned }) => aligned).flatMap(({ labelCells }) => labelCells);
    return heads.find(({ text }) => pattern.test(compact(text)))?.column;
  };
  const [one, other] = [columnOf(first), columnOf(second)];
  return one !== undefined && other !== undefined && one > other;
}
