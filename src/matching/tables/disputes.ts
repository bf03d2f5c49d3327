/**
 * Rows of a document in; the cells of the disputes table out. Its header is often damaged and its one row has no label,
 * so that the fifteen values are taken by position, behind a header that can be nothing else.
 */
import type { FormTable } from "../../forms/form.js";
import { rowIds } from "../indicators.js";
import { compact } from "../normalize.js";
import { blankColumns } from "../side-columns.js";
import { isBlank, type TableRow, type ValueCell } from "../table-row.js";
import { headerContradicts } from "./disputes-header.js";
import { headedValues, type HeadedValue } from "./disputes-heads.js";
import { valuesOfLines } from "./disputes-lines.js";
import { cellsBeforeCut } from "./cut-row.js";
import { unread, type TableFindings } from "./found.js";
import { withoutPadding } from "./padding.js";

/** Words that only the header of this table prints. */
const HEADER = /复议后起诉|未经复议|直接起诉/;
const SECOND_HEADER = /结果维持|结果纠正|维持|尚未/;
/** The header may be so torn that its row stands this many rows before the values. */
const REACH = 6;

export function matchDisputes(rows: readonly TableRow[], table: FormTable): TableFindings {
  const { columns, rows: items } = table.blocks[0]!;
  const nothing: TableFindings = { table, cells: [], diagnoses: [], blocks: new Set() };
  const headers = rows.filter(isHeader);
  if (headers.length === 0) return nothing;
  const candidates = behindHeaders(rows, new Set(headers)).filter(isValueRow);
  const blocks = new Set(headers.flatMap((row) => row.blocks));
  const exact = candidates.filter((row) => valuesOf(row, columns.length).length === columns.length);
  // Of two tables one may have lost or split cells: the other need not be this year's.
  const others = candidates.filter((row) => !exact.includes(row) && isNearly(row.values.length, columns.length));
  const distinct = new Set(
    [...exact, ...others].map((row) => JSON.stringify(valuesOf(row, columns.length).map(({ text }) => text))),
  );
  if (exact.length === 0) {
    const [kinds, headed] = [matchKinds(rows, table), matchHeads(rows, table)];
    const best = headed.cells.length > kinds.cells.length ? headed : kinds;
    const found = best.cells.length > 0 ? best : findingsOf(valuesOfLines(rows), table);
    if (found.cells.length > 0) return { ...found, blocks: new Set([...blocks, ...found.blocks]) };
  }
  const cut =
    exact.length === 0
      ? candidates.find((row) => row.labels.every(isOwnWord) && cellsBeforeCut(row, columns.length))
      : undefined;
  if ((exact.length === 0 || distinct.size > 1) && !cut) {
    return { ...nothing, blocks, diagnoses: [noRow(table, candidates, exact.length === 0 ? 0 : distinct.size)] };
  }
  const row = cut ?? exact[0]!;
  if (headerContradicts(row, columns.length, rows)) {
    const headed = matchHeads(rows, table);
    if (headed.cells.length === columns.length) return { ...headed, blocks: new Set([...blocks, ...headed.blocks]) };
    return { ...nothing, blocks, diagnoses: [otherColumns(table.id, row)] };
  }
  for (const block of row.blocks) blocks.add(block);
  const taken = cut ? cellsBeforeCut(cut, columns.length)! : valuesOf(row, columns.length);
  const ids = rowIds(table, items[0]!);
  const cells = taken.map((cell, i) => ({
    indicator: ids[i]!,
    cell,
    row,
    scope: table.id,
    label: "sure" as const,
  }));
  return { table, cells, diagnoses: [], blocks };
}

/** Cells that may be lost or come of one that was split. */
const MOST_ODD_CELLS = 5;
const isNearly = (count: number, due: number) => Math.abs(count - due) <= MOST_ODD_CELLS;

/** The headers themselves, which may hold the values, and the rows shortly behind them. */
function behindHeaders(rows: readonly TableRow[], headers: ReadonlySet<TableRow>): TableRow[] {
  let last = -Infinity;
  return rows.filter((row, i) => {
    if (headers.has(row)) last = i;
    return i - last <= REACH;
  });
}

/** The three kinds of disputes, in the order of the columns, by words that only their own headers print. */
const KINDS: readonly RegExp[] = [/行政复议/, /未经复议|直接起诉/, /复议后起诉/];

/** Labels that a row of values may have here; with another it is a row of something else. */
const isOwnWord = (label: string) => /^$|复议|诉讼|起诉|结果|审结|[总合小]计|数量|件数|情况/.test(compact(label));

/** The heading of the section names all kinds. */
const kindWords = (label: string) => compact(label).replace(/行政复议.{0,2}行政诉讼/, "");

/** A report may print a table, or a row, of five values for each kind, or of ten for both kinds of suits behind one of complaints. */
function matchKinds(rows: readonly TableRow[], table: FormTable): TableFindings {
  const { columns, rows: items } = table.blocks[0]!;
  const ids = rowIds(table, items[0]!);
  const perKind = columns.length / KINDS.length;
  const found = new Map<number, ValuesOfKind[]>();
  let kinds: readonly number[] = [];
  for (const row of rows) {
    const named = KINDS.flatMap((pattern, k) =>
      row.labels.some((label) => pattern.test(kindWords(label))) ? [k] : [],
    );
    const isPair = named.length === 2 && named[0] === 1 && found.get(0)?.length === 1;
    if (named.length > 0) kinds = named.length === 1 || isPair ? named : [];
    // Behind a row of something else no row is of the kind that was named before.
    if (named.length === 0 && row.values.length > 0 && !row.labels.every(isOwnWord)) kinds = [];
    const count = kinds.length * perKind;
    if (count === 0 || !isValueRow(row)) continue;
    const values = valuesOf(row, count);
    if (values.length !== count) continue;
    for (const [i, kind] of kinds.entries()) {
      const own = { row, values: values.slice(i * perKind, (i + 1) * perKind), count };
      found.set(kind, [...(found.get(kind) ?? []), own]);
    }
    kinds = [];
  }
  const all = [...found].flatMap(([kind, own]) => (own.length === 1 ? [{ kind, ...own[0]! }] : []));
  const single = all.filter(({ row, count }) => !headerContradicts(row, count, rows));
  const cells = single.flatMap(({ kind, row, values }) =>
    values.map((cell, i) => ({
      indicator: ids[kind * perKind + i]!,
      cell,
      row,
      scope: ids[kind * perKind]!.replace(/\.[^.]+$/, ""),
      label: "sure" as const,
    })),
  );
  return { table, cells, diagnoses: [], blocks: new Set(single.flatMap(({ row }) => row.blocks)) };
}

interface ValuesOfKind {
  readonly row: TableRow;
  readonly values: readonly ValueCell[];
  /** How many values the row has. */
  readonly count: number;
}

/** Values under heads that tell the column of each, whatever their number and order. */
function matchHeads(rows: readonly TableRow[], table: FormTable): TableFindings {
  return findingsOf(headedValues(rows, isValueRow), table);
}

function findingsOf(found: readonly HeadedValue[], table: FormTable): TableFindings {
  const ids = rowIds(table, table.blocks[0]!.rows[0]!);
  const cells = found.map(({ row, cell, column }) => ({
    indicator: ids[column]!,
    cell,
    row,
    scope: table.id,
    label: "sure" as const,
  }));
  return { table, cells, diagnoses: [], blocks: new Set(found.flatMap(({ row }) => row.blocks)) };
}

/** A cell with more characters holds rows of another table whose rulings were lost. */
const LONGEST_HEADER = 100;

const wordsOf = (row: TableRow) =>
  row.labels
    .map(compact)
    .filter(({ length }) => length <= LONGEST_HEADER)
    .join(" ");

function isHeader(row: TableRow): boolean {
  const words = wordsOf(row);
  return HEADER.test(words) || (/行政复议/.test(words) && (/行政诉讼/.test(words) || SECOND_HEADER.test(words)));
}

const isValueRow = (row: TableRow) =>
  row.values.some(({ text }) => !isBlank(text)) &&
  !/[一二三四][、.]|\(/.test(compact(row.labels.at(-1) ?? "").replace(/\(件\)$/, ""));

/** More empty cells stand between the values, not behind them: no other table of the form is wider. */
const MOST_PADDING = 10;

/** Without the empty cells that pad a flattened row, and those of columns that only keep room. */
function valuesOf({ values, layout, blocks: [table] }: TableRow, count: number): TableRow["values"] {
  if (layout === "rows" && values.length - count > MOST_PADDING) return values;
  if (layout === "rows") return withoutPadding(values, count, null) ?? values;
  if (values.length <= count || table?.kind !== "table") return values;
  const blank = blankColumns(table);
  const printed = values.filter(({ column, text }) => !isBlank(text) || !blank.has(column));
  return printed.length === count ? printed : values;
}

/** @param id what the columns are of: the table, or one kind of disputes */
function otherColumns(id: string, row: TableRow) {
  const text = {
    zh: "复议诉讼表的表头与规定的表式不同，无法确定各数属于哪一列",
    en: "the header of the disputes table is not that of the form: the columns of its numbers are unknown",
  };
  return unread("column-unknown", id, text, row.values[0]?.at);
}

function noRow(table: FormTable, candidates: readonly TableRow[], distinct: number) {
  const counts = candidates.map(({ values }) => values.length).join(", ");
  return distinct > 1
    ? unread("ambiguous-row", table.id, {
        zh: "有几行数值都可能是复议诉讼表的数据且不一致，未取值",
        en: "several rows could be the values of the disputes table and they differ: no value taken",
      })
    : unread("value-count", table.id, {
        zh: `复议诉讼表的数值单元格不是 15 个（${counts || "无"}），无法确定各数属于哪一列`,
        en: `the disputes table does not have 15 value cells (${counts || "none"}): their columns are unknown`,
      });
}
