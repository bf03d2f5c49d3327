/**
 * A table in; the same without the columns of another year out. Only heads in one row that name both years make it plain
 * which column is which; they hold for the values under them, up to the next words.
 */
import { rowsOf, type Cell, type Table } from "../../../parsers/document.js";
import { isBlank, isUncertainNumber, isValueText } from "../table-row.js";
import { bareYears, hasBoth, namedYear, yearOfHead, type Year } from "./year-heads.js";

/** A row of heads that name both years. */
interface HeadRow {
  readonly row: number;
  /** All heads that name a year. */
  readonly heads: readonly Cell[];
  /** Those of another one. */
  readonly others: readonly Cell[];
  /** Heads that are left out or replaced; none stands for one that says nothing more than its year. */
  readonly replaced: ReadonlyMap<Cell, Cell | null>;
}

/** The heads that stand over the rows at the end of a table, and how many columns it has. */
export interface OpenHeads {
  readonly heads: HeadRow;
  readonly columns: number;
}

export interface OwnColumns {
  /** The table itself where it has no columns of another year. */
  readonly table: Table;
  /** For the table behind it, which may be the same one on the next page. */
  readonly open: OpenHeads | null;
}

/** @param before the heads of the table before, which hold for one of as many columns up to its first words */
export function withoutOtherColumns(table: Table, year: number | null, before: OpenHeads | null): OwnColumns {
  const rows = rowsOf(table);
  const found = rows.flatMap((cells, row) => (hasColumns(table, cells) ? (headRow(cells, row, year) ?? []) : []));
  const goesOn = before !== null && before.columns === table.columns && table.layout === "grid";
  if (found.length === 0 && !goesOn) return { table, open: null };
  // Without a grid the heads hold for rows of as many cells.
  const alike = (row: number) => (table.layout === "grid" ? null : rows[row]!.length);
  const replaced = new Map<Cell, Cell | null>();
  let end = goesOn ? leaveOut(before.heads, rows.slice(0, found[0]?.row), { begun: true, width: null }, replaced) : 0;
  found.forEach((heads, i) => {
    const start = heads.row + 1;
    for (const [head, instead] of heads.replaced) replaced.set(head, instead);
    end =
      start +
      leaveOut(heads, rows.slice(start, found[i + 1]?.row), { begun: false, width: alike(heads.row) }, replaced);
  });
  const cells = table.cells.flatMap((cell) => (replaced.has(cell) ? (replaced.get(cell) ?? []) : [cell]));
  const last = found.at(-1) ?? before?.heads;
  const open = last && end === rows.length ? { heads: last, columns: table.columns } : null;
  return { table: replaced.size === 0 ? table : { ...table, cells }, open };
}

interface Part {
  /** True where values have begun before. */
  readonly begun: boolean;
  /** Cells that a row must have; null for any number. */
  readonly width: number | null;
}

/** Marks the cells under heads of another year. @returns how many rows the heads stand over */
function leaveOut(
  { heads, others }: HeadRow,
  rows: readonly (readonly Cell[])[],
  part: Part,
  replaced: Map<Cell, Cell | null>,
): number {
  const beside = columnsOf(others);
  const count = rowsUnder(rows, columnsOf(heads), part);
  for (const cell of rows.slice(0, count).flat())
    if (columnsIn(cell).every((column) => beside.has(column))) replaced.set(cell, null);
  return count;
}

function headRow(cells: readonly Cell[], row: number, year: number | null): HeadRow | null {
  const named = cells.flatMap((cell) => {
    const own = yearOfHead(cell, year);
    return own === null ? [] : [{ cell, year: own }];
  });
  const plain = named.length > 0 ? named : bareYears(cells, year);
  if (hasBoth(plain.map(({ year: own }) => own))) {
    const heads = plain.map(({ cell }) => cell);
    return { row, heads, others: othersOf(plain), replaced: new Map(heads.map((head) => [head, null])) };
  }
  return year === null ? null : wordedHeadRow(cells, row, year);
}

/** 2023年制发件数 beside 2022年制发件数, which is the form's 本年制发件数. */
function wordedHeadRow(cells: readonly Cell[], row: number, year: number): HeadRow | null {
  const worded = cells.flatMap((cell) => {
    const named = namedYear(cell, year);
    return named === null ? [] : [{ cell, ...named }];
  });
  const words = (of: Year) => new Set(worded.flatMap(({ year: own, what }) => (own === of ? [what] : [])));
  const [own, other] = [words("own"), words("other")];
  const compared = worded.filter(({ what }) => own.has(what) && other.has(what));
  if (compared.length === 0) return null;
  const instead = compared.map(
    ({ cell, head, year: of }) => [cell, of === "own" ? { ...cell, text: head } : null] as const,
  );
  return { row, heads: compared.map(({ cell }) => cell), others: othersOf(compared), replaced: new Map(instead) };
}

const othersOf = (heads: readonly { readonly cell: Cell; readonly year: Year }[]) =>
  heads.flatMap(({ cell, year }) => (year === "other" ? [cell] : []));

/** The same offset is the same column in a grid, and in rows that are filled alike. */
function hasColumns({ layout }: Table, heads: readonly Cell[]): boolean {
  return layout === "grid" || !isBlank(heads.at(-1)?.text ?? "");
}

const columnsIn = ({ column, colSpan }: Cell) => Array.from({ length: colSpan }, (_, i) => column + i);
const columnsOf = (cells: readonly Cell[]): ReadonlySet<number> => new Set(cells.flatMap(columnsIn));

/** How many rows the heads stand over: those of further heads, and those of values up to the next words in these columns. */
function rowsUnder(rows: readonly (readonly Cell[])[], columns: ReadonlySet<number>, { begun, width }: Part): number {
  const isOver = (cell: Cell) => !isBlank(cell.text) && columnsIn(cell).some((column) => columns.has(column));
  let printed = begun;
  const end = rows.findIndex((row) => {
    if (width !== null && row.length !== width) return true;
    const own = row.filter(isOver);
    const isValues = own.every(({ text }) => isValueText(text) || isUncertainNumber(text));
    if (printed && !isValues) return true;
    printed ||= own.length > 0 && isValues;
    return false;
  });
  return end < 0 ? rows.length : end;
}
