/**
 * Two lines of a text in; whether the second may go on with a number that the first ends in, out. Such lines stay one cell,
 * line break and all: whether it is one number or two, who reads the cell can't know either.
 */
import { isEmpty, type Line } from "./line.js";

const DIGIT_AT_END = /[\d０-９][,，.]?$/;
const ONLY_NUMBER = /^[\d０-９][\d０-９,，.]*\s?(?:[件项个条次]|万?元)?$/;

const endsInNumber = ({ text }: Line) => DIGIT_AT_END.test(text.trimEnd());
const isNumber = (text: string) => ONLY_NUMBER.test(text.trim());

/**
 * True for a line of nothing but digits right behind one that ends in digits.
 * @param lines the lines of the text; the number of a page stands at its end, where a page begins behind it
 */
export function cutsNumber(lines: readonly Line[], at: number): boolean {
  const [line, next, behind] = [lines[at], lines[at + 1], lines[at + 2]];
  if (!line || !next || next.pageStart || behind?.pageStart || isEmpty(next)) return false;
  return endsInNumber(line) && isNumber(next.text);
}

/** The same where bars part the cells and a row's last one closes it: the rest of the row is numbers alone. */
export function cutsNumberInRow(line: Line, next: Line): boolean {
  const [first = "", ...others] = next.text.split("|");
  const areNumbers = others.every((part) => part.trim() === "" || isNumber(part));
  return endsInNumber(line) && isNumber(first) && areNumbers;
}
