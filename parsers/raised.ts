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

/** Stands where text of another size begins; no text has it. */
const OTHER_SIZE = "\ufdd6";
const SIZE_BETWEEN_DIGITS = /(?<=[\d０-９])\ufdd6(?=[\d０-９])/g;
/** Share of another size below which text is clearly smaller. */
const SMALLER = 0.72;

/** True for sizes of text of which one is clearly smaller than the other. */
export const differInSize = (a: number, b: number): boolean => Math.min(a, b) < SMALLER * Math.max(a, b);

/** The text behind text of another size: its digits may be anything but further digits of that. */
export const asOfOtherSize = (text: string): string => (text === "" ? "" : OTHER_SIZE + text);

export const isSlight = (points: number): boolean => Math.abs(points) <= SLIGHT;

/** Signs around text that is set above or below the line. */
export const asRaised = (text: string): string => (text === "" ? "" : START! + text + END!);

/** The text of a paragraph or a cell, without the signs. */
export function withoutSigns(text: string): string {
  if (!text.includes(START!) && !text.includes(OTHER_SIZE)) return text;
  const sized = text.replace(SIZE_BETWEEN_DIGITS, "^").replaceAll(OTHER_SIZE, "");
  return sized.replace(BETWEEN_PIECES, "").replace(MARK, "[$1]").replace(BETWEEN_DIGITS, "^").replace(SIGNS, "");
}
