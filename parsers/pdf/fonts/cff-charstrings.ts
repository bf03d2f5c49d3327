/**
 * A glyph of a CFF font in; the steps that it takes to check it out, as pdfjs checks it (Adobe Technical Note 5177): a subroutine may
 * call others ten levels deep, each many times. pdfjs mends damaged glyphs while it reads them; so does this.
 */
import type { Work } from "./work.js";

const MOST_CALLS = 10;
const [ESCAPE, SHORT, END, FIXED, CALL, CALL_GLOBAL, RETURN, NOTHING] = [12, 28, 14, 255, 10, 29, 11, 9] as const;
const [HINT_MASK, COUNTER_MASK] = [19, 20] as const;
/** By command, the fewest numbers that it takes; all are gone behind it. */
const FEWEST: ReadonlyMap<number, number> = new Map([
  ...([
    [1, 2],
    [3, 2],
    [4, 1],
    [5, 2],
    [6, 1],
    [7, 1],
    [8, 6],
    [14, 0],
    [18, 2],
    [19, 0],
    [20, 0],
    [21, 2],
  ] as const),
  ...([
    [22, 1],
    [23, 2],
    [24, 8],
    [25, 8],
    [26, 4],
    [27, 4],
    [30, 4],
    [31, 4],
  ] as const),
]);
const STEMS = new Set([1, 3, 18, 23]);
/** By the second byte of a command, the fewest numbers that it takes, and how many are more behind it; null for none at all. */
const ESCAPED: ReadonlyMap<number, readonly [fewest: number, more: number | null]> = new Map([
  ...([
    [3, [2, -1]],
    [4, [2, -1]],
    [5, [1, 0]],
    [9, [1, 0]],
    [10, [2, -1]],
    [11, [2, -1]],
    [12, [2, -1]],
  ] as const),
  ...([
    [14, [1, 0]],
    [15, [2, -1]],
    [18, [1, -1]],
    [20, [2, -2]],
    [21, [1, 0]],
    [22, [4, -3]],
    [23, [0, 1]],
  ] as const),
  ...([
    [24, [2, -1]],
    [26, [1, 0]],
    [27, [1, 1]],
    [28, [2, 0]],
    [29, [2, 0]],
    [30, [3, -2]],
  ] as const),
  ...([
    [34, [7, null]],
    [35, [13, null]],
    [36, [9, null]],
    [37, [11, null]],
  ] as const),
]);
const CALCULATED: Readonly<Record<number, (a: number, b: number) => number>> = {
  10: (a, b) => a + b,
  11: (a, b) => a - b,
  12: (a, b) => a / b,
  24: (a, b) => a * b,
};
const NEGATED = 14;

export interface Subroutines {
  readonly local: readonly Uint8Array[] | null;
  readonly global: readonly Uint8Array[];
}

interface State {
  readonly stack: number[];
  size: number;
  hints: number;
  calls: number;
}

export function workOnGlyph(data: Uint8Array, subroutines: Subroutines, work: Work): void {
  run({ stack: [], size: 0, hints: 0, calls: 0 }, data, subroutines, work);
}

/** @returns whether the glyph goes on */
function run(state: State, data: Uint8Array | undefined, subroutines: Subroutines, work: Work): boolean {
  if (!data || state.calls > MOST_CALLS) return false;
  let length = data.length;
  for (let at = 0; at < length;) {
    work.add(1);
    const value = data[at++]!;
    const size = pushed(state, data, at, value);
    if (size > 0) {
      at += size - 1;
    } else if (value === CALL || value === CALL_GLOBAL) {
      const goesOn = call(state, value === CALL ? subroutines.local : subroutines.global, subroutines, work);
      if (!goesOn) return false;
    } else if (value === RETURN) {
      return true;
    } else if (value === NOTHING || (isMask(value) && state.hints + (state.size >> 1) === 0)) {
      work.add(length);
      data.copyWithin(at - 1, at, -1);
      at--;
      length--;
    } else if (value === ESCAPE) {
      const outcome = escape(state, data, at++);
      if (outcome !== null) return outcome;
    } else {
      if (isMask(value)) at += maskBytes(state);
      const outcome = command(state, data, at, value);
      if (outcome !== null) return outcome;
    }
  }
  if (length < data.length) data.fill(END, length);
  return true;
}

const isMask = (value: number) => value === HINT_MASK || value === COUNTER_MASK;

function maskBytes(state: State): number {
  state.hints += state.size >> 1;
  state.size %= 2;
  return (state.hints + 7) >> 3;
}

/** How many bytes the number has that begins with the value; 0 where it is none. */
function pushed(state: State, data: Uint8Array, at: number, value: number): number {
  const byte = (index: number) => data[index] ?? 0;
  const push = (number: number) => (state.stack[state.size++] = number);
  if (value === SHORT) {
    push((((data[at] ?? 0) << 24) | (byte(at + 1) << 16)) >> 16);
    return 3;
  }
  if (value < 32) return 0;
  if (value === FIXED) {
    push(((byte(at) << 24) | (byte(at + 1) << 16) | (byte(at + 2) << 8) | byte(at + 3)) / 65_536);
    return 5;
  }
  if (value <= 246) {
    push(value - 139);
    return 1;
  }
  const low = (data[at] ?? NaN) + 108;
  push(value < 251 ? ((value - 247) << 8) + low : -((value - 251) << 8) - low);
  return 2;
}

function call(state: State, from: readonly Uint8Array[] | null, subroutines: Subroutines, work: Work): boolean {
  if (!from) return false;
  const bias = from.length < 1_240 ? 107 : from.length < 33_900 ? 1_131 : 32_768;
  const number = (state.stack[--state.size] ?? NaN) + bias;
  if (!(number >= 0 && number < from.length)) return false;
  state.calls++;
  if (!run(state, from[number], subroutines, work)) return false;
  state.calls--;
  return true;
}

/** Null where the glyph goes on behind the command; otherwise how it ends. */
function command(state: State, data: Uint8Array, at: number, value: number): boolean | null {
  // What would compose a glyph of two others ends it.
  if (value === END && state.size >= 4) return false;
  const own = value === 0 && at === data.length ? END : value;
  const fewest = FEWEST.get(own);
  if (fewest === undefined) return null;
  if (STEMS.has(own)) state.hints += state.size >> 1;
  if (state.size < fewest) return tooFew(state, data, at);
  state.size = 0;
  return null;
}

function escape(state: State, data: Uint8Array, at: number): boolean | null {
  const code = data[at] ?? NaN;
  if (code === 0) {
    // As pdfjs writes it over: a move by nothing.
    data.set([139, 22], at - 1);
    state.size = 0;
    return null;
  }
  const [fewest, more] = ESCAPED.get(code) ?? [0, 0];
  if (state.size < fewest) return tooFew(state, data, at + 1);
  const { stack, size } = state;
  const calculate = CALCULATED[code];
  if (calculate) stack[size - 2] = calculate(stack[size - 2]!, stack[size - 1]!);
  if (code === NEGATED) stack[size - 1] = -stack[size - 1]!;
  state.size = more === null ? 0 : size + more;
  return null;
}

function tooFew(state: State, data: Uint8Array, at: number): boolean {
  if (state.size > 0) return false;
  data[at - 1] = END;
  return true;
}
