/** How cells of a workbook look: few colours, each with one meaning, told on the sheet that explains them. */
import type { Borders, Fill, Font, Style } from "exceljs";
import type { ValueState } from "./value-state.js";

const solid = (argb: string): Fill => ({ type: "pattern", pattern: "solid", fgColor: { argb } });
const hatched: Fill = {
  type: "pattern",
  pattern: "lightUp",
  fgColor: { argb: "FF9AA5B1" },
  bgColor: { argb: "FFFFFFFF" },
};

const line = { style: "thin", color: { argb: "FFBFC7D1" } } as const;
const borders: Partial<Borders> = { top: line, left: line, bottom: line, right: line };
const font = (rest: Partial<Font> = {}): Partial<Font> => ({ name: "Microsoft YaHei", size: 10, ...rest });

type CellStyle = Partial<Style>;

export const HEADING_GROUP: CellStyle = {
  font: font({ bold: true }),
  fill: solid("FFC9D7E8"),
  border: borders,
  alignment: { horizontal: "center", vertical: "middle", wrapText: true },
};
/** Every other group, so that one is told from the next. */
export const HEADING_GROUP_OTHER: CellStyle = { ...HEADING_GROUP, fill: solid("FFDDE6F1") };
export const HEADING_NAME: CellStyle = { ...HEADING_GROUP, font: font(), fill: solid("FFEEF3F9") };

/** A text stands clear of the number that ends the cell before it. */
const BEGINNING = { horizontal: "left", indent: 1, vertical: "middle" } as const;
export const TEXT: CellStyle = { font: font(), alignment: BEGINNING };
export const WRAPPED: CellStyle = { font: font(), alignment: { ...BEGINNING, wrapText: true } };
export const LINK: CellStyle = {
  font: font({ color: { argb: "FF1F5FA8" }, underline: true }),
  alignment: { vertical: "middle" },
};
export const STRONG: CellStyle = { font: font({ bold: true, size: 12 }), alignment: { vertical: "middle" } };

/** Numbers as the form prints them: grouped by thousands, decimals only where there are any. */
const WHOLE: CellStyle = { font: font(), numFmt: "#,##0", alignment: { vertical: "middle" } };
const DECIMAL: CellStyle = { ...WHOLE, numFmt: "#,##0.0#####" };
/** A year is a number without grouping. */
export const YEAR: CellStyle = { font: font(), numFmt: "0", alignment: { horizontal: "center", vertical: "middle" } };

const MISSING: CellStyle = {
  font: font({ color: { argb: "FF5B6570" }, size: 9 }),
  fill: hatched,
  alignment: { horizontal: "center", vertical: "middle" },
};

const ERROR = { fill: solid("FFF8C9C4"), font: font({ color: { argb: "FF9C1C12" }, bold: true }) };
const WARNING = { fill: solid("FFFDEBB3"), font: font({ color: { argb: "FF7A5A00" } }) };

export type Severity = "error" | "warning" | null;

const numbers = new Map<string, CellStyle>();

/** The style of a value; the same object for the same look, so that a workbook holds each style once. */
export function valueStyle(value: number | null, state: ValueState, severity: Severity): CellStyle {
  const look =
    value === null ? (state === "optional" ? "empty" : "missing") : Number.isInteger(value) ? "whole" : "decimal";
  const key = `${look} ${severity}`;
  const known = numbers.get(key);
  if (known) return known;
  const base = { empty: TEXT, missing: MISSING, whole: WHOLE, decimal: DECIMAL }[look];
  const marked: CellStyle = severity === "error" ? ERROR : severity === "warning" ? WARNING : {};
  // A missing value that a finding names stays hatched: its comment tells the finding.
  const style =
    look === "missing" ? { ...base, ...(severity === null ? {} : { font: marked.font! }) } : { ...base, ...marked };
  numbers.set(key, style);
  return style;
}

/** The style of a count of findings or missing values: marked where it isn't zero. */
export function countStyle(count: number, severity: Severity): CellStyle {
  return count === 0 ? WHOLE : valueStyle(count, "number", severity);
}

/** The style of the word for a severity. */
export function severityStyle(severity: "error" | "warning" | "info"): CellStyle {
  const marked = severity === "error" ? ERROR : severity === "warning" ? WARNING : { font: font() };
  return { ...marked, alignment: { horizontal: "center", vertical: "middle" } };
}
