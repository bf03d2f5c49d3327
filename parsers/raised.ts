/**
 * Text whose raised parts stand between signs in; text as it can be read without its layout out. A raised number behind
 * other text is the mark of a note and gets brackets: it would read as digits of that text. Other digits that are raised
 * stay apart from those beside them.
 */

/** Characters that no text has. */
const [START, END] = ["\ufdd0", "\ufdd1"];
/** What is raised piece by piece is raised as a whole. */
const BETWEEN_PIECES = /\ufdd1\ufdd0/g;
const MARK = /(?<=[^\sA-Za-z])\ufdd0 ?\[?([\d０-９]{1,3}|注[\d０-９]{0,2})\]? ?\ufdd1/g;
const BETWEEN_DIGITS = /(?<=[\d０-９])[\ufdd0\ufdd1](?=[\d０-９])/g;
const SIGNS = /[\ufdd0\ufdd1]/g;

/** Distance in points that nobody sees: to raise digits by it makes no mark of a note of them. */
const SLIGHT = 1;

export const isSlight = (points: number): boolean => Math.abs(points) <= SLIGHT;

/** Signs around text that is set above or below the line. */
export const asRaised = (text: string): string => (text === "" ? "" : START! + text + END!);

/** The text of a paragraph or a cell, without the signs. */
export function withoutSigns(text: string): string {
  if (!text.includes(START!)) return text;
  return text.replace(BETWEEN_PIECES, "").replace(MARK, "[$1]").replace(BETWEEN_DIGITS, "^").replace(SIGNS, "");
}
