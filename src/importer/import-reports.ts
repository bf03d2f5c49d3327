/**
 * Paths in, a store full of reports and a stream of events out. The run may be ended at any moment and started again:
 * what is in the store is never half a batch, and files that it knows are not read twice.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import { checkLimit, startLimits } from "../../parsers/limits.js";
import { FILE_STATUSES, type FileRecord, type FileStatus, type Outcome, type Store } from "../store/store.js";
import { VERSION } from "../version.js";
import { createArchiveReader, type ArchiveReader } from "./archive-reader.js";
import { discover } from "./discover.js";
import type { ImportEvent, ImportOptions } from "./events.js";
import { failureOf } from "./failure.js";
import type { FoundFile } from "./found-file.js";
import { poolSettings } from "./pool-settings.js";
import { createParserPool, type ParserPool } from "./pool.js";
import { createSaver } from "./saver.js";
import { checkSources } from "./search.js";

const PARSER = `nianbao ${VERSION}`;

/** Files whose records are asked for at a time. */
const KNOWN_AT_ONCE = 1_000;

/**
 * Imports reports: folders, files, globs and zip archives, all formats mixed.
 * @throws RangeError for an option or a limit that is no positive number, or that no import can be run with
 * @throws the file system's error (ENOENT) for a source that doesn't exist and is no glob
 * @throws StoreError where the store can't be opened or written, e.g. "disk-full"; run again, it goes on where it was
 */
export async function* importReports(
  source: string | readonly string[],
  options: ImportOptions,
): AsyncGenerator<ImportEvent, void, undefined> {
  const sources = typeof source === "string" ? [source] : source;
  // Before there is a store: a wrong option or a mistyped path is to leave none behind. Who made the store sees to that himself.
  const settings = poolSettings(options);
  startLimits(options.limits);
  if (typeof options.into === "string") await checkSources(sources);
  const parser = options.parser ?? new URL("../parse.js", import.meta.url).href;
  const archives = createArchiveReader(options.limits);
  const store = await storeOf(options);
  let pool: ParserPool | null = null;
  try {
    // Before the files are looked for: the processes load the parser meanwhile.
    pool = await createParserPool({ ...settings, parser });
    const files = await discover(sources, archives);
    const { toRead, unchanged } = await plan(files, store, options);
    yield { type: "planned", files: files.length, toRead: toRead.length, unchanged };
    if (toRead.length > 0) await pool.ready;
    yield* read(toRead, { store, archives, pool, options });
  } finally {
    archives.close();
    try {
      await pool?.close();
    } finally {
      if (typeof options.into === "string") await store.close();
    }
  }
}

async function storeOf({ into }: ImportOptions): Promise<Store> {
  if (typeof into !== "string") return into;
  return (await import("../store/duckdb-store.js")).openDuckDbStore(resolve(into));
}

type Counts = Record<FileStatus, number>;
const noCounts = () => Object.fromEntries(FILE_STATUSES.map((status) => [status, 0])) as Counts;

async function plan(files: readonly FoundFile[], store: Store, options: ImportOptions) {
  const toRead: FoundFile[] = [];
  const unchanged = noCounts();
  for (let start = 0; start < files.length; start += KNOWN_AT_ONCE) {
    const group = files.slice(start, start + KNOWN_AT_ONCE);
    const known = await store.filesAt(group.map(({ path }) => path));
    for (const file of group) {
      const record = known.get(file.path);
      if (record === undefined || isDue(file, record, options)) toRead.push(file);
      else unchanged[record.status]++;
    }
  }
  return { toRead, unchanged };
}

function isDue(file: FoundFile, record: FileRecord, { retry, reparse }: ImportOptions): boolean {
  if (file.fingerprint !== record.fingerprint) return true;
  if (reparse === true && record.parser !== PARSER) return true;
  if (record.status === "read" || retry === undefined) return false;
  return retry === "all" || (retry === "not-a-report") === (record.status === "not-a-report");
}

interface Run {
  readonly store: Store;
  readonly archives: ArchiveReader;
  readonly pool: ParserPool;
  readonly options: ImportOptions;
}

/** Keeps every worker busy with one document, and saves behind their backs. */
async function* read(files: readonly FoundFile[], run: Run): AsyncGenerator<ImportEvent, void, undefined> {
  const started = performance.now();
  const documents = noCounts();
  const saver = createSaver(run.store, run.options.batch);
  const { pool, options } = run;
  let next = 0;
  try {
    const running = new Map<FoundFile, Promise<[FoundFile, Outcome]>>();
    for (;;) {
      while (running.size < pool.tasks && next < files.length && options.signal?.aborted !== true) {
        const file = files[next++]!;
        const pair = outcomeOf(file, run).then((outcome): [FoundFile, Outcome] => [file, outcome]);
        running.set(file, pair);
      }
      if (running.size === 0) break;
      const [file, outcome] = await Promise.race(running.values());
      running.delete(file);
      documents[outcome.file.status]++;
      const safe = await saver.add(outcome);
      yield documentEvent(outcome);
      if (safe) yield { type: "saved", documents: saver.saved() };
    }
  } finally {
    await saver.flush();
  }
  yield { type: "saved", documents: saver.saved() };
  const seconds = (performance.now() - started) / 1000;
  yield { type: "finished", documents, seconds, interrupted: next < files.length };
}

function documentEvent({ file: { path, status, code, message } }: Outcome): ImportEvent {
  return { type: "document", path, status, code, message };
}

async function outcomeOf(file: FoundFile, run: Run): Promise<Outcome> {
  const lang = run.options.lang ?? "zh";
  const base = { path: file.path, fingerprint: file.fingerprint, bytes: file.bytes, parser: PARSER };
  let bytes: Uint8Array | null;
  try {
    bytes = await bytesOf(file, run);
  } catch (error) {
    return { file: { ...base, sha256: null, ...failureOf(error, lang) }, reports: [] };
  }
  const onDisk = "file" in file.content ? file.content.file : null;
  const result = await run.pool.parse({ path: file.path, file: onDisk, bytes, lang, limits: run.options.limits ?? {} });
  if (result.status === "read") {
    const record = { ...base, sha256: result.sha256, status: result.status, code: null, message: null };
    return { file: record, reports: result.reports };
  }
  const { status, code, message } = result;
  const sha256 = result.sha256 ?? (await hashOf(onDisk, bytes));
  return { file: { ...base, sha256, status, code, message }, reports: [] };
}

/** The bytes of a file in an archive; null for one on disk, which the worker reads itself. Nothing reads what is too large. */
async function bytesOf(
  { content, bytes }: FoundFile,
  { archives, options: { limits } }: Run,
): Promise<Uint8Array | null> {
  if ("error" in content) throw content.error;
  checkLimit(startLimits(limits), "bytes", bytes);
  return "file" in content ? null : archives.read(content.archive, content.entry);
}

/** The hash of a document whose worker didn't live to tell. */
async function hashOf(file: string | null, bytes: Uint8Array | null): Promise<string | null> {
  const hash = createHash("sha256");
  try {
    if (bytes !== null) hash.update(bytes);
    else for await (const chunk of createReadStream(file!)) hash.update(chunk as Buffer);
  } catch {
    return null;
  }
  return hash.digest("hex");
}
