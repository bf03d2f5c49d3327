/**
 * A page in; the areas that are read one after the other out: the page itself, or what spans it, its left column and its
 * right column. A column holds text and tables like a page.
 */
import { printedOf } from "./characters.js";
import { linesOf, type TextLine } from "./lines.js";
import { centerX, centerY, type Edge, type Glyph, type PageContent } from "./page.js";

/** Where a gutter may lie, shares of the page's width. */
const MIDDLE: readonly [number, number] = [0.35, 0.65];
/** A gutter is at least this wide, in font sizes. */
const GUTTER = 1;
/** Lines that each column must hold, and how many of them must reach over most of its width. */
const FEWEST_LINES = 6;
const FEWEST_FULL = 3;
const FULL = 0.6;

/** Splits a page of two columns. */
export function pageFrames(page: PageContent): PageContent[] {
  const printed = printedOf(page.glyphs);
  if (printed.length < 2 * FEWEST_LINES) return [page];
  const at = gutterOf(page, printed);
  if (at === null) return [page];
  const crossing = crossingBand(page, printed, at);
  const left = sideOf(page, at, true, crossing);
  if (!isColumn(left, at)) return [page];
  const right = sideOf(page, at, false, crossing);
  if (!isColumn(right, page.width - at)) return [page];
  const spanning = spanningPart(page, crossing);
  return [...spanning.above, left, right, ...spanning.below];
}

/** The middle of the widest stretch that the fewest characters and rulings cover. */
function gutterOf(page: PageContent, printed: readonly Glyph[]): number | null {
  const [from, to] = [Math.floor(page.width * MIDDLE[0]), Math.ceil(page.width * MIDDLE[1])];
  if (!(to > from) || to - from > 10_000) return null;
  const covered = coverage(page.edges.horizontal, printed, from, to);
  const width = middleSize(printed) * GUTTER;
  const fewest = covered.reduce((a, b) => Math.min(a, b), Infinity);
  let best: [number, number] | null = null;
  for (let start = 0; start < covered.length; start++) {
    if (covered[start] !== fewest) continue;
    let end = start;
    while (end < covered.length && covered[end] === fewest) end++;
    if (end - start >= width && (best === null || end - start > best[1] - best[0])) best = [start, end];
    start = end;
  }
  return best && from + (best[0] + best[1]) / 2;
}

/** How many rulings and characters cover each point between two places. */
function coverage(rulings: readonly Edge[], printed: readonly Glyph[], from: number, to: number): Float64Array {
  // First what begins there, less what has ended.
  const covered = new Float64Array(to - from + 1);
  const cover = (x0: number, x1: number) => {
    const [start, end] = [Math.max(from, Math.floor(x0)), Math.min(to, Math.ceil(x1))];
    if (!(start < end)) return;
    covered[start - from]! += 1;
    covered[end - from]! -= 1;
  };
  for (const { box } of printed) if (box[2] > from && box[0] < to) cover(box[0], box[2]);
  for (const edge of rulings) cover(edge.from, edge.to);
  for (let x = 1; x < covered.length; x++) covered[x]! += covered[x - 1]!;
  return covered.subarray(0, to - from);
}

/** The size in the middle of all: mostly all have one. */
function middleSize(printed: readonly Glyph[]): number {
  const [first] = printed;
  if (first && printed.every(({ size }) => size === first.size)) return first.size;
  return printed.map(({ size }) => size).sort((a, b) => a - b)[printed.length >> 1]!;
}

/** Heights above and below which text runs over the gutter: a title, a foot line. */
interface Crossing {
  readonly top: number;
  readonly bottom: number;
}

/** The columns stand in the tallest band that nothing crosses. */
function crossingBand(page: PageContent, printed: readonly Glyph[], at: number): Crossing {
  const marks = [
    ...printed
      .filter(({ box, size }) => box[0] < at + size / 2 && box[2] > at - size / 2)
      .map(({ box }) => centerY(box)),
    ...page.edges.horizontal.filter(({ from, to }) => from < at && to > at).map((edge) => edge.at),
  ].sort((a, b) => a - b);
  const ends = [0, ...marks, page.height];
  let best: Crossing = { top: 0, bottom: 0 };
  for (let i = 1; i < ends.length; i++) {
    if (ends[i]! - ends[i - 1]! > best.bottom - best.top) best = { top: ends[i - 1]!, bottom: ends[i]! };
  }
  // A line that crosses stands on its whole height.
  const size = Math.max(0, ...printed.slice(0, 1).map((glyph) => glyph.size));
  return {
    top: best.top === 0 ? 0 : best.top + size / 2,
    bottom: best.bottom >= page.height ? page.height : best.bottom - size / 2,
  };
}

const isWithin = (y: number, { top, bottom }: Crossing) => y >= top && y <= bottom;

function sideOf(page: PageContent, at: number, left: boolean, band: Crossing): PageContent {
  const own = (x: number) => (left ? x < at : x >= at);
  const middle = ({ from, to }: Edge) => (from + to) / 2;
  return {
    ...page,
    glyphs: page.glyphs.filter(({ box }) => own(centerX(box)) && isWithin(centerY(box), band)),
    edges: {
      horizontal: page.edges.horizontal.filter((edge) => own(middle(edge)) && isWithin(edge.at, band)),
      vertical: page.edges.vertical.filter((edge) => own(edge.at) && isWithin(middle(edge), band)),
    },
  };
}

/** Columns hold running text or ruled tables; the columns of a table without rulings hold neither. */
function isColumn(side: PageContent, width: number): boolean {
  const lines = linesOf(side.glyphs);
  const full = (from: number, to: number) => to - from >= width * FULL;
  const wide = lines.filter((line) => isRunning(line) && full(line.box[0], line.box[2])).length;
  const rulings = side.edges.horizontal.filter(({ from, to }) => full(from, to)).length;
  return lines.length >= FEWEST_LINES && wide + rulings >= FEWEST_FULL;
}

/** Words without gaps between them. */
const isRunning = ({ text, box, size }: TextLine) => text.length * size > (box[2] - box[0]) * 0.7;

function spanningPart(page: PageContent, band: Crossing): { above: PageContent[]; below: PageContent[] } {
  const part = (keep: (y: number) => boolean): PageContent[] => {
    const glyphs = page.glyphs.filter(({ box }) => keep(centerY(box)));
    const horizontal = page.edges.horizontal.filter(({ at }) => keep(at));
    const vertical = page.edges.vertical.filter(({ from, to }) => keep((from + to) / 2));
    return glyphs.length === 0 ? [] : [{ ...page, glyphs, edges: { horizontal, vertical } }];
  };
  return { above: part((y) => y < band.top), below: part((y) => y > band.bottom) };
}
