/**
 * A glyph of a Type 1 font in; the steps that it takes to interpret it out (Adobe Type 1 Font Format, chapter 6), as pdfjs
 * interprets it: a subroutine may call others, and so be longer than any font.
 */
import type { Work } from "./work.js";

/** Deepest nesting of calls that is followed; the format allows ten. */
const MOST_CALLS = 500;
/** Steps of a command: pdfjs keeps what it makes of it, up to thirteen numbers of several bytes. */
const COMMAND_STEPS = 16;
const ESCAPE = 12;

const CLEARING = new Set([1, 3, 9, escaped(0), escaped(1), escaped(2), escaped(33)]);
/** How many numbers a command takes; all are gone behind it. */
const TAKEN: ReadonlyMap<number, number> = new Map([
  ...([
    [4, 1],
    [5, 2],
    [6, 1],
    [7, 1],
    [8, 6],
    [13, 2],
    [21, 2],
    [22, 1],
    [30, 4],
    [31, 4],
  ] as const),
  ...([
    [escaped(6), 0],
    [escaped(7), 4],
  ] as const),
]);
const VERTICAL_MOVE = 4;
const CALL = 10;
const RETURN = 11;
const MOVE = 21;
const HORIZONTAL_MOVE = 22;
const ACCENTED = escaped(6);
const DIVIDE = escaped(12);
const CALL_OTHER = escaped(16);
/** Numbers of a flex; the last two come back. */
const FLEX = 17;

function escaped(code: number): number {
  return (ESCAPE << 8) + code;
}

export interface Glyph {
  stack: number[];
  isFlexing: boolean;
  isAccented: boolean;
}

export const newGlyph = (): Glyph => ({ stack: [], isFlexing: false, isAccented: false });

/** @returns whether the glyph is damaged, which ends it */
export function runType1(
  code: Uint8Array,
  subroutines: ReadonlyMap<number, Uint8Array>,
  glyph: Glyph,
  work: Work,
  depth = 0,
): boolean {
  if (depth > MOST_CALLS) work.add(Infinity);
  for (let at = 0; at < code.length;) {
    work.add(1);
    const value = code[at++]!;
    if (value >= 32) {
      at = pushNumber(code, at, value, glyph.stack);
      continue;
    }
    const command = value === ESCAPE ? escaped(code[at++] ?? NaN) : value;
    if (command === RETURN) return false;
    work.add(COMMAND_STEPS);
    if (command === CALL) {
      const subroutine = subroutines.get(glyph.stack.pop() ?? NaN);
      if (!subroutine || runType1(subroutine, subroutines, glyph, work, depth + 1)) return true;
    } else if (isDamaging(command, glyph)) return true;
  }
  return false;
}

function pushNumber(code: Uint8Array, at: number, value: number, stack: number[]): number {
  const byte = (index: number) => code[index] ?? 0;
  if (value <= 246) stack.push(value - 139);
  else if (value <= 250) stack.push((value - 247) * 256 + (code[at] ?? NaN) + 108);
  else if (value <= 254) stack.push(-((value - 251) * 256) - (code[at] ?? NaN) - 108);
  else stack.push((byte(at) << 24) | (byte(at + 1) << 16) | (byte(at + 2) << 8) | byte(at + 3));
  return at + (value <= 246 ? 0 : value <= 254 ? 1 : 4);
}

function isDamaging(command: number, glyph: Glyph): boolean {
  const { stack } = glyph;
  if (CLEARING.has(command)) stack.length = 0;
  if (command === DIVIDE) return isDivisionDamaging(stack);
  if (command === CALL_OTHER) return isOtherDamaging(glyph);
  if (command === ACCENTED) glyph.isAccented = true;
  const taken = TAKEN.get(command);
  if (taken === undefined) return false;
  if (glyph.isFlexing && (command === VERTICAL_MOVE || command === MOVE || command === HORIZONTAL_MOVE)) {
    return isFlexMoveDamaging(command, stack);
  }
  if (taken > stack.length) return true;
  stack.length = 0;
  return false;
}

function isDivisionDamaging(stack: number[]): boolean {
  if (stack.length < 2) return true;
  const [dividend, divisor] = stack.splice(-2) as [number, number];
  stack.push(dividend / divisor);
  return false;
}

function isFlexMoveDamaging(command: number, stack: number[]): boolean {
  if (command === VERTICAL_MOVE && stack.length < 1) return true;
  if (command === VERTICAL_MOVE) stack.push(0, stack.pop()!);
  if (command === HORIZONTAL_MOVE) stack.push(0);
  return false;
}

function isOtherDamaging(glyph: Glyph): boolean {
  const { stack } = glyph;
  if (stack.length < 2) return true;
  const [count, other] = stack.splice(-2) as [number, number];
  if (other === 1 && count === 0) glyph.isFlexing = true;
  if (other !== 0 || count !== 3) return false;
  const flex = stack.splice(-FLEX, FLEX);
  glyph.isFlexing = false;
  stack.push(flex[FLEX - 2] ?? NaN, flex[FLEX - 1] ?? NaN);
  return false;
}
