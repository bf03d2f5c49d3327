/**
 * Ends this process when it needs more memory than it may, or when the process that started it is gone. It runs in a
 * thread of its own, so that a document that keeps the main thread busy is noticed too. Nothing listens to SIGTERM, so
 * that it ends the process as surely as SIGKILL does, which is left to tell that somebody else sent it.
 */
import { Worker } from "node:worker_threads";

/** Time between two looks, milliseconds. */
const INTERVAL = 100;
/** The thread's own heap, MiB: it needs next to nothing, and must not take over the sizes of the parser's. */
const HEAP = { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 2 } as const;

const SCRIPT = `
const { workerData } = require("node:worker_threads");
const parent = process.ppid;
setInterval(() => {
  if (process.memoryUsage.rss() > workerData.memory || process.ppid !== parent) process.kill(process.pid, "SIGTERM");
}, workerData.interval);
`;

/** @param memory resident memory at which the process ends itself, bytes */
export function watch(memory: number): void {
  const workerData = { memory, interval: INTERVAL };
  new Worker(SCRIPT, { eval: true, workerData, stdin: false, resourceLimits: HEAP }).unref();
}
