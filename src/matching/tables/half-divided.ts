/** The rows of a requests table that are known in; the row of a group that may be one of the group's parts in truth out. */
import type { FormRow } from "../../forms/form.js";
import type { TableRow } from "../table-row.js";
import type { AssignedRow } from "./row-assignment.js";

const SUBTOTAL = /\.subtotal$/;

/**
 * The row of a group that may be printed whole or divided, where directly behind it some of the parts are printed, too, and
 * some are not: it may be the part whose own label is missing.
 */
export function halfDividedGroup(
  rows: readonly TableRow[],
  items: readonly FormRow[],
  assigned: readonly AssignedRow[],
): FormRow | null {
  const group = assigned.find(({ item }) => item.optional && SUBTOTAL.test(item.id));
  if (!group) return null;
  const whole = group.item;
  const parts = items.filter((item) => item !== whole && item.id.startsWith(whole.id.replace(SUBTOTAL, ".")));
  const next = rows.indexOf(group.row) + 1;
  const behind = new Set(rows.slice(next, next + parts.length));
  const printed = assigned.filter(({ row, item }) => behind.has(row) && parts.includes(item));
  return printed.length > 0 && printed.length < parts.length ? whole : null;
}
