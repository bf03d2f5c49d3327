// A thread that judges damaged documents one at a time; where one hangs or crashes it, the next gets a new thread.
import { Worker } from "node:worker_threads";

/** What the library promises, ms of the processor: on a busy machine a clock on the wall tells of others' work. */
const TIMEOUT_MS = 30_000;
/** What does no work and gives no answer, either, is given up after so many times as long. */
const IDLE_FACTOR = 4;
/** Looks at the processor's time while a document is judged, of all until it is over. */
const LOOKS = 100;
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
    const [start, cpuStart] = [performance.now(), cpuMs()];
    const isOver = () => cpuMs() - cpuStart > timeoutMs || performance.now() - start > timeoutMs * IDLE_FACTOR;
    const hang = { outcome: "hang", bug: `no answer in ${timeoutMs} ms` };
    return new Promise((resolve) => {
      const timer = setInterval(() => isOver() && end(hang, true), timeoutMs / LOOKS);
      const onMessage = (/** @type {Verdict} */ verdict) => end(isOver() ? hang : verdict, false);
      const onError = (/** @type {Error} */ error) =>
        end({ outcome: "crash", bug: String(error.stack ?? error) }, true);
      /** @param {Verdict} verdict @param {boolean} broken */
      function end(verdict, broken) {
        clearInterval(timer);
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

/** Of all threads: while one judges, the others wait. */
function cpuMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
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
