/**
 * What a filter of a PDF's stream gives in, where bytes were written as differences from those before or above; the bytes
 * themselves out (ISO 32000-1 7.4.4.4).
 */
import { checkLimit, type Limits } from "../limits.js";
import { unsupportedFilter } from "./pictures.js";
import { entriesOf } from "./stream-dictionary.js";
import type { StreamHead } from "./uses.js";

export interface Predictor {
  readonly isTiff: boolean;
  /** From a byte to the one of the pixel before. */
  readonly pixelBytes: number;
  readonly rowBytes: number;
}

const PREDICTOR = "Predictor";
/** Where a dictionary of a stream tells of it. */
const PARAMETERS = ["DP", "DecodeParms"];
const [TIFF, FIRST_PNG, LAST_PNG] = [2, 10, 15];
const BYTE = 8;
const OBJECT = "obj";

/**
 * How what a stream holds may be written: by each dictionary that may stand before it.
 * @param word where the word "stream" stands
 * @throws UnreadableDocumentError "unsupported-filter" where it isn't written plainly; "limit-exceeded" for streamBytes
 */
export function predictorsOf(
  { names, starts }: StreamHead,
  word: number,
  { text, limits }: { readonly text: string; readonly limits: Limits },
): Predictor[] {
  if (!PARAMETERS.some((name) => names.has(name))) return [];
  return starts.flatMap((start) => predictorOf(text.slice(start + OBJECT.length, word), limits) ?? []);
}

/** Null where the bytes stand as they are, or pdfjs refuses them. */
function predictorOf(dictionary: string, limits: Limits): Predictor | null {
  const entries = entriesOf(dictionary);
  const words = PARAMETERS.map((name) => entries?.get(name)).find((value) => value !== undefined) ?? [];
  // What stands elsewhere, or differs between several filters, nobody writes.
  if (words.includes("R")) throw unsupportedFilter(PREDICTOR);
  const numberOf = (key: string, otherwise: number) => {
    const at = words.lastIndexOf(`/${key}`);
    const number = at < 0 ? otherwise : Number(words[at + 1]);
    if (!Number.isInteger(number) || words.indexOf(`/${key}`) !== at) {
      throw unsupportedFilter(PREDICTOR);
    }
    return number || otherwise;
  };
  const kind = numberOf(PREDICTOR, 1);
  if (kind !== TIFF && (kind < FIRST_PNG || kind > LAST_PNG)) return null;
  const bits = numberOf(words.includes("/BPC") ? "BPC" : "BitsPerComponent", BYTE);
  if (kind === TIFF && bits !== BYTE) throw unsupportedFilter(PREDICTOR);
  const pixel = numberOf("Colors", 1) * bits;
  const rowBytes = Math.ceil((numberOf("Columns", 1) * pixel) / BYTE);
  checkLimit(limits, "streamBytes", rowBytes);
  if (!(rowBytes > 0)) throw unsupportedFilter(PREDICTOR);
  return { isTiff: kind === TIFF, pixelBytes: Math.ceil(pixel / BYTE), rowBytes };
}

export function undoPredictor(bytes: Uint8Array, { isTiff, pixelBytes, rowBytes }: Predictor): Uint8Array {
  const head = isTiff ? 0 : 1;
  const out = new Uint8Array(bytes.length);
  let to = 0;
  for (let from = 0; from < bytes.length; from += head + rowBytes) {
    const row = bytes.subarray(from + head, from + head + rowBytes);
    const kind = isTiff ? 1 : bytes[from]!;
    for (let i = 0; i < row.length; i++) {
      const left = i < pixelBytes ? 0 : out[to + i - pixelBytes]!;
      const above = to < rowBytes ? 0 : out[to + i - rowBytes]!;
      const corner = i < pixelBytes || to < rowBytes ? 0 : out[to + i - rowBytes - pixelBytes]!;
      out[to + i] = row[i]! + expected(kind, left, above, corner);
    }
    to += row.length;
  }
  return out.subarray(0, to);
}

/** The kinds of PNG. */
function expected(kind: number, left: number, above: number, corner: number): number {
  if (kind === 1) return left;
  if (kind === 2) return above;
  if (kind === 3) return (left + above) >> 1;
  if (kind !== 4) return 0;
  const sum = left + above - corner;
  const [a, b, c] = [Math.abs(sum - left), Math.abs(sum - above), Math.abs(sum - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}
