/**
 * pdfjs in; its worker, with an eye on what it sends, out. A page of a small file can have any number of operators (a form
 * that is drawn a million times), and pdfjs has them all before it tells of any: they are counted as they come.
 */
import { checkLimit, type Limits } from "../limits.js";
import { startWorker, type Pdfjs, type PdfWorker } from "./load.js";

export interface Watched {
  readonly worker: PdfWorker;
  /** What the work gives; rejected as soon as its operators are beyond the limits, with pdfjs left at work. */
  readonly within: <T>(work: Promise<T>) => Promise<T>;
}

/** Numbers of a path that count as one operator: those of a curve or line. */
const PATH_NUMBERS = 4;

/**
 * Starts a worker.
 * @param check throws once the time is over
 */
export async function watchedWorker(pdfjs: Pdfjs, limits: Limits, check: () => void): Promise<Watched> {
  const worker = await startWorker(pdfjs);
  let count = 0;
  let stop: (cause: unknown) => void = () => undefined;
  const watch = ({ data }: { data: { chunk?: { argsArray?: readonly unknown[] } } }) => {
    const operators = data.chunk?.argsArray;
    if (!operators) return;
    try {
      check();
      for (const args of operators) count += weightOf(args);
      checkLimit(limits, "nodes", count);
    } catch (cause) {
      stop(cause);
    }
  };
  (worker.port as unknown as EventTarget).addEventListener("message", watch as unknown as EventListener);
  const within = async <T>(work: Promise<T>): Promise<T> => {
    count = 0;
    // What is left at work fails when its worker is ended.
    work.catch(() => undefined);
    return Promise.race([work, new Promise<never>((_, reject) => (stop = reject))]);
  };
  return { worker, within };
}

/** An operator, its characters and the parts of its path. */
function weightOf(args: unknown): number {
  if (!Array.isArray(args)) return 1;
  let weight = 1;
  for (const arg of args as readonly unknown[]) {
    if (!Array.isArray(arg)) continue;
    const [first] = arg as readonly unknown[];
    weight += ArrayBuffer.isView(first) ? Math.ceil((first as Float32Array).length / PATH_NUMBERS) : arg.length;
  }
  return weight;
}
