/**
 * A row in; the same without the cells that print nothing but a unit, and the units that they print, out: some reports have
 * a column of units, or a cell behind the one amount of money.
 */
import { perKey, remembering } from "../memo.js";
import { compact } from "../normalize.js";
import type { TableRow } from "../table-row.js";
import { countPower, moneyPower } from "../units.js";

const LONGEST = 8;
const UNIT_END = /[元圆圓件项項条條次个個][)）]?$/u;

const isUnitWord = remembering((text) => {
  const words = compact(text).replace(/^\((.*)\)$/, "$1");
  return countPower(words) !== null || moneyPower(words) !== null;
});
const isUnit = (text: string) =>
  text.length <= LONGEST && UNIT_END.test(text.trim()) && !/\d/.test(text) && isUnitWord(text);

export interface RowAndUnits {
  readonly row: TableRow;
  readonly units: readonly string[];
}

/** Lines without a grid are left as they are: a unit there may belong to the line before. */
export const withoutUnitCells: (row: TableRow) => RowAndUnits = perKey((row) => {
  const last = row.labels.length > 1 ? row.labels.at(-1)! : "";
  const inValues = row.values.filter(({ text }) => isUnit(text)).map(({ text }) => text);
  const units = isUnit(last) ? [last, ...inValues] : inValues;
  if (row.flattened || units.length === 0 || inValues.length === row.values.length) return { row, units: [] };
  return {
    row: {
      ...row,
      labels: isUnit(last) ? row.labels.slice(0, -1) : row.labels,
      values: row.values.filter(({ text }) => !isUnit(text)),
    },
    units,
  };
});
