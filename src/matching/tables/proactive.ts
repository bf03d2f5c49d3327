/**
 * Rows of a document in; the cells of the table 主动公开政府信息情况 out. Its columns are taken by the header over the
 * row where it can be read, by order where the count is exact, and otherwise not at all.
 */
import type { FormBlock, FormColumn, FormRow, FormTable } from "../../forms/form.js";
import type { Diagnosis } from "../diagnosis.js";
import { rowIds } from "../indicators.js";
import { labelMatcher, type LabelMatcher } from "../labels.js";
import { perKey } from "../memo.js";
import { compact } from "../normalize.js";
import { readNumber } from "../numbers.js";
import { isBlank, type TableRow, type ValueCell } from "../table-row.js";
import { isDetached } from "./detached.js";
import { unread, type FoundCell, type TableFindings } from "./found.js";
import { withoutPadding } from "./padding.js";
import { numbersBehindHead } from "./shifted.js";

interface Item {
  readonly block: FormBlock;
  readonly row: FormRow;
}

/** The cells over the value columns, with the form's columns that their words fit. */
interface HeaderCell {
  readonly cell: ValueCell;
  readonly columns: readonly FormColumn[];
}
type Header = readonly HeaderCell[];

const CAPTION = /第二十条第?\(?[一五六八九]/;
const FIRST_COLUMN = /^信息内容/;
const PRINTED_UNIT = /(亿元|万元|千元|元)/;
/** Fragments that a label may be cut into when text is flattened. */
const MOST_FRAGMENTS = 3;

/** A row of the document that is a row of the form, under the header that stood over it. */
interface Candidate {
  readonly item: Item;
  readonly row: TableRow;
  readonly header: Header | null;
  /** The same offset is the same column in the header and in the row. */
  readonly isOver: boolean;
  /** Numbers stood between the header and the first label. */
  readonly shifted: boolean;
  /** Values that a whole row has where merged cells are repeated and spaces alone part the cells; 0 if unknown. */
  readonly width: number;
}

const matchersOf = perKey((table: FormTable) => {
  const items = table.blocks.flatMap((block) => block.rows.map((row): Item => ({ block, row })));
  const columns = [...new Set(table.blocks.flatMap((block) => block.columns))];
  return {
    items,
    rowMatcher: labelMatcher(items, ({ row }) => row),
    columnMatcher: labelMatcher(columns, (column) => column),
  };
});

export function matchProactiveDisclosure(rows: readonly TableRow[], table: FormTable): TableFindings {
  const { items, rowMatcher, columnMatcher } = matchersOf(table);
  const { candidates: all, blocks, evidence } = collect(rows, rowMatcher, columnMatcher);
  const candidates = all.filter(({ row }) => !row.flattened || all.some(isPrinted));
  if (!evidence) return { table, cells: [], diagnoses: [], blocks: new Set() };
  const cells: FoundCell[] = [];
  const diagnoses: Diagnosis[] = [];
  for (const item of items) {
    const own = candidates.filter((candidate) => candidate.item === item);
    const chosen = agreeing(own);
    if (chosen === "ambiguous") diagnoses.push(ambiguousRow(table, item.row));
    else if (chosen) takeRow(chosen, table, cells, diagnoses);
  }
  return { table, cells, diagnoses, blocks };
}

/** Where no label of a flattened table is followed by a value, the empty lines behind them are no cells: values stand elsewhere. */
const isPrinted = ({ row }: Candidate) => row.values.some(({ text }) => !isBlank(text));

/** Walks through the rows with the header that was printed last. */
function collect(rows: readonly TableRow[], matcher: LabelMatcher<Item>, columnMatcher: LabelMatcher<FormColumn>) {
  const candidates: Candidate[] = [];
  const blocks = new Set<TableRow["blocks"][number]>();
  let header: Header | null = null;
  let headerRow: TableRow | null = null;
  let underCaption = false;
  let shifted = false;
  let width = 0;
  const isHead = (label: string) =>
    CAPTION.test(compact(label)) || FIRST_COLUMN.test(compact(label)) || columnMatcher.all(label).length > 0;
  for (const row of rows) {
    const caption = row.labels.some((label) => CAPTION.test(compact(label)));
    const printed = headerOf(row, columnMatcher);
    if (caption) header = null;
    if (printed) [header, headerRow] = [printed, row];
    if (caption || printed) {
      underCaption = true;
      shifted = false;
      row.blocks.forEach((block) => blocks.add(block));
    }
    shifted ||= numbersBehindHead(row, isHead);
    width = repeatedWidth(row) ?? width;
    const detached = isDetached(row, (label) => matcher.one(label) !== null);
    const item = underCaption && !detached ? itemOf(row, matcher) : null;
    if (item) {
      const { flattened } = row;
      const isOver = headerRow !== null && sameColumns(headerRow, row);
      candidates.push({ item, row, header, isOver, shifted: shifted && flattened, width: flattened ? width : 0 });
      row.blocks.forEach((block) => blocks.add(block));
    }
  }
  return { candidates, blocks, evidence: underCaption && candidates.length > 0 };
}

/** Rows of two tables have the same columns only where both tables have rulings, and as many columns. */
function sameColumns({ blocks: [above] }: TableRow, { blocks: [own], aligned, values }: TableRow): boolean {
  if (!aligned || above === own) return aligned;
  if (above?.kind !== "table" || own?.kind !== "table") return false;
  return above.columns === own.columns && !values.some(({ doubt }) => doubt);
}

/** The value columns of a header on one line that repeats its merged cells; 0 for one that repeats none. */
function repeatedWidth(row: TableRow): number | null {
  const header = row.flattened ? row.labels.findLast((label) => /^\s*信息内容\s+\S/.test(label)) : undefined;
  if (header === undefined) return null;
  const words = header.trim().split(/\s+/);
  return words.some((word, i) => word === words[i - 1]) ? words.length - 1 : 0;
}

/** The header that the row prints: the cells after 信息内容, or a run of column labels. */
function headerOf(row: TableRow, matcher: LabelMatcher<FormColumn>): Header | null {
  if (row.flattened && row.values.length === 0) return null;
  const cells = row.labelCells.map((cell) => ({ cell, columns: matcher.all(cell.text).map(({ item }) => item) }));
  const first = cells.findLastIndex(({ cell }) => FIRST_COLUMN.test(compact(cell.text)));
  if (first >= 0 && cells.length > first + 1) {
    const withValues = row.flattened && row.values.some(({ text }) => !isBlank(text));
    const rest = withValues ? cells.slice(first + 1, -1) : cells.slice(first + 1);
    return rest.length > 0 ? rest : null;
  }
  const start = cells.findIndex(({ columns }) => columns.length > 0);
  return start >= 0 ? cells.slice(start) : null;
}

function itemOf(row: TableRow, matcher: LabelMatcher<Item>): Item | null {
  if (row.values.length === 0) return null;
  const longest = row.flattened ? Math.min(MOST_FRAGMENTS, row.labels.length) : 1;
  for (let length = 1; length <= longest; length++) {
    const match = matcher.one(row.labels.slice(-length).join(""));
    if (match) return match.item;
  }
  return null;
}

/** The first of the candidates if all print the same. */
function agreeing(candidates: readonly Candidate[]): Candidate | "ambiguous" | null {
  const texts = new Set(candidates.map(({ row }) => JSON.stringify(row.values.map(({ text }) => text.trim()))));
  return texts.size > 1 ? "ambiguous" : (candidates[0] ?? null);
}

function takeRow(candidate: Candidate, table: FormTable, cells: FoundCell[], diagnoses: Diagnosis[]): void {
  const { item, row, header, isOver, shifted, width } = candidate;
  const label = shifted ? ("shifted" as const) : ("sure" as const);
  const { columns } = item.block;
  // An empty cell leaves no trace between spaces: a row with too few values has them in unknown columns.
  const short = row.values.length < width;
  const byColumn = short ? null : ((header && byHeader(row, header, isOver, columns)) ?? byOrder(row, columns));
  const ids = rowIds(table, item.row);
  const scope = `${table.id}.${item.row.id}`;
  for (const [i, column] of columns.entries()) {
    const taken = byColumn?.get(column);
    const indicator = ids[i]!;
    if (taken) {
      const unit = header ? printedUnit(header, column) : null;
      cells.push({ indicator, cell: taken, printedUnit: unit, row, scope, label });
    } else diagnoses.push(unknownColumn(indicator, item.row, column, row));
  }
}

/**
 * The cells under the headers of the block's columns. A header that is repeated over a merged cell has copies of one
 * value, or one value and blanks, under it.
 */
function byHeader(row: TableRow, header: Header, byOffset: boolean, columns: readonly FormColumn[]) {
  const inOrder = row.values.length >= header.length ? header : withoutRepeats(header);
  if (!byOffset && row.values.length < inOrder.length) return null;
  const over = (cell: ValueCell, index: number) =>
    byOffset ? header.filter(({ cell: head }) => overlaps(head, cell)) : [inOrder[index]];
  const known = columnsOf(header, columns);
  if (known.size === 0) return null;
  const found = new Map<FormColumn, ValueCell>();
  for (const [index, cell] of row.values.entries()) {
    const heads = over(cell, index).map((head) => head && known.get(head));
    const [column, ...others] = [...new Set(heads)];
    if (!column || others.length > 0) {
      if (!isBlank(cell.text)) return null;
      continue;
    }
    const before = found.get(column);
    if (!before || isBlank(before.text)) found.set(column, cell);
    else if (!isBlank(cell.text) && cell.text.trim() !== before.text.trim()) return null;
  }
  return found;
}

/** One cell for each merged cell that was repeated or left empty. */
const withoutRepeats = (header: Header): Header =>
  header.filter(({ cell }, i) => !isBlank(cell.text) && cell.text !== header[i - 1]?.cell.text);

const overlaps = (a: ValueCell, b: ValueCell) => a.column < b.column + b.colSpan && b.column < a.column + a.colSpan;

/** Which of the block's columns each header cell is; a damaged header counts where each readable part is in its place. */
function columnsOf(header: Header, columns: readonly FormColumn[]): Map<HeaderCell, FormColumn> {
  const own = header.map((head) => ({ head, fits: head.columns.filter((column) => columns.includes(column)) }));
  const printed = own.filter(({ head }) => !isBlank(head.cell.text));
  const inPlace =
    printed.length === columns.length &&
    printed.every(({ fits }, i) => fits.length === 0 || fits.includes(columns[i]!));
  if (inPlace && printed.some(({ fits }) => fits.length > 0))
    return new Map(printed.map(({ head }, i) => [head, columns[i]!]));
  return new Map(own.flatMap(({ head, fits }) => (fits.length === 1 ? [[head, fits[0]!] as const] : [])));
}

/** Exactly as many cells as columns, not counting the empty ones that pad a flattened row. */
function byOrder(row: TableRow, columns: readonly FormColumn[]): Map<FormColumn, ValueCell> | null {
  const values = withoutPadding(row.values, columns.length, "behind");
  return values && new Map(columns.map((column, i) => [column, values[i]!]));
}

/** The money unit in the header of the column, e.g. 本年收费金额（单位：元）. */
function printedUnit(header: Header, column: FormColumn): string | null {
  if (column.unit === undefined || readNumber("1元", column.unit).kind === "unreadable") return null;
  const head = header.find(({ columns }) => columns.includes(column));
  return head ? (PRINTED_UNIT.exec(compact(head.cell.text))?.[1] ?? null) : null;
}

function ambiguousRow(table: FormTable, row: FormRow): Diagnosis {
  return unread("ambiguous-row", `${table.id}.${row.id}`, {
    zh: `“${row.label}”一行出现多次且数值不一致，未取值`,
    en: `the row "${row.label}" stands several times with different values: none taken`,
  });
}

function unknownColumn(indicator: string, row: FormRow, column: FormColumn, found: TableRow): Diagnosis {
  return unread(
    "column-unknown",
    indicator,
    {
      zh: `“${row.label}”一行中无法确定哪个数是“${column.label}”`,
      en: `cannot tell which number of the row "${row.label}" is "${column.label}"`,
    },
    found.values[0]?.at,
  );
}
