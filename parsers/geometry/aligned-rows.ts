/**
 * The lines of a table without rulings and its columns in; its rows out. Each line that prints values is a row; the lines
 * of a label belong to the row that they stand around.
 */
import type { AlignedColumns } from "./aligned-columns.js";
import type { WordLine } from "./aligned-segments.js";
import { isRow } from "./aligned-segments.js";
import { ORDINAL, wrappedRows } from "./aligned-wraps.js";
import { centerY, type Edge } from "./page.js";
import { isValue, type Word } from "./words.js";

export interface AlignedRow {
  readonly words: readonly Word[];
  readonly y: number;
  /** Other values stand so near that both may be one row whose numbers wrap. */
  readonly uncertain: boolean;
}

export interface AlignedRows {
  readonly header: readonly WordLine[];
  readonly rows: readonly AlignedRow[];
  /** Labels of groups, which stand beside their rows at any height. */
  readonly groups: readonly Word[];
}

/** Lines of one label stand this much further apart than the nearest ones at most, and never so many font sizes. */
const SAME_LABEL = 1.25;
const WIDEST_LEADING = 1.7;

interface Anchor {
  readonly y: number;
  readonly words: Word[];
  uncertain: boolean;
}

/**
 * @param columns the last one before the values has the rows' own labels
 * @param rulings horizontal lines between the rows, where there are any
 */
export function alignedRows(
  lines: readonly WordLine[],
  { xs, firstValue }: AlignedColumns,
  rulings: readonly Edge[],
): AlignedRows {
  const [labelStart, valueStart] = [xs[Math.max(0, firstValue - 1)]!, xs[firstValue]!];
  const isAnchor = (line: WordLine) =>
    isRow(line) || line.words.some((word) => isValue(word) && word.box[0] >= valueStart);
  const first = lines.findIndex(isAnchor);
  const anchors: Anchor[] = lines.filter(isAnchor).map(({ words, y }) => ({ y, words: [...words], uncertain: false }));
  const isOwn = ({ box }: Word) => box[2] > labelStart && box[0] < valueStart;
  const isHeader = (line: WordLine, i: number) => i < first && line.words.some(({ box }) => box[2] > valueStart);
  const labels = lines
    .filter((line, i) => !isAnchor(line) && !isHeader(line, i))
    .flatMap(({ words }) => words)
    .filter(({ box }) => box[0] < valueStart);
  const top = anchors[0]!.y;
  const blocks = labelBlocks([...labels, ...anchors.flatMap(({ words }) => words)].filter(isOwn));
  const own = labels.filter(isOwn);
  const taken = new Set<Word>();
  const blank: Anchor[] = [];
  const claimed = new Map<Anchor, Word>();
  for (const block of blocks) {
    const loose = block.filter((word) => own.includes(word));
    const inside = anchorsOf(block, anchors, rulings);
    for (const anchor of inside) if (isSecondLabel(block, anchor, claimed)) anchor.uncertain = true;
    if (loose.length === 0) continue;
    // What stands alone above the first row is the header's.
    if (inside.length === 0 && centerY(block.at(-1)!.box) < top) continue;
    if (inside.length === 0) blank.push({ y: meanY(block), words: [...loose], uncertain: false });
    else for (const word of loose) nearest(word, inside).words.push(word);
    for (const word of loose) taken.add(word);
  }
  const names = lines.slice(0, first).flatMap(({ words }) => words);
  // A row may have its label in the column of the groups.
  const isOther = ({ box, text }: Word) => box[0] < valueStart && ORDINAL.test(text);
  const valued = anchors.map(({ words }) => ({ words, label: words.find(isOwn) ?? words.find(isOther) }));
  const wrapped = wrappedRows(valued, xs.slice(firstValue), names, rulings);
  wrapped.forEach((uncertain, i) => (anchors[i]!.uncertain ||= uncertain));
  return {
    header: lines.slice(0, first).map((line) => ({ ...line, words: line.words.filter((word) => !taken.has(word)) })),
    rows: [...anchors, ...blank].sort((a, b) => a.y - b.y),
    groups: labels.filter((word) => !taken.has(word) && centerY(word.box) >= top),
  };
}

/** True where another label stands around the same values, and this one has an ordinal: one of them is of a blank row. */
function isSecondLabel(block: readonly Word[], anchor: Anchor, claimed: Map<Anchor, Word>): boolean {
  const before = claimed.get(anchor);
  claimed.set(anchor, block[0]!);
  return before !== undefined && ORDINAL.test(block[0]!.text);
}

const meanY = (words: readonly Word[]) => words.reduce((sum, { box }) => sum + centerY(box), 0) / words.length;

/** Lines of labels, each block one label: lines close to each other, the first of which may have an ordinal. */
function labelBlocks(words: readonly Word[]): Word[][] {
  const sorted = [...words].sort((a, b) => centerY(a.box) - centerY(b.box) || a.box[0] - b.box[0]);
  const steps = sorted
    .slice(1)
    .map((word, i) => (centerY(word.box) - centerY(sorted[i]!.box)) / word.size)
    .filter((step) => step > 0.8);
  const leading = steps.reduce((a, b) => Math.min(a, b), Infinity);
  const blocks: Word[][] = [];
  for (const word of sorted) {
    const block = blocks.at(-1);
    const step = block ? (centerY(word.box) - centerY(block.at(-1)!.box)) / word.size : 0;
    if (block && step <= Math.min(leading * SAME_LABEL, WIDEST_LEADING) && (step < 0.5 || !ORDINAL.test(word.text)))
      block.push(word);
    else blocks.push([word]);
  }
  return blocks;
}

/** The rows whose values stand beside the block, or between the same rulings. */
function anchorsOf(block: readonly Word[], anchors: readonly Anchor[], rulings: readonly Edge[]): Anchor[] {
  const size = block[0]!.size;
  const [top, bottom] = [block[0]!.box[1] - size / 2, block.at(-1)!.box[3] + size / 2];
  const y = meanY(block);
  const above = rulings.filter(({ at }) => at <= y).at(-1)?.at ?? -Infinity;
  const below = rulings.find(({ at }) => at > y)?.at ?? Infinity;
  const ruled = rulings.length >= 3 ? anchors.filter((anchor) => anchor.y > above && anchor.y < below) : [];
  if (ruled.length === 1) return ruled;
  return anchors.filter((anchor) => anchor.y > top && anchor.y < bottom);
}

const nearest = ({ box }: Word, anchors: readonly Anchor[]) =>
  anchors.reduce((a, b) => (Math.abs(b.y - centerY(box)) < Math.abs(a.y - centerY(box)) ? b : a));
