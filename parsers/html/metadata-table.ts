/** The texts of a table in; names and values out, where the table is a list of what a page states about itself. */
import type { MetadataItem } from "../document.js";

const NAME = /^\[?(.{1,14}?)\]?\s*[:：]$/s;
const PAIR = /^\[?([^:：\d]{2,12}?)\]?\s*[:：](.*)$/s;
/** Share of a table's cells that must be names or pairs. */
const NAME_SHARE = 0.4;

/** Share of the rows in which a name may have several values: more, and they are columns. */
const SEVERAL_SHARE = 0.2;

/** So many cells of a number, alone or behind its name, and such a share of them, no page states about itself. */
const MOST_NUMBERS = 3;
const NUMBER_SHARE = 0.2;
const NUMBER = /^(?:[^:：]{2,60}[:：]\s*)?[\d０-９]+(?:\.\d+)?\s?(?:[件条次篇个人项]|人次|万?元)?$/;

const isValue = (text: string | undefined) => text !== undefined && text !== "" && !NAME.test(text) && !PAIR.test(text);

const hasSeveralValues = (row: readonly string[]) =>
  row.some((text, i) => NAME.test(text) && isValue(row[i + 1]) && isValue(row[i + 2]));

interface CellText {
  readonly text: string;
}

/** Null for a table that is no such list. */
export function metadataOf(cells: readonly (readonly CellText[])[]): MetadataItem[] | null {
  return mayBeList(cells) ? itemsOf(cells.map((row) => row.map(({ text }) => text.trim()))) : null;
}

/** Names and pairs hold a colon: most tables have too few of them to be looked at closely. */
function mayBeList(rows: readonly (readonly CellText[])[]): boolean {
  const withColon = countOf(rows, (text) => text.includes("：") || text.includes(":"));
  return withColon > 0 && withColon >= countOf(rows, (text) => text.trim() !== "") * NAME_SHARE;
}

function countOf(rows: readonly (readonly CellText[])[], holds: (text: string) => boolean): number {
  let count = 0;
  for (const row of rows) for (const { text } of row) if (holds(text)) count++;
  return count;
}

function itemsOf(rows: readonly (readonly string[])[]): MetadataItem[] | null {
  const cells = rows.flat().filter((text) => text !== "");
  const named = cells.filter((text) => NAME.test(text) || PAIR.test(text));
  if (cells.length < 2 || named.length < cells.length * NAME_SHARE) return null;
  const numbers = cells.filter((text) => NUMBER.test(text)).length;
  if (numbers > MOST_NUMBERS && numbers > cells.length * NUMBER_SHARE) return null;
  if (rows.filter(hasSeveralValues).length > rows.length * SEVERAL_SHARE) return null;
  return rows.flatMap((row) =>
    row.flatMap((text, i) => {
      const name = NAME.exec(text)?.[1];
      const value = row[i + 1];
      if (name !== undefined) return value === undefined || NAME.test(value) ? [] : [itemOf(name, value)];
      const pair = PAIR.exec(text);
      return pair && !NAME.test(row[i - 1] ?? "") ? [itemOf(pair[1]!, pair[2]!)] : [];
    }),
  );
}

const itemOf = (name: string, value: string): MetadataItem => ({ name: name.replace(/\s+/g, ""), value: value.trim() });
