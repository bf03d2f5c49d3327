/**
 * Bytes of a PDF in; an error where its streams inflate beyond the limits out. pdfjs inflates a stream at once and keeps it
 * whole, so that a small file could take any memory: what would come out is counted before, and thrown away.
 */
import { FlateErrorCode, Inflate, inflateSync, type FlateError } from "fflate";
import { UnreadableDocumentError } from "../errors.js";
import { checkLimit, deadline, type Limits } from "../limits.js";

/** Bytes given to the decoder at a time: what comes out of one piece is not much memory. */
const PIECE = 2_048;
/** Bytes that most streams fit into once inflated; that saves them the making of a decoder that can stop. */
const ROOM = 262_144;
/** Bytes of the header of zlib. */
const HEADER = 2;
/** Bytes before the word "stream" in which a picture's dictionary says so. */
const DICTIONARY = 1_024;
const STREAM = /(?<!end)stream\r?\n/g;
const PICTURE = /\/Subtype\s*\/Image\b/;

type Take = (piece: Uint8Array) => void;

/** @throws UnreadableDocumentError "limit-exceeded" for streamBytes, expandedBytes or milliseconds */
export async function checkInflated(bytes: Uint8Array, limits: Limits): Promise<void> {
  const check = deadline(limits);
  const room = new Uint8Array(ROOM);
  let all = 0;
  for (const { start, end } of deflatedStreams(bytes)) {
    let own = 0;
    await inflateAll(bytes.subarray(start), end - start, room, ({ length }) => {
      check();
      checkLimit(limits, "streamBytes", (own += length));
      checkLimit(limits, "expandedBytes", (all += length));
    });
  }
}

interface Extent {
  readonly start: number;
  readonly end: number;
}

/** Each stream with the header of zlib; a picture is never decoded, and isn't counted. */
function* deflatedStreams(bytes: Uint8Array): Generator<Extent> {
  const text = new TextDecoder("latin1").decode(bytes);
  for (const { 0: word, index } of text.matchAll(STREAM)) {
    const start = index + word.length;
    if (!isDeflated(bytes, start)) continue;
    const before = text.slice(Math.max(0, index - DICTIONARY), index);
    if (PICTURE.test(before.slice(before.lastIndexOf("obj") + 1))) continue;
    const end = text.indexOf("endstream", start);
    yield { start, end: end < 0 ? bytes.length : end };
  }
}

/** pdfjs refuses a stream without this header, too. */
function isDeflated(bytes: Uint8Array, at = 0): boolean {
  const [method = 0, flags = 0] = bytes.subarray(at, at + HEADER);
  return (method & 0x0f) === 8 && ((method << 8) | flags) % 31 === 0;
}

/**
 * Tells every piece that comes out; what is deflated twice is inflated twice.
 * @param expected bytes up to the word that should end the stream; it may stand in the stream, too
 */
async function inflateAll(bytes: Uint8Array, expected: number, room: Uint8Array, take: Take): Promise<void> {
  let kept: Uint8Array[] = [];
  const takeOrKeep: Take = (piece) => {
    take(piece);
    if (kept.length > 0 || isDeflated(piece)) kept.push(piece);
  };
  const short = inflateShort(bytes.subarray(0, expected), room);
  if (short) takeOrKeep(short);
  else if (!inflate(bytes.subarray(0, expected), takeOrKeep) && expected < bytes.length) {
    kept = [];
    await inflateToItsEnd(bytes, takeOrKeep);
  }
  if (kept.length === 0) return;
  const inner = new Uint8Array(await new Blob(kept as BlobPart[]).arrayBuffer());
  await inflateAll(inner, inner.length, room, take);
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

/** Whether the data are whole, or damaged; false where they go on. */
function inflate(bytes: Uint8Array, take: Take): boolean {
  const decoder = new Inflate((piece) => {
    if (piece.length > 0) take(piece);
  });
  try {
    for (let at = HEADER; at < bytes.length; at += PIECE) {
      decoder.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
    }
    return true;
  } catch (cause) {
    if (cause instanceof UnreadableDocumentError) throw cause;
    return (cause as FlateError).code !== FlateErrorCode.UnexpectedEOF;
  }
}

/** The decoder of the platform takes longer to start, and knows where the data end. */
async function inflateToItsEnd(bytes: Uint8Array, take: Take): Promise<void> {
  const reader = piecesOf(bytes).pipeThrough(new DecompressionStream("deflate")).getReader();
  try {
    for (;;) {
      // Of damaged data, or such with something behind them, pdfjs has no more either.
      const piece = await reader.read().catch(() => null);
      if (!piece || piece.done) return;
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
