/** A painted path in; the rulings that it shows out: stroked straight lines and rectangles, and thin filled ones. */
import { extentOf } from "../append.js";
import type { Box } from "../document.js";
import type { Edge } from "./page.js";
import { apply, type Matrix } from "./matrix.js";

/** A filled shape is a ruling if it is not thicker than this, points. */
export const THICKEST_RULING = 3.2;
/** Sides that differ by less are those of a square dot, points. */
const SQUARE = 0.2;
/** Shorter strokes are parts of drawings, or dots of a dotted line, which are joined later. */
const SHORTEST = 0.4;
/** A line that leaves the horizontal or vertical by more than this is slanted, points. */
const STRAIGHT = 0.8;

export interface Rulings {
  readonly horizontal: Edge[];
  readonly vertical: Edge[];
}

type Point = readonly [number, number];

/** A path is a list of numbers, as pdfjs encodes it: what to draw, then the coordinates of its points. */
export const [MOVE_TO, LINE_TO, CURVE_TO, QUADRATIC, CLOSE] = [0, 1, 2, 3, 4] as const;
const COORDINATES = [2, 2, 6, 4, 0];

interface Subpath {
  readonly points: Point[];
  curved: boolean;
}

/** The subpaths of a path; of a curve, only the points that it ends in. */
function subpaths(data: ArrayLike<number>, ctm: Matrix): Subpath[] {
  const paths: Subpath[] = [];
  for (let i = 0; i < data.length;) {
    const kind = data[i++]!;
    const count = COORDINATES[kind] ?? 0;
    const current = paths.at(-1);
    if (kind === MOVE_TO) paths.push({ points: [apply(ctm, data[i]!, data[i + 1]!)], curved: false });
    else if (kind === CLOSE && current) current.points.push(current.points[0]!);
    else if (current && count === 2) current.points.push(apply(ctm, data[i]!, data[i + 1]!));
    else if (current && count > 0) {
      current.points.push(apply(ctm, data[i + count - 2]!, data[i + count - 1]!));
      current.curved = true;
    }
    i += count;
  }
  return paths.filter(({ points }) => points.length >= 2);
}

/** The points of a path, those that steer its curves included. */
export function pointsOf(data: ArrayLike<number>): Point[] {
  const out: Point[] = [];
  for (let i = 0; i < data.length;) {
    const count = COORDINATES[data[i++]!] ?? 0;
    for (let n = 0; n < count; n += 2) out.push([data[i + n]!, data[i + n + 1]!]);
    i += count;
  }
  return out;
}

/** Rectangles of one path, and the numbers of each: five points of three, and its end. */
const MOST_RECTANGLES = 12;
const RECTANGLE = 16;

/** The boxes of a path that is upright rectangles apart from each other; none for any other. */
export function rectanglesOf(data: ArrayLike<number>, ctm: Matrix): Box[] {
  if (data.length > MOST_RECTANGLES * RECTANGLE) return [];
  const boxes: Box[] = [];
  for (const path of subpaths(data, ctm)) {
    const box = rectangleOf(path);
    // Of one in another the inner one may be a hole.
    if (!box || boxes.some((other) => overlap(box, other))) return [];
    boxes.push(box);
  }
  return boxes;
}

const overlap = (a: Box, b: Box) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

function rectangleOf({ points, curved }: Subpath): Box | null {
  // A rectangle may go back to its first point, and be closed there.
  if (curved || points.length < 4 || points.length > 6) return null;
  const [x0, x1] = extentOf(points.map(([x]) => x));
  const [y0, y1] = extentOf(points.map(([, y]) => y));
  const isAt = (value: number, ...sides: number[]) => sides.some((side) => Math.abs(value - side) <= STRAIGHT);
  const corners = new Set(points.map(([x, y]) => `${isAt(x, x0)} ${isAt(y, y0)}`));
  const isUpright = points.every(([x, y]) => isAt(x, x0, x1) && isAt(y, y0, y1));
  return isUpright && corners.size === 4 ? [x0, y0, x1, y1] : null;
}

/** Adds the rulings of a stroked path. */
export function strokeRulings(data: ArrayLike<number>, ctm: Matrix, into: Rulings): void {
  for (const { points, curved } of subpaths(data, ctm)) {
    if (curved) continue;
    for (let i = 1; i < points.length; i++) addLine(points[i - 1]!, points[i]!, into);
  }
}

/** The areas that the upright lines of a stroked path cover. */
export function linesOf(data: ArrayLike<number>, ctm: Matrix, width: number): Box[] {
  const lines: Rulings = { horizontal: [], vertical: [] };
  strokeRulings(data, ctm, lines);
  const half = width / 2;
  return [
    ...lines.horizontal.map(({ at, from, to }): Box => [from, at - half, to, at + half]),
    ...lines.vertical.map(({ at, from, to }): Box => [at - half, from, at + half, to]),
  ];
}

function addLine([x0, y0]: Point, [x1, y1]: Point, into: Rulings): void {
  const [dx, dy] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
  if (dy <= STRAIGHT && dx >= SHORTEST) {
    into.horizontal.push({ at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) });
  } else if (dx <= STRAIGHT && dy >= SHORTEST) {
    into.vertical.push({ at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) });
  }
}

/** Adds the thin shapes of a filled path as lines along their middle; a round dot may be part of a dotted line. */
export function fillRulings(data: ArrayLike<number>, ctm: Matrix, into: Rulings): void {
  for (const { points, curved } of subpaths(data, ctm)) {
    const [x0, x1] = extentOf(points.map(([x]) => x));
    const [y0, y1] = extentOf(points.map(([, y]) => y));
    const [width, height] = [x1 - x0, y1 - y0];
    const thin = Math.min(width, height) <= THICKEST_RULING;
    const isDot = curved && Math.max(width, height) <= THICKEST_RULING;
    if (!thin || (curved && !isDot) || points.length > (curved ? 10 : 6)) continue;
    if (Math.max(width, height) < SHORTEST) continue;
    if (width >= height - SQUARE) into.horizontal.push({ at: (y0 + y1) / 2, from: x0, to: x1 });
    // A dot may belong to a line in either direction.
    if (height >= width - SQUARE) into.vertical.push({ at: (x0 + x1) / 2, from: y0, to: y1 });
  }
}
