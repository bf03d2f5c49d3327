/**
 * Adds the items at the end of a list. `push(...items)` passes each as an argument, and what comes from a document can be
 * more than the stack holds.
 */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}

/** The smallest and the largest number of a list of any length; infinite where there is none. */
export function extentOf(numbers: Iterable<number>): [least: number, most: number] {
  let [least, most] = [Infinity, -Infinity];
  for (const number of numbers) {
    if (number < least) least = number;
    if (number > most) most = number;
  }
  return [least, most];
}
