/**
 * pdfjs fetches the pages of a document ahead, and nobody waits for what it fetches: where the file is broken there, Node
 * ends the process for it. While a PDF is read, such a failure is let go; it is met again where the page is read.
 */
type Listener = (reason: unknown) => void;

interface Process {
  readonly on: (event: "unhandledRejection", listener: Listener) => void;
  readonly off: (event: "unhandledRejection", listener: Listener) => void;
  readonly listeners: (event: "unhandledRejection") => Listener[];
}

/** Names of the errors of pdfjs's parser. */
const OF_PDFJS = /^(?:XRef\w+Exception|MissingDataException|ParserEOFException|FormatError|UnknownErrorException)$/;
/** By this mark copies of this module know each other's listeners: a process may have loaded several. */
const MARK = Symbol.for("nianbao.letStrayFailuresGo");

/** PDFs that are being read: they share one listener, for Node warns of many. */
let reading = 0;

const letGo: Listener = Object.assign(
  (reason: unknown) => {
    if (reason instanceof Error && OF_PDFJS.test(reason.name)) return;
    const [first, ...others] = hostProcess()?.listeners("unhandledRejection") ?? [];
    // Another's failure ends in what it would have ended in without us.
    if (first === letGo && others.every((listener) => MARK in listener)) throw reason;
  },
  { [MARK]: true },
);

function hostProcess(): Process | null {
  const host = (globalThis as unknown as { process?: Partial<Process> }).process;
  return host?.on && host.off && host.listeners ? (host as Process) : null;
}

/** @returns what to do when the PDF has been read */
export function letStrayFailuresGo(): () => void {
  const host = hostProcess();
  if (reading++ === 0) host?.on("unhandledRejection", letGo);
  // Node tells of a failure when all that is at work waits; that may come after the last page.
  return () =>
    void setTimeout(() => {
      if (--reading === 0) host?.off("unhandledRejection", letGo);
    });
}
