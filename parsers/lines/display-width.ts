/** A text in; the columns that it takes on a terminal, and in a fixed-width font, out. */
import { eastAsianWidth } from "get-east-asian-width";

/** Width on a terminal: a Chinese character takes two columns. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character.codePointAt(0)!);
  return width;
}

/** Most characters are plain ones, of which no table need be asked. */
function widthOf(code: number): 0 | 1 | 2 {
  if (code >= 0x4e00 && code <= 0x9fff) return 2;
  return code >= 0x20 && code <= 0x7e ? 1 : eastAsianWidth(code, { ambiguousAsWide: true });
}
