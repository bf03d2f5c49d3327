/**
 * The operators of a page in; its characters and rulings, as they are shown, out. The page is interpreted once: text and
 * lines come from the same pass, so that a character's place is exact and no text is taken for a neighbour's.
 */
import { withCrossedOut } from "../geometry/crossed-out.js";
import type { Matrix } from "../geometry/matrix.js";
import type { PageContent } from "../geometry/page.js";
import { uncovered } from "../geometry/covering.js";
import { initialState } from "./graphics-state.js";
import type { Interpreter } from "./interpreter.js";
import type { Handler } from "./operators.js";
import type { Quarters } from "./turned.js";

/** An operator list of pdfjs. */
export interface OperatorList {
  readonly fnArray: ArrayLike<number>;
  readonly argsArray: ArrayLike<readonly unknown[] | null>;
}

export interface PageFrame {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** From the page's own coordinates to those of the page as shown, y downwards. */
  readonly transform: Matrix;
}

/** What the file tells of what its pages name. */
export type PageSource = Pick<Interpreter, "fontOf" | "isVisible">;

/** Share of characters turned alike above which the whole page is. */
const TURNED_SHARE = 0.8;

export interface PageInk {
  readonly page: PageContent;
  /** How the text of the page as shown is turned, clockwise. */
  readonly turn: Quarters;
}

const QUARTERS = [1, 2, 3] as const;
const NO_ARGUMENTS: readonly unknown[] = [];

/** Interprets the operators of a page. */
export function readInk(
  list: OperatorList,
  handlers: ReadonlyMap<number, Handler>,
  source: PageSource,
  frame: PageFrame,
): PageInk {
  const [ctm, clip] = [frame.transform, [0, 0, frame.width, frame.height] as const];
  const i: Interpreter = {
    ...source,
    state: initialState(ctm, clip),
    frame: { ctm, clip },
    marked: [],
    off: 0,
    saved: [],
    glyphs: [],
    rulings: { horizontal: [], vertical: [] },
    clipNext: false,
    shades: [],
    fillings: [],
    turns: [],
    turned: [0, 0, 0, 0],
  };
  for (let n = 0; n < list.fnArray.length; n++) {
    handlers.get(list.fnArray[n]!)?.(i, list.argsArray[n] ?? NO_ARGUMENTS);
  }
  const { number, width, height } = frame;
  const turn = QUARTERS.find((quarters) => i.turned[quarters] > i.glyphs.length * TURNED_SHARE) ?? 0;
  const glyphs = uncovered(
    i.glyphs.map((glyph, n) => (i.turns[n] === turn ? glyph : { ...glyph, obscured: true })),
    i.fillings,
  );
  return { page: withCrossedOut({ number, width, height, glyphs, edges: i.rulings }), turn };
}
