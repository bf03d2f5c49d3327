/**
 * The operators of a page in; its characters and rulings, as they are shown, out. The page is interpreted once: text and
 * lines come from the same pass, so that a character's place is exact and no text is taken for a neighbour's.
 */
import type { Box } from "../document.js";
import { centerX, centerY, type Glyph, type PageContent } from "../geometry/page.js";
import { initialState, type GraphicsState } from "./graphics-state.js";
import { apply, applyToBox, multiply, toMatrix, type Matrix } from "../geometry/matrix.js";
import { fillRulings, strokeRulings, type Rulings } from "../geometry/path.js";
import { readable } from "../readable.js";
import type { Quarters } from "./turned.js";

/** An operator list of pdfjs. */
export interface OperatorList {
  readonly fnArray: ArrayLike<number>;
  readonly argsArray: ArrayLike<readonly unknown[] | null>;
}

/** Codes of the operators by name, from pdfjs. */
export type OperatorCodes = Readonly<Record<string, number>>;

/** What the interpreter must know of a font. */
export interface FontInfo {
  readonly vertical: boolean;
  /** Advance of a width unit, normally 0.001. */
  readonly unit: number;
}

interface FontGlyph {
  readonly unicode?: string;
  readonly width?: number;
  readonly isSpace?: boolean;
  readonly vmetric?: readonly [number, number, number] | null;
}

interface Interpreter {
  state: GraphicsState;
  readonly saved: GraphicsState[];
  readonly glyphs: Glyph[];
  readonly rulings: Rulings;
  readonly fontOf: (name: string) => FontInfo;
  clipNext: boolean;
  /** Filled areas that are not white: white text on them is visible. */
  readonly shades: Box[];
  /** How many characters stand upright, and turned clockwise by one, two and three quarters. */
  readonly turned: [number, number, number, number];
}

/** Above and below the base line, in font sizes. */
const ASCENT = 0.88;
const DESCENT = -0.12;
/** Deepest nesting of saved states that is followed. */
const MOST_SAVED = 500;
/** 3 and 7 print nothing: the hidden layer that a scanner's recognition puts under the picture. */
const INVISIBLE_MODES = new Set([3, 7]);

type Handler = (interpreter: Interpreter, args: readonly unknown[]) => void;

const number = (value: unknown): number => (typeof value === "number" && Number.isFinite(value) ? value : 0);
const isNumbers = (value: unknown): value is ArrayLike<number> =>
  value !== null &&
  typeof value === "object" &&
  "length" in value &&
  typeof (value as ArrayLike<unknown>)[0] === "number";
const matrixOf = (args: readonly unknown[]): Matrix =>
  toMatrix(isNumbers(args[0]) ? args[0] : (args as readonly number[]));

const HANDLERS: Readonly<Record<string, Handler>> = {
  save: (i) => {
    if (i.saved.length < MOST_SAVED) i.saved.push({ ...i.state });
  },
  restore: (i) => {
    i.state = i.saved.pop() ?? i.state;
  },
  transform: (i, args) => {
    i.state.ctm = multiply(i.state.ctm, matrixOf(args));
  },
  paintFormXObjectBegin: (i, [matrix, box]) => {
    if (i.saved.length < MOST_SAVED) i.saved.push({ ...i.state });
    if (isNumbers(matrix)) i.state.ctm = multiply(i.state.ctm, toMatrix(matrix));
    if (isNumbers(box)) clipTo(i, applyToBox(i.state.ctm, box[0]!, box[1]!, box[2]!, box[3]!));
  },
  paintFormXObjectEnd: (i) => {
    i.state = i.saved.pop() ?? i.state;
  },
  beginText: (i) => resetText(i, toMatrix([])),
  setTextMatrix: (i, args) => resetText(i, matrixOf(args)),
  setFont: (i, [name, size]) => {
    i.state.fontName = String(name);
    i.state.fontSize = number(size);
  },
  setCharSpacing: (i, [value]) => void (i.state.charSpacing = number(value)),
  setWordSpacing: (i, [value]) => void (i.state.wordSpacing = number(value)),
  setHScale: (i, [value]) => void (i.state.horizontalScale = number(value) / 100),
  setLeading: (i, [value]) => void (i.state.leading = -number(value)),
  setTextRise: (i, [value]) => void (i.state.rise = number(value)),
  setTextRenderingMode: (i, [value]) => void (i.state.renderingMode = number(value)),
  moveText: (i, [x, y]) => moveText(i, number(x), number(y)),
  setLeadingMoveText: (i, [x, y]) => {
    i.state.leading = number(y);
    moveText(i, number(x), number(y));
  },
  nextLine: (i) => moveText(i, 0, i.state.leading),
  showText: (i, [glyphs]) => showText(i, glyphs),
  showSpacedText: (i, [glyphs]) => showText(i, glyphs),
  nextLineShowText: (i, [glyphs]) => {
    moveText(i, 0, i.state.leading);
    showText(i, glyphs);
  },
  setFillRGBColor: (i, args) => {
    i.state.fillWhite = isWhite(args);
    i.state.fillLight = luminance(args) > LIGHT;
  },
  setGState: (i, [entries]) => {
    const alpha = Array.isArray(entries)
      ? entries.findLast((entry: unknown) => Array.isArray(entry) && entry[0] === "ca")
      : undefined;
    if (Array.isArray(alpha)) i.state.transparent = number(alpha[1]) < OPAQUE;
  },
  setStrokeRGBColor: (i, args) => void (i.state.strokeWhite = isWhite(args)),
  clip: (i) => void (i.clipNext = true),
  eoClip: (i) => void (i.clipNext = true),
};

function resetText({ state }: Interpreter, matrix: Matrix): void {
  state.textMatrix = matrix;
  state.x = state.y = state.lineX = state.lineY = 0;
}

function moveText({ state }: Interpreter, x: number, y: number): void {
  state.x = state.lineX += x;
  state.y = state.lineY += y;
}

function isWhite(args: readonly unknown[]): boolean {
  const [first] = args;
  if (typeof first === "string") return /^#?f{6}$/i.test(first);
  return args.length >= 3 && args.slice(0, 3).every((value) => number(value) >= 254);
}

/** A colour lighter than this, and ink less opaque than this, is a watermark's: shares of white and of full cover. */
const LIGHT = 0.65;
const OPAQUE = 0.6;

/** Share of white, from 0 to 1. */
function luminance(args: readonly unknown[]): number {
  const [first] = args;
  const parts =
    typeof first === "string"
      ? (/^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(first)?.slice(1) ?? []).map((hex) => parseInt(hex, 16))
      : args.slice(0, 3).map(number);
  const [red = 0, green = 0, blue = 0] = parts;
  return (0.3 * red + 0.59 * green + 0.11 * blue) / 255;
}

function clipTo({ state }: Interpreter, box: Box): void {
  const [a, b] = [state.clip, box];
  state.clip = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

function showText(i: Interpreter, glyphs: unknown): void {
  if (!Array.isArray(glyphs)) return;
  const { state } = i;
  const font = i.fontOf(state.fontName);
  const matrix = multiply(state.ctm, state.textMatrix);
  const setting = settingOf(matrix, state);
  for (const glyph of glyphs as readonly (number | FontGlyph | null)[]) {
    if (typeof glyph === "number") {
      const shift = (-glyph * state.fontSize) / 1000;
      if (font.vertical) state.y += shift;
      else state.x += shift * state.horizontalScale;
    } else if (glyph) showGlyph(i, glyph, font, setting);
  }
}

/** How the characters of one operator stand on the page. */
interface Setting {
  readonly matrix: Matrix;
  /** Font size as shown, points. */
  readonly size: number;
  /** False for text that is neither upright nor turned by quarters: a watermark or a stamp. */
  readonly isStraight: boolean;
  readonly turn: Quarters;
  readonly isWhite: boolean;
}

function settingOf(matrix: Matrix, { fontSize, fillWhite, renderingMode }: GraphicsState): Setting {
  const [originX, originY] = apply(matrix, 0, 0);
  const [alongX, alongY] = apply(matrix, 1, 0);
  const [dx, dy] = [alongX - originX, alongY - originY];
  const [slantX, slantY] = [Math.abs(dx), Math.abs(dy)];
  const [upX, upY] = apply(matrix, 0, fontSize);
  return {
    matrix,
    size: Math.hypot(upX - originX, upY - originY),
    isStraight: !(Math.min(slantX, slantY) > 0.1 * Math.max(slantX, slantY)),
    turn: slantX >= slantY ? (dx < 0 ? 2 : 0) : dy > 0 ? 1 : 3,
    isWhite: fillWhite && renderingMode === 0,
  };
}

function showGlyph(i: Interpreter, glyph: FontGlyph, font: FontInfo, setting: Setting): void {
  const { state } = i;
  const size = state.fontSize;
  const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0);
  const [advance, shiftX, shiftY] = font.vertical && glyph.vmetric ? glyph.vmetric : [glyph.width ?? 0, 0, 0];
  const width = (font.vertical ? (glyph.width ?? 1000) : advance) * size * font.unit * state.horizontalScale;
  const x = state.x - shiftX * size * font.unit;
  const y = state.y + state.rise - shiftY * size * font.unit;
  addGlyph(i, readable(glyph.unicode ?? ""), setting, x, y, width);
  if (font.vertical) state.y += advance * size * font.unit - spacing;
  else state.x += width + spacing * state.horizontalScale;
}

function addGlyph(i: Interpreter, text: string, setting: Setting, x: number, y: number, width: number): void {
  const { fontSize, renderingMode, clip } = i.state;
  if (text === "" || INVISIBLE_MODES.has(renderingMode) || !setting.isStraight) return;
  const box = applyToBox(setting.matrix, x, y + DESCENT * fontSize, x + width, y + ASCENT * fontSize);
  const [middleX, middleY] = [centerX(box), centerY(box)];
  const visible = isIn(middleX, middleY, clip);
  const isHidden = setting.isWhite && !i.shades.some((shade) => isIn(middleX, middleY, shade));
  if (!visible || isHidden || !box.every(Number.isFinite)) return;
  const light = i.state.transparent || (i.state.fillLight && !i.state.fillWhite);
  i.glyphs.push(light ? { text, box, size: setting.size, light } : { text, box, size: setting.size });
  i.turned[setting.turn]++;
}

const isIn = (x: number, y: number, box: Box) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];

/** The painting operator of a path decides whether it is stroked, filled, both, or only clips. */
function paintPath(i: Interpreter, args: readonly unknown[], codes: OperatorCodes): void {
  const [operator, paths, bounds] = args as [
    number,
    readonly (ArrayLike<number> | null)[] | null,
    ArrayLike<number> | null,
  ];
  const data = paths?.[0];
  const { state } = i;
  if (data && isNumbers(data)) {
    const strokes = STROKING.some((name) => codes[name] === operator);
    const fills = FILLING.some((name) => codes[name] === operator);
    if (strokes && !state.strokeWhite) strokeRulings(data, state.ctm, i.rulings);
    if (fills && !state.fillWhite) fillRulings(data, state.ctm, i.rulings);
    if (fills && !state.fillWhite && bounds && isNumbers(bounds)) addShade(i, bounds);
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

const STROKING = ["stroke", "closeStroke", "fillStroke", "eoFillStroke", "closeFillStroke", "closeEOFillStroke"];
const FILLING = ["fill", "eoFill", "fillStroke", "eoFillStroke", "closeFillStroke", "closeEOFillStroke"];

export interface PageFrame {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** From the page's own coordinates to those of the page as shown, y downwards. */
  readonly transform: Matrix;
}

/** Share of characters turned alike above which the whole page is. */
const TURNED_SHARE = 0.8;

export interface PageInk {
  readonly page: PageContent;
  /** How the text of the page as shown is turned, clockwise. */
  readonly turn: Quarters;
}

const QUARTERS = [1, 2, 3] as const;

/** Interprets the operators of a page. */
export function readInk(
  list: OperatorList,
  codes: OperatorCodes,
  fontOf: (name: string) => FontInfo,
  frame: PageFrame,
): PageInk {
  const byCode = new Map(Object.entries(HANDLERS).map(([name, handler]) => [codes[name], handler]));
  const state = initialState(frame.transform, [0, 0, frame.width, frame.height]);
  const i: Interpreter = {
    state,
    saved: [],
    glyphs: [],
    rulings: { horizontal: [], vertical: [] },
    fontOf,
    clipNext: false,
    shades: [],
    turned: [0, 0, 0, 0],
  };
  for (let n = 0; n < list.fnArray.length; n++) {
    const code = list.fnArray[n]!;
    const args = list.argsArray[n] ?? [];
    if (code === codes["constructPath"]) paintPath(i, args, codes);
    else byCode.get(code)?.(i, args);
  }
  const { number, width, height } = frame;
  const turn = QUARTERS.find((quarters) => i.turned[quarters] > i.glyphs.length * TURNED_SHARE) ?? 0;
  return { page: { number, width, height, glyphs: i.glyphs, edges: i.rulings }, turn };
}
