/** Text with Markdown or HTML marks in; the text that they print out. */

const ENTITIES: Readonly<Record<string, string>> = { nbsp: " ", amp: "&", lt: "<", gt: ">", quot: '"' };

/** Without emphasis, escapes and entities; <br> becomes a line break. */
export function withoutMarks(text: string): string {
  return text
    .replace(/<br\s*\/?>/gi, "\n")
    .replace(/&(nbsp|amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name]!)
    .replace(/(\*\*|__)(?=\S)([^\n]*?\S)\1/g, "$2")
    .replace(/\\([\\`*_{}[\]()#+\-.!|])/g, "$1");
}

export const HEADING_MARK = /^\s{0,3}#{1,6}\s+/;
