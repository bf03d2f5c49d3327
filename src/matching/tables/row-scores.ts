/**
 * A row of a document and the labels of a form's rows in; which of them it may be, and how well each fits, out: by its
 * label, and by the group that it stands in.
 */
import type { FormRow, Label } from "../../forms/form.js";
import { labelKey, type LabelMatch, type LabelMatcher } from "../labels.js";
import { isEmptyRow, type TableRow } from "../table-row.js";

/** Of a label as the form prints it, and of one with a misprint. */
export const EXACT = 8;
const TYPO = 5;
/** A label with the form's ordinal goes before one without: （七）总计 before 小计. */
const OWN_ORDINAL = 0.5;
/** A row stands in the group that the form prints it in, or in another one. */
const SAME_GROUP = 2;
const OTHER_GROUP = -4;
/** Label fragments that a line-by-line flattening may cut one label into. */
const MOST_FRAGMENTS = 4;

export type Score = ReadonlyMap<FormRow, number>;

/** The rows of the form that a row may be, each with its score; `next` is the row behind it. */
export function scoreOf(
  row: TableRow,
  next: TableRow | undefined,
  matcher: LabelMatcher<FormRow>,
  groups: LabelMatcher<Label>,
): Score {
  const scores = new Map<FormRow, number>();
  const { labels } = row;
  const longest = Math.min(row.flattened ? MOST_FRAGMENTS : 1, labels.length);
  let label = "";
  for (let length = 1; length <= longest; length++) {
    label = labels[labels.length - length]! + label;
    const found = matcher.all(label);
    if (found.length > 0) score(row, { label, found }, innermostGroup(labels, labels.length - length, groups), scores);
  }
  if (scores.size === 0 && row.flattened && next?.flattened) aroundValues(row, next, matcher, scores);
  if (scores.size === 0 && row.before !== undefined && labels.length === 1 && row.values.length > 0) {
    for (const { item } of matcher.exact(row.before + labels[0]!)) scores.set(item, EXACT);
  }
  return scores;
}

interface Labelled {
  readonly label: string;
  readonly found: readonly LabelMatch<FormRow>[];
}

function score(
  row: TableRow,
  { label, found }: Labelled,
  group: string | undefined,
  scores: Map<FormRow, number>,
): void {
  for (const { item, quality } of found) {
    if (!item.heading && row.values.length === 0) continue;
    const own = (quality === "exact" ? EXACT : TYPO) + groupScore(item, group) + ordinalScore(item, label);
    if (own > (scores.get(item) ?? 0)) scores.set(item, own);
  }
}

/** The innermost group that is printed among the labels before `end`: outer ones may be left over from rows before. */
function innermostGroup(labels: readonly string[], end: number, groups: LabelMatcher<Label>): string | undefined {
  for (let i = end - 1; i >= 0; i--) {
    const last = groups.all(labels[i]!).at(-1);
    if (last) return last.item.label;
  }
  return undefined;
}

/** Values may stand in the middle of the lines of their label: its rest seems to begin the next row. */
function aroundValues(row: TableRow, next: TableRow, matcher: LabelMatcher<FormRow>, scores: Map<FormRow, number>) {
  // The empty cells behind a group's heading are no values in the middle of a label.
  if (isEmptyRow(row)) return;
  for (let before = 1; before <= Math.min(MOST_FRAGMENTS, row.labels.length); before++) {
    for (let behind = 1; behind <= Math.min(MOST_FRAGMENTS, next.labels.length); behind++) {
      const label = [...row.labels.slice(-before), ...next.labels.slice(0, behind)].join("");
      for (const { item } of matcher.exact(label)) scores.set(item, EXACT);
    }
  }
}

function groupScore(item: FormRow, printed: string | undefined): number {
  if (printed === undefined) return 0;
  return (item.groups ?? []).some(({ label }) => label === printed) ? SAME_GROUP : OTHER_GROUP;
}

function ordinalScore(item: FormRow, label: string): number {
  const { ordinal } = labelKey(label);
  return ordinal !== null && ordinal.startsWith("(") && ordinal === labelKey(item.label).ordinal ? OWN_ORDINAL : 0;
}
