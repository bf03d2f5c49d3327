/**
 * Limits that keep a hostile or broken file from taking the machine down. Each is a named number with its unit; a
 * caller may set any of them. What goes beyond one ends in an UnreadableDocumentError that names it.
 */
import { UnreadableDocumentError } from "./errors.js";

export interface Limits {
  /** Size of the file, bytes. @default 100 MiB */
  readonly bytes: number;
  /** Size of all entries of a zip, or all streams of a PDF, once inflated, bytes; checked before anything is kept. @default 300 MiB */
  readonly expandedBytes: number;
  /** Size of one XML part once inflated, bytes; a tree takes some twenty times as much memory. @default 16 MiB */
  readonly xmlBytes: number;
  /** Size of a plain text, bytes; a report of a hundred pages takes a tenth of the default. @default 4 MiB */
  readonly textBytes: number;
  /** Size of a web page, a web archive or an RTF file, bytes; all may hold their pictures. @default 16 MiB */
  readonly pageBytes: number;
  /** Size of one stream of a PDF once inflated, pictures aside, bytes; the largest are fonts. @default 32 MiB */
  readonly streamBytes: number;
  /** Size of the content of a page of a PDF once inflated, and of any stream but fonts and pictures, bytes. @default 4 MiB */
  readonly contentBytes: number;
  /** Number of entries of a zip. @default 5000 */
  readonly zipEntries: number;
  /** Depth of nested elements of XML and HTML. @default 500 */
  readonly depth: number;
  /** Number of nodes of an XML or HTML tree; of lines and of separated cells of a text; of operators, characters and lines of a page. @default 1000000 */
  readonly nodes: number;
  /** Number of characters and lines on all pages of a PDF or OFD together. @default 750000 */
  readonly characters: number;
  /** Number of attributes of one element of HTML. @default 1000 */
  readonly attributes: number;
  /** Number of pages. @default 2000 */
  readonly pages: number;
  /** Number of cells of one table, spans counted once a position. @default 100000 */
  readonly tableCells: number;
  /** Time for one document, milliseconds. @default 30000 */
  readonly milliseconds: number;
}

export const DEFAULT_LIMITS: Limits = {
  bytes: 100 * 1024 * 1024,
  expandedBytes: 300 * 1024 * 1024,
  xmlBytes: 16 * 1024 * 1024,
  textBytes: 4 * 1024 * 1024,
  pageBytes: 16 * 1024 * 1024,
  streamBytes: 32 * 1024 * 1024,
  contentBytes: 4 * 1024 * 1024,
  zipEntries: 5_000,
  depth: 500,
  nodes: 1_000_000,
  characters: 750_000,
  attributes: 1_000,
  pages: 2_000,
  tableCells: 100_000,
  milliseconds: 30_000,
};

/** The error for a document beyond a limit; code "limit-exceeded", with the limit's name and value and the option that sets it in the text. */
export function limitError(limit: keyof Limits, allowed: number, found?: number): UnreadableDocumentError {
  const than = found === undefined ? "" : ` (${found})`;
  return new UnreadableDocumentError("limit-exceeded", {
    zh: `超出限制 ${limit} = ${allowed}${than}，可用 limits.${limit} 调高`,
    en: `beyond the limit ${limit} = ${allowed}${than}, which limits.${limit} raises`,
  });
}

/** Throws where `found` is more than the limit allows. */
export function checkLimit(limits: Limits, limit: keyof Limits, found: number): void {
  if (found > limits[limit]) throw limitError(limit, limits[limit], found);
}

/** Limits of a document that is being read, with the moment in which its time is over. */
interface StartedLimits extends Limits {
  readonly ends?: number;
}

/**
 * The limits with the defaults for what isn't named; the time runs from now on, or from where it was started before.
 * @throws RangeError for a name that no limit has, or a value that nothing is ever beyond without saying so (NaN)
 */
export function startLimits(limits: Partial<Limits> = {}): Limits {
  const set = Object.entries(limits as Readonly<Record<string, unknown>>).filter(([, value]) => value !== undefined);
  for (const [name, value] of set) {
    if (name !== "ends" && !Object.hasOwn(DEFAULT_LIMITS, name)) throw new RangeError(`there is no limit "${name}"`);
    if (typeof value !== "number" || Number.isNaN(value)) {
      throw new RangeError(`limits.${name} takes a number, not ${String(value)}`);
    }
  }
  const all: StartedLimits = { ...DEFAULT_LIMITS, ...(Object.fromEntries(set) as Partial<Limits>) };
  return { ...all, ends: all.ends ?? performance.now() + all.milliseconds } as StartedLimits;
}

/**
 * A clock that a long loop asks; throws once the time limit is over.
 * @param every it is looked at in the first call, and then once in so many
 */
export function deadline(limits: Limits, every = 1): () => void {
  const { milliseconds, ends = performance.now() + milliseconds } = limits as StartedLimits;
  let calls = 0;
  return () => {
    if (calls++ % every === 0 && performance.now() > ends) throw limitError("milliseconds", milliseconds);
  };
}

/** Steps between two looks at the clock, where a step is short. */
const STEPS_AT_ONCE = 256;

/** A clock for a loop of many short steps. */
export function deadlineOfSteps(limits: Limits): () => void {
  return deadline(limits, STEPS_AT_ONCE);
}
