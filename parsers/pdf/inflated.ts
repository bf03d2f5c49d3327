/**
 * Bytes of a PDF in; an error where its streams hold more than the limits out. pdfjs decodes a stream at once and keeps it
 * whole, so that a small file could take any memory: what would come out is counted before, and thrown away.
 */
import { checkLimit, deadline, type Limits } from "../limits.js";
import { ROOM, decodeStream, isDeflated } from "./decode.js";
import { FILTERS } from "./filters.js";
import { maybeUnread, roleOf } from "./roles.js";
import { usesReader, type StreamHead, type UsesReader } from "./uses.js";

const STREAM = /(?<!end)stream\r?\n/g;
/** An object of the file counts as so many nodes: a page of a report needs some ten objects. */
const OBJECT_NODES = 5;
/** An object stream begins with whole numbers. */
const OBJECT_STREAM = /^(?:[\s\0]|%[^\r\n]*[\r\n])*\d+[\s\0]+\d+/;
/** Characters in which the numbers of an object stream begin, comments included. */
const LOOKED_AT = 4_096;
const UNKNOWN: StreamHead = { numbers: [], names: new Set() };

interface Stream {
  readonly start: number;
  /** Bytes up to the word that should end it. */
  readonly expected: number;
  readonly head: StreamHead;
  /** Bytes once decoded. */
  size: number;
}

/** @throws UnreadableDocumentError "limit-exceeded" for nodes, contentBytes, streamBytes, expandedBytes or milliseconds */
export async function checkInflated(bytes: Uint8Array, limits: Limits): Promise<void> {
  const check = deadline(limits);
  const text = latin1(bytes);
  let objects = 0;
  const uses = usesReader(check, () => checkLimit(limits, "nodes", (objects += OBJECT_NODES)));
  uses.readFile(text);
  const streams = streamsOf(text, uses);
  const later = streams.filter(({ head }) => maybeUnread(head));
  const first = streams.filter(({ head }) => !maybeUnread(head));
  const meter = { bytes, limits, uses, check, room: new Uint8Array(ROOM), all: 0 };
  for (const stream of first) await measure(stream, meter);
  // Object streams hold references, too: what a stream is used for is known once all have been read.
  for (const stream of later) if (roleOf(stream.head, uses) !== "unread") await measure(stream, meter);
  for (const { head, size } of streams) if (roleOf(head, uses) === "content") checkLimit(limits, "contentBytes", size);
  checkArrays(streams, uses, limits);
}

const latin1 = (bytes: Uint8Array) => new TextDecoder("latin1").decode(bytes);

function streamsOf(text: string, { heads }: UsesReader): Stream[] {
  let end = 0;
  return [...text.matchAll(STREAM)].map(({ 0: word, index }) => {
    const start = index + word.length;
    if (end < start) end = text.indexOf("endstream", start);
    if (end < 0) end = text.length;
    return { start, expected: end - start, head: heads.get(index) ?? UNKNOWN, size: 0 };
  });
}

interface Meter {
  readonly bytes: Uint8Array;
  readonly limits: Limits;
  readonly uses: UsesReader;
  readonly check: () => void;
  readonly room: Uint8Array;
  /** Bytes of all streams together. */
  all: number;
}

/** Decodes a stream for its size; what looks like an object stream is read. */
async function measure(stream: Stream, meter: Meter): Promise<void> {
  const { bytes, limits, uses, check, room } = meter;
  const texts: string[] = [];
  const take = (piece: Uint8Array) => {
    check();
    checkLimit(limits, "streamBytes", (stream.size += piece.length));
    checkLimit(limits, "expandedBytes", (meter.all += piece.length));
    if (texts.length > 0 || OBJECT_STREAM.test(latin1(piece.subarray(0, LOOKED_AT)))) texts.push(latin1(piece));
  };
  const data = bytes.subarray(stream.start);
  if (!isDeflated(data)) take(data.subarray(0, stream.expected));
  const filters = FILTERS.filter(({ names }) => names.some((name) => uses.names.has(name)));
  await decodeStream(data, stream.expected, { room, filters, take });
  if (texts.length > 0) uses.readStream(texts.join(""));
}

/** A content may be in parts, and a part may come many times: pdfjs joins them. */
function checkArrays(streams: readonly Stream[], uses: UsesReader, limits: Limits): void {
  const sizes = new Map<number, number>();
  for (const { head, size } of streams) {
    for (const number of head.numbers) sizes.set(number, Math.max(size, sizes.get(number) ?? 0));
  }
  for (const array of uses.arrays) {
    const together = array.reduce((sum, number) => sum + (sizes.get(number) ?? 0), 0);
    checkLimit(limits, "contentBytes", together);
  }
}
