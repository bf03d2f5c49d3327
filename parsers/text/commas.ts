/**
 * Lines whose fields commas or semicolons part (CSV) in; rows of cells out. As prose has commas too, and numbers have them
 * between their thousands, only lines under a header of words that all have as many fields are a table.
 */
import type { Region, TextCell } from "../lines/cell.js";
import { cutsNumber } from "../lines/cut-number.js";
import type { Line } from "../lines/line.js";

const FEWEST_FIELDS = 3;
const FEWEST_ROWS = 3;
/** A longer field is prose, but for one that holds a label with its note. */
const LONGEST_FIELD = 90;
/** Fields of a header that hold words. */
const FEWEST_WORDS = 2;
const FIELD = /("(?:[^"]|"")*"|[^",;。]*)([,;]|$)/y;
/** Full-width commas stand in brackets, too: there they part nothing. */
const WIDE_FIELD = /("(?:[^"]|"")*"|(?:[（(][^（()）]*[）)]|[^"，；。（()）])*)([，；]|$)/y;
/** Prose has full-width commas: a table has fields of a number alone. */
const NUMBER_FIELD = /^\s*[\d０-９]+(?:\.\d+)?\s*$/;

type Row = readonly TextCell[];

/** True where a table begins: a header, and enough rows under it. */
export function beginsCommas(lines: readonly Line[], at: number): boolean {
  const header = rowOf(lines[at]);
  if (!header || header.filter(({ text }) => /\p{Script=Han}/u.test(text)).length < FEWEST_WORDS) return false;
  const rows = Array.from({ length: FEWEST_ROWS }, (_, i) => rowOf(lines[at + i]));
  if (!rows.every((row) => row?.length === header.length)) return false;
  return !isWide(lines[at]!.text) || rows.flat().some((cell) => cell !== null && NUMBER_FIELD.test(cell.text));
}

/** A line that plain commas or semicolons part has full-width ones in its labels only. */
const isWide = (text: string) => !/[,;].*[,;]/.test(text);

/** The rows that begin at the line. */
export function commaRegion(lines: readonly Line[], start: number): Region {
  const rows: Row[] = [rowOf(lines[start])!];
  let at = start + 1;
  for (; at < lines.length; at++) {
    const row = rowOf(lines[at]);
    if (row?.length === rows[0]!.length) rows.push(row);
    else if (cutsNumber(lines, at - 1)) rows.push(withRest(rows.pop()!, lines[at]!));
    else break;
  }
  return { parts: [{ kind: "rows", rows }], length: at - start };
}

/** The row, its last cell with what goes on behind it. */
const withRest = (row: Row, { text }: Line): Row =>
  row.map((cell, i) => (i === row.length - 1 ? { ...cell, text: `${cell.text}\n${text.trim()}` } : cell));

/** Null for a line that is no row: with too few fields, several separators, or the marks of prose outside of quotes. */
function rowOf(line: Line | undefined): Row | null {
  if (!line || !/[,;].*[,;]|[，；].*[，；]/.test(line.text)) return null;
  const fieldAt = isWide(line.text) ? WIDE_FIELD : FIELD;
  const cells: TextCell[] = [];
  const text = line.text.trim();
  let separator: string | undefined;
  fieldAt.lastIndex = 0;
  for (let at = 0; ;) {
    const [whole, field, end] = fieldAt.exec(text) ?? [];
    if (whole === undefined || field!.length > LONGEST_FIELD) return null;
    cells.push({ text: unquoted(field!).trim(), line: line.number, column: at + 1 });
    at += whole.length;
    if (end === "") break;
    if (separator !== undefined && separator !== end) return null;
    separator = end;
  }
  return cells.length < FEWEST_FIELDS ? null : cells;
}

const unquoted = (field: string) => (field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
