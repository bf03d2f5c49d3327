/** What a run of lines holds in; its paragraphs and tables out. */
import { placeCells } from "../cells.js";
import { tableOf, type Block, type Cell, type Paragraph } from "../document.js";
import { checkLimit, type Limits } from "../limits.js";
import type { SpanningCell, TextCell, TextPart } from "../lines/cell.js";
import { isPageLine, type Line } from "../lines/line.js";
import { HEADING_MARK, LIST_MARK, STARRED_HEADING, withoutMarks } from "../lines/markdown.js";
import { joinWrapped, type WrapWidth } from "./prose.js";

export const paragraph = ({ text, line, column }: TextCell): Paragraph => ({
  kind: "paragraph",
  text,
  at: { line, column },
});

export function partBlocks(part: TextPart, width: WrapWidth, limits: Limits): Block[] {
  if (part.kind === "rows") return [rowsTable(part.rows, limits)];
  if (part.kind === "grid") return gridTable(part.rows, limits);
  if (part.kind === "cells") return part.cells.map(paragraph);
  return proseBlocks([{ text: part.cell.text, number: part.cell.line, pageStart: false }], width);
}

function rowsTable(rows: readonly (readonly TextCell[])[], limits: Limits): Block {
  const cells: Cell[] = rows.flatMap((row, r) =>
    row.map(({ text, line, column }, c) => ({ row: r, column: c, rowSpan: 1, colSpan: 1, text, at: { line, column } })),
  );
  checkLimit(limits, "tableCells", cells.length);
  const first = rows[0]?.[0];
  return tableOf(cells, "rows", { line: first?.line ?? 1, column: first?.column ?? 1 });
}

/** A table whose cells say what they span. */
function gridTable(rows: readonly (readonly SpanningCell[])[], limits: Limits): Block[] {
  const { cells, layout } = placeCells(
    rows.map((row) => row.map(({ text, colSpan, rowSpan }) => ({ text, colSpan, rowSpan }))),
    0,
    limits,
  );
  const places = rows.flat().map(({ line, column }) => ({ line, column }));
  if (places.length === 0) return [];
  const placed = cells.map((cell, i): Cell => ({ ...cell, at: places[i]! }));
  return [tableOf(placed, layout, places[0]!)];
}

/** Lines of prose, those of one paragraph together. */
export function proseBlocks(lines: readonly Line[], width: WrapWidth): Block[] {
  const own = lines.filter((line) => !isPageLine(line));
  return joinWrapped(own, width).map(({ text, line }) => ({
    ...paragraph({
      text: withoutMarks(text.replace(STARRED_HEADING, "$2").replace(HEADING_MARK, "").replace(LIST_MARK, "")),
      line: line.number,
      column: 1,
    }),
    ...(HEADING_MARK.test(text) || STARRED_HEADING.test(text) ? { heading: true } : {}),
  }));
}
