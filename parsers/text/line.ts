/** A text in; its lines with their numbers out. */

export interface Line {
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** True for the first line of a page. */
  readonly pageStart: boolean;
}

/** Control characters other than tab; archived text has some. */
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g;

/** Splits at every kind of line end; a form feed starts a page. */
export function linesOf(text: string): Line[] {
  return text.split(/\r\n|\r|\n|\u2028|\u2029/).map((raw, i) => ({
    text: raw.replace(/\f/g, "").replace(CONTROL, ""),
    number: i + 1,
    pageStart: raw.includes("\f"),
  }));
}

/** Nothing on the line. A line that holds only a no-break or ideographic space is not empty: it may be an empty cell. */
export const isEmpty = (line: Line) => /^[ \t]*$/.test(line.text);

/** A page number or the like on a line of its own. */
const PAGE_LINE =
  /^\s*(?:第\s*\d+\s*页(?:[\s,，/]*共\s*\d+\s*页)?|[-—–―]\s*\d+\s*[-—–―]|\d+\s*\/\s*\d+|(?:Page|P\.)\s*\d+(?:\s*[-–]\s*.*)?)\s*$/i;

export const isPageLine = (line: Line) => PAGE_LINE.test(line.text);
