/**
 * Modifications of characters and of what is behind them ([MS-DOC] 2.6.1, 2.9.121, 2.9.248) in; how text looks, as far as it
 * tells whether it can be seen, out.
 */
import { hexColour, WHITE, type Colour } from "../colours.js";
import { isObscure } from "../obscured.js";
import { operandOf, signedWord, wordAt, type Sprm } from "./sprm.js";

export interface Look {
  /** Null for the colour that the program chooses. */
  readonly color: Colour | null;
  /** Behind the text; undefined where nothing is said of it, null where it can't be told. */
  readonly shade: Colour | null | undefined;
  /** In half points; null where nothing is said. */
  readonly size: number | null;
  /** Twentieths of a point between letters. */
  readonly spacing: number;
  /** Per cent of their width. */
  readonly scale: number;
}

export const USUAL_LOOK: Look = { color: null, shade: undefined, size: null, spacing: 0, scale: 100 };

/** Colours that are told by a number from 1 on. */
const PALETTE =
  "000000 0000ff 00ffff 00ff00 ff00ff ff0000 ffff00 ffffff 000080 008080 008000 800080 800000 808000 808080 c0c0c0".split(
    " ",
  );
const paletteColour = (index: number) => hexColour(PALETTE[index - 1]);

/** Red, green, blue, and whether the program chooses. */
const colourAt = (bytes: Uint8Array, at: number): Colour | null =>
  bytes[at + 3] === 0 ? [bytes[at]!, bytes[at + 1]!, bytes[at + 2]!] : null;

const [CLEAR, SOLID] = [0, 1];
const NO_SHADE = 0xffff;

/** The colour that a pattern has as a whole: undefined where it leaves what is behind it as it is. */
function shadeOf(pattern: number, front: Colour | null, back: Colour | null): Colour | null | undefined {
  if (pattern === CLEAR) return back ?? undefined;
  return pattern === SOLID ? front : null;
}

/** A shading of ten bytes (Shd). */
export const shadeAt = (bytes: Uint8Array, at: number): Colour | null | undefined =>
  shadeOf(wordAt(bytes, at + 8), colourAt(bytes, at), colourAt(bytes, at + 4));

/** A shading of two bytes (Shd80), of the palette. */
export function oldShade(word: number): Colour | null | undefined {
  if (word === NO_SHADE) return undefined;
  return shadeOf(word >> 10, paletteColour(word & 31), paletteColour((word >> 5) & 31));
}

const CHANGES: Readonly<Record<number, (sprm: Sprm) => Partial<Look>>> = {
  0x2a42: (sprm) => ({ color: paletteColour(operandOf(sprm)) }),
  0x6870: ({ operand }) => ({ color: colourAt(operand, 0) }),
  0x2a0c: (sprm) => ({ shade: paletteColour(operandOf(sprm)) ?? undefined }),
  0x4866: (sprm) => ({ shade: oldShade(operandOf(sprm)) }),
  0xca71: ({ operand }) => ({ shade: shadeAt(operand, 0) }),
  0x4a43: (sprm) => ({ size: operandOf(sprm) }),
  0x8840: ({ operand }) => ({ spacing: signedWord(operand, 0) }),
  0x4852: (sprm) => ({ scale: operandOf(sprm) }),
};

/** The look with the modification, if it is one of looks. */
export function changedLook(look: Look, sprm: Sprm): Look {
  const change = CHANGES[sprm.code]?.(sprm);
  return change ? { ...look, ...change } : look;
}

/** True for text that can't be seen as it is stored. @param behind what is behind it where it says nothing of that itself */
export function isObscured({ color, shade, size, spacing, scale }: Look, behind: () => Colour | null): boolean {
  const background = color === null ? WHITE : shade === undefined ? behind() : shade;
  const points = size === null ? null : size / 2;
  return isObscure({ color, background, size: points, spacing: spacing / 20, scale: scale / 100 });
}
