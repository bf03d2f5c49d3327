/** Case documents, and any sheets, as workbooks: the smallest parts that make one, zipped; borders around cells of tables. */
import { escapeXml, isTable, paragraphOf, type CaseBlock, type CaseWriter } from "./case-document.js";
import { placedRows } from "./placed-cells.js";
import { zipOf } from "./zip-of.js";

export interface XlsxSheet {
  /** The rows, as XML. */
  readonly rows: string;
  /** References of merged areas. */
  readonly merged?: readonly string[];
  /** Elements before the rows. */
  readonly before?: string;
  /** Elements behind the merged areas. */
  readonly behind?: string;
  /** Attributes of the sheet in the workbook. */
  readonly more?: string;
}

export interface XlsxParts {
  readonly sheets: readonly XlsxSheet[];
  /** Inside the shared texts. */
  readonly texts?: string;
  /** Inside the number formats. */
  readonly formats?: string;
  /** Further cell styles, after the plain one and the bordered one. */
  readonly styles?: string;
  /** Further fonts, after three, and fillings, after an empty one. */
  readonly fonts?: string;
  readonly fills?: string;
  /** What conditional formats change. */
  readonly differences?: string;
  /** Inside the workbook, before its sheets. */
  readonly workbook?: string;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SIDES = ["left", "right", "top", "bottom"].map((side) => `<${side} style="thin"/>`).join("");

export function xlsxOf({
  sheets,
  texts = "",
  formats = "",
  styles = "",
  fonts = "",
  fills = "",
  differences = "",
  workbook = "",
}: XlsxParts): Uint8Array {
  const list = sheets.map(({ more = "" }, i) => `<sheet name="S${i}" sheetId="${i + 1}" r:id="r${i}" ${more}/>`);
  const relations = sheets.map((_, i) => `<Relationship Id="r${i}" Type="t" Target="worksheets/sheet${i}.xml"/>`);
  const parts = sheets.map(({ rows, merged = [], before = "", behind = "" }, i) => {
    const areas = merged.map((area) => `<mergeCell ref="${area}"/>`).join("");
    const xml = `<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData><mergeCells>${areas}</mergeCells>${behind}</worksheet>`;
    return [`xl/worksheets/sheet${i}.xml`, xml];
  });
  return zipOf({
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${workbook}<sheets>${list.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${relations.join("")}</Relationships>`,
    "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${texts}</sst>`,
    "xl/styles.xml":
      `<styleSheet xmlns="${MAIN}"><numFmts>${formats}</numFmts><fonts><font/><font><strike/></font><font><strike val="0"/></font>${fonts}</fonts><fills><fill><patternFill patternType="none"/></fill>${fills}</fills><borders><border/><border>${SIDES}</border><border><bottom style="thin"/></border></borders>` +
      `<cellXfs><xf numFmtId="0" borderId="0"/><xf numFmtId="0" borderId="1"/>${styles}</cellXfs><dxfs>${differences}</dxfs></styleSheet>`,
    ...(Object.fromEntries(parts) as Record<string, string>),
  });
}

const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);

/** The reference of a cell; rows and columns count from 0. */
export const reference = (row: number, column: number): string => `${letters(column)}${row + 1}`;

/** A cell with a text of its own; style 1 has borders. */
export const textCell = (row: number, column: number, text: string, style = 0): string =>
  `<c r="${reference(row, column)}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;

/** Every block begins in the row behind the one before. */
export const writeXlsx: CaseWriter = (blocks) => {
  const rows: string[] = [];
  const merged: string[] = [];
  const addRow = (cells: string) => rows.push(`<row r="${rows.length + 1}">${cells}</row>`);
  const addBlock = (block: CaseBlock) => {
    if (!isTable(block)) return void addRow(textCell(rows.length, 0, paragraphOf(block).text));
    for (const row of placedRows(block)) {
      const at = rows.length;
      const cells = row.map(({ cell, column, colSpan, rowSpan, isFurther }) => {
        if (!isFurther && rowSpan * colSpan > 1) {
          merged.push(`${reference(at, column)}:${reference(at + rowSpan - 1, column + colSpan - 1)}`);
        }
        const rest = Array.from({ length: colSpan - 1 }, (_, i) => textCell(at, column + 1 + i, "", 1));
        return textCell(at, column, isFurther ? "" : cell.text, 1) + rest.join("");
      });
      addRow(cells.join(""));
    }
  };
  blocks.forEach(addBlock);
  return xlsxOf({ sheets: [{ rows: rows.join(""), merged }] });
};
