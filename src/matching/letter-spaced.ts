/**
 * A table in; whether its texts are set with a space between any two characters, and the number that such a cell prints,
 * out. In any other table "1 8" may be two numbers of two cells, and is none.
 */
import type { Table } from "../../parsers/document.js";

/** Shorter words, such as 总 计, are spaced in other tables too. */
const SHORTEST = 4;
/** So many labels are no coincidence. */
const FEWEST = 2;
const SPACED = /^\S(?:\s+\S)+$/u;
const HAN = /\p{Script=Han}/gu;
const DIGIT_OR_MARK = /^[\d０-９.,，．+-]$/;

const isLong = (text: string) => text.length >= SHORTEST && (text.match(HAN)?.length ?? 0) >= SHORTEST;

/** True where nearly all the longer texts of the table are letter-spaced. */
export function isLetterSpaced({ cells }: Table): boolean {
  // Most tables are told by their spaces alone, before any characters are counted.
  const mayBe = cells.filter(({ text }) => text.length >= SHORTEST && SPACED.test(text.trim()));
  if (mayBe.length < FEWEST) return false;
  const spaced = mayBe.filter(({ text }) => isLong(text)).length;
  const long = cells.filter(({ text }) => isLong(text)).length;
  return spaced >= FEWEST && (long - spaced) * 4 <= spaced;
}

/** The text of a cell of such a table, the digits of a number together. */
export function joinedNumber(text: string): string {
  const characters = text.trim().split(/\s+/);
  return characters.length > 1 && characters.every((one) => DIGIT_OR_MARK.test(one)) ? characters.join("") : text;
}
