/**
 * Lines of a text in which tables are written as HTML in; the parts between the tables, and the tables' markup, out. Markdown
 * has no merged cells of its own, so that converters write such tables so.
 */
import type { Line } from "../lines/line.js";

export type TextOrTable =
  | { readonly kind: "lines"; readonly lines: readonly Line[] }
  /** The markup of a table, with the line it begins on. */
  | { readonly kind: "table"; readonly html: string; readonly line: number };

/** The tags of tables; what converters write around each of them says nothing. */
const TABLE_TAG = /<(\/?)table(?:\s[^<>]{0,500})?>/gi;
const AROUND = /<\/?(?:html|body|div|center)(?:\s[^<>]{0,200})?>/gi;

export const holdsTable = (text: string): boolean => /<table[\s>]/i.test(text);

/** The parts in order; a table that isn't closed goes to the end. */
export function partedByTables(lines: readonly Line[]): TextOrTable[] {
  const parts: TextOrTable[] = [];
  let between: Line[] = [];
  let markup: string[] = [];
  let first = 0;
  let depth = 0;
  const addText = (line: Line, text: string) => {
    const bare = text.replace(AROUND, "");
    if (bare.trim() !== "" || text === line.text) between.push({ ...line, text: bare });
  };
  const closeTable = () => {
    parts.push({ kind: "lines", lines: between }, { kind: "table", html: markup.join(""), line: first });
    between = [];
    markup = [];
  };
  for (const line of lines) {
    let at = 0;
    for (const { 0: tag, 1: slash, index } of line.text.matchAll(TABLE_TAG)) {
      if (depth === 0 && slash === "/") continue;
      if (depth === 0) {
        addText(line, line.text.slice(at, index));
        at = index;
        first = line.number;
      }
      depth += slash === "/" ? -1 : 1;
      if (depth > 0) continue;
      markup.push(line.text.slice(at, (at = index + tag.length)));
      closeTable();
    }
    if (depth > 0) markup.push(`${line.text.slice(at)}\n`);
    else if (at === 0 || at < line.text.length) addText(line, line.text.slice(at));
  }
  if (depth > 0) closeTable();
  return [...parts, { kind: "lines", lines: between }];
}
