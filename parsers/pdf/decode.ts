/**
 * What is encoded in a stream of a PDF in; what comes out, piece by piece, out. What is encoded several times is decoded
 * several times.
 */
import { inflateSync } from "fflate";
import { joined } from "./ciphers.js";
import type { Filter } from "./filters.js";
import { undoPredictor, type Predictor } from "./predictors.js";

/** Bytes given to the decoder at a time: what comes out of one piece is not much memory. */
const PIECE = 2_048;
/** Bytes that most streams fit into once inflated; that saves them the making of a decoder that can stop. */
export const ROOM = 262_144;
/** Bytes of the header of zlib. */
const HEADER = 2;
/** Filters other than Flate that are followed one behind the other; nobody writes more than one. */
const MOST_FILTERS = 4;

/** @param isAgain whether it came out before, in another way */
export type Take = (piece: Uint8Array, isAgain?: boolean) => void;

export interface Decoder {
  /** The filters other than Flate that the file names: what they encode can't be told by its look. */
  readonly filters: readonly Filter[];
  /** Told every piece that comes out, of every decoding; it may throw. */
  readonly take: Take;
  /** What a filter gives may be written in one of these ways. */
  readonly predictors?: readonly Predictor[];
  /** Told when what comes out begins anew. */
  readonly begin?: () => void;
  /** Room that is used again for every stream. */
  readonly room: Uint8Array;
}

/** pdfjs refuses a stream without this header, too. */
export function isDeflated(bytes: Uint8Array): boolean {
  const [method = 0, flags = 0] = bytes.subarray(0, HEADER);
  return (method & 0x0f) === 8 && ((method << 8) | flags) % 31 === 0;
}

/** @param expected bytes up to the word that should end the stream; it may stand in the stream, too */
export async function decodeStream(bytes: Uint8Array, expected: number, decoder: Decoder): Promise<void> {
  await decode(bytes, expected, decoder, 0);
}

async function decode(bytes: Uint8Array, expected: number, decoder: Decoder, depth: number): Promise<void> {
  if (isDeflated(bytes)) {
    const inner = await collect(decoder, (take) => inflateAll(bytes, expected, decoder, take));
    if (inner) await decodeFurther(inner, decoder, depth);
    return;
  }
  if (depth === MOST_FILTERS) return;
  for (const filter of decoder.filters) {
    decoder.begin?.();
    const inner = await collect(decoder, (take) => filter.decode(bytes.subarray(0, expected), take));
    if (inner) await decodeFurther(inner, decoder, depth + 1);
  }
}

async function decodeFurther(bytes: Uint8Array, decoder: Decoder, depth: number): Promise<void> {
  await decode(bytes, bytes.length, decoder, depth);
  for (const predictor of decoder.predictors ?? []) {
    const plain = undoPredictor(bytes, predictor);
    decoder.begin?.();
    decoder.take(plain, true);
    await decode(plain, plain.length, decoder, depth);
  }
}

/** What comes out of the filters, one behind the other. */
export async function decodeThrough(
  bytes: Uint8Array,
  expected: number,
  filters: readonly (Filter | "Flate")[],
  room: Uint8Array,
): Promise<Uint8Array> {
  let [data, end] = [bytes, expected];
  for (const filter of filters) {
    const pieces: Uint8Array[] = [];
    const take = (piece: Uint8Array) => void pieces.push(piece);
    if (filter !== "Flate") filter.decode(data.subarray(0, end), take);
    else if (isDeflated(data)) await inflateAll(data, end, { room }, take);
    data = pieces.length === 1 ? pieces[0]!.slice() : joined(...pieces);
    end = data.length;
  }
  return data.subarray(0, end);
}

type Work = (take: Take) => void | Promise<void>;

/** All that comes out together, where it may be encoded again; null otherwise. */
async function collect({ filters, predictors, take }: Decoder, work: Work): Promise<Uint8Array | null> {
  const kept: Uint8Array[] = [];
  await work((piece) => {
    take(piece);
    if (kept.length > 0 || filters.length > 0 || predictors?.length || isDeflated(piece)) kept.push(piece);
  });
  return kept.length > 0 ? new Uint8Array(await new Blob(kept as BlobPart[]).arrayBuffer()) : null;
}

async function inflateAll(
  bytes: Uint8Array,
  expected: number,
  { room, begin }: Pick<Decoder, "room" | "begin">,
  take: Take,
): Promise<void> {
  const own = bytes.subarray(0, endOfData(bytes, expected));
  const short = inflateShort(own, room);
  begin?.();
  if (short) return take(short);
  if ((await inflate(own, take)) || own.length === bytes.length) return;
  // What goes on behind the word that should end it is counted from its beginning again.
  begin?.();
  await inflate(bytes, take);
}

/** The line break before the word is no part of the data. */
function endOfData(bytes: Uint8Array, expected: number): number {
  let end = expected;
  if (bytes[end - 1] === 0x0a) end--;
  if (bytes[end - 1] === 0x0d) end--;
  return end;
}

/** What comes out, where the room is enough for it; null otherwise, and where the data are damaged. */
function inflateShort(bytes: Uint8Array, room: Uint8Array): Uint8Array | null {
  if (bytes.length > room.length) return null;
  try {
    const short = inflateSync(bytes.subarray(HEADER), { out: room });
    return short.length < room.length ? short : null;
  } catch {
    return null;
  }
}

/** Whether the data are whole and nothing stands behind them. The decoder of the platform starts slowly, and is faster then. */
async function inflate(bytes: Uint8Array, take: Take): Promise<boolean> {
  const reader = piecesOf(bytes).pipeThrough(new DecompressionStream("deflate")).getReader();
  try {
    for (;;) {
      const piece = await reader.read().catch(() => null);
      if (!piece || piece.done) return piece !== null;
      take(piece.value);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function piecesOf(bytes: Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + PIECE));
      at += PIECE;
    },
  });
}
