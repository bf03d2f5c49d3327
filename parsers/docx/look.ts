/**
 * Properties of runs, paragraphs and cells of a Word document in; how text looks, as far as it tells whether it can be seen,
 * out. What isn't said is undefined: it comes from the style, or from what is around.
 */
import { hexColour, WHITE, type Colour } from "../colours.js";
import { isObscure } from "../obscured.js";
import { attributeOf, childOf, descendantsOf, type XmlElement } from "../xml.js";
import { isOn, valueOf } from "./values.js";

export interface Look {
  /** Null for a colour that isn't known, or that Word chooses. */
  readonly color?: Colour | null;
  /** Null for one that isn't known. */
  readonly shade?: Colour | null;
  /** In half points. */
  readonly size?: number;
  /** Twentieths of a point between letters. */
  readonly spacing?: number;
  /** Per cent of their width. */
  readonly scale?: number;
  /** True where nothing of it is painted, or other signs than it says. */
  readonly altered?: boolean;
  readonly struck?: boolean;
}

/** The names of highlights, as far as text comes in their colours. */
const HIGHLIGHTS: Readonly<Record<string, string>> = {
  ...{ black: "000000", white: "ffffff", yellow: "ffff00", red: "ff0000", blue: "0000ff", green: "00ff00" },
  ...{ cyan: "00ffff", magenta: "ff00ff", darkBlue: "000080", darkCyan: "008080", darkGreen: "008000" },
  ...{ darkMagenta: "800080", darkRed: "800000", darkYellow: "808000", darkGray: "808080", lightGray: "c0c0c0" },
};
/** Fonts that show signs in the place of digits. */
const SIGN_FONT = /wingdings|webdings|dingbats/i;
/** In thousandths of a per cent: more transparent text is hardly seen. */
const CLEAR = 85_000;

const known = new WeakMap<XmlElement, Look>();

/** @param properties of a run; the same ones are asked for again and again */
export function lookOf(properties: XmlElement | undefined): Look {
  if (!properties || properties.children.length === 0) return PLAIN;
  let look = known.get(properties);
  if (!look) known.set(properties, (look = readLook(properties)));
  return look;
}

function readLook(properties: XmlElement): Look {
  const number = (name: string) => {
    const value = Number.parseInt(valueOf(properties, name) ?? "", 10);
    return Number.isFinite(value) ? value : undefined;
  };
  const fill = childOf(properties, "textFill");
  const [once, twice] = ["strike", "dstrike"].map((name) => isOn(childOf(properties, name)));
  return stated({
    ...{ color: fill ? colorOfFill(fill) : colorOf(properties), shade: highlightOf(properties) ?? shadeOf(properties) },
    ...{ size: number("sz"), spacing: number("spacing"), scale: number("w") },
    altered: isAltered(properties, fill) || undefined,
    struck: once || twice || (once ?? twice ?? undefined),
  });
}

export const PLAIN: Look = {};

/** What isn't said must not cover what a style says. */
function stated(look: { readonly [Key in keyof Look]: Look[Key] | undefined }): Look {
  return Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined));
}

function colorOf(properties: XmlElement): Colour | null | undefined {
  const color = valueOf(properties, "color");
  return color === null ? undefined : hexColour(color);
}

/** A fill of Word 2010, which stands for the colour. */
function colorOfFill(fill: XmlElement): Colour | null {
  const [color] = descendantsOf(fill, "srgbClr");
  return hexColour(attributeOf(color, "val"));
}

function highlightOf(properties: XmlElement): Colour | undefined {
  const name = valueOf(properties, "highlight");
  return name !== null && Object.hasOwn(HIGHLIGHTS, name) ? hexColour(HIGHLIGHTS[name])! : undefined;
}

/** @param properties of a run, a paragraph, a cell or a table */
export function shadeOf(properties: XmlElement | undefined): Colour | null | undefined {
  const shading = childOf(properties, "shd");
  if (!shading) return undefined;
  const pattern = attributeOf(shading, "val");
  const fill = attributeOf(shading, pattern === "solid" ? "color" : "fill");
  if (fill === undefined || fill === "auto") return pattern === "solid" ? null : undefined;
  return pattern === "clear" || pattern === "nil" || pattern === "solid" ? hexColour(fill) : null;
}

function isAltered(properties: XmlElement, fill: XmlElement | undefined): boolean {
  if (fill && childOf(fill, "noFill")) return true;
  if (fill && descendantsOf(fill, "alpha").some((alpha) => Number(attributeOf(alpha, "val")) > CLEAR)) return true;
  const fonts = childOf(properties, "rFonts");
  if ([attributeOf(fonts, "ascii"), attributeOf(fonts, "hAnsi")].some((name) => SIGN_FONT.test(name ?? "")))
    return true;
  // Two lines in the place of one, or letters on top of each other.
  return /^(?:1|true|on)$/.test(attributeOf(childOf(properties, "eastAsianLayout"), "combine") ?? "");
}

/** True for text that can't be seen as it is stored. @param around what is behind it where it says nothing of that itself */
export function isObscured(look: Look, around: Colour | null | undefined): boolean {
  const { color = null, shade = around === undefined ? WHITE : around, size, spacing = 0, scale = 100 } = look;
  if (look.altered) return true;
  const points = size === undefined ? null : size / 2;
  return isObscure({ color, background: shade, size: points, spacing: spacing / 20, scale: scale / 100 });
}
