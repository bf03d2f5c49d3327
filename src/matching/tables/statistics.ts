/**
 * Rows of a document in; the cells of the statistics table of 2014 to 2018 out. Serial numbers and units stand in columns
 * of their own in some reports; where there are values of several years, the report's year is taken.
 */
import { indicatorId, type FormRow, type FormTable } from "../../forms/form.js";
import type { Diagnosis } from "../diagnosis.js";
import { compact, plain } from "../normalize.js";
import { isBlank, type TableRow, type ValueCell } from "../table-row.js";
import { unread, type FoundCell, type TableFindings } from "./found.js";
import { assignRows } from "./row-assignment.js";

const UNIT = /^(?:条|件|次|篇|个|人|人次|万元|元|-{1,4}|—{1,4})$/;
/** Rows of the form that must be recognised before anything is believed to be the statistics table. */
const FEWEST_ROWS = 3;

export function matchStatistics(rows: readonly TableRow[], table: FormTable, year: number | null): TableFindings {
  const { columns, rows: items } = table.blocks[0]!;
  const { assigned, ambiguous } = assignRows(rows.map(withoutUnit), items);
  if (assigned.length < FEWEST_ROWS) return { table, cells: [], diagnoses: [], blocks: new Set() };
  const cells: FoundCell[] = [];
  const diagnoses: Diagnosis[] = ambiguous.map((item) => undecided(table, item, "ambiguous-row"));
  const yearColumns = columnsOfYear(rows, year);
  for (const { row, item } of assigned) {
    const cell = valueOf(row, yearColumns.get(row.blocks[0]));
    if (cell) cells.push({ indicator: indicatorId(table, item, columns[0]!), cell, printedUnit: null });
    else diagnoses.push(undecided(table, item, "value-count", row));
  }
  return { table, cells, diagnoses, blocks: new Set(assigned.flatMap(({ row }) => row.blocks)) };
}

/** Units and serial numbers are no labels and no values. */
function withoutUnit(row: TableRow): TableRow {
  const labels = row.labels.filter((label) => !UNIT.test(compact(label)));
  const values = row.values.filter(({ text }) => !UNIT.test(compact(text)) || /^-+$/.test(compact(text)));
  return { ...row, labels, values };
}

/** The offset of the column headed by the report's year, in the tables that have columns of several years. */
function columnsOfYear(rows: readonly TableRow[], year: number | null): ReadonlyMap<unknown, number> {
  const found = new Map<unknown, number>();
  for (const row of rows) {
    const years = row.labelCells.flatMap((cell) => {
      const match = /^(20\d\d)年?/.exec(compact(cell.text));
      return match ? [{ cell, year: Number(match[1]) }] : [];
    });
    const own = years.filter((head) => head.year === year);
    if (years.length > 1 && own.length === 1) found.set(row.blocks[0], own[0]!.cell.column);
  }
  return found;
}

function valueOf(row: TableRow, column: number | undefined): ValueCell | null {
  if (column !== undefined) return row.values.find((cell) => cell.column === column) ?? null;
  const printed = row.values.filter(({ text }) => !isBlank(text));
  if (printed.length === 0) return row.values[0] ?? null;
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
