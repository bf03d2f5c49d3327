/** A document in; the rows of its tables, and on demand of its flattened text, out in reading order. */
import type { Block, Paragraph, SourceDocument, Table } from "../../../parsers/document.js";
import { flattenedRows } from "../flattened.js";
import { tableRows, type TableRow } from "../table-row.js";
import { withoutSerialNumbers } from "./serial-numbers.js";

/** The rows of the Table blocks alone. */
export function griddedRows(document: SourceDocument): TableRow[] {
  const rows = document.blocks.flatMap((block) => (block.kind === "table" ? tableRows(block) : []));
  return withEnd(rows, document);
}

/** The same with the rows that runs of paragraphs make up between the tables. */
export function allRows(document: SourceDocument): TableRow[] {
  const runs = runsOf(document.blocks);
  const rows = runs.flatMap((run, i) => {
    if (run.kind === "run") return withoutSerialNumbers(flattenedRows(run.paragraphs));
    if (isList(run)) return listRows(run);
    const before = runs[i - 1];
    return withTextBefore(tableRows(run), before?.kind === "run" ? before.paragraphs.at(-1) : undefined);
  });
  return withEnd(rows, document);
}

/** A table of one column has a whole row in each cell, or in each line of a cell: its rows are those of flattened text. */
const isList = ({ cells, columns }: Table) => cells.every(({ colSpan }) => colSpan === columns);

function listRows(table: Table): TableRow[] {
  const lines = table.cells.flatMap(({ text, ordinal = "", at, doubt }) =>
    (ordinal + text)
      .split("\n")
      .map((line): Paragraph => ({ kind: "paragraph", text: line, at, ...(doubt && { doubt }) })),
  );
  return flattenedRows(lines).map((row) => ({ ...row, blocks: [table] }));
}

function withTextBefore(rows: readonly TableRow[], paragraph: Paragraph | undefined): readonly TableRow[] {
  const [first, ...rest] = rows;
  if (!first || !paragraph || first.layout !== "rows") return rows;
  return [{ ...first, before: paragraph.text }, ...rest];
}

/** What a cutting program writes at the place. */
const CUT_MARK = /^[\s.…·⋯]*$/;

function withEnd(rows: TableRow[], { blocks }: SourceDocument): TableRow[] {
  const end = blocks.findLast((block) => block.kind === "table" || !CUT_MARK.test(block.text));
  const last = rows.findLastIndex(({ labels }) => !labels.every((label) => CUT_MARK.test(label)));
  return rows.map((row, i) => (i === last && row.blocks.at(-1) === end ? { ...row, endsDocument: true } : row));
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
