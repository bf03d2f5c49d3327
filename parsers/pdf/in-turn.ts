/** What comes of each, one after the other, in one list. */
export async function inTurn<T, U>(all: Iterable<T>, each: (one: T) => Promise<Iterable<U>>): Promise<U[]> {
  const results: U[] = [];
  for (const one of all) for (const result of await each(one)) results.push(result);
  return results;
}
