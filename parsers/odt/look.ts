/** The properties of a style of an OpenDocument text in; how text of it looks, as far as it tells whether it can be seen, out. */
import { hexColour, WHITE, type Colour } from "../colours.js";
import { isObscure } from "../obscured.js";
import { attributeOf, childOf, type XmlElement } from "../xml.js";

export interface Look {
  /** Null for the colour that the program chooses. */
  readonly color?: Colour | null;
  readonly background?: Colour | null;
  /** Points. */
  readonly size?: number;
  readonly spacing?: number;
  /** Share of their width that letters have. */
  readonly scale?: number;
  /** Not shown. */
  readonly vanished?: boolean;
  readonly struck?: boolean;
  /** True where nothing of it is painted, or letters stand on top of each other. */
  readonly altered?: boolean;
}

const UNITS: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 72 / 2.54, mm: 72 / 25.4, px: 0.75, pc: 12 };
const FAINT = 15;
/** Points, where no style says another. */
export const USUAL_SIZE = 12;

/** @param around the size of the style that this one is made from, for one that is told as a share of it */
export function lookOfStyle(style: XmlElement, around = USUAL_SIZE): Look {
  const text = childOf(style, "text-properties");
  const own = (name: string) => attributeOf(text, name);
  const chooses = own("use-window-font-color") === "true";
  const combined = /^(?:letters|lines)$/.test(own("text-combine") ?? "");
  const display = own("display");
  const look = {
    vanished: display === undefined ? undefined : display === "none",
    struck: isStruck([own("text-line-through-style"), own("text-line-through-type")]),
    color: chooses ? null : colour(own("color")),
    background: colour(own("background-color")) ?? behind(style),
    size: sizeIn(own("font-size"), around),
    spacing: points(own("letter-spacing")),
    scale: share(own("text-scale")),
    altered: combined || (share(own("opacity")) ?? 1) * 100 < FAINT || undefined,
  };
  return Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined));
}

/** @param lines kinds of the line through it */
function isStruck(lines: readonly (string | undefined)[]): boolean | undefined {
  const told = lines.filter((line) => line !== undefined && line !== "");
  return told.length === 0 ? undefined : told.some((line) => line !== "none");
}

export const isHidden = ({ vanished = false, struck = false }: Look): boolean => vanished || struck;

function sizeIn(size: string | undefined, around: number): number | undefined {
  const ofAround = size?.endsWith("%") ? share(size) : undefined;
  return ofAround === undefined ? points(size) : ofAround * around;
}

/** Of paragraphs, cells, rows and tables. */
function behind(style: XmlElement): Colour | undefined {
  for (const kind of ["paragraph", "table-cell", "table-row", "table"]) {
    const found = colour(attributeOf(childOf(style, `${kind}-properties`), "background-color"));
    if (found) return found;
  }
  return undefined;
}

const colour = (text: string | undefined) => hexColour(text) ?? undefined;

function points(length: string | undefined): number | undefined {
  const [, number, unit] = /^(-?[\d.]+)(pt|in|cm|mm|px|pc)$/.exec(length ?? "") ?? [];
  return number === undefined ? undefined : Number(number) * UNITS[unit!]!;
}

function share(percent: string | undefined): number | undefined {
  const number = Number.parseFloat(percent ?? "");
  return Number.isFinite(number) ? number / 100 : undefined;
}

/** @param around what is behind text that says nothing of it */
export function isObscured(look: Look, around: Colour | null = WHITE): boolean {
  const { color = null, background = around, size = null, spacing = 0, scale = 1 } = look;
  return look.altered === true || isObscure({ color, background, size, spacing, scale });
}
