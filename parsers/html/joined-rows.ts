/** The blocks of a page in; the same with tables of one row each, as page builders draw the rows of one table, joined, out. */
import { append } from "../append.js";
import { tableOf, type Block, type Table } from "../document.js";
import { checkLimit, type Limits } from "../limits.js";

/** Tables of one row each, one directly behind the other, are the rows of one table; fewer may be separate. */
const FEWEST_ROWS = 3;

/** @throws UnreadableDocumentError "limit-exceeded" for table cells */
export function joinRows(blocks: readonly Block[], limits: Limits): Block[] {
  const joined: Block[] = [];
  for (let at = 0; at < blocks.length;) {
    let end = at;
    while (isRow(blocks[end])) end++;
    const rows = blocks.slice(at, end) as Table[];
    if (rows.length >= FEWEST_ROWS) {
      const cells = rows.flatMap((table, row) => table.cells.map((cell) => ({ ...cell, row })));
      checkLimit(limits, "tableCells", cells.length);
      joined.push(tableOf(cells, "rows", rows[0]!.at));
    } else append(joined, rows);
    if (end === at) joined.push(blocks[end++]!);
    at = end;
  }
  return joined;
}

const isRow = (block: Block | undefined) => block?.kind === "table" && block.rows === 1;
