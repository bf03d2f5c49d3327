/**
 * The streams of a PDF that are font programs in; an error where one would keep pdfjs busy far longer than its bytes tell. What a
 * program is encoded by has to be written plainly, as it is by all writers: the bytes that pdfjs reads are the ones to check.
 */
import type { Limits } from "../limits.js";
import { decodeThrough } from "./decode.js";
import type { Decrypt } from "./decrypt.js";
import { FILTERS, type Filter } from "./filters.js";
import { checkFont, type ToldOfFont } from "./fonts/index.js";
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
  /** What Flate makes of it, where that is known. */
  readonly inflated: Uint8Array | null;
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
    const [ways, told] = [waysOf(entries), toldOf(entries)];
    if (stream.inflated && !decrypt && ways.length === 1 && ways[0]!.length === 1 && ways[0]![0] === "Flate") {
      checkFont(stream.inflated, told, file.limits, file.check);
      continue;
    }
    // What may be encrypted looks like nothing, and is no font that nobody knows.
    await checkData(data, expected, ways, { ...told, isPlain: !decrypt }, file);
    for await (const plain of decrypt?.(data.subarray(0, expected), [start]) ?? []) {
      await checkData(plain, plain.length, ways, told, file);
    }
  }
}

type Way = readonly (Filter | "Flate")[];

async function checkData(
  data: Uint8Array,
  expected: number,
  ways: readonly Way[],
  told: ToldOfFont,
  file: FontFile,
): Promise<void> {
  for (const filters of ways) {
    checkFont(await decodeThrough(data, expected, filters, file.room), told, file.limits, file.check);
  }
}

/** The filters of a stream; LZW may be read in two ways. */
function waysOf(entries: Entries): Way[] {
  const parameters = entries.get("DP") ?? entries.get("DecodeParms") ?? [];
  const predictor = parameters[parameters.indexOf(PREDICTOR) + 1];
  if (parameters.includes("R") || (parameters.includes(PREDICTOR) && predictor !== "1"))
    throw unsupportedFilter(PREDICTOR.slice(1));
  const value = firstOf(entries.get("F") ?? entries.get("Filter") ?? []);
  if (value.includes("R")) throw unsupportedFilter(value.join(" ").slice(0, 40));
  const names = value.filter((token) => token.startsWith("/"));
  const ways = names
    .map((name) => name.slice(1))
    .filter((name) => name !== CRYPT)
    .map((name): Way => (FLATE.includes(name) ? ["Flate"] : FILTERS.filter((filter) => filter.names.includes(name))));
  // What no filter is known for is read as it is.
  return ways
    .filter((choice) => choice.length > 0)
    .reduce<Way[]>((all, choice) => all.flatMap((way) => choice.map((one) => [...way, one])), [[]]);
}

/** A value is a name, an array or a reference; what follows it is damaged. */
function firstOf(value: readonly string[]): readonly string[] {
  if (value[0] === "[") return value.slice(0, value.indexOf("]") >>> 0);
  return value[2] === "R" ? value : value.slice(0, 1);
}

function toldOf(entries: Entries): ToldOfFont {
  const [length, subtype = ""] = [entries.get("Length1") ?? [], entries.get("Subtype")?.join(" ")];
  return {
    isPlain: true,
    isMaybeCff: /^\/(?:Type1C|CIDFontType0C)\b|R$/.test(subtype),
    headLength: length.length === 0 ? null : length.includes("R") ? NaN : Number(length[0]),
  };
}
