/** A text object of an OFD (GB/T 33190-2016, 11.3) in; its characters with their boxes out. */
import { eastAsianWidth } from "get-east-asian-width";
import type { Box } from "../document.js";
import { centerX, centerY, type Glyph } from "../geometry/page.js";
import { isTooNarrow } from "../obscured.js";
import { apply, applyToBox, type Matrix } from "../geometry/matrix.js";
import { attributeOf, elementsOf, numberOf, textOf, type XmlElement } from "../xml.js";
import { deltasOf } from "./numbers.js";

/** Above and below the base line, in font sizes. */
const ASCENT = 0.88;
const DESCENT = -0.12;
/** Width of a character that isn't Chinese, in font sizes, where no distance says it. */
const NARROW = 0.5;
/** Text that leaves the horizontal and vertical by more than this share is a watermark or a stamp. */
const SLANT = 0.1;

/** Height in points of letters that nobody reads. */
const TINY = 2;
/** Share of its width behind which the next digit covers one. */
const TIGHT = 0.45;
const DIGIT = /\p{N}/u;

const DIRECTIONS: Readonly<Record<number, readonly [number, number]>> = {
  0: [1, 0],
  90: [0, 1],
  180: [-1, 0],
  270: [0, -1],
};

/** How the characters of a text object are set. */
interface Setting {
  readonly matrix: Matrix;
  /** In the object's coordinates, and as shown in points. */
  readonly size: number;
  readonly shownSize: number;
  readonly scale: number;
  readonly along: readonly [x: number, y: number];
  readonly isObscured: boolean;
}

/** @param matrix from the object's coordinates to the page's points */
export function glyphsOf(object: XmlElement, matrix: Matrix, clip: Box): Glyph[] {
  const size = numberOf(object, "Size") ?? 0;
  if (size <= 0 || isSlanted(matrix)) return [];
  const setting = settingOf(object, matrix, size);
  const out: Glyph[] = [];
  let [x, y] = [0, 0];
  for (const code of elementsOf(object, "TextCode")) {
    [x, y] = [numberOf(code, "X") ?? x, numberOf(code, "Y") ?? y];
    for (const glyph of glyphsFrom(x, y, code, setting)) if (isInside(glyph.box, clip)) out.push(glyph);
  }
  return out;
}

function settingOf(object: XmlElement, matrix: Matrix, size: number): Setting {
  const scale = numberOf(object, "HScale") ?? 1;
  const shownSize = Math.hypot(...vector(matrix, 0, size));
  const narrowed = (scale * Math.hypot(...vector(matrix, size, 0))) / shownSize;
  return {
    ...{ matrix, size, shownSize, scale },
    along: DIRECTIONS[numberOf(object, "ReadDirection") ?? 0] ?? DIRECTIONS[0]!,
    isObscured: shownSize < TINY || isTooNarrow(narrowed) || isTurnedOver(object, matrix),
  };
}

/** The characters of a text code that begins at x, y. */
function glyphsFrom(x: number, y: number, code: XmlElement, setting: Setting): Glyph[] {
  const { matrix, size, shownSize, scale, along, isObscured } = setting;
  const characters = Array.from(withoutIndent(textOf(code)));
  const deltaX = deltasOf(attributeOf(code, "DeltaX"), characters.length);
  const deltaY = deltasOf(attributeOf(code, "DeltaY"), characters.length);
  const spaced = deltaX.length > 0 || deltaY.length > 0;
  let [atX, atY] = [x, y];
  return characters.map((text, i) => {
    const natural = widthOf(text) * size * scale;
    const [stepX, stepY] = spaced ? [deltaX[i] ?? 0, deltaY[i] ?? 0] : [along[0] * natural, along[1] * natural];
    const width = stepX > 0 ? Math.min(stepX, natural) : natural;
    const box = applyToBox(matrix, atX, atY - ASCENT * size, atX + width, atY - DESCENT * size);
    const isCovered = stepX > 0 && stepX < TIGHT * natural && areDigits(text, characters[i + 1]);
    [atX, atY] = [atX + stepX, atY + stepY];
    const glyph: Glyph = { text, box, size: shownSize };
    return isObscured || isCovered ? { ...glyph, obscured: true } : glyph;
  });
}

const areDigits = (text: string, next = "") => DIGIT.test(text) && DIGIT.test(next);

function vector(matrix: Matrix, x: number, y: number): [number, number] {
  const [originX, originY] = apply(matrix, 0, 0);
  const [endX, endY] = apply(matrix, x, y);
  return [endX - originX, endY - originY];
}

function isSlanted(matrix: Matrix): boolean {
  const [x, y] = vector(matrix, 1, 0).map(Math.abs) as [number, number];
  return Math.min(x, y) > SLANT * Math.max(x, y);
}

/** Mirrored, or turned by half a circle: another number may be read, or none. */
function isTurnedOver(object: XmlElement, matrix: Matrix): boolean {
  const [[alongX], [downX, downY]] = [vector(matrix, 1, 0), vector(matrix, 0, 1)];
  const isMirrored = matrix[0] * matrix[3] - matrix[1] * matrix[2] < 0;
  const isUpsideDown = Math.abs(downY) >= Math.abs(downX) && alongX < 0;
  return isMirrored || isUpsideDown || numberOf(object, "CharDirection") === 180;
}

const widthOf = (text: string) => (eastAsianWidth(text.codePointAt(0)!, { ambiguousAsWide: true }) === 2 ? 1 : NARROW);

function isInside(box: Box, clip: Box): boolean {
  const [x, y] = [centerX(box), centerY(box)];
  return x >= clip[0] && x <= clip[2] && y >= clip[1] && y <= clip[3];
}

/** Without the line breaks that a pretty-printer puts around a text, and the spaces next to them. */
function withoutIndent(text: string): string {
  const from = /^[\t ]*[\r\n]/.test(text) ? text.length - text.trimStart().length : 0;
  const end = text.trimEnd();
  return text.slice(from, /[\r\n]/.test(text.slice(end.length)) ? Math.max(from, end.length) : text.length);
}
