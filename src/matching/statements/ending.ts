/** Quick tests of how words end: most numbers of a prose follow words that no pattern ends in. */

/** What a pattern allows between its own words and the end. */
const OPEN_END = /\[\^,\]\{0,\d+\}\$$/;

/**
 * Patterns, each of which closes with `$`, in; a test out that is false only for words that none of them matches. Read
 * from the end backwards, where the last character already tells most words, and not from each of their characters on;
 * of patterns that leave the end open, their own words are looked for.
 */
export function mayEndIn(patterns: readonly RegExp[]): (words: string) => boolean {
  const closed = patterns.filter(({ source }) => !OPEN_END.test(source));
  const open = patterns.filter(({ source }) => OPEN_END.test(source));
  const backwards = new RegExp(`(?<=${oneOf(closed.map(({ source }) => source))})`, "y");
  const inside = open.length === 0 ? null : new RegExp(oneOf(open.map(({ source }) => source.replace(OPEN_END, ""))));
  return (words) => {
    backwards.lastIndex = words.length;
    return backwards.test(words) || (inside !== null && inside.test(words));
  };
}

const oneOf = (sources: readonly string[]) => sources.map((source) => `(?:${source})`).join("|");
