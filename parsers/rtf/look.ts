/** Words of RTF on how text looks in; whether it can be seen as it is stored out. */
import { WHITE, type Colour } from "../colours.js";
import { isObscure } from "../obscured.js";
import { endRun, depthOf, type Reader } from "./reader.js";

/** Colours by their place in the file's table; 0 is the one that the program chooses. */
export interface Look {
  readonly color: number;
  readonly background: number;
  /** In half points; null where nothing is said. */
  readonly size: number | null;
  /** Twentieths of a point between letters. */
  readonly spacing: number;
  /** Per cent of their width. */
  readonly scale: number;
}

export const USUAL_LOOK: Look = { color: 0, background: 0, size: null, spacing: 0, scale: 100 };

/** Bytes that are not decoded yet belong to the text before. */
export function setLook(reader: Reader, change: Partial<Look>): void {
  const { look } = reader.state;
  const changed = { ...look, ...change };
  if (NAMES.every((name) => changed[name] === look[name])) return;
  endRun(reader);
  reader.state.look = changed;
}

/** @param shade behind the paragraph; null for a pattern */
export function setShade(reader: Reader, shade: number | null): void {
  if (reader.state.shade !== shade) endRun(reader);
  reader.state.shade = shade;
}

const NAMES = Object.keys(USUAL_LOOK) as (keyof Look)[];

/** Colours of the table as its words and semicolons come. */
export interface Colours {
  /** Null for the one that the program chooses. */
  readonly table: (Colour | null)[];
  next: [number, number, number] | null;
}

export function setPart(reader: Reader, part: 0 | 1 | 2, value = 0): void {
  if (reader.state.destination !== "colours") return;
  endRun(reader);
  reader.colours.next ??= [0, 0, 0];
  reader.colours.next[part] = value;
}

export function endColours(reader: Reader, text: string): void {
  for (const character of text) {
    if (character !== ";") continue;
    reader.colours.table.push(reader.colours.next);
    reader.colours.next = null;
  }
}

/** What is known of the cells of the row that is being read. */
export interface Shades {
  /** Place in the table of colours, of each cell; null for a pattern. */
  readonly ofCells: (number | null)[];
  next: number | null;
  /** Cells of the row that have ended. */
  ended: number;
}

export function isObscured(reader: Reader): boolean {
  const { look } = reader.state;
  const color = reader.colours.table[look.color] ?? null;
  const background = look.background > 0 ? (reader.colours.table[look.background] ?? null) : behind(reader);
  const size = look.size === null ? null : look.size / 2;
  return isObscure({ color, background, size, spacing: look.spacing / 20, scale: look.scale / 100 });
}

/** Of tables inside cells nothing is known. */
function behind({ state, shades, colours }: Reader): Colour | null {
  if (state.shade !== 0) return state.shade === null ? null : (colours.table[state.shade] ?? null);
  const depth = depthOf(state);
  if (depth !== 1) return depth === 0 ? WHITE : null;
  const shade = shades.ofCells[shades.ended] ?? (shades.ofCells.length > shades.ended ? null : 0);
  return shade === null ? null : (colours.table[shade] ?? WHITE);
}
