/** Bytes of a PDF in; its pages as positioned text and rulings out. The only place that knows pdfjs. */
import type { Problem } from "../document.js";
import { UnreadableDocumentError } from "../errors.js";
import { inkCounter } from "../geometry/ink-counter.js";
import type { PageContent } from "../geometry/page.js";
import { checkLimit, deadline, type Limits } from "../limits.js";
import { checkInflated } from "./inflated.js";
import { loadPdfjs, type Pdfjs } from "./load.js";
import { readInk, type OperatorList, type PageInk, type PageSource } from "./ink.js";
import type { FontInfo } from "./interpreter.js";
import { latin1 } from "./latin1.js";
import { handlersOf, type Handler } from "./operators.js";
import { toMatrix } from "../geometry/matrix.js";
import { leavePicturesOut, withoutPictureFilters } from "./pictures.js";
import { pdfResources } from "./resources.js";
import { letStrayFailuresGo } from "./stray.js";
import { turnPage, type TurnedPage } from "./turned.js";
import { watchedWorker, type Watched } from "./watched.js";

export interface PdfPages {
  readonly pages: readonly PageContent[];
  readonly count: number;
  /** Pages that were turned for reading because their text does not stand upright, as they are shown. */
  readonly turned: ReadonlyMap<number, TurnedPage>;
  readonly title: string | null;
  readonly problems: readonly Problem[];
}

type PdfDocument = Awaited<ReturnType<Pdfjs["getDocument"]>["promise"]>;
type PdfPage = Awaited<ReturnType<PdfDocument["getPage"]>>;

/**
 * Where fonts can't be drawn with anyway, pdfjs is told that they can, and gets a document that takes no font: otherwise
 * it computes the outline of every character that a page prints.
 */
const NO_DOCUMENT = {
  createElement: () => ({ sheet: { cssRules: [], insertRule: () => 0 }, remove: () => undefined }),
  documentElement: { getElementsByTagName: () => [{ append: () => undefined }] },
} as unknown as HTMLDocument;
const FONTS_UNDRAWN =
  "document" in globalThis ? { disableFontFace: true } : { disableFontFace: false, ownerDocument: NO_DOCUMENT };
/** Bytes at the end in which a whole file has its last lines. */
const TAIL = 4_096;

/**
 * Opens a PDF and reads the pages that are asked for.
 * @param wanted the page number, or null for all
 * @throws UnreadableDocumentError "encrypted", "damaged", "unsupported-filter", "limit-exceeded"
 */
export async function readPages(bytes: Uint8Array, limits: Limits, wanted: number | null = null): Promise<PdfPages> {
  checkTail(bytes);
  const dictionaries = await checkInflated(bytes, limits);
  const pdfjs = await loadPdfjs();
  const check = deadline(limits);
  const watched = await watchedWorker(pdfjs, limits, check);
  leavePicturesOut(watched.worker);
  const done = letStrayFailuresGo();
  const task = pdfjs.getDocument({
    worker: watched.worker,
    // pdfjs takes over the buffer that it is given.
    data: withoutPictureFilters(bytes, dictionaries),
    ...pdfResources(),
    cMapPacked: true,
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
    ...FONTS_UNDRAWN,
    stopAtErrors: false,
  });
  try {
    const document = await openTask(task);
    checkLimit(limits, "pages", document.numPages);
    const numbers =
      wanted === null
        ? Array.from({ length: document.numPages }, (_, i) => i + 1)
        : [wanted].filter((number) => number <= document.numPages);
    const count = inkCounter(limits);
    const pages: PageContent[] = [];
    const problems: Problem[] = [];
    const turned = new Map<number, TurnedPage>();
    const handlers = handlersOf(pdfjs.OPS);
    const isVisible = await visibilityIn(document);
    for (const number of numbers) {
      check();
      const page = await readPage(handlers, document, isVisible, number, watched, problems);
      if (!page) continue;
      count(page.page);
      pages.push(turnPage(page.page, page.turn));
      if (page.turn !== 0) turned.set(number, { ...page.page, turn: page.turn });
    }
    return { pages, turned, count: document.numPages, title: await titleOf(document), problems };
  } finally {
    await task
      .destroy()
      .finally(() => watched.worker.destroy())
      .finally(done);
  }
}

/** A file that was cut off has lost the table of its objects; what could be guessed of it would look whole and is not. */
function checkTail(bytes: Uint8Array): void {
  const tail = latin1(bytes.subarray(Math.max(0, bytes.length - TAIL)));
  if (/startxref|%%EOF/.test(tail)) return;
  throw new UnreadableDocumentError("damaged", {
    zh: "PDF 不完整：缺少文件尾，可能没有下载完",
    en: "the PDF is incomplete: its end is missing (was the download cut off?)",
  });
}

async function openTask(task: ReturnType<Pdfjs["getDocument"]>): Promise<PdfDocument> {
  try {
    return await task.promise;
  } catch (cause) {
    if (cause instanceof Error && cause.name === "PasswordException") {
      throw new UnreadableDocumentError(
        "encrypted",
        { zh: "PDF 已加密，需要密码", en: "the PDF is encrypted and needs a password" },
        { cause },
      );
    }
    throw new UnreadableDocumentError(
      "damaged",
      { zh: "PDF 结构已损坏，无法读取", en: "the structure of the PDF is damaged: it cannot be read" },
      { cause },
    );
  }
}

async function readPage(
  handlers: ReadonlyMap<number, Handler>,
  document: PdfDocument,
  isVisible: PageSource["isVisible"],
  number: number,
  watched: Watched,
  problems: Problem[],
): Promise<PageInk | null> {
  try {
    const page = await document.getPage(number);
    const list = await watched.within(page.getOperatorList());
    const viewport = page.getViewport({ scale: 1 });
    const frame = { number, width: viewport.width, height: viewport.height, transform: toMatrix(viewport.transform) };
    const content = readInk(list as unknown as OperatorList, handlers, { fontOf: fontsOf(page), isVisible }, frame);
    page.cleanup();
    return content;
  } catch (cause) {
    if (cause instanceof UnreadableDocumentError) throw cause;
    const reason = cause instanceof Error ? cause.message.slice(0, 100) : "";
    problems.push({
      code: "page-unreadable",
      severity: "error",
      text: { zh: `第 ${number} 页无法读取：${reason}`, en: `page ${number} cannot be read: ${reason}` },
      at: { page: number, box: [0, 0, 0, 0] },
    });
    return null;
  }
}

const ORDINARY_FONT: FontInfo = { vertical: false, unit: 0.001, flips: false };

function fontsOf(page: PdfPage): (name: string) => FontInfo {
  const known = new Map<string, FontInfo>();
  return (name) => {
    let font = known.get(name);
    if (!font) known.set(name, (font = fontOf(page, name)));
    return font;
  };
}

function fontOf(page: PdfPage, name: string): FontInfo {
  if (!page.commonObjs.has(name)) return ORDINARY_FONT;
  const font = page.commonObjs.get(name) as { vertical?: boolean; fontMatrix?: readonly number[] } | null;
  const [unit = 0.001, , , up = unit] = font?.fontMatrix ?? [];
  return { vertical: font?.vertical ?? false, unit: Math.abs(unit), flips: unit * up < 0 };
}

/** Which contents are switched on. */
async function visibilityIn(document: PdfDocument): Promise<PageSource["isVisible"]> {
  try {
    const contents = await document.getOptionalContentConfig();
    return (content) => Boolean(contents.isVisible(content));
  } catch {
    // Where nobody can tell what is switched off, nothing is.
    return () => true;
  }
}

async function titleOf(document: PdfDocument): Promise<string | null> {
  try {
    const { info } = await document.getMetadata();
    const title = (info as { Title?: unknown }).Title;
    return typeof title === "string" && title.trim() !== "" ? title.trim() : null;
  } catch {
    // Damaged metadata takes nothing from the report.
    return null;
  }
}
