/** A sheet's part in; its printed cells by row and column, and its merged areas, out. */
import { checkLimit, type Limits } from "../limits.js";
import { asObscured } from "../obscured.js";
import { attributeOf, childOf, elementsOf, numberOf, textOf, type XmlElement } from "../xml.js";
import { areaOf, columnOf, type Area } from "./area.js";
import { conditionsOf } from "./conditional.js";
import { printedNumber } from "./printed-number.js";
import { richText, type Workbook } from "./workbook.js";

export interface SheetCell {
  readonly text: string;
  readonly bordered: boolean;
}

export interface Sheet {
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, SheetCell>>;
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  readonly merged: readonly Area[];
}

/** A number format that prints in white. */
const WHITE_NUMBER = /\[(?:white|白色)\]/i;
/** Columns that a sheet can have. */
const MOST_COLUMNS = 16_384;

/** @param count told the characters of each cell; throws where there are too many: a shared string may come any number of times */
export function readSheet(
  root: XmlElement,
  workbook: Workbook,
  limits: Limits,
  count: (characters: number) => void,
): Sheet {
  const rows = new Map<number, Map<number, SheetCell>>();
  const hiddenRows = new Set<number>();
  const hidesZeros = elementsOf(childOf(root, "sheetViews"), "sheetView").some((view) =>
    /^(?:0|false)$/.test(attributeOf(view, "showZeros") ?? ""),
  );
  const mayHide = conditionsOf(root, workbook);
  let row = 0;
  let cells = 0;
  for (const element of elementsOf(childOf(root, "sheetData"), "row")) {
    row = numberOf(element, "r") ?? row + 1;
    if (isTrue(element, "hidden") || numberOf(element, "ht") === 0) hiddenRows.add(row);
    const read = new Map<number, SheetCell>();
    let column = 0;
    for (const cell of elementsOf(element, "c")) {
      column = columnOf(attributeOf(cell, "r")) ?? column + 1;
      checkLimit(limits, "nodes", ++cells);
      const style = workbook.styles[numberOf(cell, "s") ?? 0];
      // What a cell's own font crosses out is no value of it, as in a run.
      const text = style?.struck === true ? "" : cellText(cell, style?.pattern, workbook).trim();
      const isUnseen =
        style?.obscured === true ||
        WHITE_NUMBER.test(style?.pattern ?? "") ||
        (hidesZeros && text === "0") ||
        (text !== "" && mayHide({ row, column, text, style, number: numberIn(cell) }));
      const found = { text: text !== "" && isUnseen ? asObscured(text) : text, bordered: style?.bordered ?? false };
      count(found.text.length);
      if (found.text !== "" || found.bordered) read.set(column, found);
    }
    rows.set(row, read);
  }
  return {
    ...{ rows, hiddenRows, hiddenColumns: hiddenColumns(root) },
    merged: elementsOf(childOf(root, "mergeCells"), "mergeCell").flatMap((merge) => areaOf(attributeOf(merge, "ref"))),
  };
}

/** A column more or less is hidden from where a range of hidden ones begins or ends. */
function hiddenColumns(root: XmlElement): Set<number> {
  const changes = new Int32Array(MOST_COLUMNS + 2);
  const isHidden = (column: XmlElement) => isTrue(column, "hidden") || numberOf(column, "width") === 0;
  for (const column of elementsOf(childOf(root, "cols"), "col").filter(isHidden)) {
    const from = numberOf(column, "min") ?? 1;
    const to = Math.min(numberOf(column, "max") ?? from, MOST_COLUMNS);
    if (from < 1 || from > to) continue;
    changes[from]!++;
    changes[to + 1]!--;
  }
  const hidden = new Set<number>();
  let open = 0;
  changes.forEach((change, column) => {
    open += change;
    if (open > 0) hidden.add(column);
  });
  return hidden;
}

/** Null for text. */
function numberIn(cell: XmlElement): number | null {
  const value = textOf(childOf(cell, "v")).trim();
  return (attributeOf(cell, "t") ?? "n") === "n" && value !== "" && Number.isFinite(Number(value))
    ? Number(value)
    : null;
}

const isTrue = (element: XmlElement, name: string) => /^(?:1|true)$/.test(attributeOf(element, name) ?? "");

/**
 * What the cell shows: of a formula, the value that it had when the file was saved. Programs that only write workbooks save
 * none: the formula itself stands for it, as such a cell is not blank.
 */
function cellText(cell: XmlElement, pattern: string | undefined, { texts, since1904 }: Workbook): string {
  const value = textOf(childOf(cell, "v"));
  const formula = childOf(cell, "f");
  if (formula && value === "" && attributeOf(cell, "t") !== "str") return `=${textOf(formula)}`;
  switch (attributeOf(cell, "t") ?? "n") {
    case "s":
      return texts[Number(value)] ?? "";
    case "inlineStr":
      return richText(childOf(cell, "is"));
    case "b":
      return value === "" ? "" : value === "1" ? "TRUE" : "FALSE";
    case "n": {
      const number = Number(value);
      return value.trim() === "" || !Number.isFinite(number) ? value : printedNumber(number, pattern, since1904);
    }
    default:
      return value.replace(/\r\n?/g, "\n");
  }
}
