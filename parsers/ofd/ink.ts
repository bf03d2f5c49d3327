/** What a text of an OFD is painted with, and the areas that were filled before, in; how its characters are seen out. */
import { isLightColour, WATERMARK_OPACITY } from "../colours.js";
import { isLost, mayBeLost, type Filling } from "../geometry/covering.js";
import { centerX, centerY, type Glyph } from "../geometry/page.js";
import { isWhite, type Paint } from "./paint.js";

export function inkOf(ink: Paint, fillings: readonly Filling[]): (glyph: Glyph) => Glyph {
  const { colour, opacity } = ink;
  const lost = mayBeLost(colour, fillings) ? colour : null;
  const light = opacity < WATERMARK_OPACITY || (colour !== null && !isWhite(ink) && isLightColour(colour));
  if (!light && !lost) return (glyph) => glyph;
  return (glyph) => {
    const isUnseen = lost !== null && isLost(lost, centerX(glyph.box), centerY(glyph.box), fillings);
    return { ...glyph, ...(light ? { light } : {}), ...(isUnseen ? { obscured: true } : {}) };
  };
}
