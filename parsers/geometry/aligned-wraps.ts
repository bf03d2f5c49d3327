/**
 * The rows of a table without rulings in; those that may be the lines of one row whose numbers wrap, out. Nothing but a
 * ruling tells "16" above "5" from "165" in a narrow column, unless the column has room or the row a label of its own.
 */
import { centerX, centerY, type Edge } from "./page.js";
import { isValue, type Word } from "./words.js";

/** Lines of one cell are never so many font sizes apart. */
const WIDEST_LEADING = 1.7;
/** How a row's own label may begin: what goes on from the line above has no ordinal. */
export const ORDINAL = /^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.、．])/;

export interface ValueRow {
  readonly words: readonly Word[];
  /** Its own label, where one stands at the height of its values. */
  readonly label: Word | undefined;
}

/**
 * @param rows from top to bottom
 * @param xs borders of the columns of values
 * @param names words of the header
 * @param rulings horizontal ones between the rows, where there are any
 * @returns for each row whether its numbers may go on in another one
 */
export function wrappedRows(
  rows: readonly ValueRow[],
  xs: readonly number[],
  names: readonly Word[],
  rulings: readonly Edge[],
): boolean[] {
  const columnOf = (word: Word) => xs.findLastIndex((border) => border <= centerX(word.box));
  const isOfColumn = (word: Word) => word.box[0] >= xs[columnOf(word)]! && word.box[2] <= xs[columnOf(word) + 1]!;
  const rooms = roomOf([...rows.flatMap(({ words }) => words), ...names.filter(isWide)].filter(isOfColumn), columnOf);
  const wrapped = rows.map(() => false);
  const above = new Map<number, { readonly word: Word; readonly row: number }>();
  rows.forEach(({ words, label }, row) => {
    for (const word of words.filter(isValue)) {
      const column = columnOf(word);
      if (column < 0) continue;
      const upper = above.get(column);
      above.set(column, { word, row });
      if (!upper || !mayGoOn(upper.word, word, rooms.get(column) ?? 0)) continue;
      if (rulings.some(({ at }) => at > centerY(upper.word.box) && at < centerY(word.box))) continue;
      const isOwnRow = rows[upper.row]!.label !== undefined && label !== undefined && ORDINAL.test(label.text);
      if (!isOwnRow) wrapped.fill(true, upper.row, row + 1);
    }
  });
  return wrapped;
}

/** A name of one character tells nothing of the room: a cell may be narrower than it. */
const isWide = ({ text }: Word) => text.length > 1;

const widthOf = ({ box }: Word) => box[2] - box[0];

/** The widest word of each column. */
function roomOf(words: readonly Word[], columnOf: (word: Word) => number): ReadonlyMap<number, number> {
  const rooms = new Map<number, number>();
  for (const word of words) {
    const column = columnOf(word);
    rooms.set(column, Math.max(rooms.get(column) ?? 0, widthOf(word)));
  }
  return rooms;
}

/** Directly below, and no room for another digit above. */
function mayGoOn(upper: Word, lower: Word, room: number): boolean {
  const digit = widthOf(upper) / upper.text.length;
  return (
    centerY(lower.box) - centerY(upper.box) < WIDEST_LEADING * upper.size && widthOf(upper) + digit > room + digit / 2
  );
}
