/** The sums of a form and the amounts read in; the sums that fail, each as the cells that it is of, out. */
import type { Sum, TotalSum } from "../forms/form.js";

/** By indicator; a blank is 0, a cell that is not there or can't be read is missing. */
export type Amounts = ReadonlyMap<string, number>;

/**
 * The members of every sum that fails. A sum one of whose cells is unknown says nothing, nor does one whose total the
 * report left blank.
 */
export function failingSums(
  sums: readonly Sum[],
  amounts: Amounts,
  blankTotal: (indicator: string) => boolean,
): (readonly string[])[] {
  const add = (ids: readonly string[]) => ids.reduce((total, id) => total + amounts.get(id)!, 0);
  return sums.flatMap((sum) => {
    const [left, right] = sum.kind === "balance" ? [sum.left, sum.right] : [[sum.total], partsOf(sum, amounts)];
    const members = [...left, ...right];
    if (members.some((id) => !amounts.has(id))) return [];
    if (sum.kind === "total" && blankTotal(sum.total)) return [];
    return close(add(left), add(right)) ? [] : [members];
  });
}

/** The unsplit row stands for the split ones where only it was found. */
function partsOf({ parts, alternatives = [] }: TotalSum, amounts: Amounts): readonly string[] {
  return alternatives.reduce<readonly string[]>((own, { split, unsplit }) => {
    const onlyUnsplit = amounts.has(unsplit) && !split.some((id) => amounts.has(id));
    return onlyUnsplit ? [...own.filter((id) => !split.includes(id)), unsplit] : own;
  }, parts);
}

/** Fees have decimals. */
const close = (a: number, b: number) => Math.abs(a - b) < 1e-6;
