/**
 * Text outside ruled tables in; the tables that its alignment shows, out: borderless ones, those with horizontal rules
 * only, those in a frame. Their cells carry the doubt "inferred".
 */
import { append } from "../append.js";
import type { Box } from "../document.js";
import { byColumn, cellOf, overlap, spanOf, type Draft } from "./aligned-cells.js";
import { alignedColumns, type AlignedColumns } from "./aligned-columns.js";
import { alignedRows, type AlignedRow, type AlignedRows } from "./aligned-rows.js";
import { isRow, tableRuns, type WordLine } from "./aligned-segments.js";
import type { PartCell } from "./continue-table.js";
import type { TextLine } from "./lines.js";
import { centerY, type Edge, type Glyph } from "./page.js";
import { boxOf, isValue, type Word } from "./words.js";

export interface AlignedTable {
  readonly cells: readonly PartCell[];
  readonly xs: readonly number[];
  readonly rows: number;
  readonly box: Box;
  /** All that it consists of. */
  readonly glyphs: ReadonlySet<Glyph>;
}

/** Fewer values are a line of text with a number in it. */
const FEWEST_VALUES = 3;
/** Lines of a header further apart than this, in font sizes, are rows of their own. */
const HEADER_LEADING = 1.7;

export function alignedTables(lines: readonly TextLine[], rulings: readonly Edge[], page: number): AlignedTable[] {
  return tableRuns(lines).flatMap((run) => {
    const lines = withoutLooseEnds(run);
    const columns = isTable(lines) ? alignedColumns(lines) : null;
    return columns ? [tableOf(lines, columns, rulings, page)] : [];
  });
}

/** A row or two of values, or one value under a header. */
function isTable(lines: readonly WordLine[]): boolean {
  const values = lines.filter(isRow).flatMap(({ words }) => words.filter(isValue)).length;
  const [first] = lines;
  return values >= FEWEST_VALUES || (values > 0 && first!.words.length > 1 && !isRow(first!));
}

/** Single words above the header and below the last row that no row is near are text around the table. */
function withoutLooseEnds(run: readonly WordLine[]): readonly WordLine[] {
  const last = run.findLastIndex(isRow);
  const isNear = (line: WordLine, other: WordLine) => Math.abs(line.y - other.y) < 1.2 * line.size;
  let end = last + 1;
  while (end < run.length && isNear(run[end]!, run[end - 1]!)) end++;
  const multiple = run.findIndex(({ words }) => words.length > 1);
  let start = Math.max(0, multiple);
  while (start > 0 && isNear(run[start - 1]!, run[start]!)) start--;
  return run.slice(start, end);
}

function tableOf(
  lines: readonly WordLine[],
  columns: AlignedColumns,
  edges: readonly Edge[],
  page: number,
): AlignedTable {
  const { xs, firstValue } = columns;
  const box = boxOf(lines.flatMap(({ words }) => words));
  const rulings = edges
    .filter(({ at, from, to }) => at > box[1] - 20 && at < box[3] + 20 && from < xs.at(-1)! && to > xs[firstValue]!)
    .sort((a, b) => a.at - b.at);
  const found = alignedRows(lines, columns, rulings);
  const header = headerRows(found, columns);
  const body = bodyRows(found, {
    ...columns,
    sure: columns.sure && !header.flat().some((cell) => cell.column >= firstValue && isTwoNames(cell)),
  });
  const cells = [...header, ...body].flatMap((row, r) => row.map((cell) => cellOf(cell, r, xs, page)));
  const glyphs = new Set(lines.flatMap(({ words }) => words.flatMap((word) => word.glyphs)));
  return { cells, xs, rows: header.length + body.length, box, glyphs };
}

/** A label that ends in digits: the number of the first column touches it. */
const isGlued = ({ text }: Word) => /\p{Script=Han}\s*[\d０-９][\d０-９,.]*$/u.test(text);

/** Names side by side over one column: their columns could not be told apart. */
const isTwoNames = ({ words }: Draft) =>
  words.some((word, i) => i > 0 && Math.abs(centerY(word.box) - centerY(words[i - 1]!.box)) < word.size / 2);

/** Lines close to each other are one row: the words over a column are stacked. Words over several columns are a row each. */
function headerRows({ header }: AlignedRows, columns: AlignedColumns): Draft[][] {
  const rows: Draft[][] = [];
  let narrow: Word[] = [];
  const flush = () => {
    if (narrow.length > 0) rows.push(byColumn(narrow, columns));
    narrow = [];
  };
  header.forEach(({ words, y, size }, i) => {
    if (i > 0 && y - header[i - 1]!.y > HEADER_LEADING * size) flush();
    const wide = words.filter((word) => spanOf(word, columns.xs).colSpan > 1);
    if (wide.length > 0) rows.push(wide.map((word) => ({ ...spanOf(word, columns.xs), words: [word] })));
    append(
      narrow,
      words.filter((word) => !wide.includes(word)),
    );
  });
  flush();
  return rows;
}

/**
 * A cell for each label, and in rows that print any value for each column of values. A label without values beside it may
 * be a blank row or a part of another label: it gets no cells, so that no blank is made up.
 */
function bodyRows({ rows, groups }: AlignedRows, columns: AlignedColumns): Draft[][] {
  const drafts = rows.map((row) => ({ ...row, words: [...row.words] }));
  const labels = new Map(drafts.map((row) => [row, byColumn(row.words, columns)]));
  const blank: AlignedRow[] = [];
  for (const word of groups) {
    const row = nearestRow(word, drafts);
    // Where the row has a label of its own in the same place, this is the label of a row that prints nothing.
    if (labels.get(row)!.some((cell) => overlap(cell, spanOf(word, columns.xs))))
      blank.push({ words: [word], y: centerY(word.box), uncertain: false });
    else row.words.push(word);
  }
  const all = [...drafts, ...blank].sort((a, b) => a.y - b.y);
  return all.map(({ words, y, uncertain }) => {
    const cells: Draft[] = byColumn(words, columns);
    const size = words[0]!.size;
    if (!words.some(isValue)) return cells;
    for (let column = columns.firstValue; column < columns.xs.length - 1; column++) {
      const box: Box = [columns.xs[column]!, y - size / 2, columns.xs[column + 1]!, y + size / 2];
      if (!cells.some((cell) => cell.column <= column && column < cell.column + cell.colSpan))
        cells.push({ column, colSpan: 1, words: [], box });
    }
    return cells
      .map((cell) => ({ ...cell, unplaced: uncertain || !columns.sure || words.some(isGlued) }))
      .sort((a, b) => a.column - b.column);
  });
}

const nearestRow = <T extends AlignedRow>({ box }: Word, rows: readonly T[]): T =>
  rows.reduce((a, b) => (Math.abs(b.y - centerY(box)) < Math.abs(a.y - centerY(box)) ? b : a));
