/** Affine transformations as PDF writes them: [a b c d e f]. */

export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
  ];
}

export const apply = (m: Matrix, x: number, y: number): [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
];

/** The smallest upright box around a transformed rectangle. */
export function applyToBox(
  m: Matrix,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
): [number, number, number, number] {
  // Once a character: without lists.
  const [a, b, c, d, e, f] = m;
  const [leftX, leftY] = [a * x0 + c * y0 + e, b * x0 + d * y0 + f];
  const [rightX, rightY] = [a * x1 + c * y0 + e, b * x1 + d * y0 + f];
  const [upX, upY] = [a * x0 + c * y1 + e, b * x0 + d * y1 + f];
  const [farX, farY] = [a * x1 + c * y1 + e, b * x1 + d * y1 + f];
  return [
    Math.min(leftX, rightX, upX, farX),
    Math.min(leftY, rightY, upY, farY),
    Math.max(leftX, rightX, upX, farX),
    Math.max(leftY, rightY, upY, farY),
  ];
}

/** A matrix from whatever list of numbers an operator carries. */
export function toMatrix(values: ArrayLike<number>): Matrix {
  return [values[0] ?? 1, values[1] ?? 0, values[2] ?? 0, values[3] ?? 1, values[4] ?? 0, values[5] ?? 0];
}
