/** A document in; the rows of its tables, and on demand of its flattened text, out in reading order. */
import type { Block, Paragraph, SourceDocument } from "../../../parsers/document.js";
import { flattenedRows } from "../flattened.js";
import { tableRows, type TableRow } from "../table-row.js";

/** The rows of the Table blocks alone. */
export function griddedRows(document: SourceDocument): TableRow[] {
  return document.blocks.flatMap((block) => (block.kind === "table" ? tableRows(block) : []));
}

/** The same with the rows that runs of paragraphs make up between the tables. */
export function allRows(document: SourceDocument): TableRow[] {
  return runsOf(document.blocks).flatMap((run) =>
    run.kind === "table" ? tableRows(run) : flattenedRows(run.paragraphs),
  );
}

interface ParagraphRun {
  readonly kind: "run";
  readonly paragraphs: readonly Paragraph[];
}

function runsOf(blocks: readonly Block[]): (Extract<Block, { kind: "table" }> | ParagraphRun)[] {
  const runs: (Extract<Block, { kind: "table" }> | ParagraphRun)[] = [];
  let paragraphs: Paragraph[] = [];
  for (const block of blocks) {
    if (block.kind === "paragraph") {
      paragraphs.push(block);
      continue;
    }
    if (paragraphs.length > 0) runs.push({ kind: "run", paragraphs });
    paragraphs = [];
    runs.push(block);
  }
  if (paragraphs.length > 0) runs.push({ kind: "run", paragraphs });
  return runs;
}
