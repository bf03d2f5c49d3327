/**
 * Rows of a document in; the cells of the requests table out. Its seven columns are taken by order where a row has
 * exactly seven cells, by the header where a grid has one, and otherwise not at all.
 */
import type { FormColumn, FormRow, FormTable } from "../../forms/form.js";
import { indicatorId } from "../../forms/form.js";
import type { Diagnosis } from "../diagnosis.js";
import { labelMatcher } from "../labels.js";
import { readNumber } from "../numbers.js";
import { isBlank, isValueText, type TableRow, type ValueCell } from "../table-row.js";
import { unread, type FoundCell, type TableFindings } from "./found.js";
import { assignRows, isEmptyRow, type AssignedRow } from "./row-assignment.js";

/** Rows of the form that must be recognised before anything is believed to be its requests table. */
const FEWEST_ROWS = 2;

export function matchRequests(rows: readonly TableRow[], table: FormTable): TableFindings {
  const { columns, rows: items } = table.blocks[0]!;
  const { assigned, ambiguous } = assignRows(rows, items);
  if (assigned.length < FEWEST_ROWS) return { table, cells: [], diagnoses: [], blocks: new Set() };
  const headers = headerColumns(rows, columns);
  const cells: FoundCell[] = [];
  const diagnoses: Diagnosis[] = ambiguous.map((item) => ambiguousRow(table, item));
  for (const { row, item } of assigned) {
    const taken = rowCells(row, columns, headers);
    if (typeof taken === "string") diagnoses.push(unusableRow(taken, table, item, row));
    else columns.forEach((column, i) => pushCell(cells, table, item, column, taken[i]));
  }
  return { table, cells, diagnoses, blocks: blocksOf(rows, assigned) };
}

function pushCell(cells: FoundCell[], table: FormTable, item: FormRow, column: FormColumn, cell?: ValueCell): void {
  if (cell) cells.push({ indicator: indicatorId(table, item, column), cell, printedUnit: null });
}

/** The blocks of the assigned rows, and header rows' blocks before them. */
function blocksOf(rows: readonly TableRow[], assigned: readonly AssignedRow[]): TableFindings["blocks"] {
  const blocks = new Set(assigned.flatMap(({ row }) => row.blocks));
  for (const row of rows) if (row.blocks.some((block) => blocks.has(block))) row.blocks.forEach((b) => blocks.add(b));
  return blocks;
}

/** Offset of each column in the grids whose header prints all of them; by table. */
type Headers = ReadonlyMap<unknown, readonly number[]>;

function headerColumns(rows: readonly TableRow[], columns: readonly FormColumn[]): Headers {
  const matcher = labelMatcher(columns, (column) => column);
  const found = new Map<unknown, Map<FormColumn, number>>();
  for (const row of rows) {
    if (!row.aligned || row.values.some(({ text }) => !isBlank(text))) continue;
    const table = row.blocks[0];
    const offsets = found.get(table) ?? new Map<FormColumn, number>();
    found.set(table, offsets);
    for (const { text, column, colSpan } of row.labelCells) {
      const match = matcher.one(text);
      if (match && colSpan === 1 && !offsets.has(match.item)) offsets.set(match.item, column);
    }
  }
  const complete = [...found].filter(([, offsets]) => {
    const places = columns.map((column) => offsets.get(column) ?? -1);
    return places.every((place, i) => place > (places[i - 1] ?? -1));
  });
  return new Map(complete.map(([table, offsets]) => [table, columns.map((column) => offsets.get(column)!)]));
}

type Unusable = "value-count" | "collapsed-cells";

/** The cells of the columns, or why they can't be told apart. */
function rowCells(
  row: TableRow,
  columns: readonly FormColumn[],
  headers: Headers,
): (ValueCell | undefined)[] | Unusable {
  const values = withoutPadding(row, columns.length);
  if (values.length === columns.length) {
    return row.layout === "rows" && isCollapsed(values) ? "collapsed-cells" : [...values];
  }
  if (values.length > columns.length && isEmptyRow(row)) return values.slice(-columns.length);
  const offsets = headers.get(row.blocks[0]);
  if (!offsets) return "value-count";
  const byHeader = offsets.map((offset) =>
    row.values.find(({ column, colSpan }) => column <= offset && offset < column + colSpan),
  );
  return new Set(byHeader).size === columns.length ? byHeader : "value-count";
}

/** Flattened rows may end in bars or cells that stand for nothing. */
function withoutPadding(row: TableRow, count: number): readonly ValueCell[] {
  const { values } = row;
  if (values.length <= count || row.layout === "grid") return values;
  const padding = values.slice(count).every(({ text }) => isBlank(text));
  return padding && !isBlank(values[count - 1]!.text) ? values.slice(0, count) : values;
}

/**
 * Some extractors move the empty cells of a row to its end: "7 | 1 | 8 | | | |" has its total in the third place.
 * Where the last printed number is the sum of those before it, nobody can tell which column each belongs to.
 */
function isCollapsed(values: readonly ValueCell[]): boolean {
  const lastPrinted = values.findLastIndex(({ text }) => !isBlank(text));
  if (lastPrinted < 1 || lastPrinted === values.length - 1) return false;
  const numbers = values.slice(0, lastPrinted + 1).map(({ text }) => {
    const reading = readNumber(text, "件");
    return reading.kind === "number" ? reading.value : 0;
  });
  const last = numbers.pop()!;
  return last > 0 && last === numbers.reduce((sum, n) => sum + n, 0);
}

function ambiguousRow(table: FormTable, item: FormRow): Diagnosis {
  return unread("ambiguous-row", `${table.id}.${item.id}`, {
    zh: `“${item.label}”一行有多处可能，数值又不一致，未取值`,
    en: `several rows could be "${item.label}" and they differ: no value taken`,
  });
}

function unusableRow(reason: Unusable, table: FormTable, item: FormRow, row: TableRow): Diagnosis {
  const count = row.values.filter(({ text }) => isValueText(text)).length;
  const text =
    reason === "value-count"
      ? {
          zh: `“${item.label}”一行有 ${count} 个数值单元格，应为 7 个，无法确定各数属于哪一列`,
          en: `the row "${item.label}" has ${count} value cells instead of 7: their columns are unknown`,
        }
      : {
          zh: `“${item.label}”一行的空白单元格被移到了行尾，无法确定各数属于哪一列`,
          en: `the empty cells of the row "${item.label}" were moved to its end: the columns of its numbers are unknown`,
        };
  return unread(reason, `${table.id}.${item.id}`, text, row.values[0]?.at);
}
