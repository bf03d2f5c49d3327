/** Lists of numbers as OFD writes them in attributes in; numbers out. */

export function numbersOf(text: string | undefined): number[] {
  if (text === undefined) return [];
  return text
    .trim()
    .split(/[\s,]+/)
    .map(Number)
    .filter(Number.isFinite);
}

/**
 * The distances between characters (DeltaX, DeltaY): numbers, and "g 3 2.5" for three times 2.5.
 * @param most as many as there are characters; the rest would place nothing
 */
export function deltasOf(text: string | undefined, most: number): number[] {
  const tokens = text?.trim().split(/[\s,]+/) ?? [];
  const out: number[] = [];
  for (let i = 0; i < tokens.length && out.length < most; i++) {
    if (tokens[i] !== "g") out.push(Number(tokens[i]) || 0);
    else {
      const times = Math.min(Number(tokens[i + 1]) || 0, most - out.length);
      const value = Number(tokens[i + 2]) || 0;
      for (let n = 0; n < times; n++) out.push(value);
      i += 2;
    }
  }
  return out;
}
