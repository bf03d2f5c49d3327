/**
 * pdfjs, loaded for reading alone. Its drawing classes come from an optional package of its own, or else loading fails and
 * warns: while it loads, empty constructors stand for them, and its warnings about drawing are left out.
 */
import { keepBuiltIns } from "./built-ins.js";
import { sameThreadPort, type Port } from "./port.js";

export type Pdfjs = typeof import("pdfjs-dist/legacy/build/pdf.mjs");

const DRAWING = ["DOMMatrix", "ImageData", "Path2D"] as const;

/** Loaded once: what is changed meanwhile is put back before any document is read. */
let loading: Promise<Pdfjs> | undefined;

export async function loadPdfjs(): Promise<Pdfjs> {
  return (loading ??= load());
}

async function load(): Promise<Pdfjs> {
  const putBack = keepBuiltIns();
  try {
    const pdfjs = await withoutDrawing(async () => import("pdfjs-dist/legacy/build/pdf.mjs"));
    // Its worker is another script, which comes with the first one that is started.
    (await startWorker(pdfjs)).destroy();
    return pdfjs;
  } finally {
    putBack();
  }
}

async function withoutDrawing<T>(work: () => Promise<T>): Promise<T> {
  const host = globalThis as unknown as Record<string, unknown> & { console: { warn: unknown } };
  const missing = DRAWING.filter((name) => host[name] === undefined);
  for (const name of missing) host[name] = function Undrawn() {};
  const { warn } = host.console;
  if (missing.length > 0) host.console.warn = () => undefined;
  try {
    return await work();
  } finally {
    if (missing.length > 0) host.console.warn = warn;
    for (const name of missing) Reflect.deleteProperty(host, name);
  }
}

export type PdfWorker = InstanceType<Pdfjs["PDFWorker"]>;
type WorkerParameters = NonNullable<ConstructorParameters<Pdfjs["PDFWorker"]>[0]>;

const QUIET = { verbosity: 0 } as WorkerParameters;

/** What pdfjs sets where its worker runs in the thread of who reads. */
interface Host {
  readonly pdfjsWorker?: { readonly WorkerMessageHandler?: { readonly initializeFromPort: (port: Port) => void } };
}

export async function startWorker(pdfjs: Pdfjs): Promise<PdfWorker> {
  const handler = (globalThis as Host).pdfjsWorker?.WorkerMessageHandler;
  const port = handler && sameThreadPort();
  const worker = new pdfjs.PDFWorker(port ? { ...QUIET, port: port as unknown as null } : QUIET);
  if (port) handler.initializeFromPort(port);
  await worker.promise;
  return worker;
}
