/** The path of an OFD (AbbreviatedData: M, L, Q, B, A, C and their points) in; the same as a list of numbers out. */
import { CLOSE, CURVE_TO, LINE_TO, MOVE_TO, QUADRATIC } from "../geometry/path.js";

const OPERATORS: Readonly<Record<string, { readonly code: number; readonly values: number }>> = {
  S: { code: MOVE_TO, values: 2 },
  M: { code: MOVE_TO, values: 2 },
  L: { code: LINE_TO, values: 2 },
  B: { code: CURVE_TO, values: 6 },
  Q: { code: QUADRATIC, values: 4 },
  A: { code: CURVE_TO, values: 7 },
  C: { code: CLOSE, values: 0 },
};

/** What follows an unknown operator is left out. */
export function pathData(text: string): number[] {
  const tokens = text.match(/[A-Za-z]|[-+.\d][-+.\deE]*/g) ?? [];
  const out: number[] = [];
  for (let i = 0; i < tokens.length;) {
    const operator = OPERATORS[tokens[i]!.toUpperCase()];
    if (!operator) break;
    const values = tokens.slice(i + 1, i + 1 + operator.values).map(Number);
    if (values.length < operator.values || !values.every(Number.isFinite)) break;
    // An arc states radii and flags before its end; that it is curved is all that matters.
    const points = operator.values === 7 ? [5, 6, 5, 6, 5, 6].map((n) => values[n]!) : values;
    out.push(operator.code);
    for (const point of points) out.push(point);
    i += 1 + operator.values;
  }
  return out;
}
