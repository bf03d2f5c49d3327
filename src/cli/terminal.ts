/** Text of documents and file names made safe to show on a terminal, and its width there. */
import { eastAsianWidth } from "get-east-asian-width";

/**
 * Control characters, terminal escape sequences, and marks that turn the direction of writing become a visible
 * placeholder, so that no document can move the cursor, colour the screen or disguise a file name.
 */
export function printable(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    "\ufffd",
  );
}

/** The same, on one line. */
export function printableLine(text: string): string {
  return printable(text.replace(/[\r\n\t\u2028\u2029]+/g, " "));
}

/** Columns that a line takes on a terminal: a Chinese character takes two. */
export function terminalWidth(line: string): number {
  let width = 0;
  for (const character of line) width += eastAsianWidth(character.codePointAt(0)!);
  return width;
}
