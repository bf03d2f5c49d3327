/** The words of a PDF's objects. */

/** The next word, or the space before it; a string begins with its bracket. */
export const TOKEN = /[\s\0]+|%[^\r\n]*|\/[^\s\0()<>[\]{}/%]*|[()[\]{}]|<<|>>|<[^<>]*>?|>|[^\s\0()<>[\]{}/%]+/y;
export const NOTHING = /^[\s\0%]/;
export const DEPTHS: Readonly<Record<string, number>> = { "[": 1, "<<": 1, "]": -1, ">>": -1 };
const STRING_PART = /[()\\]/g;

export const decodeName = (name: string) =>
  name.includes("#")
    ? name.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : name;

/** Parentheses nest in a string, and may be escaped. */
export function endOfString(text: string, start: number): number {
  let depth = 0;
  STRING_PART.lastIndex = start;
  for (let part = STRING_PART.exec(text); part; part = STRING_PART.exec(text)) {
    if (part[0] === "\\") STRING_PART.lastIndex++;
    else depth += part[0] === "(" ? 1 : -1;
    if (depth === 0) return STRING_PART.lastIndex;
  }
  return text.length;
}
