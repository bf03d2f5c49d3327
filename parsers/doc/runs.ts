/** The pages of formatted runs of a Word document (FKP, [MS-DOC] 2.9.33 and 2.9.175) in; runs by their place out. */
import { append } from "../append.js";
import { checkLimit, type Limits } from "../limits.js";
import { damagedDoc, type Place } from "./fib.js";

/** Bytes of the main stream whose text has the same properties. */
export interface Run {
  readonly from: number;
  readonly to: number;
  /** Of a paragraph: the style that the properties are added to. */
  readonly style: number;
  readonly properties: Uint8Array;
}

/** Finds the run that holds the byte; consecutive questions are cheap. */
export type RunAt = (offset: number) => Run;

export type RunKind = "characters" | "paragraphs";

const PAGE = 512;
const NOTHING = new Uint8Array(0);
/** Bytes that a page keeps for each run besides its place. */
const DESCRIPTOR: Readonly<Record<RunKind, number>> = { characters: 1, paragraphs: 13 };

export function readRuns(
  stream: Uint8Array,
  table: Uint8Array,
  { start, size }: Place,
  kind: RunKind,
  limits: Limits,
): RunAt {
  if (start + size > table.length) throw damagedDoc();
  const count = Math.max(0, Math.floor((size - 4) / 8));
  const view = new DataView(table.buffer, table.byteOffset + start, size);
  const pages = new Set(Array.from({ length: count }, (_, i) => view.getUint32(4 * (count + 1) + 4 * i, true)));
  const runs: Run[] = [];
  for (const page of pages) {
    const bytes = stream.subarray(page * PAGE, (page + 1) * PAGE);
    if (bytes.length < PAGE) throw damagedDoc();
    append(runs, readPage(bytes, kind));
    checkLimit(limits, "nodes", runs.length);
  }
  return finder(runs.sort((a, b) => a.from - b.from));
}

function readPage(page: Uint8Array, kind: RunKind): Run[] {
  const view = new DataView(page.buffer, page.byteOffset, PAGE);
  const count = Math.min(page[PAGE - 1]!, Math.floor((PAGE - 5) / (4 + DESCRIPTOR[kind])));
  return Array.from({ length: count }, (_, i): Run => {
    const [from, to] = [view.getUint32(4 * i, true), view.getUint32(4 * i + 4, true)];
    const at = 2 * page[4 * (count + 1) + DESCRIPTOR[kind] * i]!;
    if (at === 0) return { from, to, style: 0, properties: NOTHING };
    if (kind === "characters") {
      return { from, to, style: 0, properties: page.subarray(at + 1, at + 1 + page[at]!) };
    }
    const length = page[at]!;
    const [begin, bytes] = length > 0 ? [at + 1, 2 * length - 1] : [at + 2, 2 * (page[at + 1] ?? 0)];
    const style = begin + 2 <= PAGE ? view.getUint16(begin, true) : 0;
    return { from, to, style, properties: page.subarray(begin + 2, begin + bytes) };
  });
}

function finder(runs: readonly Run[]): RunAt {
  let last: Run = { from: 0, to: 0, style: 0, properties: NOTHING };
  return (offset) => {
    if (offset >= last.from && offset < last.to) return last;
    let [low, high] = [0, runs.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (runs[middle]!.from <= offset) low = middle;
      else high = middle - 1;
    }
    const found = runs[low];
    const next = found && found.from > offset ? found : runs[low + 1];
    last = found && offset >= found.from && offset < found.to ? found : plainRun(offset, next ? next.from : offset + 1);
    return last;
  };
}

/** A place that no page describes has no properties of its own. */
const plainRun = (from: number, to: number): Run => ({ from, to, style: 0, properties: NOTHING });
