/** Case documents, and any body, as RTF: text in \u escapes, merged cells marked in each row, tables nested as Word does. */
import { isTable, paragraphOf, type CaseBlock, type CaseTable, type CaseWriter } from "./case-document.js";
import { placedRows, type PlacedCell } from "./placed-cells.js";

const FONTS = "{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}{\\f1\\fswiss\\fcharset0 Arial;}}";
const STYLES = "{\\stylesheet{\\ql \\snext0 Normal;}{\\s1\\outlinelevel0 heading 1;}}";
/** Width of a column, twentieths of a point. */
const WIDTH = 1_500;

/** An RTF file of the given body, which is ASCII. */
export const rtfOf = (body: string, head = "\\ansicpg936\\uc1"): Uint8Array =>
  Uint8Array.from(`{\\rtf1\\ansi${head}${FONTS}${STYLES}\\f0 ${body}}`, (character) => character.charCodeAt(0));

export const rtfText = (text: string): string =>
  Array.from({ length: text.length }, (_, i) => {
    const code = text.charCodeAt(i);
    if (text[i] === "\n") return "\\line ";
    return code < 128 ? text[i]!.replace(/[\\{}]/, "\\$&") : `\\u${code > 32_767 ? code - 65_536 : code}?`;
  }).join("");

function definition(row: readonly PlacedCell[]): string {
  const cells = row.map(({ column, colSpan, rowSpan, isFurther }) => {
    const merge = isFurther ? "\\clvmrg" : rowSpan > 1 ? "\\clvmgf" : "";
    return `${merge}\\cellx${(column + colSpan) * WIDTH}`;
  });
  return `\\trowd${cells.join("")}`;
}

function tableRtf(table: CaseTable, depth: number): string {
  const rows = placedRows(table).map((row) => {
    const cells = row.map(({ cell, isFurther }) => {
      const inner = cell.table && !isFurther ? tableRtf(cell.table, depth + 1) : "";
      const text = isFurther ? "" : rtfText(cell.text);
      const before = inner === "" ? text : `${text}\\par ${inner}\\pard\\intbl\\itap${depth} `;
      return `\\pard\\intbl\\itap${depth} ${before}${depth === 1 ? "\\cell" : "\\nestcell"}\n`;
    });
    const end = `${definition(row)}${depth === 1 ? "\\row" : "\\nestrow"}`;
    return cells.join("") + (depth === 1 ? end : `{\\*\\nesttableprops${end}}{\\nonesttables\\par}`);
  });
  return rows.join("\n");
}

function blockRtf(block: CaseBlock): string {
  if (isTable(block)) return tableRtf(block, 1);
  const { text, heading } = paragraphOf(block);
  return `\\pard${heading ? "\\s1" : ""} ${rtfText(text)}\\par\n`;
}

export const writeRtf: CaseWriter = (blocks) => rtfOf(blocks.map(blockRtf).join(""));
