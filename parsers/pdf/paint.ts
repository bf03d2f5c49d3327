/** A painted path in; its rulings, the area that it fills, and what it clips, out. */
import type { Box } from "../document.js";
import { addArea, addFilling } from "../geometry/covering.js";
import { applyToBox } from "../geometry/matrix.js";
import { fillRulings, linesOf, strokeRulings, THICKEST_RULING } from "../geometry/path.js";
import { clipTo, isNumbers, type Interpreter } from "./interpreter.js";
import { isUnpainted } from "./layers.js";

/** Codes of the operators that paint a path. */
export interface Painting {
  readonly strokes: ReadonlySet<number>;
  readonly fills: ReadonlySet<number>;
}

const STROKING = ["stroke", "closeStroke", "fillStroke", "eoFillStroke", "closeFillStroke", "closeEOFillStroke"];
const FILLING = ["fill", "eoFill", "fillStroke", "eoFillStroke", "closeFillStroke", "closeEOFillStroke"];

export function paintingOf(codes: Readonly<Record<string, number>>): Painting {
  return {
    strokes: new Set(STROKING.map((name) => codes[name]!)),
    fills: new Set(FILLING.map((name) => codes[name]!)),
  };
}

/** The painting operator of a path decides whether it is stroked, filled, both, or only clips. */
export function paintPath(i: Interpreter, args: readonly unknown[], { strokes, fills }: Painting): void {
  const [operator, paths, bounds] = args as [
    number,
    readonly (ArrayLike<number> | null)[] | null,
    ArrayLike<number> | null,
  ];
  const data = paths?.[0];
  const { state } = i;
  if (data && isNumbers(data) && !isUnpainted(i)) {
    if (fills.has(operator)) fill(i, data, bounds);
    if (strokes.has(operator)) stroke(i, data);
  }
  if (i.clipNext && bounds && isNumbers(bounds)) {
    clipTo(i, applyToBox(state.ctm, bounds[0]!, bounds[1]!, bounds[2]!, bounds[3]!));
  }
  i.clipNext = false;
}

function fill(i: Interpreter, data: ArrayLike<number>, bounds: ArrayLike<number> | null): void {
  const { ctm: matrix, clip, fillColor: colour, fillWhite, seeThrough } = i.state;
  if (!fillWhite) fillRulings(data, matrix, i.rulings);
  if (!seeThrough) addFilling(data, { matrix, clip, colour, before: i.glyphs.length }, i.fillings);
  if (!fillWhite && bounds && isNumbers(bounds)) {
    addShade(i, applyToBox(matrix, bounds[0]!, bounds[1]!, bounds[2]!, bounds[3]!));
  }
}

/** A thick line is an area, too. */
function stroke(i: Interpreter, data: ArrayLike<number>): void {
  const { ctm: matrix, clip, strokeColor: colour, strokeWhite, lineWidth } = i.state;
  if (!strokeWhite) strokeRulings(data, matrix, i.rulings);
  const width = lineWidth * Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
  if (!(width > THICKEST_RULING)) return;
  const isSolid = !i.state.strokeSeeThrough && !i.state.groupSeeThrough;
  for (const box of linesOf(data, matrix, width)) {
    if (isSolid) addArea(box, { clip, colour, before: i.glyphs.length }, i.fillings);
    if (!strokeWhite) addShade(i, box);
  }
}

/** A hostile page may fill any number of areas; a table has one a cell at most. */
const MOST_SHADES = 1_000;

function addShade({ shades }: Interpreter, box: Box): void {
  if (shades.length < MOST_SHADES) shades.push(box);
}
