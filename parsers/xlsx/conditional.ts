/**
 * The conditional formats of a sheet in; whether one of them may keep the number of a cell from being seen as it is stored,
 * out. What only the program could work out (formulas, places among the others) is taken to hold.
 */
import { isIndistinct } from "../colours.js";
import { attributeOf, childOf, descendantsOf, elementsOf, numberOf, textOf, type XmlElement } from "../xml.js";
import { areaOf, type Area } from "./area.js";
import { printedNumber } from "./printed-number.js";
import { differenceOf, type CellStyle, type Difference, type Workbook } from "./workbook.js";

/** A cell with what it shows without conditions. */
export interface PlainCell {
  readonly row: number;
  readonly column: number;
  /** Null for text. */
  readonly number: number | null;
  readonly text: string;
  readonly style: CellStyle | undefined;
}

interface Rule {
  readonly areas: readonly Area[];
  readonly holdsFor: (number: number | null) => boolean;
  /** What it changes; null where it shows a picture in the place of the number. */
  readonly difference: Difference | null;
}

/** A hostile sheet may have any number of rules for any number of areas. */
const MOST_AREAS = 500;

export function conditionsOf(root: XmlElement, workbook: Workbook): (cell: PlainCell) => boolean {
  const rules = formatsOf(root).flatMap((format) => {
    const reference = attributeOf(format, "sqref") ?? textOf(childOf(format, "sqref"));
    const areas = reference.trim().split(/\s+/).flatMap(areaOf).slice(0, MOST_AREAS);
    return elementsOf(format, "cfRule").flatMap((rule) => ruleOf(rule, areas, workbook) ?? []);
  });
  if (rules.length === 0) return () => false;
  const used = rules.slice(0, MOST_AREAS);
  return (cell) =>
    used.some(
      (rule) =>
        rule.areas.some((area) => isIn(cell, area)) && rule.holdsFor(cell.number) && hides(rule, cell, workbook),
    );
}

/** Those of the standard, and those of Excel 2010, which stand in the sheet's extensions with all that they refer to. */
const formatsOf = (root: XmlElement): XmlElement[] => [
  ...elementsOf(root, "conditionalFormatting"),
  ...descendantsOf(childOf(root, "extLst"), "conditionalFormatting"),
];

function ruleOf(rule: XmlElement, areas: readonly Area[], { differences }: Workbook): Rule | null {
  const type = attributeOf(rule, "type") ?? "";
  const picture = childOf(rule, "dataBar") ?? childOf(rule, "iconSet");
  if (picture) {
    const isAlone = /^(?:0|false)$/.test(attributeOf(picture, "showValue") ?? "");
    return isAlone ? { areas, holdsFor: (number) => number !== null, difference: null } : null;
  }
  const own = childOf(rule, "dxf");
  const difference = own ? differenceOf(own) : differences[numberOf(rule, "dxfId") ?? -1];
  return difference ? { areas, holdsFor: conditionOf(rule, type), difference } : null;
}

/** By the name of an operator, whether a number fits the one or two that it is compared with. */
const OPERATORS: Readonly<Record<string, (number: number, one: number, other: number) => boolean>> = {
  equal: (number, one) => number === one,
  notEqual: (number, one) => number !== one,
  lessThan: (number, one) => number < one,
  lessThanOrEqual: (number, one) => number <= one,
  greaterThan: (number, one) => number > one,
  greaterThanOrEqual: (number, one) => number >= one,
  between: (number, one, other) => number >= one && number <= other,
  notBetween: (number, one, other) => number < one || number > other,
};

function conditionOf(rule: XmlElement, type: string): Rule["holdsFor"] {
  if (type === "containsBlanks" || type === "containsErrors") return () => false;
  const compare = type === "cellIs" ? OPERATORS[attributeOf(rule, "operator") ?? ""] : undefined;
  const limits = [...elementsOf(rule, "formula"), ...elementsOf(rule, "f")].map((formula) =>
    textOf(formula).trim() === "" ? NaN : Number(textOf(formula)),
  );
  if (!compare || limits.length === 0 || limits.some(Number.isNaN)) return () => true;
  return (number) => number !== null && compare(number, limits[0]!, limits[1] ?? NaN);
}

function hides({ difference }: Rule, { number, text, style }: PlainCell, { since1904 }: Workbook): boolean {
  if (!difference || difference.struck) return true;
  const { pattern } = difference;
  if (pattern !== undefined && number !== null && printedNumber(number, pattern, since1904) !== text) return true;
  const color = difference.color ?? style?.color;
  const fill = difference.fill === undefined ? style?.fill : difference.fill;
  // A cell that a colour of its own hides is in doubt anyway.
  return Boolean(color && fill && isIndistinct(color, fill));
}

const isIn = ({ row, column }: PlainCell, { top, left, bottom, right }: Area) =>
  row >= top && row <= bottom && column >= left && column <= right;
