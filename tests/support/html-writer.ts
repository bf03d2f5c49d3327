/** Case documents as web pages. */
import {
  cellOf,
  escapeXml,
  isTable,
  paragraphOf,
  type CaseBlock,
  type CaseTable,
  type CaseWriter,
} from "./case-document.js";

const lines = (text: string) => escapeXml(text).replaceAll("\n", "<br>");

function tableHtml({ rows }: CaseTable): string {
  const body = rows.map((row) => {
    const cells = row.map(cellOf).map((cell) => {
      const spans = `${cell.colSpan ? ` colspan="${cell.colSpan}"` : ""}${cell.rowSpan ? ` rowspan="${cell.rowSpan}"` : ""}`;
      return `<td${spans}>${lines(cell.text)}${cell.table ? tableHtml(cell.table) : ""}</td>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<table>${body.join("\n")}</table>`;
}

function blockHtml(block: CaseBlock): string {
  if (isTable(block)) return tableHtml(block);
  const { text, heading } = paragraphOf(block);
  return heading ? `<h2>${lines(text)}</h2>` : `<p>${lines(text)}</p>`;
}

export const writeHtml: CaseWriter = (blocks) =>
  new TextEncoder().encode(
    `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${blocks.map(blockHtml).join("\n")}</body></html>`,
  );
