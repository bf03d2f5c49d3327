/** PDFs, through pdfjs: positioned text and rulings of the pages become paragraphs and tables of cells. */
import type { Adapter } from "../adapter.js";
import type { Box, Cell } from "../document.js";
import { UnreadableDocumentError } from "../errors.js";
import { documentBlocks } from "../geometry/document-blocks.js";
import { findTables, type TableStages } from "../geometry/find-tables.js";
import { intersectionsOf } from "../geometry/intersections.js";
import type { PageContent } from "../geometry/page.js";
import { DEFAULT_TABLE_SETTINGS } from "../geometry/settings.js";
import { DEFAULT_LIMITS, type Limits } from "../limits.js";
import { assertLegible } from "../geometry/legibility.js";
import { readPages } from "./open.js";
import { placeAsShown, turnBack } from "./turned.js";

/** Reads the bytes of a PDF. */
export const readPdf: Adapter = async (bytes, { limits }) => {
  const { pages, turned, count, title, problems } = await readPages(bytes, limits);
  assertLegible(pages);
  return {
    format: "pdf",
    blocks: turnBack(documentBlocks(pages), turned),
    title,
    metadata: [],
    pages: count,
    problems,
  };
};

/** One page with every stage on the way to its tables, for looking at. */
export interface PageInspection {
  readonly page: PageContent;
  readonly stages: TableStages;
  /** Where rulings of one table meet. */
  readonly points: readonly (readonly [x: number, y: number])[];
  /** The cells of all tables, ruled and inferred. */
  readonly cells: readonly Cell[];
  /** The place on the page as shown of a box on the page as read: they differ where the text does not stand upright. */
  readonly asShown: (box: Box) => Box;
}

/** @throws UnreadableDocumentError "no-such-page" where the PDF has no such page; otherwise as the adapter */
export async function inspectPdfPage(
  bytes: Uint8Array,
  number: number,
  limits: Limits = DEFAULT_LIMITS,
): Promise<PageInspection> {
  const { pages, turned, count } = await readPages(bytes, limits, number);
  const page = pages[0];
  if (!page) {
    throw new UnreadableDocumentError("no-such-page", {
      zh: `没有第 ${number} 页（共 ${count} 页）`,
      en: `there is no page ${number} (the document has ${count})`,
    });
  }
  const stages = findTables(page.edges, DEFAULT_TABLE_SETTINGS);
  const points = stages.groups.flatMap((group) => intersectionsOf(group, DEFAULT_TABLE_SETTINGS.meet));
  const cells = documentBlocks([page]).flatMap((block) => (block.kind === "table" ? block.cells : []));
  return { page, stages, points, cells, asShown: (box) => placeAsShown(box, turned.get(number)) };
}
