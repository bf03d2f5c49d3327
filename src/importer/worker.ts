/**
 * The process that parses: a document in, its packed reports or the reason why there is none out. One document at a
 * time; the importer ends and replaces a process that takes too long or too much memory.
 */
import { createHash } from "node:crypto";
import { constants, setPriority } from "node:os";
import workerpool from "workerpool";
import { checkLimit, startLimits } from "../../parsers/limits.js";
import { fileBytes } from "../file-bytes.js";
import type { parseReports } from "../parse.js";
import { packReport } from "../store/packed-report.js";
import { failureOf, memoryFailure } from "./failure.js";
import type { ParseResult, ParseTask, WorkerSettings } from "./task.js";
import { watch } from "./watchdog.js";

/**
 * Size of the rows of all reports of a document, bytes: over a thousand times an ordinary report's. The store takes a
 * batch in some ten times its memory, and the one document that is larger must not end the import.
 */
const MOST_ROWS = 16 * 1024 * 1024;

const settings = JSON.parse(process.argv[2]!) as WorkerSettings;
watch(settings.memory);
stepBack();
const parser = import(settings.parser) as Promise<{ parseReports: typeof parseReports }>;
// Whoever asks gets the error: `ready` before any document.
parser.catch(() => undefined);

/** The importer, which hands out the work, goes first where there are as many workers as cores: else they wait for it. */
function stepBack(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // A system that doesn't allow it leaves all processes alike.
  }
}

async function ready(): Promise<void> {
  await parser;
}

async function parse(task: ParseTask): Promise<ParseResult> {
  let sha256: string | null = null;
  try {
    const bytes = task.bytes ?? (await fileBytes(task.file!, task.limits));
    sha256 = createHash("sha256").update(bytes).digest("hex");
    checkLimit(startLimits(task.limits), "bytes", bytes.byteLength);
    const reports = await (await parser).parseReports(bytes, { file: task.path, lang: task.lang, limits: task.limits });
    const packed = reports.map(packReport);
    const size = packed.reduce((sum, { rows }) => sum + rows.byteLength, 0);
    return size > MOST_ROWS ? { sha256, ...memoryFailure(task.lang) } : { status: "read", sha256, reports: packed };
  } catch (error) {
    return { sha256, ...failureOf(error, task.lang) };
  }
}

workerpool.worker({ ready, parse });
