/** The texts of a table in; names and values out, where the table is a list of what a page states about itself. */
import type { MetadataItem } from "../document.js";

const NAME = /^\[?(.{1,14}?)\]?\s*[:：]$/s;
const PAIR = /^\[?([^:：\d]{2,12}?)\]?\s*[:：](.*)$/s;
/** Share of a table's cells that must be names or pairs. */
const NAME_SHARE = 0.4;

/** Null for a table that is no such list. */
export function metadataOf(printed: readonly (readonly string[])[]): MetadataItem[] | null {
  const rows = printed.map((row) => row.map((text) => text.trim()));
  const cells = rows.flat().filter((text) => text !== "");
  const named = cells.filter((text) => NAME.test(text) || PAIR.test(text));
  if (cells.length < 2 || named.length < cells.length * NAME_SHARE) return null;
  return rows.flatMap((row) =>
    row.flatMap((text, i) => {
      const name = NAME.exec(text)?.[1];
      if (name !== undefined) return NAME.test(row[i + 1] ?? ":") ? [] : [itemOf(name, row[i + 1]!)];
      const pair = PAIR.exec(text);
      return pair && !NAME.test(row[i - 1] ?? "") ? [itemOf(pair[1]!, pair[2]!)] : [];
    }),
  );
}

const itemOf = (name: string, value: string): MetadataItem => ({ name: name.replace(/\s+/g, ""), value: value.trim() });
