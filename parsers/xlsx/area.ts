/** References to the cells of a sheet in; their rows and columns out. */

/** Rows and columns count from 1; both ends are included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The column of a reference such as "AB12". */
export function columnOf(reference: string | undefined): number | undefined {
  const letters = /^\$?([A-Z]{1,3})\$?\d/i.exec(reference ?? "")?.[1];
  if (!letters) return undefined;
  return Array.from(letters.toUpperCase()).reduce((n, letter) => 26 * n + letter.charCodeAt(0) - 64, 0);
}

/** The area of a reference such as "B3:D10"; none of one that makes no sense. */
export function areaOf(reference: string | undefined): Area[] {
  const [from = "", to = from] = (reference ?? "").split(":");
  const [left, right] = [columnOf(from), columnOf(to)];
  const [top, bottom] = [from, to].map((end) => Number(/\d{1,9}$/.exec(end)?.[0] ?? NaN)) as [number, number];
  if (!left || !right || !(top >= 1) || !(bottom >= top) || right < left) return [];
  return [{ top, left, bottom, right }];
}
