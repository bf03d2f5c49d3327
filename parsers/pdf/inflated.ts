/**
 * Bytes of a PDF in; an error where its streams hold more than the limits out. pdfjs decodes a stream at once and keeps it
 * whole, so that a small file could take any memory: what would come out is counted before, and thrown away.
 */
import { checkLimit, deadline, type Limits } from "../limits.js";
import { ROOM } from "./decode.js";
import { decrypter } from "./decrypt.js";
import { expansionsWithin } from "./expansions.js";
import { checkFontStream } from "./font-streams.js";
import { checkFonts } from "./font-parts.js";
import { FontTally } from "./font-tally.js";
import { heldNumbers } from "./held-numbers.js";
import { checkHiddenDrawing, objectsLater } from "./hidden-drawing.js";
import { latin1 } from "./latin1.js";
import { filtersOf, measureAll, UNKNOWN, type Meter, type Stream } from "./measured-streams.js";
import { withoutPlaces } from "./object-streams.js";
import { checkFileNames, type Range } from "./pictures.js";
import { isMaybeFont, mayHoldObjects, maybeUnread, roleOf } from "./roles.js";
import { streamEnds } from "./stream-ends.js";
import { checkTables } from "./table-cost.js";
import { usesReader, type StreamHead, type UsesReader } from "./uses.js";

/** Behind the word pdfjs leaves out all up to the next line. */
const STREAM = /(?<!end)stream([^\r\n]*)(?:\r\n?|\n)/g;
/** An object of the file counts as so many nodes: a page of a report needs some ten objects. */
const OBJECT_NODES = 5;

/**
 * @returns where the dictionaries of the streams stand
 * @throws UnreadableDocumentError "limit-exceeded" for nodes, contentBytes, streamBytes, expandedBytes or milliseconds;
 * "unsupported-filter" for one that can't be counted
 */
export async function checkInflated(bytes: Uint8Array, limits: Limits): Promise<readonly Range[]> {
  const check = deadline(limits);
  const text = latin1(bytes);
  const fonts = new FontTally();
  const uses = usesReader(check, countWithin(limits), fonts);
  uses.readFile(text);
  checkFileNames(uses.names);
  const streams = streamsOf(text, uses);
  const later = streams.filter(({ head }) => maybeUnread(head));
  const first = streams.filter(({ head }) => !maybeUnread(head));
  const meter: Meter = {
    ...{ bytes, text, limits, uses, check, room: new Uint8Array(ROOM), all: 0, drawsHidden: false },
    ...{ ends: streamEnds(text), held: heldNumbers(), expansions: expansionsWithin(limits) },
    decrypt: await decrypter(text, bytes, uses.encryptions),
  };
  // Object streams name filters and lengths, too: with what they told, some streams may be more.
  while (await measureAll(first, meter));
  // They hold references, too: what a stream is used for is known once all have been read.
  while (
    await measureAll(
      later.filter(({ head }) => roleOf(head, uses) !== "unread"),
      meter,
    )
  );
  for (const { head, size } of streams) if (roleOf(head, uses) === "content") checkLimit(limits, "contentBytes", size);
  checkArrays(streams, uses, limits);
  checkTables(streams, meter);
  meter.held.check(uses, check);
  if (meter.decrypt && streams.some(({ head, isReadable }) => holdsObjects(head) && !isReadable)) throw withoutPlaces();
  for (const { head, word, start, end, inflated = null } of streams) {
    if (isMaybeFont(head, uses)) await checkFontStream({ starts: head.starts, word, start, end, inflated }, meter);
  }
  const file = { ...meter, filters: filtersOf(uses), names: uses.names, isNamedInStream: meter.drawsHidden };
  const known = objectsLater(streams, file);
  await checkFonts(streams, fonts, known, meter);
  await checkHiddenDrawing(streams, file, known);
  return streams.flatMap(({ head, word }): Range[] => (head === UNKNOWN ? [] : [[head.start, word]]));
}

const holdsObjects = (head: StreamHead) => head.names.has("First") && mayHoldObjects(head);

function countWithin(limits: Limits): () => void {
  let objects = 0;
  return () => checkLimit(limits, "nodes", (objects += OBJECT_NODES));
}

function streamsOf(text: string, { heads }: UsesReader): Stream[] {
  let next = 0;
  return [...text.matchAll(STREAM)].flatMap(({ 0: line, 1: rest, index: word }) => {
    const head = heads.get(word);
    if (!head && rest !== "") return [];
    const start = word + line.length;
    if (next < start) next = text.indexOf("endstream", start);
    if (next < 0) next = text.length;
    return [{ word, start, next, end: next, head: head ?? UNKNOWN, size: 0, weight: null, mayName: false, map: 0 }];
  });
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
