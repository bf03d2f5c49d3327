/**
 * Rows of a document in; the cells of the statistics table of 2014 to 2018 out. Serial numbers and units stand in columns
 * of their own in some reports; where there are values of several years, the report's year is taken.
 */
import type { Block } from "../../../parsers/document.js";
import type { FormRow, FormTable } from "../../forms/form.js";
import type { Diagnosis } from "../diagnosis.js";
import { rowIds } from "../indicators.js";
import { labelMatcher } from "../labels.js";
import { perKey, remembering } from "../memo.js";
import { compact, plain } from "../normalize.js";
import { countPower, moneyPower } from "../units.js";
import { isBlank, type TableRow, type ValueCell } from "../table-row.js";
import { isDetached } from "./detached.js";
import { unread, type FoundCell, type TableFindings } from "./found.js";
import { unitBehind } from "./printed-units.js";
import { assignRows } from "./row-assignment.js";
import { numbersBehindHead } from "./shifted.js";

const DASHES = /^(?:-{1,4}|—{1,4})$/;
/** The head of the column of labels: a row of values may hold numbers like 2016 and 2017. */
const HEAD = /指标|项目|名称|内容|序号/;
/** The last words of the table's head. */
const HEAD_OF_VALUES = /^(?:统计指标|指标|统计数|统计数据|数量|数值|单位)$/;
/** Heads of columns of values, where there are several. */
const THIS_YEAR = /^(?:本年|当年|今年)/;
const OF_A_YEAR = /^20\d\d(?:年[^月]{0,6})?$|^(?:本|当|今|上|上一|去|历)年|累计|同期/;
const OF_A_PART = /^.{1,10}统计数$/;
const TOTAL = /^(?:合计|总计)/;
/** Heads of columns without values. */
const NO_VALUES = /指标|项目|名称|内容|序号|^(?:计量)?单位$|备注/;
/** Heads that may stand over the report's own number as well. */
const OWN_NUMBER = /^(?:统计数据?|数[量值]|本.{0,4})$/;
/** Rows of the form that must be recognised before anything is believed to be the statistics table. */
const FEWEST_ROWS = 3;

export function matchStatistics(rows: readonly TableRow[], table: FormTable, year: number | null): TableFindings {
  const { rows: items } = table.blocks[0]!;
  const bare = rows.map((row) => withoutUnit(row));
  const { assigned, ambiguous } = assignRows(bare, items);
  if (assigned.length < FEWEST_ROWS) return { table, cells: [], diagnoses: [], blocks: new Set() };
  const units = new Map(bare.map((row, i) => [row, [unitIn(rows[i]!), unitBehind(rows[i + 1])]]));
  const cells: FoundCell[] = [];
  const diagnoses: Diagnosis[] = ambiguous.map((item) => undecided(table, item, "ambiguous-row"));
  const ownColumns = ownColumnsOf(rows, year);
  const yearHeads = yearHeadsOver(bare, rows);
  const shifted = isShifted(bare, items);
  const isRow = (label: string) => isDue(itemMatcher(items).one(label)?.item);
  const stray = beforeUnits(rows, bare);
  for (const { row, item, label } of assigned) {
    const cell = isDetached(row, isRow) || stray.has(row) ? null : valueOf(row, ownColumns.get(row.blocks[0]));
    const around = [...(units.get(row) ?? []), ...(yearHeads.get(row) ?? [])];
    const indicator = rowIds(table, item)[0]!;
    const evidence = shifted && row.flattened ? ("shifted" as const) : label;
    if (cell) cells.push({ indicator, cell, around, row, scope: indicator, label: evidence });
    else diagnoses.push(undecided(table, item, "value-count", row));
  }
  return { table, cells, diagnoses, blocks: new Set(assigned.flatMap(({ row }) => row.blocks)) };
}

const itemMatcher = perKey((items: readonly FormRow[]) => labelMatcher(items, (item) => item));

const isDue = (item: FormRow | undefined) => item !== undefined && item.heading !== true;

/** In text without a grid a number behind the head or a heading of the form belongs to the label after it. */
function isShifted(rows: readonly TableRow[], items: readonly FormRow[]): boolean {
  const matcher = itemMatcher(items);
  const isHead = (label: string) => HEAD_OF_VALUES.test(compact(label)) || matcher.one(label)?.item.heading === true;
  return rows.some((row) => numbersBehindHead(row, isHead));
}

/**
 * The rows of flattened text of which the number stands before the unit, and another behind it: a page's number, or one
 * that belongs elsewhere.
 */
function beforeUnits(rows: readonly TableRow[], bare: readonly TableRow[]): ReadonlySet<TableRow> {
  const isUnitRow = (row: TableRow | undefined) => row?.flattened && row.values.length > 0 && row.labels.every(isUnit);
  return new Set(bare.filter((row, i) => row.flattened && isUnitRow(rows[i + 1])));
}

/** Units and serial numbers are no labels and no values. */
const withoutUnit = perKey((row: TableRow): TableRow => {
  if (!row.labels.some(isUnit) && !row.values.some(({ text }) => isOnlyUnit(text))) return row;
  const labels = row.labels.filter((label) => !isUnit(label));
  const values = row.values.filter(({ text }) => !isOnlyUnit(text));
  return { ...row, labels, values };
});

const isUnit = remembering((text) => {
  const words = compact(text).replace(/^\((.*)\)$/, "$1");
  return DASHES.test(words) || countPower(words) !== null || moneyPower(words) !== null;
});
/** Dashes may be a value too. */
const isOnlyUnit = (text: string) => !/^\d/.test(text) && isUnit(text) && !/^-+$/.test(compact(text));

/** The unit that the row prints in a cell of its own; a letter-spaced one comes apart where spaces part the cells. */
const unitIn = ({ labels, values }: TableRow): string =>
  [...labels.slice(1), ...values.map(({ text }) => text)].filter(isUnit).join("");

/**
 * The offset of the column of the reporting year, or of the total, in the tables that have several columns of values.
 * A table that goes on over pages has its header on the first.
 */
function ownColumnsOf(rows: readonly TableRow[], year: number | null): ReadonlyMap<unknown, number> {
  const found = new Map<unknown, number>();
  let last: { readonly table: Block; readonly column: number } | null = null;
  for (const row of rows) {
    const table = row.blocks[0]!;
    const column = ownColumn(row, year);
    if (column !== null) {
      found.set(table, column);
      last = { table, column };
    } else if (last && last.table !== table && !found.has(table) && widthOf(last.table) === widthOf(table)) {
      found.set(table, last.column);
    }
  }
  return found;
}

/** The one head of a year over the values of each row. @param bare the rows without their units */
function yearHeadsOver(bare: readonly TableRow[], rows: readonly TableRow[]): ReadonlyMap<TableRow, readonly string[]> {
  let head: readonly string[] = [];
  return new Map(
    rows.map((row, i) => {
      if (row.labels.some((label) => HEAD.test(compact(label)))) {
        const years = headsOf(row).filter((text) => OF_A_YEAR.test(text));
        head = years.length === 1 ? years : [];
      }
      return [bare[i]!, head];
    }),
  );
}

/** The heads in a row of heads; of text without a grid the lines before its first one are those of another part. */
function headsOf({ labelCells, values, flattened }: TableRow): readonly string[] {
  const heads = [...labelCells, ...values].map(({ text }) => compact(text));
  return flattened
    ? heads.slice(
        Math.max(
          0,
          heads.findIndex((text) => HEAD.test(text)),
        ),
      )
    : heads;
}

const widthOf = (block: Block) => (block.kind === "table" ? block.columns : 0);

/** In a header that tells several columns: the one of the year, of 本年, or of the total. */
function ownColumn(row: TableRow, year: number | null): number | null {
  const heads = [...row.labelCells, ...row.values].map(({ text, column }) => ({ text: compact(text), column }));
  const told = heads.filter(({ text }) => OF_A_YEAR.test(text) || OF_A_PART.test(text) || TOTAL.test(text));
  const isHeader = told.length === heads.length || row.labels.some((label) => HEAD.test(compact(label)));
  if (!isHeader) return null;
  if (told.length < 2) return columnOfTotal(heads);
  for (const isOwn of [new RegExp(`^${year}年?`), THIS_YEAR, TOTAL]) {
    const own = told.filter(({ text }) => isOwn.test(text));
    if (own.length === 1) return own[0]!.column;
  }
  return null;
}

/** Beside the columns of the offices that it adds up. */
function columnOfTotal(heads: readonly { readonly text: string; readonly column: number }[]): number | null {
  const totals = heads.filter(({ text }) => TOTAL.test(text));
  const others = heads.filter(({ text }) => !TOTAL.test(text) && !NO_VALUES.test(text) && text !== "");
  const divided = others.length > 0 && !others.some(({ text }) => OWN_NUMBER.test(text));
  return totals.length === 1 && divided ? totals[0]!.column : null;
}

function valueOf(row: TableRow, column: number | undefined): ValueCell | null {
  if (column !== undefined) return row.values.find((cell) => cell.column === column) ?? null;
  const printed = row.values.filter(({ text }) => !isBlank(text));
  if (printed.length === 0) return row.values[0] ?? null;
  // Equal numbers that spaces or line ends alone part are no merged cell that was repeated, but the digits of one.
  if (printed.length > 1 && row.flattened) return null;
  const texts = new Set(printed.map(({ text }) => plain(text).trim()));
  return texts.size === 1 ? printed[0]! : null;
}

function undecided(table: FormTable, item: FormRow, code: string, row?: TableRow): Diagnosis {
  const text = {
    zh: `“${item.label}”一行有多个可能的数值，未取值`,
    en: `the row "${item.label}" has several possible values: none taken`,
  };
  return unread(code, `${table.id}.${item.id}`, text, row?.values[0]?.at);
}
