/**
 * A pool of processes that parse, one document a task. Processes and not threads: one that runs out of memory, or
 * crashes in native code, takes only itself down.
 */
import { platform } from "node:process";
import { fileURLToPath } from "node:url";
import type { Language } from "../language.js";
import { optionalPackage } from "../store/errors.js";
import { crashFailure, failureOf, memoryFailure, timeoutFailure, type Failure } from "./failure.js";
import type { PoolSettings } from "./pool-settings.js";
import { createSlots } from "./slots.js";
import type { ParseResult, ParseTask, WorkerSettings } from "./task.js";

export interface PoolOptions extends PoolSettings {
  /** URL of the module with parseReports. */
  readonly parser: string;
}

export interface ParserPool {
  /** Tasks that keep all workers busy: one that each works on, and one that each finds waiting when it is done. */
  readonly tasks: number;
  /**
   * Resolves when every process has loaded the parser.
   * @throws where the parser itself can't be loaded: that is no document's fault
   */
  readonly ready: Promise<unknown>;
  /** Never rejects. A task's time begins when a worker begins with it. */
  parse(task: ParseTask): Promise<ParseResult>;
  close(): Promise<void>;
}

/** What Node and the loaded parsers take before any document, MiB. */
const BASE_MEMORY = 256;
/** Half of what V8 may use for young objects, MiB. The trees of an ordinary document die there. */
const YOUNG_GENERATION = 16;
/**
 * Size that the old objects may reach before V8 first collects them, MiB. Each full collection throws away the machine
 * code of functions that live only as long as a document (those of the libraries' readers), which is then compiled
 * again; twice as rare, they save a tenth of the processor's time.
 */
const OLD_GENERATION = 128;
/** Grace for a process to end itself before it is killed, milliseconds. */
const TERMINATE_TIMEOUT = 200;

/** Starts the processes, which load the parser while the caller has other things to do. */
export async function createParserPool(options: PoolOptions): Promise<ParserPool> {
  const { default: workerpool } = await optionalPackage("workerpool", () => import("workerpool"));
  const settings: WorkerSettings = {
    parser: options.parser,
    memory: (options.memory + BASE_MEMORY) * 1024 * 1024,
  };
  const pool = workerpool.pool(fileURLToPath(new URL("./worker.js", import.meta.url)), {
    workerType: "process",
    maxWorkers: options.workers,
    workerTerminateTimeout: TERMINATE_TIMEOUT,
    // What a library prints while it parses belongs neither in the result nor in the progress.
    emitStdStreams: true,
    forkArgs: [JSON.stringify(settings)],
    forkOpts: {
      serialization: "advanced",
      execArgv: nodeFlags(options.memory),
      // Ctrl-C reaches every process of a terminal's group; the importer decides when these end.
      detached: platform !== "win32",
    },
  });
  const ready = Promise.all(Array.from({ length: options.workers }, async () => pool.exec("ready")));
  // Whoever waits for it gets the error; a pool that is closed before needs none.
  ready.catch(() => undefined);
  // The library would queue tasks too, but forgets those that wait when a process dies.
  const inSlot = createSlots(options.workers);
  let closed = false;
  const attempt = async (task: ParseTask) => (await pool.exec("parse", [task]).timeout(options.timeout)) as ParseResult;
  const parse = async (task: ParseTask): Promise<ParseResult> => {
    try {
      return await attempt(task).catch((error: unknown) => {
        if (closed || !wasKilled(error)) throw error;
        return attempt(task);
      });
    } catch (error) {
      return { sha256: null, ...endOf(error, task.lang) };
    }
  };
  return {
    tasks: 2 * options.workers,
    ready,
    parse: (task) => inSlot(() => parse(task)),
    close: async () => {
      closed = true;
      await pool.terminate(true);
    },
  };
}

/**
 * What the process of a worker is started with, given its limit for one document in MiB. Every core has a process:
 * threads that collect garbage or compile beside each would only compete. Both generations have their size from the beginning, so
 * that a worker's memory does not grow with the documents that it has read.
 */
export function nodeFlags(memory: number): string[] {
  return [
    `--max-old-space-size=${memory}`,
    `--initial-old-space-size=${Math.min(OLD_GENERATION, Math.ceil(memory / 2))}`,
    "--single-threaded-gc",
    "--no-concurrent-recompilation",
    `--min-semi-space-size=${YOUNG_GENERATION}`,
    `--max-semi-space-size=${YOUNG_GENERATION}`,
  ];
}

/**
 * Whether a process was ended from outside: by hand, or by a system that was short of memory and chose one of several.
 * That may be no fault of the document, which gets a second chance.
 */
const wasKilled = (error: unknown) => error instanceof Error && /signalCode: `SIGKILL`/.test(error.message);

/** A process that V8, the watchdog or the system ended ran out of memory; any other end is a crash. */
function endOf(error: unknown, lang: Language): Failure {
  const { name, message } = error as Error;
  if (name === "TimeoutError") return timeoutFailure(lang);
  if (!/terminated unexpectedly/i.test(message)) return failureOf(error, lang);
  return /signalCode: `(?:SIGABRT|SIGTERM|SIGKILL)`|exitCode: `134`/.test(message)
    ? memoryFailure(lang)
    : crashFailure(lang);
}
