/** Glyphs in; lines of text out, each with its words as they stand apart. */
import { extentOf } from "../append.js";
import type { Box } from "../document.js";
import { boxAround, centerX, centerY, type Glyph } from "./page.js";

export interface TextLine {
  readonly text: string;
  readonly box: Box;
  readonly size: number;
  readonly glyphs: readonly Glyph[];
}

/** Share of the font size by which glyphs of one line may differ in height. */
const SAME_LINE = 0.5;
/** Gap between glyphs, in font sizes, that is a space of the text; letters that are all spread evenly have none. */
const SPACE = 0.22;
const EVEN = 0.25;
/** Gap that is a space even between Chinese characters. */
const WIDE_SPACE = 0.9;

/**
 * Groups glyphs into lines, top to bottom; each line left to right.
 * @param spacing space that the text has between all its letters, points
 */
export function linesOf(glyphs: readonly Glyph[], spacing = 0): TextLine[] {
  return groupsOf(glyphs).map((group) => lineOf(group, spacing));
}

/** The glyphs of each line, not yet in their order: the quick part of telling lines, for who needs only some of them. */
export function groupsOf(glyphs: readonly Glyph[]): (readonly Glyph[])[] {
  const printed = glyphs.filter(({ text }) => text.trim() !== "");
  const sorted = [...printed].sort((a, b) => centerY(a.box) - centerY(b.box));
  const groups: Glyph[][] = [];
  for (const glyph of sorted) {
    const group = groups.at(-1);
    const reference = group?.[0];
    const near = reference && centerY(glyph.box) - meanY(group) <= Math.max(glyph.size, reference.size) * SAME_LINE;
    if (group && near) group.push(glyph);
    else groups.push([glyph]);
  }
  return groups;
}

/** Glyphs at the end of a line that tell where it goes on. */
const RECENT = 12;

function meanY(glyphs: readonly Glyph[]): number {
  const first = Math.max(0, glyphs.length - RECENT);
  let sum = 0;
  for (let n = first; n < glyphs.length; n++) sum += centerY(glyphs[n]!.box);
  return sum / (glyphs.length - first);
}

/** A line of glyphs that stand side by side. */
export function lineOf(glyphs: readonly Glyph[], spacing = 0): TextLine {
  const ordered = withoutDoubles([...glyphs].sort((a, b) => centerX(a.box) - centerX(b.box)));
  const gaps = ordered.slice(1).map((glyph, i) => glyph.box[0] - ordered[i]!.box[2] - spacing);
  const even = isSpread(ordered, gaps);
  const text = ordered
    .map((glyph, i) => (i > 0 && isSpace(ordered[i - 1]!, glyph, gaps[i - 1]!, even) ? " " : "") + glyph.text)
    .join("");
  return {
    text,
    box: boxAround(ordered.map(({ box }) => box)),
    size: extentOf(ordered.map(({ size }) => size))[1],
    glyphs: ordered,
  };
}

/** Some programs print bold text by drawing it twice, a hair apart. */
function withoutDoubles(glyphs: readonly Glyph[]): Glyph[] {
  return glyphs.filter((glyph, i) => {
    const before = glyphs[i - 1];
    return (
      !before ||
      before.text !== glyph.text ||
      centerX(glyph.box) - centerX(before.box) > 0.25 * (glyph.box[2] - glyph.box[0])
    );
  });
}

/** True for three or more glyphs with one and the same gap between all of them. */
function isSpread(glyphs: readonly Glyph[], gaps: readonly number[]): boolean {
  if (gaps.length < 2) return false;
  const [least, most] = extentOf(gaps);
  const [, largest] = extentOf(glyphs.map(({ size }) => size));
  return least > 0 && most - least <= EVEN * largest && most < 2.5 * glyphs[0]!.size;
}

const LATIN = /[\p{Script=Latin}\p{N}.,%+-]$/u;

function isSpace(before: Glyph, after: Glyph, gap: number, even: boolean): boolean {
  if (even) return false;
  const size = Math.max(before.size, after.size);
  if (gap <= size * SPACE) return false;
  const latin = LATIN.test(before.text) && LATIN.test(after.text);
  return gap > size * (latin ? SPACE : WIDE_SPACE);
}

/** Fewer pairs of neighbouring characters do not tell whether a text is letter-spaced. */
const FEWEST_PAIRS = 12;
/** Usual gap between Chinese characters that is letter spacing, in font sizes: from more than none to less than a blank. */
const SPACED: readonly [number, number] = [0.08, 0.9];

/** The space between the letters of a text whose Chinese characters all stand equally apart, points; otherwise 0. */
export function letterSpacing(lines: readonly TextLine[]): number {
  const gaps: number[] = [];
  for (const { glyphs } of lines) {
    let before: Glyph | null = null;
    for (const glyph of glyphs) {
      const isHan = HAN.test(glyph.text);
      if (isHan && before) gaps.push((glyph.box[0] - before.box[2]) / glyph.size);
      before = isHan ? glyph : null;
    }
  }
  if (gaps.length < FEWEST_PAIRS) return 0;
  gaps.sort((a, b) => a - b);
  const [low, usual, high] = [0.2, 0.5, 0.8].map((share) => gaps[Math.floor(gaps.length * share)]!) as [
    number,
    number,
    number,
  ];
  const even = high - low < 0.1 && usual > SPACED[0] && usual < SPACED[1];
  return even ? usual * extentOf(lines.map(({ size }) => size))[1] : 0;
}

const HAN = /\p{Script=Han}/u;
