/** The widths that the columns of a table would like and what the terminal has in; widths that fit, if any do, out. */

/** What a column takes besides its text, and the last border. */
const COLUMN_BORDER = 3;
const LAST_BORDER = 1;

/** Columns that are left for the texts of a table of so many columns. */
export const roomIn = (terminal: number, columns: number) => terminal - columns * COLUMN_BORDER - LAST_BORDER;

/**
 * Takes from the widest columns until all fit, and none below `least`: a narrow column of numbers stays whole as long as
 * a wide one of words can still give.
 */
export function fittedWidths(wanted: readonly number[], room: number, least: number): number[] {
  const sumUnder = (most: number) => wanted.reduce((sum, width) => sum + Math.min(width, most), 0);
  let most = Math.max(0, ...wanted);
  while (most > least && sumUnder(most) > room) most--;
  const fitted = wanted.map((width) => Math.min(width, most));
  // What the last step took too much goes back to the first that can use it.
  let left = room - sumUnder(most);
  return fitted.map((width, index) => {
    if (left <= 0 || wanted[index]! <= width) return width;
    left--;
    return width + 1;
  });
}
