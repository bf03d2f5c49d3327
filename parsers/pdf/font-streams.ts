/**
 * The streams of a PDF that are font programs in; an error where one would keep pdfjs busy far longer than its bytes tell. What a
 * program is encoded by has to be written plainly, as it is by all writers: the bytes that pdfjs reads are the ones to check.
 */
import type { Limits } from "../limits.js";
import { decodeThrough } from "./decode.js";
import type { Decrypt } from "./decrypt.js";
import { FILTERS, type Filter } from "./filters.js";
import { checkFont } from "./fonts/index.js";
import { unsupportedFilter } from "./pictures.js";
import { entriesOf, type Entries } from "./stream-dictionary.js";

export interface FontFile {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly limits: Limits;
  readonly check: () => void;
  readonly room: Uint8Array;
  readonly decrypt: Decrypt | null;
}

export interface FontStream {
  /** Where all the objects that it may belong to begin. */
  readonly starts: readonly number[];
  readonly word: number;
  readonly start: number;
  readonly end: number;
}

const FLATE = ["FlateDecode", "Fl"];
/** It says how the stream is encrypted, and pdfjs lets it be. */
const CRYPT = "Crypt";
const OBJECT = "obj";
const PREDICTOR = "/Predictor";

export async function checkFontStream(stream: FontStream, file: FontFile): Promise<void> {
  const { bytes, text, decrypt } = file;
  const data = bytes.subarray(stream.start);
  const expected = stream.end - stream.start;
  for (const start of stream.starts) {
    const entries = entriesOf(text.slice(start + OBJECT.length, stream.word));
    // What is no dictionary makes no stream of what follows.
    if (!entries) continue;
    const way = { ways: waysOf(entries), lengths: lengthsOf(entries), isSure: !decrypt };
    await checkData(data, expected, way, file);
    for await (const plain of decrypt?.(data.subarray(0, expected), [start]) ?? []) {
      await checkData(plain, plain.length, { ...way, isSure: true }, file);
    }
  }
}

interface Way {
  readonly ways: readonly (readonly (Filter | "Flate")[])[];
  readonly lengths: readonly number[];
  /** False for what may be encrypted: it looks like nothing, and is no font that nobody knows. */
  readonly isSure: boolean;
}

async function checkData(data: Uint8Array, expected: number, way: Way, file: FontFile): Promise<void> {
  for (const filters of way.ways) {
    const program = await decodeThrough(data, expected, filters, file.room);
    checkFont(program, way.lengths, way.isSure, file.limits, file.check);
  }
}

/** The filters of a stream; LZW may be read in two ways. */
function waysOf(entries: Entries): (Filter | "Flate")[][] {
  const parameters = entries.get("DP") ?? entries.get("DecodeParms") ?? [];
  const predictor = parameters[parameters.indexOf(PREDICTOR) + 1];
  if (parameters.includes("R") || (parameters.includes(PREDICTOR) && predictor !== "1"))
    throw unsupportedFilter(PREDICTOR.slice(1));
  const names = (entries.get("F") ?? entries.get("Filter") ?? []).filter((token) => !/^[[\]]$/.test(token));
  const ways = names
    .map((name) => name.slice(1))
    .filter((name) => name !== CRYPT)
    .map((name): readonly (Filter | "Flate")[] =>
      FLATE.includes(name) ? ["Flate"] : FILTERS.filter((filter) => filter.names.includes(name)),
    );
  if (names.some((name) => !name.startsWith("/"))) throw unsupportedFilter(names.join(" ").slice(0, 40));
  // What no filter is known for is read as it is.
  return ways
    .filter((choice) => choice.length > 0)
    .reduce<(Filter | "Flate")[][]>((all, choice) => all.flatMap((way) => choice.map((one) => [...way, one])), [[]]);
}

function lengthsOf(entries: Entries): number[] {
  return (entries.get("Length1") ?? []).map(Number).filter((length) => Number.isInteger(length) && length >= 0);
}
