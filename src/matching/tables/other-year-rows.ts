/**
 * A table in; the same without the rows of another year out: those under a line that names it, and those that have its
 * name as a label, where the report's own year is named likewise.
 */
import { gridOf, tableOf, type Cell, type Table } from "../../../parsers/document.js";
import { isBlank } from "../table-row.js";
import { hasBoth, yearOfHead, type Year } from "./year-heads.js";

interface Named {
  readonly cell: Cell;
  readonly year: Year;
}

/** The table itself where it has no such rows. */
export function withoutOtherRows(table: Table, year: number | null): Table {
  const named = table.cells.flatMap((cell): Named[] => {
    const own = yearOfHead(cell, year);
    return own === null ? [] : [{ cell, year: own }];
  });
  if (!hasBoth(named.map((one) => one.year))) return table;
  const isLine = lineTest(table);
  const lines = named.filter(({ cell }) => isLine(cell));
  const labels = inOneColumn(named.filter(({ cell }) => !isLine(cell)));
  const out = new Set<number>([...underOthers(lines, table.rows), ...besideOthers(labels)]);
  if (out.size === 0) return table;
  const names = new Set(labels.map(({ cell }) => cell));
  return withoutRows(
    table.cells.filter((cell) => !names.has(cell)),
    out,
    table,
  );
}

/** Tells a cell whose text is the only one in its row. */
function lineTest(table: Table): (cell: Cell) => boolean {
  const grid = gridOf(table);
  const isAlone = (cell: Cell) =>
    grid[cell.row]!.every((other) => other === undefined || other === cell || isBlank(other.text));
  return (cell) => cell.colSpan > 1 && isAlone(cell);
}

/** The labels of those columns in which both years are named. */
function inOneColumn(named: readonly Named[]): readonly Named[] {
  const years = new Map<number, Set<Year>>();
  for (const { cell, year } of named) years.set(cell.column, (years.get(cell.column) ?? new Set()).add(year));
  return named.filter(({ cell }) => years.get(cell.column)!.size === 2);
}

/** The lines themselves, and what stands between one of another year and the next. */
function underOthers(lines: readonly Named[], rows: number): number[] {
  if (!hasBoth(lines.map(({ year }) => year))) return [];
  return lines.flatMap(({ cell: { row }, year }, i) =>
    range(row, year === "other" ? (lines[i + 1]?.cell.row ?? rows) : row + 1),
  );
}

const besideOthers = (labels: readonly Named[]): number[] =>
  labels.flatMap(({ cell: { row, rowSpan }, year }) => (year === "other" ? range(row, row + rowSpan) : []));

const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

/** The others move up, and a merged cell is as much lower. */
function withoutRows(cells: readonly Cell[], out: ReadonlySet<number>, { rows, layout, at }: Table): Table {
  const places: number[] = [];
  for (let row = 0, place = 0; row <= rows; row++) places.push(out.has(row) ? place : place++);
  const left = cells.flatMap((cell): Cell[] => {
    const end = Math.min(rows, cell.row + cell.rowSpan);
    const rowSpan = places[end]! - places[cell.row]!;
    return rowSpan <= 0 ? [] : [{ ...cell, row: places[cell.row]!, rowSpan }];
  });
  return tableOf(left, layout, at);
}
