/** The colours of a workbook's styles in; what they are, where that can be told without its theme, out. */
import { hexColour, WHITE, type Colour } from "../colours.js";
import { attributeOf, childOf, numberOf, type XmlElement } from "../xml.js";

const BLACK: Colour = [0, 0, 0];
/** Of the old palette, and of a theme, whose first two colours are those of paper and of text. */
const INDEXED: Readonly<Record<number, Colour>> = { 0: BLACK, 1: WHITE, 8: BLACK, 9: WHITE };
const THEME: Readonly<Record<number, Colour>> = { 0: WHITE, 1: BLACK };

/** Null where it isn't known. */
export function colourOf(color: XmlElement | undefined): Colour | null {
  if (!color || (numberOf(color, "tint") ?? 0) !== 0) return null;
  const rgb = attributeOf(color, "rgb");
  if (rgb !== undefined) return hexColour(rgb.slice(-6));
  return INDEXED[numberOf(color, "indexed") ?? -1] ?? THEME[numberOf(color, "theme") ?? -1] ?? null;
}

/** The filling of a cell; null where it isn't known. */
export function fillOf(fill: XmlElement): Colour | null {
  const pattern = childOf(fill, "patternFill");
  const type = attributeOf(pattern, "patternType") ?? "none";
  if (!pattern) return null;
  return type === "none" ? WHITE : type === "solid" ? colourOf(childOf(pattern, "fgColor")) : null;
}
