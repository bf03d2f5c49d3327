/** A worksheet that is written row by row and never held: headings in one or two levels, then rows of styled cells. */
import type { CellValue, PageSetup, Style, stream, Worksheet } from "exceljs";
import { setImmediate } from "node:timers/promises";

type WorkbookWriter = stream.xlsx.WorkbookWriter;

export interface SheetCell {
  readonly value: CellValue;
  readonly style: Partial<Style>;
  readonly comment?: string | undefined;
}

export interface SheetColumn {
  readonly name: string;
  readonly width: number;
  readonly style: Partial<Style>;
  /** The heading above it and its neighbours of the same one; without any, the sheet has one level of headings. */
  readonly group?: string;
  readonly groupStyle?: Partial<Style>;
}

export interface SheetLayout {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** Columns that stay in sight. */
  readonly frozen: number;
  /** Heights of the headings, points. */
  readonly heights: readonly number[];
  readonly tab?: string;
}

export interface SheetWriter {
  /** Rows written, headings not counted. */
  readonly rows: () => number;
  add(cells: readonly SheetCell[]): Promise<void>;
  end(): void;
}

/** Longest text that a cell may hold. */
const MAX_TEXT = 32_767;

/** Control characters that XML forbids, and halves of surrogate pairs. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text that any spreadsheet program can open: no control characters, no half characters, not too long. */
export function cellText(text: string): string {
  const clean = text.replace(FORBIDDEN, "\ufffd");
  return clean.length > MAX_TEXT ? clean.slice(0, MAX_TEXT - 1) + "…" : clean;
}

/** Rows after which the writer lets what it has written go to disk. */
const BREATH = 50;

export function startSheet(workbook: WorkbookWriter, layout: SheetLayout): SheetWriter {
  const levels = layout.heights.length;
  const sheet = workbook.addWorksheet(layout.name, {
    views: [{ state: "frozen", xSplit: layout.frozen, ySplit: levels }],
    pageSetup: pageSetup(layout),
    ...(layout.tab === undefined ? {} : { properties: { tabColor: { argb: layout.tab } } }),
  });
  sheet.columns = layout.columns.map(({ width }) => ({ width }));
  writeHeadings(sheet, layout);
  let rows = 0;
  return {
    rows: () => rows,
    async add(cells) {
      const row = sheet.getRow(levels + ++rows);
      cells.forEach((cell, index) => fill(row.getCell(index + 1), cell));
      const height = rowHeight(cells.map((cell, index) => linesOf(cell, layout.columns[index]!.width)));
      if (height !== null) row.height = height;
      row.commit();
      if (rows % BREATH === 0) await setImmediate();
    },
    end() {
      const to = { row: levels + Math.max(rows, 1), column: layout.columns.length };
      sheet.autoFilter = { from: { row: levels, column: 1 }, to };
      nameFilter(workbook, sheet, `$A$${levels}:$${columnLetters(to.column)}$${to.row}`);
      sheet.commit();
    },
  };
}

/**
 * A list prints on the width of a page; a sheet with two levels of headings is too wide for that: on every page that it
 * goes on to, its rows and columns are still named.
 */
function pageSetup({ heights: { length: levels }, frozen }: SheetLayout): Partial<PageSetup> {
  return {
    orientation: "landscape",
    paperSize: 9,
    printTitlesRow: `1:${levels}`,
    ...(levels === 1
      ? { fitToPage: true, fitToWidth: 1, fitToHeight: 0 }
      : { printTitlesColumn: `A:${columnLetters(frozen)}` }),
  };
}

/**
 * Adds the name that a filter goes by in the workbook. Excel finds a filter without it, LibreOffice does not, and the
 * streaming writer leaves it out: its names know no sheet that they belong to.
 */
function nameFilter({ definedNames }: WorkbookWriter, sheet: Worksheet, range: string): void {
  const name = { name: "_xlnm._FilterDatabase", localSheetId: sheet.id - 1, ranges: [`'${sheet.name}'!${range}`] };
  Object.defineProperty(definedNames, "model", { value: [...definedNames.model, name], configurable: true });
}

/** Height of a line of text, points; and the lines that a row shows at most. */
const LINE_HEIGHT = 14;
/** What a column's width holds besides its text: the indent and the margins, characters. */
const MARGIN = 2;
const MAX_LINES = 20;

/** The height of a row whose cells take so many lines; null for one line, whose height every program knows. */
export function rowHeight(lines: readonly number[]): number | null {
  const most = Math.max(1, ...lines);
  return most === 1 ? null : Math.min(most, MAX_LINES) * LINE_HEIGHT + 3;
}

/** How many lines a wrapped text takes: a program doesn't always find the height of a row by itself. */
export function linesOf({ value, style }: Omit<SheetCell, "comment">, width: number): number {
  if (typeof value !== "string" || style.alignment?.wrapText !== true) return 1;
  const widths = value.split("\n").map((line) => line.length + (line.match(/[\u2e80-\uffff]/g)?.length ?? 0));
  return widths.reduce((lines, length) => lines + Math.max(1, Math.ceil(length / Math.max(1, width - MARGIN))), 0);
}

function fill(target: { value: CellValue; style: Partial<Style>; note: unknown }, cell: SheetCell): void {
  const { value, style, comment } = cell;
  target.value = typeof value === "string" ? cellText(value) : value;
  target.style = style;
  if (comment !== undefined) target.note = { texts: [{ text: cellText(comment) }], margins: { insetmode: "auto" } };
}

function writeHeadings(sheet: Worksheet, { columns, heights }: SheetLayout): void {
  heights.forEach((height, level) => (sheet.getRow(level + 1).height = height));
  if (heights.length === 2) {
    for (let start = 0; start < columns.length;) {
      const { group, groupStyle } = columns[start]!;
      let end = start;
      while (columns[end + 1]?.group === group && columns[end + 1]?.groupStyle === groupStyle) end++;
      for (let column = start; column <= end; column++) sheet.getCell(1, column + 1).style = groupStyle ?? {};
      sheet.getCell(1, start + 1).value = group ?? "";
      if (end > start) sheet.mergeCells(1, start + 1, 1, end + 1);
      start = end + 1;
    }
  }
  columns.forEach(({ name, style }, index) => fill(sheet.getCell(heights.length, index + 1), { value: name, style }));
  heights.forEach((_, level) => sheet.getRow(level + 1).commit());
}

/** A1, B7, AA3 */
export const cellAddress = (row: number, column: number) => `${columnLetters(column)}${row}`;

function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
