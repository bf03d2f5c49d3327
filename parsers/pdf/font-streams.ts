/**
 * The streams of a PDF that are font programs in; an error where one would keep pdfjs busy far longer than its bytes tell. What a
 * program is encoded by has to be written plainly, as it is by all writers: the bytes that pdfjs reads are the ones to check.
 */
import type { Limits } from "../limits.js";
import { decodeThrough } from "./decode.js";
import type { Decrypt } from "./decrypt.js";
import { filterChainsOf, type Chain } from "./filter-chains.js";
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
    const [ways, told] = [chainsOf(entries), toldOf(entries)];
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

async function checkData(
  data: Uint8Array,
  expected: number,
  ways: readonly Chain[],
  told: ToldOfFont,
  file: FontFile,
): Promise<void> {
  for (const filters of ways) {
    checkFont(await decodeThrough(data, expected, filters, file.room), told, file.limits, file.check);
  }
}

/** A predictor isn't undone. */
function chainsOf(entries: Entries): Chain[] {
  const parameters = entries.get("DP") ?? entries.get("DecodeParms") ?? [];
  const predictor = parameters[parameters.indexOf(PREDICTOR) + 1];
  if (parameters.includes("R") || (parameters.includes(PREDICTOR) && predictor !== "1"))
    throw unsupportedFilter(PREDICTOR.slice(1));
  return filterChainsOf(entries);
}

function toldOf(entries: Entries): ToldOfFont {
  const [length, subtype = ""] = [entries.get("Length1") ?? [], entries.get("Subtype")?.join(" ")];
  return {
    isPlain: true,
    isMaybeCff: /^\/(?:Type1C|CIDFontType0C)\b|R$/.test(subtype),
    headLength: length.length === 0 ? null : length.includes("R") ? NaN : Number(length[0]),
  };
}
