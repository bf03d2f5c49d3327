/**
 * The lines of a table without rulings and its columns in; its rows out. Each line that prints values is a row; the lines
 * of a label belong to the row that they stand around.
 */
import type { WordLine } from "./aligned-segments.js";
import { isRow } from "./aligned-segments.js";
import { centerY, type Edge } from "./page.js";
import { isValue, type Word } from "./words.js";

export interface AlignedRow {
  readonly words: readonly Word[];
  readonly y: number;
  /** A line of values without a label stands so near that both may be one row whose numbers wrap. */
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
const ORDINAL = /^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.、．])/;

interface Anchor {
  readonly y: number;
  readonly words: Word[];
  uncertain: boolean;
}

/**
 * @param labelStart where the column of the rows' own labels begins
 * @param valueStart where the first column of values begins
 * @param rulings horizontal lines between the rows, where there are any
 */
export function alignedRows(
  lines: readonly WordLine[],
  labelStart: number,
  valueStart: number,
  rulings: readonly Edge[],
): AlignedRows {
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
  for (const block of blocks) {
    const loose = block.filter((word) => own.includes(word));
    if (loose.length === 0) continue;
    const inside = anchorsOf(block, anchors, rulings);
    // What stands alone above the first row is the header's.
    if (inside.length === 0 && centerY(block.at(-1)!.box) < top) continue;
    if (inside.length === 0) blank.push({ y: meanY(block), words: [...loose], uncertain: false });
    else for (const word of loose) nearest(word, inside).words.push(word);
    for (const word of loose) taken.add(word);
  }
  markWrapped(anchors, valueStart);
  return {
    header: lines.slice(0, first).map((line) => ({ ...line, words: line.words.filter((word) => !taken.has(word)) })),
    rows: [...anchors, ...blank].sort((a, b) => a.y - b.y),
    groups: labels.filter((word) => !taken.has(word) && centerY(word.box) >= top),
  };
}

/** Rows closer than lines of one cell, unless both surely have labels: nobody can tell rows from wrapped numbers. */
function markWrapped(anchors: readonly Anchor[], valueStart: number): void {
  const labelOf = ({ words }: Anchor) => words.find(({ box }) => box[0] < valueStart);
  const count = ({ words }: Anchor) => words.filter(({ box }) => box[0] >= valueStart).length;
  anchors.slice(1).forEach((anchor, i) => {
    const before = anchors[i]!;
    const label = labelOf(anchor);
    const ownRow = labelOf(before) && label && (ORDINAL.test(label.text) || count(before) === count(anchor));
    const near = anchor.y - before.y < WIDEST_LEADING * anchor.words[0]!.size;
    if (near && !ownRow) before.uncertain = anchor.uncertain = true;
  });
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
