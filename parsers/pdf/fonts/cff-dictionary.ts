/** A dictionary of a CFF font in; its entries out, by operator, the last of each (Adobe Technical Note 5176, 4). */

const [ESCAPE, SHORT, LONG, REAL] = [12, 28, 29, 30] as const;
const LAST_OPERATOR = 21;
const NIBBLES = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", ".", "E", "E-", "null", "-"];
const END_OF_NUMBER = 15;

/** The operator of two bytes. */
export const escaped = (code: number): number => (ESCAPE << 8) | code;

export function readDictionary(data: Uint8Array): ReadonlyMap<number, readonly number[]> {
  const entries = new Map<number, readonly number[]>();
  let operands: number[] = [];
  for (let at = 0; at < data.length;) {
    const value = data[at++]!;
    if (value > LAST_OPERATOR) {
      const [number, end] = readNumber(data, at, value);
      operands.push(number);
      at = end;
      continue;
    }
    const operator = value === ESCAPE ? escaped(data[at++] ?? 0) : value;
    if (operands.length > 0 && !operands.some(Number.isNaN)) entries.set(operator, operands);
    operands = [];
  }
  return entries;
}

function readNumber(data: Uint8Array, at: number, value: number): [number: number, end: number] {
  const byte = (index: number) => data[index] ?? 0;
  if (value === REAL) return readReal(data, at);
  if (value === SHORT) return [((byte(at) << 24) | (byte(at + 1) << 16)) >> 16, at + 2];
  if (value === LONG) return [(byte(at) << 24) | (byte(at + 1) << 16) | (byte(at + 2) << 8) | byte(at + 3), at + 4];
  if (value < 32 || value > 254) return [NaN, at];
  if (value <= 246) return [value - 139, at];
  const low = (data[at] ?? NaN) + 108;
  return [value <= 250 ? (value - 247) * 256 + low : -((value - 251) * 256) - low, at + 1];
}

function readReal(data: Uint8Array, start: number): [number: number, end: number] {
  let text = "";
  for (let at = start; at < data.length; at++) {
    for (const nibble of [data[at]! >> 4, data[at]! & 15]) {
      if (nibble === END_OF_NUMBER) return [Number.parseFloat(text), at + 1];
      text += NIBBLES[nibble];
    }
  }
  return [Number.parseFloat(text), data.length];
}
