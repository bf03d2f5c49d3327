/**
 * Ends this process when it needs more memory than it may, or when the process that started it is gone. It runs in a
 * thread of its own, so that a document that keeps the main thread busy is noticed too.
 */
import { Worker } from "node:worker_threads";

/** Time between two looks, milliseconds. */
const INTERVAL = 100;

const SCRIPT = `
const { workerData } = require("node:worker_threads");
const parent = process.ppid;
setInterval(() => {
  if (process.memoryUsage.rss() > workerData.memory || process.ppid !== parent) process.kill(process.pid, "SIGKILL");
}, workerData.interval);
`;

/** @param memory resident memory at which the process ends itself, bytes */
export function watch(memory: number): void {
  const options = { eval: true, workerData: { memory, interval: INTERVAL }, stdin: false } as const;
  new Worker(SCRIPT, options).unref();
}
