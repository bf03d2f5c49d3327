/** A painted path in; its rulings, the area that it fills, and what it clips, out. */
import { addFilling } from "../geometry/covering.js";
import { applyToBox } from "../geometry/matrix.js";
import { fillRulings, strokeRulings } from "../geometry/path.js";
import { clipTo, isNumbers, type Interpreter } from "./interpreter.js";

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
  if (data && isNumbers(data)) {
    const isFilled = fills.has(operator);
    if (strokes.has(operator) && !state.strokeWhite) strokeRulings(data, state.ctm, i.rulings);
    if (isFilled && !state.fillWhite) fillRulings(data, state.ctm, i.rulings);
    if (isFilled && !state.seeThrough) {
      const { ctm: matrix, clip, fillColor: colour } = state;
      addFilling(data, { matrix, clip, colour, before: i.glyphs.length }, i.fillings);
    }
    if (isFilled && !state.fillWhite && bounds && isNumbers(bounds)) addShade(i, bounds);
  }
  if (i.clipNext && bounds && isNumbers(bounds)) {
    clipTo(i, applyToBox(state.ctm, bounds[0]!, bounds[1]!, bounds[2]!, bounds[3]!));
  }
  i.clipNext = false;
}

/** A hostile page may fill any number of areas; a table has one a cell at most. */
const MOST_SHADES = 1_000;

function addShade({ state, shades }: Interpreter, bounds: ArrayLike<number>): void {
  if (shades.length < MOST_SHADES) shades.push(applyToBox(state.ctm, bounds[0]!, bounds[1]!, bounds[2]!, bounds[3]!));
}
