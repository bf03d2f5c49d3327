/**
 * A PDF whose streams have been counted in; whether it holds anything that pdfjs draws for itself, and what that takes: an error
 * where it is beyond the limits. Most PDFs hold nothing of it, and are not looked at again.
 */
import { checkLimit } from "../limits.js";
import { decodeStream, isReadAsItStands } from "./decode.js";
import { chainsBefore, type Chain } from "./filter-chains.js";
import type { Filter } from "./filters.js";
import type { FontFile } from "./font-streams.js";
import { weightOfText } from "./invocations.js";
import { latin1 } from "./latin1.js";
import { checkMultiplied } from "./multiplied.js";
import { objectsOf, type Holder, type Objects } from "./objects.js";
import { spellings } from "./spellings.js";
import { predictorsOf, type Predictor } from "./predictors.js";
import type { StreamHead } from "./uses.js";

/** A stream of the file. */
export interface FileStream {
  /** Where the word stands before its data. */
  readonly word: number;
  readonly start: number;
  readonly end: number;
  readonly head: StreamHead;
  /** What its operators would take, in nodes, if it were a content; null where that isn't known. */
  readonly weight: number | null;
  /** Whether a content of it may name another. */
  readonly mayName: boolean;
}

export interface HiddenDrawingFile extends FontFile {
  /** The filters other than Flate that the file names. */
  readonly filters: readonly Filter[];
  /** Every name in the objects. */
  readonly names: ReadonlySet<string>;
  /** Whether an object stream names what is drawn in this way. */
  readonly isNamedInStream: boolean;
}

const [APPEARANCES, GLYPHS, PATTERN] = ["AP", "CharProcs", "PatternType"] as const;
/** Keys of a stream of objects, and of one with a table of them. */
const [OBJECTS, TABLE] = ["First", "W"] as const;
const OBJECT = "obj";
const ANY_NAME = new RegExp(`/(?:${[APPEARANCES, GLYPHS].map(spellings).join("|")})`, "i");
const LINE_END = /\r\n?|\n/g;

/** Whether the text of an object stream names annotations that are drawn, or glyphs; a pattern is a stream of the file. */
export const namesHiddenDrawing = (text: string): boolean => ANY_NAME.test(text);

/** The objects of the file, which are looked through when somebody asks. */
export function objectsLater(streams: readonly FileStream[], file: HiddenDrawingFile): () => Promise<Objects> {
  const { text, limits, check } = file;
  const having = (name: string) =>
    streams.flatMap((stream): Holder[] =>
      stream.head.names.has(name)
        ? stream.head.starts.map((start) => ({
            numbers: stream.head.numbers,
            dictionary: text.slice(start + OBJECT.length, stream.word),
            texts: async () => textsOf(stream, file),
          }))
        : [],
    );
  let objects: Promise<Objects> | undefined;
  return async () => (objects ??= objectsOf(text, having(OBJECTS), having(TABLE), limits, check));
}

/** @throws UnreadableDocumentError "limit-exceeded" for nodes, depth, streamBytes or milliseconds */
export async function checkHiddenDrawing(
  streams: readonly FileStream[],
  file: HiddenDrawingFile,
  objectsOfFile: () => Promise<Objects>,
): Promise<void> {
  const { names, isNamedInStream, text, limits, check } = file;
  const onPages =
    isNamedInStream ||
    names.has(GLYPHS) ||
    (names.has(PATTERN) && streams.some(({ head }) => head.names.has(PATTERN) || head.names.size === 0));
  if (!onPages && !names.has(APPEARANCES)) return;
  const byWord = new Map(streams.map((stream) => [stream.word, stream]));
  const streamOf = (word: number) => byWord.get(word) ?? streamAt(text, word);
  const weightOf = async (word: number) => {
    const stream = streamOf(word);
    return stream.weight ?? weightOfText((await textsOf(stream, file)).join(""));
  };
  const mayName = (word: number) => streamOf(word).mayName || streamOf(word).weight === null;
  const contentOf = async (word: number) => (mayName(word) ? textsOf(streamOf(word), file) : []);
  const objects = await objectsOfFile();
  await checkMultiplied({ objects, weightOf, mayName, contentOf }, onPages, limits, check);
}

/** What the reader of all objects took for none, and nothing is known of. */
function streamAt(text: string, word: number): FileStream {
  LINE_END.lastIndex = word;
  const line = LINE_END.exec(text);
  const start = line ? line.index + line[0].length : text.length;
  const next = text.indexOf("endstream", start);
  return {
    ...{ word, weight: null, mayName: true },
    start,
    end: next < 0 ? text.length : next,
    head: { start: word, starts: [], numbers: [], names: new Set(), isPicture: false },
  };
}

/** What a stream holds, by each way in which it may be decoded. */
async function textsOf({ word, start, end, head }: FileStream, file: HiddenDrawingFile): Promise<string[]> {
  const ways = {
    predictors: predictorsOf(head, word, file),
    chains: chainsBefore(head, word, file.text, file.filters),
  };
  const data = file.bytes.subarray(start);
  const texts = [await decodings(data, end - start, ways, file)];
  for await (const plain of file.decrypt?.(data.subarray(0, end - start), head.starts) ?? []) {
    texts.push(await decodings(plain, plain.length, ways, file));
  }
  return texts.flat();
}

async function decodings(
  data: Uint8Array,
  expected: number,
  ways: { readonly predictors: readonly Predictor[]; readonly chains: readonly Chain[] | null },
  file: HiddenDrawingFile,
): Promise<string[]> {
  const { room, filters, check, limits } = file;
  const texts: string[][] = [];
  let size = 0;
  const begin = () => void texts.push([]);
  const take = (piece: Uint8Array) => {
    check();
    checkLimit(limits, "streamBytes", (size += piece.length));
    texts.at(-1)!.push(latin1(piece));
  };
  begin();
  if (isReadAsItStands(data, ways.chains)) take(data.subarray(0, expected));
  await decodeStream(data, expected, { room, filters, ...ways, take, begin });
  return texts.map((pieces) => pieces.join("")).filter((text) => text !== "");
}
