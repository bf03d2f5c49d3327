/** Text with Markdown or HTML marks in; the text that they print out. */
import { withKeptTags, withStylesAsTags } from "./inline-tags.js";

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
const INLINE_TAG = /<\/?(?:a|b|strong|i|em|u|span|font|p|div|center|small)(?:\s[^<>]{0,200})?>/gi;
/** What the writer crossed out; of longer texts only the tags are taken away. */
const STRUCK = /<(del|s|strike)>[^<>\n]{0,200}<\/\1>|~~(?=[^~\s])[^~\n]{0,200}~~/gi;
/** A raised number behind other text is the mark of a note: it would read as a digit of that text. */
const NOTE_MARK =
  /(?<=[^\sA-Za-z<>^])(?:<(su[bp])>\s{0,3}\[?([\d０-９]{1,3}|注[\d０-９]{0,2})\]?\s{0,3}<\/\1>|\^\[?([\d０-９]{1,3})\]?\^|\[\^([\d０-９]{1,3})\])/gi;
/** Between two digits the end of a raised text leaves a sign that it is no part of their number. */
const RAISING_TAG = /<\/?(?:sup|sub|s|del|strike)(?:\s[^<>]{0,200})?>/gi;
const BETWEEN_DIGITS = new RegExp(`(?<=[\\d０-９])${RAISING_TAG.source}(?=[\\d０-９])`, "gi");
/** Emphasis is looked for over this many characters at most: a text of stars alone must not cost more than its length. */
const EMPHASIS = /(\*\*|__)(?=\S)([^\n]{0,200}?\S)\1/g;

/** Without emphasis, escapes, tags and entities; <br> becomes a line break. */
export function withoutMarks(text: string): string {
  return withKeptTags(withoutTags(withStylesAsTags(withoutFormulas(text))));
}

/** A number that a recognition program took for a formula, with its raised part, and one that is set as code. */
function withoutFormulas(text: string): string {
  if (!/[$`\\]/.test(text)) return text;
  return text
    .replace(/\\textsuperscript\{([^{}]{1,9})\}/g, "<sup>$1</sup>")
    .replace(/\$([^$\n]{1,40})\$/g, (formula, inner: string) => {
      const bare = inner.replace(/\s+/g, "");
      const [whole, number, power] = /^([+-]?[\d.,]*)(?:\^\{?(\d{1,3})\}?)?$/.exec(bare) ?? [];
      return whole === undefined ? formula : `${number}${power === undefined ? "" : `<sup>${power}</sup>`}`;
    })
    .replace(/`([^`\n]{1,200})`/g, "$1");
}

function withoutTags(text: string): string {
  return text
    .replace(/<br\s{0,3}\/?>/gi, "\n")
    .replace(INLINE_TAG, "")
    .replace(STRUCK, "")
    .replace(NOTE_MARK, (_, _tag, raised?: string, pandoc?: string, note?: string) => `[${raised ?? pandoc ?? note}]`)
    .replace(BETWEEN_DIGITS, "^")
    .replace(RAISING_TAG, "")
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
/** A heading between stars, as converters of pages write it. */
export const STARRED_HEADING = /^\s{0,3}(\*{2,6}) {1,8}(?=[^\s*])([^*]{0,200}[^\s*]) {1,8}\1\s*$/;
/** What Markdown writes before a list item or a quotation. Not "-5": that is a number. */
export const LIST_MARK = /^\s{0,8}(?:[*+•●▪◦·-]|>+)\s+(?=\S)/;
