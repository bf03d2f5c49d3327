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
  const leftX = m[0] * x0 + m[2] * y0 + m[4];
  const leftY = m[1] * x0 + m[3] * y0 + m[5];
  const rightX = m[0] * x1 + m[2] * y0 + m[4];
  const rightY = m[1] * x1 + m[3] * y0 + m[5];
  const upX = m[0] * x0 + m[2] * y1 + m[4];
  const upY = m[1] * x0 + m[3] * y1 + m[5];
  const farX = m[0] * x1 + m[2] * y1 + m[4];
  const farY = m[1] * x1 + m[3] * y1 + m[5];
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
