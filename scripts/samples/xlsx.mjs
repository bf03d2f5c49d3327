// A sample report as a workbook of one sheet: prose in merged cells without borders, tables with borders.
import ExcelJS from "exceljs";
import { cellOf } from "./cells.mjs";

/** Columns of the widest table. */
const COLUMNS = 10;
const LINE = { style: "thin" };
const BORDER = { top: LINE, left: LINE, bottom: LINE, right: LINE };

/** A plain number is a number of the sheet; one with separators is a number with a format. */
function setValue(cell, text) {
  if (/^\d+(?:\.\d+)?$/.test(text)) cell.value = Number(text);
  else if (/^\d{1,3}(?:,\d{3})+$/.test(text)) {
    cell.value = Number(text.replaceAll(",", ""));
    cell.numFmt = "#,##0";
  } else cell.value = text;
}

/** Writes the rows from the given one on, as HTML would place them; returns the row behind them. */
function addTable(sheet, rows, first) {
  const taken = rows.map(() => []);
  rows.forEach((row, r) => {
    let column = 1;
    for (const { text, colSpan, rowSpan } of row.map(cellOf)) {
      while (taken[r][column]) column++;
      for (let y = r; y < r + rowSpan; y++) {
        for (let x = column; x < column + colSpan; x++) {
          taken[y][x] = true;
          sheet.getCell(first + y, x).border = BORDER;
        }
      }
      setValue(sheet.getCell(first + r, column), text);
      if (colSpan * rowSpan > 1) sheet.mergeCells(first + r, column, first + r + rowSpan - 1, column + colSpan - 1);
      column += colSpan;
    }
  });
  return first + rows.length;
}

export async function xlsxOf({ title, blocks }) {
  const workbook = new ExcelJS.Workbook();
  workbook.title = title;
  workbook.creator = "nianbao samples";
  workbook.created = workbook.modified = new Date(Date.UTC(2025, 0, 16));
  const sheet = workbook.addWorksheet("年度报告");
  let row = 1;
  for (const { text, heading, table } of [{ text: title }, ...blocks]) {
    if (table) row = addTable(sheet, table, row);
    else {
      sheet.getCell(row, 1).value = heading ?? text;
      sheet.getCell(row, 1).alignment = { wrapText: true };
      sheet.mergeCells(row, 1, row, COLUMNS);
      row++;
    }
  }
  return workbook.xlsx.writeBuffer();
}
