/**
 * What a stream with a table of objects holds in; the objects that stand in object streams out (ISO 32000-1 7.5.8.3). As pdfjs
 * reads it: the first of two entries of an object counts, which makes no difference to who looks at both.
 */

export interface PackedEntry {
  /** The number of the object, of the stream that holds it, and its place there. */
  readonly number: number;
  readonly holder: number;
  readonly index: number;
}

const PACKED = 2;
/** Nobody writes a field of more bytes. */
const MOST_BYTES = 8;

/**
 * @param text its bytes as characters
 * @param widths of the three fields of an entry, bytes
 * @param ranges the first number and the count of objects, for each part of the table
 */
export function* packedEntries(
  text: string,
  widths: readonly number[],
  ranges: readonly number[],
): Generator<PackedEntry> {
  const [ofKind, ofHolder, ofIndex] = widths.map((width) => (width > 0 ? width : 0));
  if (!ofKind || ofHolder === undefined || ofIndex === undefined) return;
  const length = ofKind + ofHolder + ofIndex;
  let at = 0;
  for (let i = 0; i + 1 < ranges.length; i += 2) {
    const [first, count] = [ranges[i]!, ranges[i + 1]!];
    for (let n = 0; n < count && at + length <= text.length; n++, at += length) {
      if (numberAt(text, at, ofKind) !== PACKED) continue;
      const [holder, index] = [numberAt(text, at + ofKind, ofHolder), numberAt(text, at + ofKind + ofHolder, ofIndex)];
      yield { number: first + n, holder, index };
    }
  }
}

/** The last bytes count, as in whole numbers of 32 bits. */
function numberAt(text: string, at: number, width: number): number {
  let number = 0;
  for (let i = Math.max(0, width - MOST_BYTES); i < width; i++) number = (number << 8) | text.charCodeAt(at + i);
  return number;
}
