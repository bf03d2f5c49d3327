/** Text with Markdown or HTML marks in; the text that they print out. */

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: "\u00a0",
  ensp: " ",
  emsp: " ",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  ldquo: "“",
  rdquo: "”",
  middot: "·",
  mdash: "—",
};
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi;
const INLINE_TAG = /<\/?(?:b|strong|i|em|u|s|sup|sub|span|font|p|div|center|small)(?:\s[^<>]{0,200})?>/gi;
/** Emphasis is looked for over this many characters at most: a text of stars alone must not cost more than its length. */
const EMPHASIS = /(\*\*|__)(?=\S)([^\n]{0,200}?\S)\1/g;

/** Without emphasis, escapes, tags and entities; <br> becomes a line break. */
export function withoutMarks(text: string): string {
  return text
    .replace(/<br\s{0,3}\/?>/gi, "\n")
    .replace(INLINE_TAG, "")
    .replace(ENTITY, entity)
    .replace(EMPHASIS, "$2")
    .replace(/\\([\\`*_{}[\]()#+\-.!|])/g, "$1");
}

function entity(written: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? written;
  const code = decimal !== undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hexadecimal!, 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : written;
}

/** What Markdown writes before a heading. */
export const HEADING_MARK = /^\s{0,3}#{1,6}\s+/;
/** What Markdown writes before a list item or a quotation. Not "-5": that is a number. */
export const LIST_MARK = /^\s{0,8}(?:[*+•●▪◦·-]|>+)\s+(?=\S)/;
