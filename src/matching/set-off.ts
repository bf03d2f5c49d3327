/**
 * The cells found for indicators in; the same with the bare number of those that set theirs in brackets, or its thousands
 * off by a space, out. Either may be something else (the minus of accounts, two numbers that lost the line between them),
 * so that it is taken only where it can hardly be that, and given up where a sum fails.
 */
import type { FoundCell } from "./tables/found.js";

const IN_BRACKETS = /^\s*[(（]\s*([1-9１-９][\d０-９]{0,8})\s*[)）]\s*$/;
const SPACED = /^\s*([\d０-９]{1,3}(?: [\d０-９]{3})+)\s*$/;
/** Nothing else is counted in them: there is no minus of it, and no fraction. */
const COUNTED = new Set(["件", "条", "次", "篇", "个", "人", "人次"]);

/** True for a number in brackets; before words it is an ordinal. */
export const isBracketed = (text: string): boolean => text.length < LONGEST && IN_BRACKETS.test(text);
const LONGEST = 16;

/** @param units the unit of each indicator */
export function withBareNumbers(found: readonly FoundCell[], units: ReadonlyMap<string, string>): readonly FoundCell[] {
  if (!found.some(({ cell: { text } }) => mayBeSetOff(text))) return found;
  return found.map((one) => {
    const number = mayBeSetOff(one.cell.text) ? bareNumber(one, units.get(one.indicator) ?? "件") : null;
    if (number === null) return one;
    return { ...one, cell: { ...one.cell, raw: one.cell.raw ?? one.cell.text, text: number }, setOff: true };
  });
}

const mayBeSetOff = (text: string) => text.length > 2 && (text.includes(" ") || /[)）]\s*$/.test(text));

function bareNumber({ cell, row }: FoundCell, unit: string): string | null {
  if (!COUNTED.has(unit)) return null;
  // The borders of markup part cells, whatever is drawn; rulings of a page may be missing.
  const isWhole = row.layout === "grid" && "table" in cell.at && cell.doubt === undefined;
  return (
    IN_BRACKETS.exec(cell.text)?.[1] ?? (isWhole ? (SPACED.exec(cell.text)?.[1]?.replaceAll(" ", "") ?? null) : null)
  );
}
