/** The declarations of an element in; the colour of its text and of what is behind it, and whether the text shows, out. */
import { isIndistinct, WHITE, type Colour } from "../colours.js";
import { cssColour, over, type CssColour } from "./colours.js";
import type { Declarations } from "./css.js";
import type { PageElement } from "./element.js";

/** "none" for text without a colour, "pale" for text in the colour of what is behind it. */
export type Ink = "" | "pale" | "none";

export interface Painted {
  readonly ink: Ink;
  /** Of the text; null where none was declared, or one that isn't known. */
  readonly color: CssColour | null;
  /** Null where it is a picture, or a colour that isn't known. */
  readonly background: Colour | null;
  /** True where letters throw a shadow, which is seen even of those without a colour. */
  readonly shadowed: boolean;
}

/** A page that says nothing of colours. */
export const UNPAINTED: Painted = { ink: "", color: null, background: WHITE, shadowed: false };

/** What holds in the element, given what holds around it. */
export function paintedIn(element: PageElement, css: Declarations, around: Painted): Painted {
  const background = backgroundIn(element, css, around.background);
  const color = colorOf(element, css);
  const shadowed = isShadowed(css) ?? around.shadowed;
  if (color === undefined && background === around.background && shadowed === around.shadowed) return around;
  // Letters cut out of a background show that.
  if (CLIPS.some((property) => css.get(property) === "text")) return { ink: "", color: null, background, shadowed };
  return painted(color === undefined ? around.color : color, background, shadowed);
}

/** Undefined where nothing is said of it. */
function isShadowed(css: Declarations): boolean | undefined {
  const shadow = css.get("text-shadow");
  return shadow === undefined || shadow === "inherit" || shadow === "unset"
    ? undefined
    : !/^(?:none|initial)$/.test(shadow);
}

const CLIPS = ["background-clip", "-webkit-background-clip"];

function painted(color: CssColour | null, background: Colour | null, shadowed: boolean): Painted {
  return { ink: color ? inkOn(color, background, shadowed) : "", color, background, shadowed };
}

function inkOn(color: CssColour, background: Colour | null, shadowed: boolean): Ink {
  if (color.cover === 0) return shadowed ? "pale" : "none";
  const seen = over(color, background);
  return seen && background && isIndistinct(seen, background) ? "pale" : "";
}

/** Undefined where the element says nothing of its colour. */
function colorOf({ name, attribs }: PageElement, css: Declarations): CssColour | null | undefined {
  const fill = css.get("-webkit-text-fill-color");
  const color = fill ?? css.get("color") ?? (name === "font" ? attribs["color"] : undefined);
  if (color === undefined || /^(?:inherit|unset)$/.test(color)) return undefined;
  return cssColour(color);
}

const PICTURE = /url\(|gradient\(|var\(/;
const NOTHING = /^(?:none|transparent|inherit|initial|unset)\b/;

function backgroundIn({ attribs }: PageElement, css: Declarations, around: Colour | null): Colour | null {
  const image = css.get("background-image");
  const shorthand = css.get("background");
  if ([image, shorthand].some((value) => value !== undefined && PICTURE.test(value)) || attribs["background"])
    return null;
  const stated = css.get("background-color") ?? shorthand ?? attribs["bgcolor"];
  if (stated === undefined || NOTHING.test(stated)) return around;
  const found = colourAmong(stated);
  return found ? over(found, around) : null;
}

/** The colour among the properties of a background. */
function colourAmong(text: string): CssColour | null {
  for (const word of text.match(/[^\s()]+(?:\([^()]*\))?/g) ?? []) {
    const colour = cssColour(word);
    if (colour) return colour;
  }
  return null;
}
