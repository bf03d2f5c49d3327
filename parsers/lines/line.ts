/**
 * A text in; its lines with their numbers out. Characters that stand for a vertical bar become one, so that no later
 * step need know more than one; nothing changes its place in the line.
 */

export interface Line {
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** True for the first line of a page. */
  readonly pageStart: boolean;
}

/** Control characters other than tab; archived text has some. */
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/g;
/** Full-width, broken and box-drawing bars; all of them take one place, as "|" does. */
const BARS = /[｜￨¦│┃║┆┊╎]/g;

/** What ends a line or a cell. */
export const PART_END = /[\n\r\t|｜￨¦│┃║┆┊╎\u0085\u2028\u2029]/g;

/** Splits at every kind of line end; a form feed starts a page. */
export function linesOf(text: string): Line[] {
  return text.split(/\r\n|[\r\n\u0085\u2028\u2029]/).map((raw, i) => ({
    text: raw.replace(/\f/g, "").replace(CONTROL, "").replace(BARS, "|"),
    number: i + 1,
    pageStart: raw.includes("\f"),
  }));
}

/** Nothing on the line. A line that holds only a no-break or ideographic space is not empty: it may be an empty cell. */
export const isEmpty = (line: Line) => /^[ \t]*$/.test(line.text);

/** A bar that is not escaped as Markdown does. */
export const BAR = /(?<!\\)\|/;
export const hasBar = (line: Line | undefined) => line !== undefined && BAR.test(line.text);

/** Bars and nothing else. */
export const isBareBar = (line: Line | undefined) =>
  line !== undefined && /^[\s|]+$/.test(line.text) && line.text.includes("|");

/** A line that only draws: the rule under a Markdown header, the border of a table drawn with characters. */
export const isBorder = (line: Line | undefined) =>
  line !== undefined && /^[\s|:+\-=─━═┌┬┐├┼┤└┴┘╒╤╕╞╪╡╘╧╛╔╦╗╠╬╣╚╩╝┏┳┓┣╋┫┗┻┛]*$/.test(line.text) && DRAWN.test(line.text);
const DRAWN = /[-=]{2,}|[─━═]/;

/** A border that has corners, as grids drawn with characters have and Markdown has not. */
export const hasCorners = (line: Line) => /[+┌┬┐├┼┤└┴┘╒╤╕╞╪╡╘╧╛╔╦╗╠╬╣╚╩╝┏┳┓┣╋┫┗┻┛]/.test(line.text);

/** A page number or the like on a line of its own. */
const PAGE_LINE =
  /^\s*(?:第\s*\d{1,4}\s*页(?:[\s,，/]*共\s*\d{1,4}\s*页)?|[-—–―]{1,2}\s*\d{1,4}\s*[-—–―]{1,2}|\d{1,4}\s*\/\s*\d{1,4}|(?:Page|P\.)\s*\d{1,4}(?:\s+of\s+\d{1,4})?(?:\s*[-–]\s.{0,80})?)\s*$/i;

export const isPageLine = (line: Line) => PAGE_LINE.test(line.text);
