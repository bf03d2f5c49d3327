/** Lines of a MediaWiki table ({| … |}) in; its rows of cells with their spans out. */
import { append } from "../append.js";
import type { Region, SpanningCell } from "../lines/cell.js";
import type { Line } from "../lines/line.js";
import { withoutMarks } from "../lines/markdown.js";

const BEGIN = /^\s*:{0,5}\{\|/;
const END = /^\s*\|\}/;
const ROW = /^\s*\|-/;
const CAPTION = /^\s*\|\+/;
/** "!" begins a cell of a header. */
const CELLS = /^\s*[|!]/;
/** What stands before a single bar in a cell, if it is attributes. */
const ATTRIBUTES = /^\s*[\w-]{1,40}\s*=/;

export const beginsWikiTable = ({ text }: Line): boolean => BEGIN.test(text);

/** The table that begins at the line. */
export function wikiTable(lines: readonly Line[], start: number): Region {
  const rows: SpanningCell[][] = [];
  let row: SpanningCell[] | null = null;
  let at = start + 1;
  for (; at < lines.length && !BEGIN.test(lines[at]!.text); at++) {
    const line = lines[at]!;
    if (END.test(line.text)) {
      at++;
      break;
    }
    if (ROW.test(line.text)) row = null;
    else if (CELLS.test(line.text) && !CAPTION.test(line.text)) {
      if (!row) rows.push((row = []));
      append(row, cellsOf(line));
    } else if (row) goOn(row, line);
  }
  return { parts: [{ kind: "grid", rows }], length: at - start };
}

/** The cells of a line; two bars divide them, two "!" too where a header's do. */
function cellsOf(line: Line): SpanningCell[] {
  const mark = line.text.search(/[|!]/);
  const divider = line.text[mark] === "!" ? /\|\||!!/ : /\|\|/;
  let column = mark + 2;
  return line.text
    .slice(mark + 1)
    .split(divider)
    .map((part) => {
      const attributes = ATTRIBUTES.test(part) ? part.slice(0, part.indexOf("|") + 1) : "";
      const cell = {
        text: withoutMarks(part.slice(attributes.length)).trim(),
        line: line.number,
        column,
        colSpan: spanOf("colspan", attributes),
        rowSpan: spanOf("rowspan", attributes),
      };
      column += part.length + 2;
      return cell;
    });
}

const spanOf = (name: string, attributes: string) =>
  Number(new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,4})`, "i").exec(attributes)?.[1] ?? 1);

/** A line without a mark goes on with the text of the last cell. */
function goOn(row: SpanningCell[], line: Line): void {
  const last = row.at(-1);
  const text = withoutMarks(line.text).trim();
  if (last && text !== "") row[row.length - 1] = { ...last, text: last.text === "" ? text : `${last.text}\n${text}` };
}
