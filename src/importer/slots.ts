/** A number of slots in; a function that runs work as soon as a slot is free, in the order in which it came, out. */

export type Run = <T>(work: () => Promise<T>) => Promise<T>;

export function createSlots(count: number): Run {
  let free = count;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free--;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free++;
      else next();
    }
  };
}
