/** Lists of property modifications (grpprl, [MS-DOC] 2.6) in; each one's code and operand out. */

export interface Sprm {
  readonly code: number;
  readonly operand: Uint8Array;
}

/** Sizes of operands by the top three bits of the code; 0 for those that state their own. */
const SIZES = [1, 1, 2, 4, 2, 2, 0, 3];
const [T_DEF_TABLE, P_CHG_TABS] = [0xd608, 0xc615];

const wordAt = (bytes: Uint8Array, at: number) => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);

/** The list up to where it is cut off or makes no sense. */
export function readSprms(bytes: Uint8Array): Sprm[] {
  const out: Sprm[] = [];
  let at = 0;
  while (at + 2 < bytes.length) {
    const code = wordAt(bytes, at);
    at += 2;
    const fixed = SIZES[code >> 13]!;
    const [head, size] = fixed > 0 ? [0, fixed] : variableSize(code, bytes, at);
    if (at + head + size > bytes.length) break;
    out.push({ code, operand: bytes.subarray(at + head, at + head + size) });
    at += head + size;
  }
  return out;
}

/** Size of the length before the operand, and of the operand. */
function variableSize(code: number, bytes: Uint8Array, at: number): [head: number, size: number] {
  if (code === T_DEF_TABLE) return [2, Math.max(0, wordAt(bytes, at) - 1)];
  const size = bytes[at] ?? 0;
  if (code !== P_CHG_TABS || size < 255) return [1, size];
  const deleted = bytes[at + 1] ?? 0;
  const added = bytes[at + 2 + 4 * deleted] ?? 0;
  return [1, 2 + 4 * deleted + 3 * added];
}

/** The operand as a whole number without sign. */
export function operandOf({ operand }: Sprm): number {
  return operand.reduce((sum, byte, i) => sum + byte * 2 ** (8 * i), 0);
}

export const signedWord = (bytes: Uint8Array, at: number): number => (wordAt(bytes, at) << 16) >> 16;
export { wordAt };
