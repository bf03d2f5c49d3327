/** A form with its values in, a workbook out: a sheet a table as it is printed, and one of notes. */
import type { CellValue, Style, Worksheet } from "exceljs";
import { optionalPackage } from "../store/errors.js";
import type { FormDocument, FormValue } from "./form-document.js";
import { FORM_WORDS } from "./form-words.js";
import type { FormCell, FormTable } from "./form-table.js";
import { cellText, linesOf, rowHeight, type SheetCell } from "./sheet-writer.js";
import * as style from "./workbook-style.js";

/** Characters that a sheet's name can't hold, and its length. */
const SHEET_NAME = { forbidden: /[\\/?*[\]:]/g, length: 31 };

/** @returns the bytes of an .xlsx file */
export async function formWorkbook(form: FormDocument): Promise<Uint8Array> {
  const { default: exceljs } = await optionalPackage("exceljs", () => import("exceljs"));
  const workbook = new exceljs.Workbook();
  workbook.creator = "nianbao";
  const add = (name: string) =>
    workbook.addWorksheet(name.replace(SHEET_NAME.forbidden, " ").slice(0, SHEET_NAME.length), {
      pageSetup: { orientation: "landscape", paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    });
  for (const table of form.tables) drawTable(add(table.caption), table, form);
  drawNotes(add(FORM_WORDS[form.lang].notes), form);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const bordered = (base: Partial<Style>): Partial<Style> => ({ ...base, border: style.HEADING_GROUP.border! });
const LABEL = bordered(style.WRAPPED);

function drawTable(sheet: Worksheet, table: FormTable, form: FormDocument): void {
  sheet.getCell(1, 1).value = cellText(form.title);
  sheet.getCell(1, 1).style = style.STRONG;
  widths(table).forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  const taken = new Set<string>();
  table.rows.forEach((cells, index) => {
    const row = index + 3;
    let column = 1;
    for (const cell of cells) {
      while (taken.has(`${row}:${column}`)) column++;
      drawCell(sheet, row, column, cell, form);
      for (let r = 0; r < cell.rowSpan; r++)
        for (let c = 0; c < cell.colSpan; c++) taken.add(`${row + r}:${column + c}`);
      column += cell.colSpan;
    }
  });
}

/** Columns of words are wide, columns of numbers narrow. */
function widths({ rows, columns }: FormTable): number[] {
  const values = Math.max(...rows.map((row) => row.filter(({ kind }) => kind === "value").length));
  const labels = columns - values;
  if (columns === 3) return [70, 10, 14];
  return Array.from({ length: columns }, (_, index) =>
    index < labels ? (labels > 1 ? [16, 20, 68][index]! : 26) : 13,
  );
}

function drawCell(sheet: Worksheet, row: number, column: number, cell: FormCell, form: FormDocument): void {
  const value = cell.indicator === undefined ? undefined : form.values.get(cell.indicator)!;
  const look = value ? valueLook(value) : cell.kind === "heading" ? style.HEADING_NAME : LABEL;
  for (let r = 0; r < cell.rowSpan; r++) {
    for (let c = 0; c < cell.colSpan; c++) sheet.getCell(row + r, column + c).style = look;
  }
  const target = sheet.getCell(row, column);
  target.value = value ? shownValue(value) : cellText(cell.text);
  if (value && value.notes.length > 0) target.note = FORM_WORDS[form.lang].seeNotes(value.notes);
  if (cell.rowSpan > 1 || cell.colSpan > 1) {
    sheet.mergeCells(row, column, row + cell.rowSpan - 1, column + cell.colSpan - 1);
  }
}

const valueLook = ({ value, state, severity }: FormValue) => bordered(style.valueStyle(value, state, severity));
const shownValue = ({ value, text }: FormValue): CellValue => value ?? (text === "" ? null : cellText(text));

/** Widths of the columns of the last sheet. */
const NOTE_WIDTHS = [12, 100] as const;

function drawNotes(sheet: Worksheet, { facts, notes }: FormDocument): void {
  NOTE_WIDTHS.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  facts.forEach(([name, value], index) => drawNoteRow(sheet, index + 1, { value: name, style: style.WRAPPED }, value));
  notes.forEach(({ number, severity, text }, index) =>
    drawNoteRow(sheet, facts.length + index + 2, { value: number, style: style.severityStyle(severity) }, text),
  );
}

function drawNoteRow(sheet: Worksheet, row: number, name: SheetCell, text: string): void {
  const cells = [name, { value: cellText(text), style: style.WRAPPED }];
  cells.forEach((cell, index) => Object.assign(sheet.getCell(row, index + 1), cell));
  const height = rowHeight(cells.map((cell, index) => linesOf(cell, NOTE_WIDTHS[index]!)));
  if (height !== null) sheet.getRow(row).height = height;
}
