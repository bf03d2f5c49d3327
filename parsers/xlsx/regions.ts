/**
 * A sheet's cells in; paragraphs and tables out. Rows with borders are tables; text without any is prose. In a sheet
 * without borders the first and last rows of a group are prose where they hold a single text.
 */
import type { FlowCell, FlowNode } from "../flow.js";
import { checkLimit, type Limits } from "../limits.js";
import type { Area } from "./area.js";
import type { Sheet, SheetCell } from "./sheet.js";

interface Row {
  readonly number: number;
  readonly cells: ReadonlyMap<number, SheetCell>;
  readonly texts: readonly string[];
  readonly bordered: boolean;
}

export function sheetBlocks(sheet: Sheet, limits: Limits): FlowNode[] {
  const rows = visibleRows(sheet);
  const ruled = rows.some(({ bordered, texts }) => bordered && texts.length > 0);
  const budget = { used: 0 };
  return groupsOf(rows, sheet.hiddenRows).flatMap((group) => {
    const isProse = ruled ? (row: Row) => !row.bordered : proseAtEnds(group);
    return runsOf(group, isProse).flatMap((run): FlowNode[] =>
      isProse(run[0]!)
        ? run.flatMap(({ texts }) => texts.map((text): FlowNode => ({ kind: "paragraph", text })))
        : [{ kind: "table", rows: tableRows(run, sheet, limits, budget) }],
    );
  });
}

/** The rows that are shown, in their order. */
function visibleRows(sheet: Sheet): Row[] {
  const rows: Row[] = [];
  for (const [number, all] of [...sheet.rows].sort(([a], [b]) => a - b)) {
    if (sheet.hiddenRows.has(number)) continue;
    const shown = [...all].filter(([column]) => !sheet.hiddenColumns.has(column)).sort(([a], [b]) => a - b);
    const texts = shown.flatMap(([, { text }]) => (text === "" ? [] : [text]));
    const bordered = shown.some(([, cell]) => cell.bordered && (cell.text !== "" || texts.length === 0));
    rows.push({ number, cells: new Map(shown), texts, bordered });
  }
  return rows;
}

/** Rows that follow each other; one that shows neither text nor lines stands between two groups. */
function groupsOf(rows: readonly Row[], hidden: ReadonlySet<number>): Row[][] {
  const groups: Row[][] = [];
  let next = NaN;
  for (const row of rows) {
    while (hidden.has(next)) next++;
    if (row.texts.length === 0 && !row.bordered) continue;
    if (row.number !== next) groups.push([]);
    next = row.number + 1;
    if (row.texts.length > 0) groups.at(-1)!.push(row);
  }
  return groups.filter((group) => group.length > 0);
}

function runsOf(rows: readonly Row[], isProse: (row: Row) => boolean): Row[][] {
  const runs: Row[][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && isProse(last[0]!) === isProse(row)) last.push(row);
    else runs.push([row]);
  }
  return runs;
}

function proseAtEnds(group: readonly Row[]): (row: Row) => boolean {
  const first = group.findIndex(({ texts }) => texts.length > 1);
  const last = group.findLastIndex(({ texts }) => texts.length > 1);
  const prose = new Set(group.filter((_, i) => first < 0 || i < first || i > last));
  return (row) => prose.has(row);
}

/** The rows' cells with their spans, counted in the rows and columns that are shown. */
function tableRows(rows: readonly Row[], sheet: Sheet, limits: Limits, budget: { used: number }): FlowCell[][] {
  const used = rows.flatMap(({ cells }) => [...cells.keys()]);
  const [left, right] = [used.reduce((a, b) => Math.min(a, b)), used.reduce((a, b) => Math.max(a, b))];
  checkLimit(limits, "tableCells", rows.length * (right - left + 1));
  const columns: number[] = [];
  for (let column = left; column <= right; column++) if (!sheet.hiddenColumns.has(column)) columns.push(column);
  const spans = new Map<number, { cell: FlowCell | null }>();
  const key = (row: number, column: number) => row * columns.length + column;
  for (const area of sheet.merged) {
    const rowsIn = rangeIn(
      rows.map(({ number }) => number),
      area.top,
      area.bottom,
    );
    const columnsIn = rangeIn(columns, area.left, area.right);
    const [rowSpan, colSpan] = [rowsIn[1] - rowsIn[0], columnsIn[1] - columnsIn[0]];
    if (rowSpan <= 0 || colSpan <= 0) continue;
    budget.used += rowSpan * colSpan;
    checkLimit(limits, "tableCells", budget.used);
    const cell = { ...cellOf(anchorText(sheet, area), columnsIn[0]), colSpan, rowSpan };
    for (let r = rowsIn[0]; r < rowsIn[1]; r++) {
      for (let c = columnsIn[0]; c < columnsIn[1]; c++) {
        spans.set(key(r, c), { cell: r === rowsIn[0] && c === columnsIn[0] ? cell : null });
      }
    }
  }
  return rows.map(({ cells }, r) => {
    const last = [...cells.keys()].at(-1) ?? 0;
    return columns.flatMap((column, c) => {
      const merged = spans.get(key(r, c));
      if (merged) return merged.cell ? [merged.cell] : [];
      // Beyond a row's last text or line there are no cells.
      return column > last ? [] : [cellOf(cells.get(column)?.text ?? "", c)];
    });
  });
}

const cellOf = (text: string, column: number): FlowCell => ({
  content: text === "" ? [] : [{ kind: "paragraph", text }],
  ...{ column, colSpan: 1, rowSpan: 1 },
});

/** A merged area shows its first cell, even where that one's row or column is hidden. */
const anchorText = (sheet: Sheet, { top, left }: Area) => sheet.rows.get(top)?.get(left)?.text ?? "";

/** Offsets of the first number from `from` on and of the first one beyond `to`, in ascending numbers. */
function rangeIn(numbers: readonly number[], from: number, to: number): [number, number] {
  const firstAtLeast = (least: number) => {
    let [low, high] = [0, numbers.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[middle]! < least) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return [firstAtLeast(from), firstAtLeast(to + 1)];
}
