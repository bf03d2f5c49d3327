/** The text of a page outside its tables in; paragraphs in reading order out. */
import { extentOf } from "../append.js";
import type { Box, Paragraph } from "../document.js";
import { hasCoveredDigit, isObscured } from "./cell-text.js";
import { lineOf, splitGlyphs, type TextLine } from "./lines.js";
import { boxAround, type Glyph } from "./page.js";
import { isValue } from "./words.js";

/** Indent of a first line, and space left at the end of a last line, in font sizes. */
const INDENT = 1.2;
const SHORT = 2.2;
/** A gap of this many font sizes between words stands for separate cells, not for a space. */
const CELL_GAP = 1.6;
/** Distance of lines, relative to the smallest usual one, that separates paragraphs. */
const LEADING = 1.7;

export interface PlacedParagraph extends Paragraph {
  readonly at: { readonly page: number; readonly box: Box };
}

/** What stands in a line with others, apart, or a number far from the margin, is a cell of a table that could not be read. */
const UNPLACED = { doubt: "unplaced" } as const;
const OBSCURED = { doubt: "obscured" } as const;
const OVERLAP = { doubt: "overlap" } as const;

/** A number further from the left than the indent of a paragraph, in font sizes. */
const FAR = 3;

function isUnplaced(part: TextLine, parts: readonly unknown[], { left }: Column): boolean {
  return parts.length > 1 || (part.box[0] - left > FAR * part.size && isValue(part));
}

interface Column {
  readonly left: number;
  readonly right: number;
}

/** Joins the lines of a page or column to paragraphs: Chinese needs no space where two lines meet. */
export function proseOf(lines: readonly TextLine[], page: number): PlacedParagraph[] {
  const [left] = extentOf(lines.map(({ box }) => box[0]));
  const [, right] = extentOf(lines.map(({ box }) => box[2]));
  const column: Column = { left, right };
  return paragraphsOf(lines, column, page);
}

function paragraphsOf(lines: readonly TextLine[], column: Column, page: number): PlacedParagraph[] {
  const leading = usualLeading(lines);
  const out: { text: string; parts: TextLine[]; last: TextLine; doubt?: "unplaced" }[] = [];
  for (const line of lines) {
    const parts = splitCells(line);
    for (const [part, isFirst] of parts) {
      const open = out.at(-1);
      if (open && !open.doubt && isFirst && continues(open.last, part, column, leading)) {
        open.text += joint(open.text, part.text) + part.text;
        open.parts.push(part);
        open.last = part;
      } else
        out.push({
          text: part.text,
          parts: [part],
          last: part,
          ...(isUnplaced(part, parts, column) ? UNPLACED : {}),
        });
    }
  }
  return out.map(({ text, parts, doubt }) => ({
    kind: "paragraph",
    text: text.trim(),
    at: { page, box: boxAround(parts) },
    ...(doubtIn(parts) ?? (doubt ? { doubt } : {})),
  }));
}

function doubtIn(lines: readonly TextLine[]) {
  if (lines.some(({ glyphs }) => isObscured(glyphs))) return OBSCURED;
  return lines.some(hasCoveredDigit) ? OVERLAP : null;
}

const joint = (before: string, after: string) => (/[a-zA-Z]$/.test(before) && /^[a-zA-Z]/.test(after) ? " " : "");

/** The parts of a line that stand apart like cells of a table without rulings. */
function splitCells(line: TextLine): [TextLine, boolean][] {
  const parts = splitGlyphs(line.glyphs, (before, glyph) => glyph.box[0] - before.box[2] > CELL_GAP * line.size);
  if (parts.length === 1 || isSpreadLine(parts)) return [[line, true]];
  return parts.map((part, i) => [lineOf(part), i === 0]);
}

/** Single characters with wide gaps are one letter-spaced word. */
const isSpreadLine = (parts: readonly (readonly Glyph[])[]) =>
  parts.every((part) => part.length === 1 && !/\d/.test(part[0]!.text));

/** The smallest usual distance between two lines, in font sizes. */
function usualLeading(lines: readonly TextLine[]): number {
  const distances = lines
    .slice(1)
    .map((line, i) => (line.box[3] - lines[i]!.box[3]) / line.size)
    .filter((distance) => distance > 0.8)
    .sort((a, b) => a - b);
  return distances[Math.floor(distances.length / 4)] ?? 1.5;
}

/** True where the line goes on with the paragraph of the line before. */
function continues(before: TextLine, line: TextLine, { left, right }: Column, leading: number): boolean {
  const size = Math.max(before.size, line.size);
  const indented = line.box[0] - left > INDENT * size;
  const short = right - before.box[2] > SHORT * size;
  const apart = (line.box[3] - before.box[3]) / size > leading * LEADING;
  const otherSize = Math.abs(before.size - line.size) > 0.15 * size;
  return !indented && !short && !apart && !otherSize;
}
