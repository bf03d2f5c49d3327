/** The arguments of an operator that sets a colour or how opaque ink is in; whether it is white, light or transparent out. */
import { hexColour, isLightColour, SOLID_OPACITY, WATERMARK_OPACITY, type Colour } from "../colours.js";
import { number } from "./interpreter.js";

export function isWhite(args: readonly unknown[]): boolean {
  const [first] = args;
  if (typeof first === "string") return /^#?f{6}$/i.test(first);
  return args.length >= 3 && args.slice(0, 3).every((value) => number(value) >= 254);
}

export function isLight(args: readonly unknown[]): boolean {
  const colour = colourOf(args);
  return colour !== null && isLightColour(colour);
}

/** Null for what is no colour. */
export function colourOf(args: readonly unknown[]): Colour | null {
  const [first] = args;
  if (typeof first === "string") return hexColour(first);
  return args.length < 3 ? null : [number(args[0]), number(args[1]), number(args[2])];
}

/** Of the entries of a graphics state: whether areas (ca) or lines (CA) let show through what is under them; null where they don't tell. */
export function showsThrough(entries: unknown, opacity: "ca" | "CA"): boolean | null {
  const own = Array.isArray(entries) ? entries.filter((entry): entry is unknown[] => Array.isArray(entry)) : [];
  const told = own.filter(([name]) => name === opacity || name === "BM" || name === "SMask");
  if (told.length === 0) return null;
  return told.some(([name, value]) => {
    if (name === opacity) return number(value) < SOLID_OPACITY;
    return name === "BM" ? value !== "source-over" && value !== "Normal" : Boolean(value);
  });
}

/** Of the entries of a graphics state, null where they tell nothing of it. */
export function isTransparent(entries: unknown): boolean | null {
  const alpha = Array.isArray(entries)
    ? entries.findLast((entry: unknown) => Array.isArray(entry) && entry[0] === "ca")
    : undefined;
  return Array.isArray(alpha) ? number(alpha[1]) < WATERMARK_OPACITY : null;
}
