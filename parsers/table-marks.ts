/**
 * Paragraphs with their depth in tables and marks that end cells and rows (Word's binary format, RTF) in; nested
 * paragraphs and tables out.
 */
import { tableOfEdges, type EdgeCell } from "./cell-edges.js";
import type { FlowNode } from "./flow.js";

/** Where the cells of a row lie and how they are merged. */
export type RowDefinition = readonly Omit<EdgeCell, "content">[];

/** 0 is outside tables, 1 in a table, 2 in a table inside a cell. */
interface Level {
  readonly rows: EdgeCell[][];
  readonly cells: FlowNode[][];
  content: FlowNode[];
}

export interface MarkedFlow {
  readonly add: (depth: number, nodes: readonly FlowNode[]) => void;
  readonly endCell: (depth: number) => void;
  readonly endRow: (depth: number, definition: RowDefinition) => void;
  /** Ends what is open. */
  readonly finish: () => readonly FlowNode[];
}

/** Width of a cell that no definition knows, twentieths of a point. */
const UNKNOWN_WIDTH = 1_000;

export function markedFlow(): MarkedFlow {
  const levels: Level[] = [newLevel()];
  const top = () => levels.at(-1)!;
  const goTo = (depth: number) => {
    while (levels.length - 1 > depth) closeTable(levels);
    while (levels.length - 1 < depth) levels.push(newLevel());
  };
  const endCell = (depth: number) => {
    goTo(depth);
    top().cells.push(top().content);
    top().content = [];
  };
  return {
    add(depth, nodes) {
      goTo(depth);
      for (const node of nodes) top().content.push(node);
    },
    endCell,
    endRow(depth, definition) {
      goTo(depth);
      if (top().content.length > 0) endCell(depth);
      endRow(top(), definition);
    },
    finish() {
      goTo(0);
      return top().content;
    },
  };
}

const newLevel = (): Level => ({ rows: [], cells: [], content: [] });

function endRow(level: Level, definition: RowDefinition): void {
  const row: EdgeCell[] = [];
  for (const content of level.cells) {
    const left = row.at(-1)?.right ?? 0;
    const unknown = { left, right: left + UNKNOWN_WIDTH, continuesLeft: false, vertical: "none" } as const;
    row.push({ ...(definition[row.length] ?? unknown), content });
  }
  if (row.length > 0) level.rows.push(row);
  level.cells.length = 0;
}

/** The table becomes part of the cell, or of the text, that it stands in; a row that was never ended is kept. */
function closeTable(levels: Level[]): void {
  const level = levels.pop()!;
  if (level.content.length > 0) level.cells.push(level.content);
  endRow(level, []);
  if (level.rows.length > 0) levels.at(-1)!.content.push(tableOfEdges(level.rows));
}
