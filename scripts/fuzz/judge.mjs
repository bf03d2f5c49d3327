// A thread that judges damaged documents one at a time; where one hangs or crashes it, the next gets a new thread.
import { Worker } from "node:worker_threads";

/** The library gives up after 30 s on its own; the margin is for a busy machine. */
const TIMEOUT_MS = 60_000;
/** Heap of the parsing thread, MiB. */
const HEAP_MB = 512;
const SCRIPT = new URL("./worker.mjs", import.meta.url);

/** @typedef {{ outcome: string, bug?: string }} Verdict */

export function startJudge(timeoutMs = TIMEOUT_MS) {
  let thread = startThread();

  /** @param {Uint8Array} bytes @returns {Promise<Verdict>} */
  async function judge(bytes) {
    const { worker, ready } = thread;
    // Loading the library is no part of the parse that is timed.
    await ready;
    return new Promise((resolve) => {
      const timer = setTimeout(() => end({ outcome: "hang", bug: `no answer in ${timeoutMs} ms` }, true), timeoutMs);
      const onMessage = (/** @type {Verdict} */ verdict) => end(verdict, false);
      const onError = (/** @type {Error} */ error) =>
        end({ outcome: "crash", bug: String(error.stack ?? error) }, true);
      /** @param {Verdict} verdict @param {boolean} broken */
      function end(verdict, broken) {
        clearTimeout(timer);
        // Only our own: a thread stops hearing messages where its inner listeners are taken away, too.
        worker.off("message", onMessage);
        worker.off("error", onError);
        if (broken) {
          worker.on("error", () => undefined);
          void worker.terminate();
          thread = startThread();
        }
        resolve(verdict);
      }
      worker.on("message", onMessage);
      worker.on("error", onError);
      worker.postMessage(bytes);
    });
  }
  return { judge, stop: () => thread.worker.terminate() };
}

function startThread() {
  const worker = new Worker(SCRIPT, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
  const ready = new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
  // The error is told to whoever asks for a judgement.
  ready.catch(() => undefined);
  return { worker, ready };
}
