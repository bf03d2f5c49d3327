/** The piece table of a Word document ([MS-DOC] 2.9.38) in; the pieces of the text in their order out. */
import { damagedDoc, type Place } from "./fib.js";

/** Consecutive characters of the text that lie consecutively in the file. */
export interface Piece {
  /** Offset of the first character in the text, and behind the last one. */
  readonly from: number;
  readonly to: number;
  /** Offset in the main stream, bytes. */
  readonly start: number;
  readonly bytesPerCharacter: 1 | 2;
  /** Properties that were changed on the piece as a whole when it was saved in a hurry. */
  readonly changes: Uint8Array;
}

const [CHANGES, PIECES] = [1, 2];
const COMPRESSED = 0x40000000;
const NOTHING = new Uint8Array(0);

/** @throws UnreadableDocumentError "damaged" where pieces lie outside the stream or use it more than once over */
export function readPieces(table: Uint8Array, { start, size }: Place, streamSize: number): Piece[] {
  if (size === 0 || start + size > table.length) throw damagedDoc();
  const view = new DataView(table.buffer, table.byteOffset + start, size);
  const changes: Uint8Array[] = [];
  let at = 0;
  while (at + 3 <= size && view.getUint8(at) === CHANGES) {
    const length = view.getUint16(at + 1, true);
    changes.push(table.subarray(start + at + 3, start + Math.min(size, at + 3 + length)));
    at += 3 + length;
  }
  if (at + 5 > size || view.getUint8(at) !== PIECES) throw damagedDoc();
  const count = Math.floor((view.getUint32(at + 1, true) - 4) / 12);
  if (count < 1 || at + 5 + count * 12 + 4 > size) throw damagedDoc();
  const positions = at + 5;
  const pieces = Array.from({ length: count }, (_, i): Piece => {
    const descriptor = positions + 4 * (count + 1) + 8 * i;
    const place = view.getUint32(descriptor + 2, true);
    const compressed = (place & COMPRESSED) !== 0;
    const modifier = view.getUint16(descriptor + 6, true);
    return {
      ...{ from: view.getUint32(positions + 4 * i, true), to: view.getUint32(positions + 4 * i + 4, true) },
      start: compressed ? (place & 0x3fffffff) >> 1 : place & 0x3fffffff,
      bytesPerCharacter: compressed ? 1 : 2,
      changes: (modifier & 1 ? changes[modifier >> 1] : undefined) ?? NOTHING,
    };
  });
  checkPieces(pieces, streamSize);
  return pieces;
}

function checkPieces(pieces: readonly Piece[], streamSize: number): void {
  let used = 0;
  let expected = 0;
  for (const { from, to, start, bytesPerCharacter } of pieces) {
    const bytes = (to - from) * bytesPerCharacter;
    used += bytes;
    if (from !== expected || to < from || start + bytes > streamSize || used > streamSize) throw damagedDoc();
    expected = to;
  }
}
