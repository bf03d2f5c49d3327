/** What the interpretation of a page's operators holds, and how the arguments of operators are read. */
import type { Box } from "../document.js";
import type { Glyph } from "../geometry/page.js";
import { toMatrix, type Matrix } from "../geometry/matrix.js";
import type { Rulings } from "../geometry/path.js";
import type { Filling } from "../geometry/covering.js";
import type { GraphicsState } from "./graphics-state.js";
import type { Quarters } from "./turned.js";

/** What the interpreter must know of a font. */
export interface FontInfo {
  readonly vertical: boolean;
  /** Advance of a width unit, normally 0.001. */
  readonly unit: number;
  /** True where its characters are drawn upside down, and the text they stand in has to be, too. */
  readonly flips: boolean;
}

export interface Interpreter {
  state: GraphicsState;
  readonly saved: GraphicsState[];
  readonly glyphs: Glyph[];
  readonly rulings: Rulings;
  readonly fontOf: (name: string) => FontInfo;
  /** Of content that can be switched off. */
  readonly isVisible: (content: unknown) => boolean;
  /** The page as shown. */
  readonly frame: { readonly ctm: Matrix; readonly clip: Box };
  /** Of each marked content that is open, whether it is switched off; and how many are. */
  readonly marked: boolean[];
  off: number;
  clipNext: boolean;
  /** Filled areas that are not white: white text on them is visible. */
  readonly shades: Box[];
  /** Filled rectangles, white ones too, in the order of painting. */
  readonly fillings: Filling[];
  /** How each character is turned, by its place in the list. */
  readonly turns: Quarters[];
  /** How many characters stand upright, and turned clockwise by one, two and three quarters. */
  readonly turned: [number, number, number, number];
}

/** Deepest nesting of saved states that is followed. */
const MOST_SAVED = 500;

export function save({ saved, state }: Interpreter): void {
  if (saved.length < MOST_SAVED) saved.push({ ...state });
}

export function restore(i: Interpreter): void {
  i.state = i.saved.pop() ?? i.state;
}

/** Nothing outside the box is visible from now on. */
export function clipTo({ state }: Interpreter, box: Box): void {
  const [a, b] = [state.clip, box];
  state.clip = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

export const number = (value: unknown): number => (typeof value === "number" && Number.isFinite(value) ? value : 0);
export const isNumbers = (value: unknown): value is ArrayLike<number> =>
  value !== null &&
  typeof value === "object" &&
  "length" in value &&
  typeof (value as ArrayLike<unknown>)[0] === "number";
export const matrixOf = (args: readonly unknown[]): Matrix =>
  toMatrix(isNumbers(args[0]) ? args[0] : (args as readonly number[]));
