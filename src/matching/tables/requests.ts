/**
 * Rows of a document in; the cells of the requests table out. Its seven columns are taken by order where a row has
 * exactly seven cells, by the header where a grid has one, and otherwise not at all.
 */
import type { Block } from "../../../parsers/document.js";
import type { FormColumn, FormRow, FormTable } from "../../forms/form.js";
import type { Diagnosis } from "../diagnosis.js";
import { rowIds } from "../indicators.js";
import { labelMatcher } from "../labels.js";
import { perKey } from "../memo.js";
import { isEmptyRow, isBlank, isValueText, type TableRow, type ValueCell } from "../table-row.js";
import { applicantColumns, columnMatcher, type ApplicantColumns } from "./applicant-columns.js";
import { cellsBeforeCut } from "./cut-row.js";
import { isDetached } from "./detached.js";
import { halfDividedGroup } from "./half-divided.js";
import { unread, type FoundCell, type TableFindings } from "./found.js";
import { paddingOf, withoutPadding, type Padding } from "./padding.js";
import { numbersBehindHead } from "./shifted.js";
import { assignRows, type AssignedRow } from "./row-assignment.js";

/** Rows of the form that must be recognised before anything is believed to be its requests table. */
const FEWEST_ROWS = 2;
/** 三、本年度办理结果, （三）不予公开, 1.属于国家秘密. */
const LABEL_COLUMNS = 3;

export function matchRequests(rows: readonly TableRow[], table: FormTable): TableFindings {
  const { columns, rows: items } = table.blocks[0]!;
  const isRow = (label: string) => isDue(rowMatcher(items).one(label)?.item);
  const { assigned, ambiguous } = assignRows(
    rows.filter((row) => !isDetached(row, isRow)),
    items,
  );
  if (assigned.length < FEWEST_ROWS) return { table, cells: [], diagnoses: [], blocks: new Set() };
  const headers = applicantColumns(rows, columns);
  const cells: FoundCell[] = [];
  const diagnoses: Diagnosis[] = ambiguous.map((item) => ambiguousRow(table, item));
  const flat = assigned.filter(({ row }) => row.layout === "rows").map(({ row }) => row.values);
  const padding = paddingOf(flat, columns.length, LABEL_COLUMNS);
  const starts = gridStarts(assigned, columns.length);
  const narrow = narrowTables(assigned, columns.length);
  const shifted = isShifted(rows, assigned, columns);
  const printed = assigned.slice(0, -1).every(({ row }) => row.values.every(({ text }) => !isBlank(text)));
  const isTorn = tornTest(rows, assigned, columns.length);
  const halfDivided = halfDividedGroup(rows, items, assigned);
  for (const { row, item, label } of assigned) {
    if (isTorn(row) || item === halfDivided) {
      diagnoses.push(ambiguousRow(table, item));
      continue;
    }
    const whole =
      cellsWithoutTotal(row, headers) ??
      (narrow.has(row.blocks[0]) ? null : rowCells(row, columns, headers, { padding, starts }));
    const taken = whole ?? (printed ? cellsBeforeCut(row, columns.length) : null);
    if (taken === null) diagnoses.push(unusableRow(table, item, row));
    else {
      const evidence = shifted && row.flattened ? ("shifted" as const) : label;
      const scope = `${table.id}.${item.id}`;
      const byOrder = headers.offsetsIn(row.blocks[0]) === null;
      rowIds(table, item).forEach((indicator, i) => {
        const cell = taken[i];
        if (cell) cells.push({ indicator, cell, row, scope, label: evidence, byOrder });
      });
    }
  }
  return { table, cells, diagnoses, blocks: blocksOf(rows, assigned) };
}

/**
 * The tables that have fewer columns than the form: some rows have fewer cells, and in most of the others an empty cell
 * stands before the values that belongs to the label, and would count as a column.
 */
function narrowTables(assigned: readonly AssignedRow[], count: number): ReadonlySet<unknown> {
  const filled = assigned.map(({ row }) => row).filter((row) => row.aligned && !isEmptyRow(row));
  const isShort = ({ values }: TableRow) => values.length < count;
  const tables = new Set(filled.filter(isShort).map(({ blocks: [table] }) => table));
  const isNarrow = (table: Block | undefined) => {
    const own = filled.filter(({ blocks }) => blocks[0] === table);
    return own.filter((row) => isShort(row) || isBlank(row.values[0]!.text)).length * 2 > own.length;
  };
  return new Set([...tables].filter(isNarrow));
}

/** Tells a row without any value above one that has values and no label of its own: a page may have cut one row in two. */
function tornTest(rows: readonly TableRow[], assigned: readonly AssignedRow[], count: number) {
  const known = new Set(assigned.map(({ row }) => row));
  return (row: TableRow): boolean => {
    if (row.flattened || !isEmptyRow(row)) return false;
    const next = rows[rows.indexOf(row) + 1];
    if (!next || next.blocks[0] !== row.blocks[0] || known.has(next) || next.values.length < count) return false;
    return !isEmptyRow(next) && next.labels.every((label) => row.labels.includes(label));
  };
}

/** In text without a grid a row of values directly behind the header, before any label, belongs to the label after it. */
function isShifted(
  rows: readonly TableRow[],
  assigned: readonly AssignedRow[],
  columns: readonly FormColumn[],
): boolean {
  const first = assigned.find(({ row }) => row.flattened);
  const before = first && rows[rows.indexOf(first.row) - 1];
  if (!before || before.values.length !== columns.length) return false;
  return numbersBehindHead(before, (label) => columnMatcher(columns).all(label).length > 0);
}

/** The blocks of the assigned rows, and header rows' blocks before them. */
function blocksOf(rows: readonly TableRow[], assigned: readonly AssignedRow[]): TableFindings["blocks"] {
  const blocks = new Set(assigned.flatMap(({ row }) => row.blocks));
  for (const row of rows) if (row.blocks.some((block) => blocks.has(block))) row.blocks.forEach((b) => blocks.add(b));
  return blocks;
}

const rowMatcher = perKey((items: readonly FormRow[]) => labelMatcher(items, (item) => item));
const isDue = (item: FormRow | undefined) => item !== undefined && item.heading !== true;

/** What the other rows of a table tell about one that has more cells than the form has columns. */
interface RowsBeside {
  readonly padding: Padding | null;
  /** By table, the column in which the values of all rows begin that have as many as the form. */
  readonly starts: ReadonlyMap<unknown, number>;
}

function gridStarts(assigned: readonly AssignedRow[], count: number): ReadonlyMap<unknown, number> {
  const starts = new Map<unknown, Set<number>>();
  for (const { row } of assigned) {
    if (row.layout !== "grid" || row.values.length !== count) continue;
    const own = starts.get(row.blocks[0]) ?? new Set();
    starts.set(row.blocks[0], own.add(row.values[0]!.column));
  }
  return new Map([...starts].flatMap(([table, own]) => (own.size === 1 ? [[table, [...own][0]!] as const] : [])));
}

/** A label that is not merged with the empty cells behind it leaves them before the values. */
function behindLabel(values: readonly ValueCell[], count: number, start: number | undefined) {
  const own = values.slice(-count);
  const isOwn = own.length === count && own[0]!.column === start;
  return isOwn && values.slice(0, -count).every(({ text }) => isBlank(text)) ? own : null;
}

/** The cells of the columns, or null where they can't be told apart. */
function rowCells(
  row: TableRow,
  columns: readonly FormColumn[],
  headers: ApplicantColumns,
  { padding, starts }: RowsBeside,
): readonly (ValueCell | undefined)[] | null {
  const { values, layout } = row;
  const [block] = row.blocks;
  if (headers.isUnknownIn(block) && !isEmptyRow(row)) return null;
  const offsets = headers.offsetsIn(block);
  if (values.length === columns.length) return offsets ? inOrderOf(offsets, values) : values;
  if (values.length > columns.length && isEmptyRow(row)) return values.slice(-columns.length);
  if (!offsets && layout === "grid") return behindLabel(values, columns.length, starts.get(block));
  if (!offsets) return withoutPadding(values, columns.length, padding, LABEL_COLUMNS);
  const byHeader = offsets.map((offset) =>
    values.find(({ column, colSpan }) => column <= offset && offset < column + colSpan),
  );
  // A count that differs from the form's leaves the row's own sum to tell whether header and values stand alike.
  return new Set(byHeader).size === columns.length
    ? byHeader.map((cell) => cell && { ...cell, doubt: cell.doubt ?? "inferred" })
    : null;
}

/** The cells under the heads of a table without a total, where nothing but empty cells of the label stands beside them. */
function cellsWithoutTotal({ values, blocks }: TableRow, headers: ApplicantColumns): readonly ValueCell[] | null {
  const offsets = headers.withoutTotalIn(blocks[0]);
  if (!offsets) return null;
  const own = values.slice(-offsets.length);
  const isUnder = own.length === offsets.length && own.every(({ column }, i) => column === offsets[i]);
  return isUnder && values.slice(0, -offsets.length).every(({ text }) => isBlank(text)) ? own : null;
}

/** As many values as the header has columns: the first stands under the first of them. */
function inOrderOf(offsets: readonly number[], values: readonly ValueCell[]): (ValueCell | undefined)[] {
  const places = [...offsets].sort((a, b) => a - b);
  return offsets.map((offset) => values[places.indexOf(offset)]);
}

function ambiguousRow(table: FormTable, item: FormRow): Diagnosis {
  return unread("ambiguous-row", `${table.id}.${item.id}`, {
    zh: `“${item.label}”一行有多处可能，数值又不一致，未取值`,
    en: `several rows could be "${item.label}" and they differ: no value taken`,
  });
}

function unusableRow(table: FormTable, item: FormRow, row: TableRow): Diagnosis {
  const count = row.values.filter(({ text }) => isValueText(text)).length;
  return unread(
    "value-count",
    `${table.id}.${item.id}`,
    {
      zh: `“${item.label}”一行有 ${count} 个数值单元格，应为 7 个，无法确定各数属于哪一列`,
      en: `the row "${item.label}" has ${count} value cells instead of 7: their columns are unknown`,
    },
    row.values[0]?.at,
  );
}
