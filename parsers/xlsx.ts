/**
 * Workbooks (xlsx), as annexes with the tables of a report are published: the visible sheets one after another, numbers
 * as they are printed. Hidden rows, columns and sheets, comments and charts are left out.
 */
import type { Adapter } from "./adapter.js";
import { readTitle } from "./core-properties.js";
import { flowBlocks } from "./flow.js";
import { checkLimit } from "./limits.js";
import { sheetBlocks } from "./xlsx/regions.js";
import { readSheet } from "./xlsx/sheet.js";
import { readWorkbook } from "./xlsx/workbook.js";
import { openZip } from "./zip.js";

/** Reads the bytes of a workbook. */
export const readXlsx: Adapter = async (bytes, { limits }) => {
  const zip = openZip(bytes, limits);
  const workbook = readWorkbook(zip, limits);
  let characters = 0;
  const count = (more: number) => checkLimit(limits, "textBytes", (characters += more));
  const nodes = workbook.sheets.flatMap((root) => sheetBlocks(readSheet(root, workbook, limits, count), limits));
  const { blocks, problems } = flowBlocks(nodes, limits);
  const properties = "docProps/core.xml";
  checkLimit(limits, "xmlBytes", zip.sizeOf(properties));
  const core = zip.read(properties);
  const title = readTitle(core && new TextDecoder().decode(core));
  return { format: "xlsx", blocks, title, metadata: [], problems };
};
