/** A colour as style sheets and attributes of a page write it in; what it is, and how much it covers, out. */
import { hexColour, type Colour } from "../colours.js";

/** From 0, which covers nothing, to 1. */
export interface CssColour {
  readonly colour: Colour;
  readonly cover: number;
}

/** Those that pages name; an unknown name tells no colour. */
const NAMED: Readonly<Record<string, string>> = {
  ...{ white: "ffffff", black: "000000", silver: "c0c0c0", gray: "808080", grey: "808080", red: "ff0000" },
  ...{ maroon: "800000", yellow: "ffff00", olive: "808000", lime: "00ff00", green: "008000", aqua: "00ffff" },
  ...{ cyan: "00ffff", teal: "008080", blue: "0000ff", navy: "000080", fuchsia: "ff00ff", magenta: "ff00ff" },
  ...{ purple: "800080", orange: "ffa500", pink: "ffc0cb", lightgray: "d3d3d3", lightgrey: "d3d3d3" },
  ...{ gainsboro: "dcdcdc", whitesmoke: "f5f5f5", snow: "fffafa", ivory: "fffff0", ghostwhite: "f8f8ff" },
  ...{ floralwhite: "fffaf0", mintcream: "f5fffa", azure: "f0ffff", aliceblue: "f0f8ff", honeydew: "f0fff0" },
  ...{ seashell: "fff5ee", linen: "faf0e6", oldlace: "fdf5e6", lavender: "e6e6fa", beige: "f5f5dc" },
  ...{ lightyellow: "ffffe0", lightcyan: "e0ffff", lightblue: "add8e6", darkgray: "a9a9a9", darkgrey: "a9a9a9" },
  ...{ cornsilk: "fff8dc", lemonchiffon: "fffacd", lavenderblush: "fff0f5", antiquewhite: "faebd7" },
};
const CLEAR: CssColour = { colour: [0, 0, 0], cover: 0 };
const PARTS = /^(rgb|hsl)a?\(([^()]*)\)$/;

/** Null for what is no colour, or one that only a browser knows. */
export function cssColour(written: string): CssColour | null {
  const text = written.trim().toLowerCase();
  if (text === "transparent") return CLEAR;
  if (text.startsWith("#")) return hexadecimal(text.slice(1));
  const [, model, inner] = PARTS.exec(text) ?? [];
  if (model === undefined) return solid(hexColour(Object.hasOwn(NAMED, text) ? NAMED[text] : text));
  const parts = inner!.split(/[\s,/]+/).filter((part) => part !== "");
  const numbers = parts.map((part, i) => share(part, model === "rgb" && i < 3 ? 255 : 1));
  if (parts.length < 3 || numbers.some(Number.isNaN)) return null;
  const [a, b, c, cover = 1] = numbers as [number, number, number, number?];
  return { colour: model === "rgb" ? [a, b, c] : ofHue(Number.parseFloat(parts[0]!), b, c), cover };
}

const share = (part: string, whole: number) =>
  part.endsWith("%") ? (Number.parseFloat(part) / 100) * whole : Number.parseFloat(part);

const solid = (colour: Colour | null): CssColour | null => colour && { colour, cover: 1 };

/** Three or six digits, and one or two more for the cover. */
function hexadecimal(digits: string): CssColour | null {
  const long = digits.length <= 4 ? digits.replace(/./g, "$&$&") : digits;
  const colour = hexColour(long.slice(0, 6));
  if (!colour || !/^(?:[\da-f]{2})?$/.test(long.slice(6))) return null;
  return { colour, cover: long.length === 8 ? Number.parseInt(long.slice(6), 16) / 255 : 1 };
}

/** @param hue in degrees @param saturation and lightness from 0 to 1 */
function ofHue(hue: number, saturation: number, lightness: number): Colour {
  const channel = (n: number) => {
    const k = (n + (((hue % 360) + 360) % 360) / 30) % 12;
    const reach = saturation * Math.min(lightness, 1 - lightness);
    return 255 * (lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [channel(0), channel(8), channel(4)];
}

/** The colour that is seen where one covers another; null where what it covers isn't known. */
export function over({ colour, cover }: CssColour, below: Colour | null): Colour | null {
  if (cover >= 1) return colour;
  if (!below) return null;
  const mixed = (i: 0 | 1 | 2) => colour[i] * cover + below[i] * (1 - cover);
  return [mixed(0), mixed(1), mixed(2)];
}
