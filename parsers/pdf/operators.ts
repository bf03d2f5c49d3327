/** The operators of a page that text, rulings and what can be seen depend on; by the name that pdfjs gives them. */
import { applyToBox, IDENTITY, multiply, toMatrix, type Matrix } from "../geometry/matrix.js";
import { colourOf, isLight, isTransparent, isWhite, showsThrough } from "./colours.js";
import { clipTo, isNumbers, matrixOf, number, restore, save, type Interpreter } from "./interpreter.js";
import { beginAnnotation, beginGroup, beginMarked, endMarked } from "./layers.js";
import { paintingOf, paintPath } from "./paint.js";
import { showText } from "./show.js";

/** Codes of the operators by name, from pdfjs. */
export type OperatorCodes = Readonly<Record<string, number>>;

export type Handler = (interpreter: Interpreter, args: readonly unknown[]) => void;

const HANDLERS: Readonly<Record<string, Handler>> = {
  save,
  restore,
  transform: (i, args) => {
    i.state.ctm = multiply(i.state.ctm, matrixOf(args));
  },
  paintFormXObjectBegin: (i, [matrix, box]) => {
    save(i);
    if (isNumbers(matrix)) i.state.ctm = multiply(i.state.ctm, toMatrix(matrix));
    if (isNumbers(box)) clipTo(i, applyToBox(i.state.ctm, box[0]!, box[1]!, box[2]!, box[3]!));
  },
  paintFormXObjectEnd: restore,
  beginGroup,
  endGroup: restore,
  beginAnnotation,
  endAnnotation: restore,
  beginMarkedContent: beginMarked,
  beginMarkedContentProps: beginMarked,
  endMarkedContent: endMarked,
  beginText: (i) => resetText(i, IDENTITY),
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
    i.state.fillLight = isLight(args);
    i.state.fillColor = colourOf(args);
  },
  // A pattern.
  setFillColorN: (i) => {
    i.state.fillWhite = i.state.fillLight = false;
    i.state.fillColor = null;
  },
  setStrokeColorN: (i) => {
    i.state.strokeWhite = false;
    i.state.strokeColor = null;
  },
  setGState: (i, [entries]) => {
    const { state } = i;
    state.transparent = state.groupTransparent || (isTransparent(entries) ?? state.transparent);
    state.seeThrough = state.groupSeeThrough || (showsThrough(entries, "ca") ?? state.seeThrough);
    state.strokeSeeThrough = showsThrough(entries, "CA") ?? state.strokeSeeThrough;
  },
  setLineWidth: (i, [value]) => void (i.state.lineWidth = number(value)),
  setStrokeRGBColor: (i, args) => {
    i.state.strokeWhite = isWhite(args);
    i.state.strokeColor = colourOf(args);
  },
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

/** What to do for each operator, by its code. */
export function handlersOf(codes: OperatorCodes): ReadonlyMap<number, Handler> {
  const painting = paintingOf(codes);
  const named = new Map(Object.entries(HANDLERS).map(([name, handler]) => [codes[name]!, handler]));
  return named.set(codes["constructPath"]!, (i, args) => paintPath(i, args, painting));
}
