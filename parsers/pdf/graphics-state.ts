/** The part of a page's graphics state that text and rulings depend on. */
import type { Colour } from "../colours.js";
import type { Box } from "../document.js";
import { IDENTITY, type Matrix } from "../geometry/matrix.js";

export interface GraphicsState {
  ctm: Matrix;
  /** What is visible, as shown. */
  clip: Box;
  fillWhite: boolean;
  /** The fill colour is light, or lets shine through what is under it. */
  fillLight: boolean;
  transparent: boolean;
  strokeWhite: boolean;
  /** Null for a pattern. */
  fillColor: Colour | null;
  strokeColor: Colour | null;
  /** True where what is under an area shows through it. */
  seeThrough: boolean;
  /** The same of a line. */
  strokeSeeThrough: boolean;
  /** What the group that is drawn says of all that is in it. */
  groupSeeThrough: boolean;
  groupTransparent: boolean;
  /** True where what is drawn masks other things, and is not painted. */
  isMask: boolean;
  lineWidth: number;
  fontName: string;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  /** 1 = unscaled. */
  horizontalScale: number;
  leading: number;
  rise: number;
  renderingMode: number;
  textMatrix: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
}

const BLACK: Colour = [0, 0, 0];

export function initialState(ctm: Matrix, clip: Box): GraphicsState {
  return {
    ctm,
    clip,
    fillWhite: false,
    fillLight: false,
    transparent: false,
    strokeWhite: false,
    fillColor: BLACK,
    strokeColor: BLACK,
    seeThrough: false,
    strokeSeeThrough: false,
    groupSeeThrough: false,
    groupTransparent: false,
    isMask: false,
    lineWidth: 1,
    fontName: "",
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    renderingMode: 0,
    textMatrix: IDENTITY,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
  };
}
