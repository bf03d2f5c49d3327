/**
 * Rows of a document in; the cells of the table 主动公开政府信息情况 out. Which of a row's
 * numbers is of which column is told beside.
 */
import type { FormBlock, FormColumn, FormRow, FormTable } from "../../forms/form.js";
import type { Diagnosis } from "../diagnosis.js";
import { rowIds } from "../indicators.js";
import { labelMatcher, type LabelMatcher } from "../labels.js";
import { perKey } from "../memo.js";
import { compact } from "../normalize.js";
import { isBlank, type TableRow } from "../table-row.js";
import { isDetached } from "./detached.js";
import { unitBehind } from "./printed-units.js";
import { unread, type FoundCell, type TableFindings } from "./found.js";
import { columnsOfRow, FIRST_COLUMN, headerOf, headWords, type Header } from "./proactive-columns.js";
import { numbersBehindHead } from "./shifted.js";
import { withoutUnitCells } from "./unit-cells.js";

interface Item {
  readonly block: FormBlock;
  readonly row: FormRow;
}

const CAPTION = /第二十条第?\(?[一五六八九]/;
/** Fragments that a label may be cut into when text is flattened. */
const MOST_FRAGMENTS = 3;

/** A row of the document that is a row of the form, under the header that stood over it. */
interface Candidate {
  readonly item: Item;
  readonly row: TableRow;
  readonly header: Header | null;
  /** The caption over both; "" where there is none. */
  readonly caption: string;
  /** The same offset is the same column in the header and in the row. */
  readonly isOver: boolean;
  /** The unit that stands behind its values. */
  readonly behind: string;
  /** Those in cells of their own. */
  readonly units: readonly string[];
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
  let captionText = "";
  let shifted = false;
  let width = 0;
  const isHead = (label: string) =>
    CAPTION.test(compact(label)) || FIRST_COLUMN.test(compact(label)) || columnMatcher.all(label).length > 0;
  for (const [index, whole] of rows.entries()) {
    const { row, units } = withoutUnitCells(whole);
    const caption = row.labels.find((label) => CAPTION.test(compact(label)));
    const printed = headerOf(row, columnMatcher);
    if (caption !== undefined) [header, captionText] = [null, caption];
    if (printed) [header, headerRow] = [printed, row];
    if (caption !== undefined || printed) {
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
      const place = { row, header, caption: captionText, isOver, behind: unitBehind(rows[index + 1]), units };
      candidates.push({ item, ...place, shifted: shifted && flattened, width: flattened ? width : 0 });
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
  const { item, row, header, caption, behind, units, isOver, shifted, width } = candidate;
  const label = shifted ? ("shifted" as const) : ("sure" as const);
  const { columns } = item.block;
  // An empty cell leaves no trace between spaces: a row with too few values has them in unknown columns.
  const short = row.values.length < width;
  const byColumn = short ? null : columnsOfRow(row, header, isOver, columns);
  const ids = rowIds(table, item.row);
  const scope = `${table.id}.${item.row.id}`;
  for (const [i, column] of columns.entries()) {
    const taken = byColumn?.get(column);
    const indicator = ids[i]!;
    if (taken) {
      const around = [...headWords(header, column), caption, behind, ...units];
      cells.push({ indicator, cell: taken, around, row, scope, label });
    } else diagnoses.push(unknownColumn(indicator, item.row, column, row));
  }
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
