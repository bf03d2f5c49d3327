/** PDFs, through pdfjs: positioned text and rulings of the pages become paragraphs and tables of cells. */
import type { Adapter } from "../adapter.js";
import { documentBlocks } from "../geometry/document-blocks.js";
import { findTables, type TableStages } from "../geometry/find-tables.js";
import type { PageContent } from "../geometry/page.js";
import { DEFAULT_TABLE_SETTINGS } from "../geometry/settings.js";
import { DEFAULT_LIMITS, type Limits } from "../limits.js";
import { assertLegible } from "./legibility.js";
import { readPages } from "./open.js";

/** Reads the bytes of a PDF. */
export const readPdf: Adapter = async (bytes, { limits }) => {
  const { pages, count, title, problems } = await readPages(bytes, limits);
  assertLegible(pages);
  return { format: "pdf", blocks: documentBlocks(pages), title, metadata: [], pages: count, problems };
};

/** One page with every stage on the way to its tables, for looking at. */
export interface PageInspection {
  readonly page: PageContent;
  readonly stages: TableStages;
}

/** @throws RangeError where the PDF has no such page; otherwise as the adapter */
export async function inspectPdfPage(
  bytes: Uint8Array,
  number: number,
  limits: Limits = DEFAULT_LIMITS,
): Promise<PageInspection> {
  const { pages } = await readPages(bytes, limits, number);
  const page = pages[0];
  if (!page) throw new RangeError(`no page ${number}`);
  return { page, stages: findTables(page.edges, DEFAULT_TABLE_SETTINGS) };
}
