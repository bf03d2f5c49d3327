/** Case documents as plain text: Markdown headings, rows between pipes. */
import { cellOf, isTable, paragraphOf, type CaseBlock, type CaseWriter } from "./case-document.js";

function blockText(block: CaseBlock): string {
  if (isTable(block))
    return block.rows.map((row) => `| ${row.map((cell) => cellOf(cell).text).join(" | ")} |`).join("\n");
  const { text, heading } = paragraphOf(block);
  return heading ? `## ${text}` : text;
}

export const writeText: CaseWriter = (blocks) => new TextEncoder().encode(blocks.map(blockText).join("\n\n"));
