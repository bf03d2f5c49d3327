/** Lines of text in; the space that all their letters have between them, as titles and labels are often set, out. */
import { extentOf } from "../append.js";
import { hasHan } from "./characters.js";
import type { TextLine } from "./lines.js";
import type { Glyph } from "./page.js";

/** Fewer pairs of neighbouring characters do not tell whether a text is letter-spaced. */
const FEWEST_PAIRS = 12;
/** Usual gap between Chinese characters that is letter spacing, in font sizes: from more than none to less than a blank. */
const SPACED: readonly [number, number] = [0.08, 0.9];

/** The space between the letters of a text whose Chinese characters all stand equally apart, points; otherwise 0. */
export function letterSpacing(lines: readonly TextLine[]): number {
  if (!isSpacedOut(lines)) return 0;
  const gaps: number[] = [];
  for (const line of lines) eachPair(line, (gap) => gaps.push(gap));
  gaps.sort((a, b) => a - b);
  const [low, usual, high] = [0.2, 0.5, 0.8].map((share) => gaps[Math.floor(gaps.length * share)]!) as [
    number,
    number,
    number,
  ];
  const even = high - low < 0.1 && usual > SPACED[0] && usual < SPACED[1];
  return even ? usual * extentOf(lines.map(({ size }) => size))[1] : 0;
}

/** True where at least half of enough pairs stand apart, or a size of zero leaves it open: of most texts nothing more is asked. */
function isSpacedOut(lines: readonly TextLine[]): boolean {
  let [pairs, close] = [0, 0];
  for (const line of lines) {
    eachPair(line, (gap) => {
      pairs++;
      if (gap <= SPACED[0]) close++;
      else if (Number.isNaN(gap)) close = -Infinity;
    });
  }
  return pairs >= FEWEST_PAIRS && close <= pairs / 2;
}

/** The gaps between neighbouring Chinese characters, in font sizes. */
function eachPair({ glyphs }: TextLine, take: (gap: number) => void): void {
  let before: Glyph | null = null;
  for (const glyph of glyphs) {
    const isHan = hasHan(glyph.text);
    if (isHan && before) take((glyph.box[0] - before.box[2]) / glyph.size);
    before = isHan ? glyph : null;
  }
}
