/** Text of a document in; text that a spreadsheet program shows as it is, and never runs as a formula, out. */

/** A plain number may begin with a sign; anything else that begins so is read as a formula by Excel, WPS and Calc. */
const PLAIN_NUMBER = /^[+-]?[\d.,]*$/;
/**
 * What begins a formula, behind spaces and characters that are not seen. The full-width signs begin one where the program
 * takes them for the others, as it does of what is typed with a Chinese or Japanese keyboard.
 */
const FORMULA_START = /^[\s\p{C}]*[=+\-@\t\r＝＋－＠]/u;

/** The text, with a leading apostrophe where a spreadsheet program would take it for a formula (CSV injection). */
export function spreadsheetText(text: string): string {
  return FORMULA_START.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}
