/**
 * OFD, the national fixed-layout format (GB/T 33190-2016): positioned text and lines of the pages go the way of a PDF's, so
 * that tables and paragraphs are found by the same steps.
 */
import type { Adapter } from "./adapter.js";
import { documentBlocks } from "./geometry/document-blocks.js";
import { inkCounter } from "./geometry/ink-counter.js";
import { deadline } from "./limits.js";
import { readPackage } from "./ofd/package.js";
import { readPage } from "./ofd/page.js";
import { assertLegible } from "./geometry/legibility.js";

/** Reads the bytes of an OFD. */
export const readOfd: Adapter = async (bytes, { limits }) => {
  const check = deadline(limits);
  const count = inkCounter(limits);
  const { title, pages: parts } = readPackage(bytes, limits);
  const pages = parts.map((part, i) => {
    check();
    const page = readPage(part(), i + 1, limits);
    count(page);
    return page;
  });
  assertLegible(pages, "OFD");
  return { format: "ofd", blocks: documentBlocks(pages), title, metadata: [], pages: pages.length, problems: [] };
};
