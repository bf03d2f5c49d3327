/**
 * The tables of a document in; one list of logical rows out: the label cells of a row and the value cells after them.
 * The matchers of the form's tables see only these rows, whatever the table was drawn or flattened like.
 */
import { rowsOf, type Block, type Cell, type CellDoubt, type Locator, type Table } from "../../parsers/document.js";
import { isLetterSpaced, joinedNumber } from "./letter-spaced.js";
import { perKey, remembering } from "./memo.js";
import { readNumber } from "./numbers.js";
import { isBracketed } from "./set-off.js";
import { rowsOfParts } from "./side-by-side.js";
import { cellsBeside } from "./side-columns.js";

/** A cell that holds a value, or would. */
export interface ValueCell {
  readonly text: string;
  /** As printed, where the text is not. */
  readonly raw?: string;
  readonly at: Locator;
  /** Offset of the column in the table, or order in the row where that is all that is known. */
  readonly column: number;
  readonly colSpan: number;
  readonly doubt?: CellDoubt;
}

export interface TableRow {
  /** The blocks that it came from. */
  readonly blocks: readonly Block[];
  /** Texts of the label cells, outermost group first; the row's own label is the last. */
  readonly labels: readonly string[];
  /** The label cells with their columns, for rows that turn out to be headers. */
  readonly labelCells: readonly ValueCell[];
  readonly values: readonly ValueCell[];
  /** How its cells can be assigned to columns: by offset in a grid, or by order alone. */
  readonly layout: Table["layout"];
  /** True where the same offset is the same column in all rows of the table. */
  readonly aligned: boolean;
  /** True where one label may be spread over several entries of `labels`. */
  readonly flattened: boolean;
  /** Text directly before a table of rows, for its first row: a line break may have cut the row's label there. */
  readonly before?: string;
  /** True for a row behind which the document ends: some of it may have been cut off. */
  readonly endsDocument?: boolean;
}

/** Longest text of a cell that holds a number and a note. */
const LONGEST_VALUE = 80;

/** A character that no value begins with: most labels are told by it. */
const OTHER_BEGINNING = /^(?![增减減无無暂暫没沒不零共空未人])[\u4e00-\u9fff]/;

const HAS_DIGIT = /[\d０-９]/;

/** True for text that fills a value cell: a number, a sign for none, or nothing. */
export const isValueText = (text: string): boolean =>
  text.length <= LONGEST_VALUE && !OTHER_BEGINNING.test(text) && isReadable(text);

const isReadable = remembering((text) => {
  return readNumber(text, "件").kind !== "unreadable" || readNumber(text, "元").kind !== "unreadable";
});

/** A number in Chinese numerals; on a line of its own it may as well be an ordinal, or part of a label. */
const isSpelt = remembering((text) => readNumber(text, "件").kind === "number");

/**
 * Text that prints a number in a way that no single value can be told from: 约30, 30余件, 5[含重复2件]. It fills a value cell
 * all the same: taken for a label, it would hide its row, and the numbers behind it would move.
 */
const UNCERTAIN_NUMBER =
  /^(?:约|近|逾|超过?|共?计|合计|总计|共约?)?\s?[\d０-９][\d０-９,，.．、 ]*(?:$|[余多件项个条次宗元万[［【〔（(*注~～至])/u;
const YEAR_OR_ORDINAL = /^(?:20\d\d\s?(?:年|[（(])|[\d０-９]{1,2}\s?[.．、]\s*$)/;
const LONGEST_NUMBER = 30;

export const isUncertainNumber = remembering(
  (text) => text.length <= LONGEST_NUMBER && UNCERTAIN_NUMBER.test(text.trim()) && !YEAR_OR_ORDINAL.test(text.trim()),
);

/** A count unit in a cell of its own, between a row's label and its values. */
const isUnit = remembering((text) => /^\s*(?:件|件次|项|个|条|次|篇|人|人次)\s*$/.test(text));

export const isBlank = (text: string) => text.trim() === "";

/** The rows of a table, top to bottom; in a grid, a label that spans rows belongs to each of them. Made once a table. */
export const tableRows: (table: Table) => readonly TableRow[] = perKey(rowsOfTable);

function rowsOfTable(table: Table): readonly TableRow[] {
  const setting = { spaced: isLetterSpaced(table), beside: cellsBeside(table) };
  if (table.layout === "rows") {
    const rows = rowsOf(table);
    const aligned = rows.length > 1 && rows.every((cells) => cells.length === rows[0]!.length);
    return rowsOfParts(table).map((cells) => rowOf(table, cells, { aligned, ...setting }));
  }
  return rowsOfParts(table).map((cells) => rowOf(table, cells, { aligned: true, ...setting }));
}

/** An automatic number before a value is no part of it. */
const textOf = ({ ordinal = "", text }: Cell) =>
  ordinal !== "" && (isBlank(text) || !isValueText(text)) ? ordinal + text : text;

/**
 * Where the values of a row begin: behind the last text before the first printed value. A number before the first text
 * is a serial number, no value.
 */
function valuesStart(texts: readonly string[], isText: readonly boolean[]): number {
  const firstText = isText.indexOf(true);
  if (firstText < 0) return 0;
  const firstValue = texts.findIndex((text, i) => i > firstText && !isText[i] && !isBlank(text));
  const lastText = isText.lastIndexOf(true, firstValue < 0 ? texts.length : firstValue);
  return lastText + 1;
}

interface Setting {
  readonly aligned: boolean;
  /** True for a letter-spaced table. */
  readonly spaced: boolean;
  /** Cells of columns that no form has. */
  readonly beside: ReadonlySet<Cell>;
}

function rowOf(table: Table, all: readonly Cell[], { aligned, spaced, beside }: Setting): TableRow {
  const cells = beside.size === 0 ? all : all.filter((cell) => !beside.has(cell));
  const texts = cells.map((cell) => (spaced ? joinedNumber(textOf(cell)) : textOf(cell)));
  const isText = texts.map((text, i) => !isValueText(text) && !(i > 0 && (isSpelt(text) || isUncertainNumber(text))));
  for (let i = texts.length - 1; i >= 0 && (!isText[i] || isBracketed(texts[i]!)); i--) isText[i] = false;
  const start = valuesStart(texts, isText);
  const cellsOf = (from: number, to: number): ValueCell[] =>
    cells.slice(from, to).map((cell, i) => ({
      text: texts[from + i]!,
      ...(spaced ? { raw: textOf(cell) } : {}),
      at: cell.at,
      column: cell.column,
      colSpan: cell.colSpan,
      ...(cell.doubt ? { doubt: cell.doubt } : {}),
    }));
  // A merged label may be repeated in every position that it covers.
  const values = cellsOf(start, cells.length);
  const printed = texts.slice(0, start).filter((text, i) => isText[i] && text !== texts[i - 1]);
  const labels = printed.length > 1 && isUnit(printed.at(-1)!) ? printed.slice(0, -1) : printed;
  return {
    blocks: [table],
    labels,
    labelCells: cellsOf(0, start),
    values: mayBeShifted(all, values, beside) ? values.map(inferred) : values,
    layout: table.layout,
    aligned,
    flattened: false,
  };
}

/** Where numbers of several columns end in one of remarks, they may be out of step with their header. */
function mayBeShifted(cells: readonly Cell[], values: readonly ValueCell[], beside: ReadonlySet<Cell>): boolean {
  const last = values.at(-1);
  if (beside.size === 0 || values.length < 2 || !last) return false;
  const next = cells.find(({ column }) => column > last.column);
  return next !== undefined && beside.has(next) && HAS_DIGIT.test(next.text) && isValueText(next.text);
}

const inferred = (cell: ValueCell): ValueCell => ({ ...cell, doubt: cell.doubt ?? "inferred" });

/** True where a row prints no value at all. */
export const isEmptyRow = (row: TableRow) => row.values.every(({ text }) => isBlank(text));
