/**
 * The tables of a document in; their rows as they would be with rows and columns exchanged, out. Some reports print the
 * indicators side by side and the numbers beneath them.
 */
import { tableOf, type Cell, type SourceDocument, type Table } from "../../../parsers/document.js";
import { perKey } from "../memo.js";
import { tableRows, type TableRow } from "../table-row.js";

/** No form has more rows or columns. */
const LARGEST = 100;

/** The rows of every grid, turned; their cells keep their places, and their blocks are those of the document. */
export const transposedRows: (document: SourceDocument) => readonly TableRow[] = perKey(({ blocks }) =>
  blocks.flatMap((block) => {
    if (block.kind !== "table" || block.layout !== "grid" || Math.max(block.rows, block.columns) > LARGEST) return [];
    return tableRows(turned(block)).map((row): TableRow => ({ ...row, blocks: [block] }));
  }),
);

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
