/**
 * The tables of a document in; their rows as they would be with rows and columns exchanged, out. Some reports print the
 * indicators side by side and the numbers beneath them.
 */
import { tableOf, type Block, type Cell, type SourceDocument, type Table } from "../../../parsers/document.js";
import { perKey } from "../memo.js";
import { tableRows, type TableRow } from "../table-row.js";

/** No form has more rows or columns. */
const LARGEST = 100;

/** The rows of every grid, turned; their cells keep their places, and their blocks are those of the document. */
export const transposedRows: (document: SourceDocument) => readonly TableRow[] = perKey(({ blocks }) =>
  blocks.flatMap((block) =>
    isTurnable(block) ? tableRows(turned(block)).map((row): TableRow => ({ ...row, blocks: [block] })) : [],
  ),
);

/** How many those are, told without turning any table. */
export function transposedCount({ blocks }: SourceDocument): number {
  let count = 0;
  for (const block of blocks) {
    if (isTurnable(block))
      count += block.cells.reduce((end, { column, colSpan }) => Math.max(end, column + colSpan), 0);
  }
  return count;
}

const isTurnable = (block: Block): block is Table =>
  block.kind === "table" && block.layout === "grid" && Math.max(block.rows, block.columns) <= LARGEST;

function turned({ cells, at }: Table): Table {
  const exchanged = cells.map((cell): Cell => ({
    ...cell,
    row: cell.column,
    column: cell.row,
    rowSpan: cell.colSpan,
    colSpan: cell.rowSpan,
  }));
  return tableOf(
    exchanged.sort((a, b) => a.row - b.row || a.column - b.column),
    "grid",
    at,
  );
}
