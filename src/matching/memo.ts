/**
 * Results of pure functions kept, because the same labels and numbers come again and again within a report and from one
 * report to the next. What is kept is bounded: hostile or endless input can't fill the memory.
 */

/** The labels of all forms in all their variants, and a hundred reports' own texts. */
const MOST_RESULTS = 5_000;
/** Longer texts are prose, and seldom come twice: the longest label of the forms has 90 characters. */
const LONGEST_TEXT = 100;

/** The function with its results for short texts kept. */
export function remembering<R>(compute: (text: string) => R): (text: string) => R {
  const known = new Map<string, R>();
  return (text) => {
    if (text.length > LONGEST_TEXT) return compute(text);
    let result = known.get(text);
    if (result === undefined && !known.has(text)) {
      if (known.size >= MOST_RESULTS) known.clear();
      const own = ownCopy(text);
      result = compute(own);
      known.set(own, result);
    }
    return result as R;
  };
}

/**
 * The same characters in memory of their own. A piece cut from a longer string keeps all of that string in V8's memory:
 * a label that is kept would keep the XML of its whole document. Joined and cut again, it keeps the joined string only.
 */
function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}

/** One value for each key, made at first use and kept as long as the key. */
export function perKey<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, V>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) made.set(key, (value = make(key)));
    return value;
  };
}
