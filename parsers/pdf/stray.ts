/**
 * pdfjs fetches the pages of a document ahead, and nobody waits for what it fetches: where the file is broken there, Node
 * ends the process for it. While a PDF is read, such a failure is let go; it is met again where the page is read.
 */
type Listener = (reason: unknown) => void;

interface Process {
  readonly on: (event: "unhandledRejection", listener: Listener) => void;
  readonly off: (event: "unhandledRejection", listener: Listener) => void;
  readonly listenerCount: (event: "unhandledRejection") => number;
}

/** Names of the errors of pdfjs's parser. */
const OF_PDFJS = /^(?:XRef\w+Exception|MissingDataException|ParserEOFException|FormatError|UnknownErrorException)$/;

/** PDFs that are being read: they share one listener, for Node warns of many. */
let reading = 0;
let current: Listener = () => undefined;

/** @returns what to do when the PDF has been read */
export function letStrayFailuresGo(): () => void {
  const host = (globalThis as { process?: Partial<Process> }).process;
  if (!host?.on || !host.off) return () => undefined;
  const process = host as Process;
  const listener: Listener = (reason) => {
    if (reason instanceof Error && OF_PDFJS.test(reason.name)) return;
    // Another's failure ends in what it would have ended in without us.
    if (process.listenerCount("unhandledRejection") === 1) throw reason;
  };
  if (reading++ === 0) process.on("unhandledRejection", (current = listener));
  // Node tells of a failure when all that is at work waits; that may come after the last page.
  return () =>
    void setTimeout(() => {
      if (--reading === 0) process.off("unhandledRejection", current);
    });
}
