/**
 * pdfjs, loaded for reading alone. Its drawing classes come from an optional package of its own, or else loading fails and
 * warns: while it loads, empty constructors stand for them, and its warnings about drawing are left out.
 */
export type Pdfjs = typeof import("pdfjs-dist/legacy/build/pdf.mjs");

const DRAWING = ["DOMMatrix", "ImageData", "Path2D"] as const;

export async function loadPdfjs(): Promise<Pdfjs> {
  const host = globalThis as unknown as Record<string, unknown> & { console: { warn: unknown } };
  const missing = DRAWING.filter((name) => host[name] === undefined);
  for (const name of missing) host[name] = function Undrawn() {};
  const { warn } = host.console;
  if (missing.length > 0) host.console.warn = () => undefined;
  try {
    return await import("pdfjs-dist/legacy/build/pdf.mjs");
  } finally {
    if (missing.length > 0) host.console.warn = warn;
    for (const name of missing) Reflect.deleteProperty(host, name);
  }
}
