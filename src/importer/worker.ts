/**
 * The process that parses: a document in, its packed reports or the reason why there is none out. One document at a
 * time; the importer ends and replaces a process that takes too long or too much memory.
 */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import workerpool from "workerpool";
import { DEFAULT_LIMITS, checkLimit } from "../../parsers/limits.js";
import type { parseReports } from "../parse.js";
import { packReport } from "../store/packed-report.js";
import { failureOf, type Failure } from "./failure.js";
import type { ParseResult, ParseTask, WorkerSettings } from "./task.js";
import { watch } from "./watchdog.js";

const settings = JSON.parse(process.argv[2]!) as WorkerSettings;
watch(settings.memory);
const parser = import(settings.parser) as Promise<{ parseReports: typeof parseReports }>;
// Whoever asks gets the error: `ready` before any document.
parser.catch(() => undefined);

async function ready(): Promise<void> {
  await parser;
}

async function parse(task: ParseTask): Promise<ParseResult> {
  let sha256: string | null = null;
  try {
    const bytes = task.bytes ?? (await readFile(task.file!));
    sha256 = createHash("sha256").update(bytes).digest("hex");
    checkLimit({ ...DEFAULT_LIMITS, ...task.limits }, "bytes", bytes.byteLength);
    const reports = await (await parser).parseReports(bytes, { file: task.path, lang: task.lang, limits: task.limits });
    return { status: "read", sha256, reports: reports.map(packReport) };
  } catch (error) {
    return { sha256, ...(failureOf(error, task.lang) as Failure & { status: "failed" }) };
  }
}

workerpool.worker({ ready, parse });
