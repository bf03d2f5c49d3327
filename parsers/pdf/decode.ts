/**
 * What is encoded in a stream of a PDF in; what comes out, piece by piece, out. What is encoded several times is decoded
 * several times.
 */
import { inflateSync } from "fflate";
import { joined } from "./ciphers.js";
import type { Chain } from "./filter-chains.js";
import type { Filter } from "./filters.js";
import { inflateLeniently } from "./lenient-inflate.js";
import { undoPredictor, type Predictor } from "./predictors.js";

/** Bytes given to the decoder at a time: what comes out of one piece is not much memory. */
const PIECE = 2_048;
/** Bytes that most streams fit into once inflated; that saves them the making of a decoder that can stop. */
export const ROOM = 262_144;
/** Bytes of the header of zlib. */
const HEADER = 2;
/** Filters other than Flate that are followed one behind the other, where nothing tells of them. */
const MOST_FILTERS = 2;

/** @param isAgain whether it came out before, in another way */
export type Take = (piece: Uint8Array, isAgain?: boolean) => void;

export interface Decoder {
  /** The filters that the data go through, in all ways that they may be read; null where nothing tells of them. */
  readonly chains: readonly Chain[] | null;
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

/** Whether the bytes may be what is read, also where they look deflated. */
export const isReadAsItStands = (bytes: Uint8Array, chains: readonly Chain[] | null) =>
  !isDeflated(bytes) || Boolean(chains?.some(({ length }) => length === 0));

/** @param expected bytes up to the word that should end the stream; it may stand in the stream, too */
export async function decodeStream(bytes: Uint8Array, expected: number, decoder: Decoder): Promise<void> {
  const { chains } = decoder;
  if (!chains) return decode(bytes, expected, decoder, 0);
  for (const chain of chains) await decodeChain(bytes, expected, chain, decoder);
}

async function decodeChain(
  bytes: Uint8Array,
  expected: number,
  [filter, ...more]: Chain,
  decoder: Decoder,
): Promise<void> {
  if (!filter) return;
  const inner = await decodeOnce(bytes, expected, filter, decoder, more.length > 0);
  if (inner)
    await decodeFurther(inner, decoder, async (further) => decodeChain(further, further.length, more, decoder));
}

/** Nothing tells of the filters: what looks deflated is, and anything may be encoded by what the file names. */
async function decode(bytes: Uint8Array, expected: number, decoder: Decoder, depth: number): Promise<void> {
  const { filters } = decoder;
  const isDeflatedData = isDeflated(bytes);
  for (const filter of isDeflatedData ? (["Flate"] as const) : depth === MOST_FILTERS ? [] : filters) {
    const inner = await decodeOnce(bytes, expected, filter, decoder, filters.length > 0);
    const inside = isDeflatedData ? depth : depth + 1;
    if (inner) await decodeFurther(inner, decoder, async (further) => decode(further, further.length, decoder, inside));
  }
}

async function decodeFurther(
  bytes: Uint8Array,
  { predictors, begin, take }: Decoder,
  next: (bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  await next(bytes);
  for (const predictor of predictors ?? []) {
    const plain = undoPredictor(bytes, predictor);
    begin?.();
    take(plain, true);
    await next(plain);
  }
}

/** All that comes out together, where it may be encoded again; null otherwise. */
async function decodeOnce(
  bytes: Uint8Array,
  expected: number,
  filter: Chain[number],
  decoder: Decoder,
  isKept: boolean,
): Promise<Uint8Array | null> {
  let kept: Uint8Array[] = [];
  const begin = () => {
    kept = [];
    decoder.begin?.();
  };
  const take = (piece: Uint8Array, isAgain = false) => {
    decoder.take(piece, isAgain);
    if (kept.length > 0 || isKept || decoder.predictors?.length || (!decoder.chains && isDeflated(piece)))
      kept.push(piece);
  };
  if (filter === "Flate") {
    if (isDeflated(bytes)) await inflateAll(bytes, expected, { room: decoder.room, begin }, take);
  } else {
    begin();
    filter.decode(bytes.subarray(0, expected), take);
  }
  return kept.length > 0 ? new Uint8Array(await new Blob(kept as BlobPart[]).arrayBuffer()) : null;
}

/** What comes out of the filters, one behind the other. */
export async function decodeThrough(
  bytes: Uint8Array,
  expected: number,
  filters: Chain,
  room: Uint8Array,
): Promise<Uint8Array> {
  let [data, end] = [bytes, expected];
  for (const filter of filters) {
    let pieces: Uint8Array[] = [];
    const take = (piece: Uint8Array) => void pieces.push(piece);
    // What could be inflated in several ways is read in the last one, as pdfjs reads it.
    const begin = () => void (pieces = []);
    if (filter !== "Flate") filter.decode(data.subarray(0, end), take);
    else if (isDeflated(data)) await inflateAll(data, end, { room, begin }, take);
    data = pieces.length === 1 ? pieces[0]!.slice() : joined(...pieces);
    end = data.length;
  }
  return data.subarray(0, end);
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
  let counted = 0;
  const count = (piece: Uint8Array) => {
    counted += piece.length;
    take(piece);
  };
  if (await inflate(own, count)) return;
  if (own.length < bytes.length) {
    // What goes on behind the word that should end it is counted from its beginning again.
    begin?.();
    await inflate(bytes, count);
  }
  begin?.();
  // Of what only pdfjs decodes, all counts that was not counted before.
  inflateLeniently(own, (piece) => take(piece, (counted -= piece.length) >= 0));
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
