/**
 * Colours of text and of what is behind it, in any format, in; whether the one can be told from the other out. A digit that
 * can't is printed for nobody, whatever the file holds.
 */

/** Red, green and blue, from 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** What paper and screens are, unless a document says otherwise. */
export const WHITE: Colour = [255, 255, 255];

/** Steps by which every channel may differ of colours that a reader doesn't tell apart. */
const INDISTINCT = 28;

export const isIndistinct = (text: Colour, background: Colour): boolean =>
  text.every((channel, i) => Math.abs(channel - background[i]!) <= INDISTINCT);

/** A colour lighter than this, and ink less opaque than this, is a watermark's: shares of white and of full cover. */
const LIGHT = 0.65;
export const WATERMARK_OPACITY = 0.6;
/** What is under an area that is less opaque shows through it. */
export const SOLID_OPACITY = 0.95;

export const isLightColour = ([red, green, blue]: Colour): boolean =>
  (0.3 * red + 0.59 * green + 0.11 * blue) / 255 > LIGHT;

/** The colour of six digits, with or without a sharp before them; null for anything else. */
export function hexColour(text: string | undefined): Colour | null {
  const digits = /^#?([\da-f]{6})$/i.exec(text ?? "")?.[1];
  if (digits === undefined) return null;
  const value = Number.parseInt(digits, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
