/** Text of a document in; text that a spreadsheet program shows as it is, and never runs as a formula, out. */

/** A plain number may begin with a sign; anything else that begins so is read as a formula by Excel, WPS and Calc. */
const PLAIN_NUMBER = /^[+-]?[\d.,]*$/;
const FORMULA_START = /^[\s]*[=+\-@\t\r＝＋－＠]/;

/** The text, with a leading apostrophe where a spreadsheet program would take it for a formula (CSV injection). */
export function spreadsheetText(text: string): string {
  return FORMULA_START.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}
