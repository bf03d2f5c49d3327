/** The arguments of an operator that sets a colour or how opaque ink is in; whether it is white, light or transparent out. */
import { number } from "./interpreter.js";

/** A colour lighter than this, and ink less opaque than this, is a watermark's: shares of white and of full cover. */
const LIGHT = 0.65;
const OPAQUE = 0.6;

export function isWhite(args: readonly unknown[]): boolean {
  const [first] = args;
  if (typeof first === "string") return /^#?f{6}$/i.test(first);
  return args.length >= 3 && args.slice(0, 3).every((value) => number(value) >= 254);
}

export const isLight = (args: readonly unknown[]): boolean => luminance(args) > LIGHT;

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

/** Of the entries of a graphics state, null where they tell nothing of it. */
export function isTransparent(entries: unknown): boolean | null {
  const alpha = Array.isArray(entries)
    ? entries.findLast((entry: unknown) => Array.isArray(entry) && entry[0] === "ca")
    : undefined;
  return Array.isArray(alpha) ? number(alpha[1]) < OPAQUE : null;
}
