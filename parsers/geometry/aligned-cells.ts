/**
 * Words of a row and the borders of a table's columns in; the cells of a table that alignment shows, out, with their texts and
 * what speaks against them.
 */
import type { Box, CellDoubt } from "../document.js";
import type { AlignedColumns } from "./aligned-columns.js";
import { isObscured, isOverprinted } from "./cell-text.js";
import type { PartCell } from "./continue-table.js";
import { centerX, centerY } from "./page.js";
import { boxOf, isValue, type Word } from "./words.js";

/** Words of a cell further apart than this, in font sizes, keep a space. */
const JOIN = 1;

interface Span {
  readonly column: number;
  readonly colSpan: number;
}

/** A cell whose row is not counted yet. */
export interface Draft extends Span {
  readonly words: readonly Word[];
  /** True where its row or column can't be told. */
  readonly unplaced?: boolean;
  /** Its place, where no words tell it. */
  readonly box?: Box;
}

/** The columns that a word lies over: those whose middle half it touches, at least the one that holds its own middle. */
export function spanOf(word: Word, xs: readonly number[]): Span {
  const holds = (x: number) =>
    Math.max(
      0,
      Math.min(
        xs.length - 2,
        xs.findLastIndex((border) => border <= x),
      ),
    );
  const own = holds(centerX(word.box));
  let [first, last] = [own, own];
  const quarter = (column: number) => (xs[column + 1]! - xs[column]!) / 4;
  while (first > 0 && word.box[0] < xs[first]! - quarter(first - 1)) first--;
  while (last < xs.length - 2 && word.box[2] > xs[last + 1]! + quarter(last + 1)) last++;
  return { column: first, colSpan: last - first + 1 };
}

export const overlap = (a: Span, b: Span): boolean =>
  a.column < b.column + b.colSpan && b.column < a.column + a.colSpan;

/** Words that share a column share its cell. */
export function byColumn(words: readonly Word[], { xs }: AlignedColumns): Draft[] {
  const drafts: { column: number; colSpan: number; words: Word[] }[] = [];
  for (const word of [...words].sort((a, b) => a.box[0] - b.box[0])) {
    const span = spanOf(word, xs);
    const taken = drafts.find((cell) => overlap(cell, span));
    if (!taken) drafts.push({ ...span, words: [word] });
    else {
      const end = Math.max(taken.column + taken.colSpan, span.column + span.colSpan);
      taken.column = Math.min(taken.column, span.column);
      taken.colSpan = end - taken.column;
      taken.words.push(word);
    }
  }
  return drafts;
}

export function cellOf(
  { column, colSpan, words, box, unplaced }: Draft,
  row: number,
  xs: readonly number[],
  page: number,
): PartCell {
  const place = box ?? ([xs[column]!, boxOf(words)[1], xs[column + colSpan]!, boxOf(words)[3]] as const);
  return {
    ...{ row, column, rowSpan: 1, colSpan },
    text: textOf(words),
    doubt: doubtOf(words) ?? (unplaced ? "unplaced" : "inferred"),
    full: false,
    at: { page, box: place },
  };
}

function doubtOf(words: readonly Word[]): CellDoubt | null {
  const glyphs = words.flatMap((word) => word.glyphs);
  return isObscured(glyphs) ? "obscured" : isOverprinted(glyphs) ? "overlap" : null;
}

/** The lines of a cell, top to bottom. */
function textOf(words: readonly Word[]): string {
  const sorted = [...words].sort((a, b) => centerY(a.box) - centerY(b.box) || a.box[0] - b.box[0]);
  return sorted
    .map((word, i) => {
      const before = sorted[i - 1];
      if (!before) return word.text;
      const sameLine = Math.abs(centerY(before.box) - centerY(word.box)) < word.size / 2;
      const apart = word.box[0] - before.box[2] > JOIN * word.size;
      return (sameLine ? (apart || isValue(word) ? " " : "") : "\n") + word.text;
    })
    .join("");
}
