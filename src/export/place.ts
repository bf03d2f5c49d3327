/** A Locator in; words that a person finds the place by out. */
import type { Locator } from "../../parsers/document.js";
import type { Language } from "../language.js";

/** Page and points for PDFs, line and column for text, table, row and column (counted from 1) for HTML and docx. */
export function placeText(at: Locator, lang: Language): string {
  const zh = lang === "zh";
  if ("page" in at) {
    const box = at.box.map((point) => Math.round(point)).join(",");
    return zh ? `第${at.page}页 [${box}]` : `page ${at.page} [${box}]`;
  }
  if ("table" in at) {
    const [table, row, column] = [at.table + 1, at.row + 1, at.column + 1];
    return zh ? `第${table}个表格第${row}行第${column}列` : `table ${table} row ${row} column ${column}`;
  }
  if ("line" in at) return zh ? `第${at.line}行第${at.column}列` : `line ${at.line} column ${at.column}`;
  return zh ? `第${at.paragraph + 1}段` : `paragraph ${at.paragraph + 1}`;
}
