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

/** Commands that leave no number, whatever there was. */
const CLEARING = [1, 3, 9, escaped(0), escaped(1), escaped(2), escaped(33)];
/** How many numbers a command takes; all are gone behind it. */
const TAKING = [
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
  [escaped(6), 0],
  [escaped(7), 4],
] as const;
/** The numbers that a command takes, by its code; -1 where it leaves them. */
const TAKEN = new Int8Array(escaped(256)).fill(-1);
for (const command of CLEARING) TAKEN[command] = 0;
for (const [command, taken] of TAKING) TAKEN[command] = taken;
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

/** Numbers that commands take; it counts for itself, as to cut an array to no length takes far longer. */
class Stack {
  private readonly numbers: number[] = [];
  private count = 0;

  get size(): number {
    return this.count;
  }

  push(number: number): void {
    this.numbers[this.count++] = number;
  }

  /** NaN where there is none. */
  pop(): number {
    return this.count === 0 ? NaN : this.numbers[--this.count]!;
  }

  drop(count: number): void {
    this.count = Math.max(0, this.count - count);
  }
}

export interface Glyph {
  readonly stack: Stack;
  isFlexing: boolean;
  isAccented: boolean;
}

export const newGlyph = (): Glyph => ({ stack: new Stack(), isFlexing: false, isAccented: false });

/** @returns whether the glyph is damaged, which ends it */
export function runType1(
  code: Uint8Array,
  subroutines: ReadonlyMap<number, Uint8Array>,
  glyph: Glyph,
  work: Work,
  depth = 0,
): boolean {
  if (depth > MOST_CALLS) work.add(Infinity);
  // A byte is a step; those of numbers are counted with the command behind them.
  let counted = 0;
  let at = 0;
  while (at < code.length) {
    const value = code[at++]!;
    if (value >= 32) {
      at = pushNumber(code, at, value, glyph.stack);
      continue;
    }
    const command = value === ESCAPE ? escaped(code[at++] ?? NaN) : value;
    work.add(at - counted);
    counted = at;
    if (command === RETURN) return false;
    work.add(COMMAND_STEPS);
    if (command === CALL) {
      const subroutine = subroutines.get(glyph.stack.pop());
      if (!subroutine || runType1(subroutine, subroutines, glyph, work, depth + 1)) return true;
    } else if (isDamaging(command, glyph)) return true;
  }
  work.add(at - counted);
  return false;
}

function pushNumber(code: Uint8Array, at: number, value: number, stack: Stack): number {
  if (value <= 246) {
    stack.push(value - 139);
    return at;
  }
  if (value <= 254) {
    const low = (code[at] ?? NaN) + 108;
    stack.push(value <= 250 ? (value - 247) * 256 + low : -((value - 251) * 256) - low);
    return at + 1;
  }
  const byte = (index: number) => code[index] ?? 0;
  stack.push((byte(at) << 24) | (byte(at + 1) << 16) | (byte(at + 2) << 8) | byte(at + 3));
  return at + 4;
}

function isDamaging(command: number, glyph: Glyph): boolean {
  const { stack } = glyph;
  if (command === DIVIDE) return isDivisionDamaging(stack);
  if (command === CALL_OTHER) return isOtherDamaging(glyph);
  if (command === ACCENTED) glyph.isAccented = true;
  const taken = TAKEN[command] ?? -1;
  if (taken < 0) return false;
  if (glyph.isFlexing && (command === VERTICAL_MOVE || command === MOVE || command === HORIZONTAL_MOVE)) {
    return isFlexMoveDamaging(command, stack);
  }
  if (taken > stack.size) return true;
  stack.drop(stack.size);
  return false;
}

function isDivisionDamaging(stack: Stack): boolean {
  if (stack.size < 2) return true;
  const divisor = stack.pop();
  stack.push(stack.pop() / divisor);
  return false;
}

function isFlexMoveDamaging(command: number, stack: Stack): boolean {
  if (command === VERTICAL_MOVE && stack.size < 1) return true;
  if (command === VERTICAL_MOVE) {
    const distance = stack.pop();
    stack.push(0);
    stack.push(distance);
  }
  if (command === HORIZONTAL_MOVE) stack.push(0);
  return false;
}

function isOtherDamaging(glyph: Glyph): boolean {
  const { stack } = glyph;
  if (stack.size < 2) return true;
  const other = stack.pop();
  const count = stack.pop();
  if (other === 1 && count === 0) glyph.isFlexing = true;
  if (other !== 0 || count !== 3) return false;
  glyph.isFlexing = false;
  const isWhole = stack.size >= FLEX;
  const [y, x] = [stack.pop(), stack.pop()];
  stack.drop(FLEX - 2);
  stack.push(isWhole ? x : NaN);
  stack.push(isWhole ? y : NaN);
  return false;
}
