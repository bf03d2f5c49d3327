/**
 * A stream of a PDF in; what comes out of it in all the ways in which it may be read, counted, out. What looks like an object
 * stream or a character map is read on the way.
 */
import { UnreadableDocumentError } from "../errors.js";
import { checkLimit, type Limits } from "../limits.js";
import { decodeStream, isDeflated, isReadAsItStands } from "./decode.js";
import type { Decrypt } from "./decrypt.js";
import { checkObjectStreamHandlers } from "./encryption-dictionary.js";
import type { Expansions } from "./expansions.js";
import { chainsBefore } from "./filter-chains.js";
import { FILTERS, type Filter } from "./filters.js";
import type { HeldNumbers } from "./held-numbers.js";
import { namesHiddenDrawing } from "./hidden-drawing.js";
import { mayName, weightOf } from "./invocations.js";
import { latin1 } from "./latin1.js";
import { heldObjects, streamInObject } from "./object-streams.js";
import { checkContentNumbers, checkObjectStreamNames } from "./pictures.js";
import { predictorsOf } from "./predictors.js";
import { isMaybeDrawn, looksLikeFont, mayHoldObjects, tellsOfObjects } from "./roles.js";
import { isPlainlyDeflated } from "./stream-dictionary.js";
import type { StreamEnds } from "./stream-ends.js";
import { SPACES } from "./tokens.js";
import type { StreamHead, UsesReader } from "./uses.js";

const OBJECT = "obj";
/** An object stream begins with whole numbers. */
const OBJECT_STREAM = /^(?:[\s\0]|%[^\r\n]*[\r\n])*\d+[\s\0]+\d+/;
/** Wherever the brackets around may end: an object of the stream may begin anywhere. */
const INNER_STREAM = new RegExp(String.raw`>>(?:[${SPACES}]|%[^\r\n]*[\r\n])*stream`);
/** Characters in which the numbers of an object stream begin, comments included. */
const LOOKED_AT = 4_096;
/** Of a stream that no object was found for. */
export const UNKNOWN: StreamHead = { start: NaN, starts: [], numbers: [], names: new Set(), isPicture: false };

export interface Stream {
  /** Where the word stands before its data. */
  readonly word: number;
  readonly start: number;
  /** Where the word that should end it stands first. */
  readonly next: number;
  readonly head: StreamHead;
  /** Where its data end. */
  end: number;
  /** Bytes once decoded. */
  size: number;
  /** What its operators would take, in nodes, if it were a content; null where that isn't known. */
  weight: number | null;
  /** Whether a content of it may name another. */
  mayName: boolean;
  /** What it takes as a map of characters, in nodes. */
  map: number;
  /** What came out at once where it may be a font, which is looked at when all uses are known. */
  inflated?: Uint8Array;
  /** How it was decoded. */
  way?: string;
  /** Set for an object stream of an encrypted file that could be read in one of its ways. */
  isReadable?: boolean;
}

export interface Meter {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly limits: Limits;
  readonly uses: UsesReader;
  readonly check: () => void;
  readonly ends: StreamEnds;
  readonly expansions: Expansions;
  readonly held: HeldNumbers;
  readonly room: Uint8Array;
  /** Null where the file isn't encrypted. */
  readonly decrypt: Decrypt | null;
  /** Bytes of all streams together. */
  all: number;
  /** Whether an object stream names what pdfjs draws for itself. */
  drawsHidden: boolean;
}

export const filtersOf = (uses: UsesReader) =>
  FILTERS.filter(({ names }) => names.some((name) => uses.names.has(name)));

/** Whether any stream was decoded that wasn't decoded in this way before. */
export async function measureAll(streams: readonly Stream[], meter: Meter): Promise<boolean> {
  const filters = filtersOf(meter.uses);
  let isNew = false;
  for (const stream of streams) {
    const { head, word, start, next } = stream;
    const end = meter.ends.endOf(start, next, head === UNKNOWN ? "" : meter.text.slice(head.start, word));
    const way = `${filters.length} ${end}`;
    if (stream.way === way) continue;
    isNew = true;
    stream.way = way;
    stream.end = end;
    await measureStream(stream, end - start, filters, meter);
  }
  return isNew;
}

/** What is encrypted may be left as it is, as a table of objects: it is measured both as it stands and decrypted. */
async function measureStream(
  stream: Stream,
  expected: number,
  filters: readonly Filter[],
  meter: Meter,
): Promise<void> {
  const { bytes, text, uses, decrypt, expansions } = meter;
  const data = bytes.subarray(stream.start);
  meter.all -= stream.size;
  stream.size = 0;
  const { head, word } = stream;
  const isKnown = head !== UNKNOWN && !looksLikeFont(head) && !head.isPicture;
  stream.weight = isKnown && isMaybeDrawn(head, uses) ? 0 : null;
  await measure(stream, data, expected, filters, meter);
  for await (const plain of decrypt?.(data.subarray(0, expected), stream.head.starts) ?? []) {
    const { size: before, weight } = stream;
    meter.all -= before;
    stream.size = 0;
    stream.weight = weight === null ? null : 0;
    await measure(stream, plain, plain.length, filters, meter);
    // Only one of the ways is right: the largest size counts.
    meter.all += Math.max(0, before - stream.size);
    stream.size = Math.max(before, stream.size);
    stream.weight = weight === null ? null : Math.max(weight, stream.weight ?? 0);
  }
  if (head !== UNKNOWN) expansions.addStream(head, text.slice(head.start, word), stream.size);
}

/** What is encrypted looks like anything: it is no content as it stands where it is deflated behind that. */
const isMaybeContent = ({ head, word, weight }: Stream, data: Uint8Array, { decrypt, text }: Meter) =>
  weight !== null &&
  (!decrypt ||
    isDeflated(data) ||
    !head.starts.every((start) => isPlainlyDeflated(text.slice(start + OBJECT.length, word))));

/** Decodes a stream for its size; what looks like an object stream, or like a character map, is read. */
async function measure(
  stream: Stream,
  data: Uint8Array,
  expected: number,
  filters: readonly Filter[],
  meter: Meter,
): Promise<void> {
  const { limits, check, room } = meter;
  // What comes out in different ways is read apart: a bracket of one is none of another.
  const objects: string[][] = [[]];
  const others: string[] = [];
  const isContent = isMaybeContent(stream, data, meter);
  // A content or a picture may begin with numbers, too.
  const [isStructure, mayBeObjects] = [tellsOfObjects(stream.head), mayHoldObjects(stream.head)];
  const { head, word } = stream;
  const predictors = head.isPicture && !tellsOfObjects(head) ? [] : predictorsOf(head, word, meter);
  const chains = chainsBefore(head, word, meter.text, filters);
  const take = (piece: Uint8Array, isAgain = false) => {
    check();
    if (!isAgain) {
      checkLimit(limits, "streamBytes", (stream.size += piece.length));
      checkLimit(limits, "expandedBytes", (meter.all += piece.length));
    }
    if (piece.buffer === room.buffer && looksLikeFont(head)) stream.inflated ??= piece.slice();
    const own = objects.at(-1)!;
    if (isStructure || own.length > 0 || (mayBeObjects && OBJECT_STREAM.test(latin1(piece.subarray(0, LOOKED_AT)))))
      own.push(latin1(piece));
    // What is longer can be a font or a picture, and no character map.
    else if (stream.size <= limits.contentBytes) others.push(latin1(piece));
    if (isContent) stream.weight! += weightOf(piece);
  };
  if (isReadAsItStands(data, chains)) take(data.subarray(0, expected));
  const begin = () => void objects.push([]);
  await decodeStream(data, expected, { room, filters, chains, predictors, take, begin });
  const text = [...others, ...objects.flat()].join("");
  checkContentNumbers(text);
  stream.map = Math.max(stream.map, meter.expansions.addText(text));
  if (isContent) stream.mayName ||= stream.size > limits.contentBytes || mayName(text);
  const isInFile = data.buffer === meter.bytes.buffer;
  if (head.names.has("W") && isInFile) {
    const dictionaries = head.starts.map((start) => meter.text.slice(start + OBJECT.length, word));
    meter.held.addTable(
      head,
      dictionaries,
      objects.map((way) => way.join("")),
    );
  }
  if (!mayBeObjects) return;
  // Between which of several filters a predictor stands isn't known, and then neither is what pdfjs reads.
  const isLastRead = predictors.length === 0 || (chains ?? []).every(({ length }) => length === 1);
  // What comes out first is what stands in the file.
  for (const [i, way] of objects.entries())
    if (way.length > 0) {
      const isRead = i === objects.length - 1 && isLastRead;
      readMaybeObjects(way.join(""), { isInFile: isInFile && i === 0, isRead }, stream, meter);
    }
}

interface Way {
  readonly isInFile: boolean;
  readonly isRead: boolean;
}

/** In which of several ways an encrypted stream is read isn't known: in one of them it has to be what it says. */
function readMaybeObjects(text: string, way: Way, stream: Stream, meter: Meter): void {
  if (!meter.decrypt || !way.isRead) return readObjects(text, way, stream, meter);
  try {
    readObjects(text, way, stream, meter);
    stream.isReadable = true;
  } catch (cause) {
    if (!(cause instanceof UnreadableDocumentError && cause.code === "damaged")) throw cause;
    readObjects(text, { ...way, isRead: false }, stream, meter);
  }
}

function readObjects(text: string, way: Way, { head, word }: Stream, meter: Meter): void {
  const { uses, ends } = meter;
  const held = head.names.has("First") ? heldObjects(text, way, head, word, meter) : [];
  for (const object of held) uses.readHeld(object);
  meter.held.addHolder(
    head,
    held.map(({ number }) => number),
  );
  // Nobody knows where the objects stand, if there are any.
  if (held.length === 0) uses.readStream(text);
  if (INNER_STREAM.test(text)) throw streamInObject();
  checkObjectStreamNames(text);
  if (meter.decrypt) checkObjectStreamHandlers(text);
  ends.addLoose(text);
  meter.drawsHidden ||= namesHiddenDrawing(text);
}
