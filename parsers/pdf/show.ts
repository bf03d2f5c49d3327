/** The characters of an operator that shows text in; those that can be seen, where they stand on the page, out. */
import type { Colour } from "../colours.js";
import type { Box } from "../document.js";
import { apply, applyToBox, multiply, type Matrix } from "../geometry/matrix.js";
import { centerX, centerY, type Glyph } from "../geometry/page.js";
import { isTooNarrow } from "../obscured.js";
import { readable } from "../readable.js";
import { isLost, mayBeLost } from "../geometry/covering.js";
import type { GraphicsState } from "./graphics-state.js";
import type { FontInfo, Interpreter } from "./interpreter.js";
import { isUnpainted } from "./layers.js";
import type { Quarters } from "./turned.js";

interface FontGlyph {
  readonly unicode?: string;
  readonly width?: number;
  readonly isSpace?: boolean;
  readonly vmetric?: readonly [number, number, number] | null;
}

/** Above and below the base line, in font sizes. */
const ASCENT = 0.88;
const DESCENT = -0.12;
/** 3 and 7 print nothing: the hidden layer that a scanner's recognition puts under the picture. */
const INVISIBLE_MODES = new Set([3, 7]);

export function showText(i: Interpreter, glyphs: unknown): void {
  if (!Array.isArray(glyphs)) return;
  const { state } = i;
  const font = i.fontOf(state.fontName);
  const matrix = multiply(state.ctm, state.textMatrix);
  const setting = settingOf(matrix, font, i);
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
  /** False for what prints nothing, and for text that is neither upright nor turned by quarters: a watermark or a stamp. */
  readonly isShown: boolean;
  readonly turn: Quarters;
  readonly isWhite: boolean;
  readonly isLight: boolean;
  /** Mirrored, or too small or too narrow to be read. */
  readonly isObscured: boolean;
  /** Set where the text may have the colour of what it is painted on. */
  readonly lost: Colour | null;
}

function settingOf(matrix: Matrix, font: FontInfo, { state, fillings }: Interpreter): Setting {
  const { fontSize, fillWhite, fillLight, transparent, renderingMode } = state;
  const [originX, originY] = apply(matrix, 0, 0);
  const [alongX, alongY] = apply(matrix, 1, 0);
  const ahead = Math.sign(fontSize * state.horizontalScale) || 1;
  const [dx, dy] = [(alongX - originX) * ahead, (alongY - originY) * ahead];
  const [slantX, slantY] = [Math.abs(dx), Math.abs(dy)];
  const [upX, upY] = apply(matrix, 0, fontSize);
  const isStraight = !(Math.min(slantX, slantY) > 0.1 * Math.max(slantX, slantY));
  const size = Math.hypot(upX - originX, upY - originY);
  const width = Math.hypot(dx, dy) * Math.abs(fontSize * state.horizontalScale);
  const color = inkOf(state);
  return {
    matrix,
    size,
    isObscured: size < TINY || isTooNarrow(width / size) || (!font.flips && isMirrored(matrix, state)),
    lost: mayBeLost(color, fillings) ? color : null,
    isShown: isStraight && !INVISIBLE_MODES.has(renderingMode),
    turn: slantX >= slantY ? (dx < 0 ? 2 : 0) : dy > 0 ? 1 : 3,
    isWhite: isWhiteInk(state),
    isLight: transparent || (fillLight && !fillWhite),
  };
}

/** Height in points of letters that nobody reads. */
const TINY = 2;

/** On a page, whose y runs downwards, text that can be read turns the other way than its own coordinates. */
const isMirrored = ([a, b, c, d]: Matrix, { horizontalScale }: GraphicsState) =>
  (a * d - b * c) * Math.sign(horizontalScale) > 0;

/** What the letters are painted with: 1 draws round them, 2 fills them as well; 4 and more clip, too. */
const inkOf = ({ renderingMode, fillColor, strokeColor }: GraphicsState): Colour | null =>
  [fillColor, strokeColor, null][renderingMode % 4] ?? null;

const isWhiteInk = ({ renderingMode, fillWhite, strokeWhite }: GraphicsState) =>
  renderingMode % 4 === 1 ? strokeWhite : fillWhite && (renderingMode % 4 === 0 || strokeWhite);

function showGlyph(i: Interpreter, glyph: FontGlyph, font: FontInfo, setting: Setting): void {
  const { state } = i;
  const [size, scale] = [state.fontSize, state.horizontalScale];
  const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0);
  const text = readable(glyph.unicode ?? "");
  if (font.vertical) {
    const [advance, shiftX, shiftY] = glyph.vmetric ?? [glyph.width ?? 0, 0, 0];
    const width = (glyph.width ?? 1000) * size * font.unit * scale;
    const [x, y] = [state.x - shiftX * size * font.unit, state.y + state.rise - shiftY * size * font.unit];
    addGlyph(i, text, setting, x, y, width);
    state.y += advance * size * font.unit - spacing;
  } else {
    const width = (glyph.width ?? 0) * size * font.unit * scale;
    addGlyph(i, text, setting, state.x, state.y + state.rise, width);
    state.x += width + spacing * scale;
  }
}

function addGlyph(i: Interpreter, text: string, setting: Setting, x: number, y: number, width: number): void {
  if (text === "" || !setting.isShown || isUnpainted(i)) return;
  const { fontSize, clip } = i.state;
  const { matrix, size, isWhite, isLight, lost } = setting;
  const box = applyToBox(matrix, x, y + DESCENT * fontSize, x + width, y + ASCENT * fontSize);
  const [middleX, middleY] = [centerX(box), centerY(box)];
  if (!isIn(middleX, middleY, clip) || !isFiniteBox(box)) return;
  if (isWhite && !i.shades.some((shade) => isIn(middleX, middleY, shade))) return;
  const obscured = setting.isObscured || (lost !== null && isLost(lost, middleX, middleY, i.fillings));
  const glyph: Glyph = isLight ? { text, box, size, light: true } : { text, box, size };
  i.glyphs.push(obscured ? { ...glyph, obscured } : glyph);
  i.turns.push(setting.turn);
  i.turned[setting.turn]++;
}

const isFiniteBox = (box: Box) =>
  Number.isFinite(box[0]) && Number.isFinite(box[1]) && Number.isFinite(box[2]) && Number.isFinite(box[3]);

const isIn = (x: number, y: number, box: Box) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
