/**
 * Rows of a document and the rows of a form's table in; which is which out. Labels decide, helped by the groups that
 * they stand in and by their order; a row that could be two things is none.
 */
import type { FormRow, Label } from "../../forms/form.js";
import { align } from "../align.js";
import { labelKey, labelMatcher, type LabelMatcher } from "../labels.js";
import { perKey } from "../memo.js";
import { isEmptyRow, type TableRow } from "../table-row.js";
import type { LabelEvidence } from "./found.js";
import { contestedItems, type ScoredRow } from "./contested-rows.js";
import { EXACT, scoreOf } from "./row-scores.js";

/** A row of the document that is a row of the form. */
export interface AssignedRow {
  readonly row: TableRow;
  readonly item: FormRow;
  readonly label: LabelEvidence;
}

export interface RowAssignment {
  readonly assigned: readonly AssignedRow[];
  /** Rows of the form for which several different rows of the document stand, or the other way round. */
  readonly ambiguous: readonly FormRow[];
}

/** A hostile document may hold any number of rows; no report holds so many that look like the form's. */
const MOST_ROWS = 2_000;
/** Rows of the form that make a table the form's. */
const FEWEST_KNOWN = 5;
/** Words of a label that is too short to be told from others without its neighbours. */
const SHORT_LABEL = 4;

/** A row's label may have been merged with that of its group. */
const withGroup = ({ label, variants = [], groups = [] }: FormRow): Label => ({
  label,
  variants: [...variants, ...groups.flatMap((group) => [label, ...variants].map((own) => group.label + own))],
});

const rowMatcher = perKey((items: readonly FormRow[]) => labelMatcher(items, withGroup));
const groupMatcher = perKey((items: readonly FormRow[]) =>
  labelMatcher([...new Set(items.flatMap((item) => item.groups ?? []))], (label: Label) => label),
);

/** Matches the rows with a printed value by their labels. Heading rows take part, to hold the order. */
export function assignRows(rows: readonly TableRow[], items: readonly FormRow[]): RowAssignment {
  const matcher = rowMatcher(items);
  const groups = groupMatcher(items);
  const scored = rows
    .map((row, i) => ({ row, score: scoreOf(row, rows[i + 1], matcher, groups) }))
    .filter(({ score }) => score.size > 0)
    .slice(0, MOST_ROWS);
  const { itemOf, pairs } = align(scored.length, items.length, (i, j) => scored[i]!.score.get(items[j]!) ?? 0);
  const duplicates = sameTwice(
    scored.map(({ row }) => row),
    pairs,
  );
  const contested = contestedItems(scored, items, (i) => itemOf[i] ?? duplicates.get(i));
  const assigned = scored.flatMap(({ row, score }, i): AssignedRow[] => {
    const j = itemOf[i] ?? duplicates.get(i);
    if (j === undefined || items[j]!.heading || contested.has(items[j]!)) return [];
    const inPlace = [-1, 1].some((step) => itemOf[i + step] === j + step);
    return [{ row, item: items[j]!, label: inPlace || score.get(items[j]!)! >= EXACT ? "sure" : "misprinted" }];
  });
  const labelled = new Set(scored.map(({ row }) => row));
  // The heading of a group may have a row of empty cells.
  const isGroup = (row: TableRow) =>
    row.labels.length > 0 && isEmptyRow(row) && row.labels.every((label) => groups.all(label).length > 0);
  const isLost = (row: TableRow, item: FormRow) => !labelled.has(row) && isUnlabelled(row, item, groups);
  const inOrder = inCompany(
    [...assigned, ...betweenNeighbours(rows, items, assigned, { isLost, isGroup })],
    rows,
    items,
  );
  const sure = [...inOrder, ...outOfOrder(scored, items, inOrder)];
  const taken = new Set(sure.map(({ item }) => item));
  const ambiguous = [...new Set(pairs.map(([, j]) => items[j]!))].filter((item) => !taken.has(item) && !item.heading);
  // Where most rows stand twice with other numbers there are two tables, and what stands once may be of either.
  const due = items.filter((item) => !item.heading && !item.optional).length;
  const isMixed = ambiguous.length * 2 > due;
  return { assigned: isMixed ? sure.map((one) => ({ ...one, label: "mixed" as const })) : sure, ambiguous };
}

/** A row that is printed twice with the same values, as a repeated table does, is taken the first time. */
function sameTwice(
  rows: readonly TableRow[],
  pairs: readonly (readonly [number, number])[],
): ReadonlyMap<number, number> {
  const byItem = new Map<number, number[]>();
  for (const [i, j] of pairs) byItem.set(j, [...(byItem.get(j) ?? []), i]);
  const textOf = (i: number) => JSON.stringify(rows[i]!.values.map(({ text }) => text.trim()));
  const first = new Map<number, number>();
  for (const [j, candidates] of byItem) {
    if (candidates.length < 2) continue;
    const onlyThis = candidates.every((i) => pairs.filter(([row]) => row === i).length === 1);
    if (onlyThis && new Set(candidates.map(textOf)).size === 1) first.set(candidates[0]!, j);
  }
  return first;
}

interface RowTests {
  readonly isLost: (row: TableRow, item: FormRow) => boolean;
  readonly isGroup: (row: TableRow) => boolean;
}

/**
 * Rows whose labels were lost, between two rows that are known: where exactly as many rows with values stand between them
 * as the form prints, each is the form's row in its place.
 */
function betweenNeighbours(
  rows: readonly TableRow[],
  items: readonly FormRow[],
  assigned: readonly AssignedRow[],
  { isLost, isGroup }: RowTests,
): AssignedRow[] {
  const due = items.filter((item) => !item.heading && !item.optional);
  const known = assigned.map(({ row, item }) => ({ row, item, at: rows.indexOf(row), place: due.indexOf(item) }));
  return known.slice(1).flatMap((next, k) => {
    const before = known[k]!;
    const between = rows.slice(before.at + 1, next.at).filter((row) => row.values.length > 0 && !isGroup(row));
    const own = due.slice(before.place + 1, Math.max(0, next.place));
    if (before.place < 0 || next.place < 0 || between.length !== own.length) return [];
    const complete = between.every(({ values }) => values.length === next.row.values.length);
    if (!complete || !between.every((row, i) => isLost(row, own[i]!))) return [];
    if (between.some(({ values }) => values.some(({ doubt }) => doubt === "unplaced"))) return [];
    return between.map((row, i) => ({ row, item: own[i]!, label: "place" as const }));
  });
}

/** A row of which no label is left, or only characters of the item's: any other label is a row of the report's own. */
function isUnlabelled(row: TableRow, item: FormRow, groups: LabelMatcher<Label>): boolean {
  const whole = labelKey(item.label).words;
  return row.labels.every((label) => groups.all(label).length > 0 || isLeftOf(labelKey(label).words, whole));
}

/** True for words whose characters stand in the same order in the whole. */
function isLeftOf(words: string, whole: string): boolean {
  let at = 0;
  for (const character of words) {
    at = whole.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/**
 * Rows of a table that prints the form's rows in another order: the one row of the document with the words of an item
 * is the item, if it stands in a table of which other rows are known.
 */
function outOfOrder(
  scored: readonly ScoredRow[],
  items: readonly FormRow[],
  known: readonly AssignedRow[],
): AssignedRow[] {
  const taken = new Set<unknown>(known.flatMap(({ row, item }) => [row, item]));
  const tables = known.flatMap(({ row }) => row.blocks.filter(({ kind }) => kind === "table"));
  const isKnown = ({ blocks }: TableRow) => tables.filter((table) => blocks.includes(table)).length >= FEWEST_KNOWN;
  return items.flatMap((item): AssignedRow[] => {
    if (item.heading || taken.has(item)) return [];
    const [only, ...others] = scored.filter(({ score }) => (score.get(item) ?? 0) >= EXACT);
    if (!only || others.length > 0 || taken.has(only.row) || !isKnown(only.row)) return [];
    const isItsOnly = [...only.score].every(([other, score]) => other === item || score < EXACT);
    return isItsOnly ? [{ row: only.row, item, label: "sure" }] : [];
  });
}

/** A short label such as 其他 or 总计 counts only beside other rows of the form. */
function inCompany(
  assigned: readonly AssignedRow[],
  rows: readonly TableRow[],
  items: readonly FormRow[],
): AssignedRow[] {
  const due = items.filter((item) => !item.heading && !item.optional);
  const itemOf = new Map(assigned.map(({ row, item }) => [row, due.indexOf(item)]));
  // Each row may be a table of its own.
  const hasNeighbour = ({ row, item }: AssignedRow) => {
    const at = rows.indexOf(row);
    return [-1, 1].some((step) => rows[at + step] && itemOf.get(rows[at + step]!) === due.indexOf(item) + step);
  };
  const perBlock = new Map<unknown, number>();
  for (const { row } of assigned) for (const block of row.blocks) perBlock.set(block, (perBlock.get(block) ?? 0) + 1);
  return assigned.filter((one) => {
    const { row } = one;
    const label = row.labels.at(-1) ?? "";
    const alone = row.blocks.every((block) => perBlock.get(block) === 1);
    const isShort = label.replace(/[^\p{Script=Han}]/gu, "").length <= SHORT_LABEL;
    return row.flattened || !alone || !isShort || hasOwnOrdinal(label, one.item) || hasNeighbour(one);
  });
}

/** True for a label such as （七）总计: the ordinals of other tables' rows have no brackets. */
function hasOwnOrdinal(label: string, item: FormRow): boolean {
  const { ordinal } = labelKey(label);
  return ordinal !== null && ordinal.startsWith("(") && ordinal === labelKey(item.label).ordinal;
}
