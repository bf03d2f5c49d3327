/**
 * Text of which some can't be seen as it is stored (in the colour of what is behind it, drawn together, tiny) between signs
 * in; the same without the signs, and whether a number is in doubt for it, out. Adapters put the signs where they know the
 * setting of a text, and whoever makes cells of it takes them out.
 */
import { isIndistinct, type Colour } from "./colours.js";

/** Characters that no text has. */
const [START, END] = ["\ufdd2", "\ufdd3"];
const SIGNS = /[\ufdd2\ufdd3]/g;
const DIGIT = /\p{N}/u;

/** Signs around text that can't be seen as it is stored. */
export const asObscured = (text: string): string => START! + text + END!;

export interface Seen {
  readonly text: string;
  /** True where a digit of it can't be seen as it is stored. */
  readonly obscured: boolean;
}

export function seenOf(text: string): Seen {
  if (!text.includes(START!)) return { text, obscured: false };
  const [, ...behind] = text.split(START!);
  // Nothing between the signs stands for what is printed and can't be read.
  const obscured = behind.some((part) => part.startsWith(END!) || DIGIT.test(part.split(END!)[0]!));
  return { text: text.replace(SIGNS, ""), obscured };
}

/** How text is set, as far as it tells whether it can be seen; null where nothing is said or known. */
export interface Setting {
  readonly color: Colour | null;
  readonly background: Colour | null;
  /** Height of letters in points. */
  readonly size: number | null;
  /** Points added between letters. */
  readonly spacing: number;
  /** Share of their width that letters have. */
  readonly scale: number;
}

/** Height in points of letters that nobody reads; of one that is not stated. */
const TINY = 2.5;
const USUAL = 10.5;
/** Share of the height by which letters may be drawn together, and of their width to which they may be narrowed. */
const TIGHT = 0.2;
const NARROW = 0.25;

/** True for letters of which only this share of their width is left. */
export const isTooNarrow = (scale: number): boolean => scale < NARROW;

/** True for text that can't be seen as it is stored. */
export function isObscure({ color, background, size, spacing, scale }: Setting): boolean {
  if (color && background && isIndistinct(color, background)) return true;
  return (size !== null && size < TINY) || spacing <= -TIGHT * (size ?? USUAL) || isTooNarrow(scale);
}
