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
/** Bytes of fonts that take as much memory as one operator; many fonts may share one program, which each has anew. */
const FONT_BYTES = 128;
const FONTS = "commonobj";

interface Message {
  readonly action?: string;
  readonly chunk?: { argsArray?: readonly unknown[] };
  readonly data?: unknown;
}

/**
 * Starts a worker.
 * @param check throws once the time is over
 */
export async function watchedWorker(pdfjs: Pdfjs, limits: Limits, check: () => void): Promise<Watched> {
  const worker = await startWorker(pdfjs);
  let [count, fonts] = [0, 0];
  let stop: (cause: unknown) => void = () => undefined;
  const watch = ({ data }: { data: Message }) => {
    const operators = data.chunk?.argsArray ?? [];
    try {
      check();
      for (const args of operators) count += weightOf(args);
      if (data.action === FONTS) fonts += bytesOf(data.data);
      checkLimit(limits, "nodes", Math.max(count, Math.ceil(fonts / FONT_BYTES)));
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

/** The bytes of what is handed over for all pages. */
function bytesOf(data: unknown): number {
  const parts = (Array.isArray(data) ? data : []) as readonly unknown[];
  return parts.reduce<number>((sum, part) => {
    const buffer = (part as { buffer?: unknown } | null)?.buffer ?? part;
    return sum + (buffer instanceof ArrayBuffer ? buffer.byteLength : 0);
  }, 0);
}
