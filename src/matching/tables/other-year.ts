/**
 * A document in; the same without the tables of another year, and without such rows and columns, out. Some reports print
 * last year's table beside this year's, each under a line that names its year: where one of them can't be read, the other
 * must not stand for it.
 */
import type { Block, Paragraph, SourceDocument } from "../../../parsers/document.js";
import { yearIn } from "../dates.js";
import { headingOf } from "../headings.js";
import { compact } from "../normalize.js";
import { isTitle } from "../title.js";
import { withoutOtherColumns, type OpenHeads, type OwnColumns } from "./other-year-columns.js";
import { withoutOtherRows } from "./other-year-rows.js";

/** A line that names a year and nothing but that a table of it follows. */
const YEAR_LINE = /^[(]?20\d\d年度?(?:的?(?:情况|数据|统计数?据?|报表|表格?))?[)]?[:：]?$/;
const LONGEST_LINE = 20;

export interface OneYear {
  readonly document: SourceDocument;
  /** By table of which rows or columns were left out, the table as it stands in the whole document. */
  readonly originals: ReadonlyMap<Block, Block>;
}

/** @returns the document itself where it holds nothing of another year */
export function withoutOtherYears(document: SourceDocument, year: number | null): OneYear {
  const others = year === null ? new Set<Block>() : tablesOfOtherYears(document, year);
  const originals = new Map<Block, Block>();
  let open: OpenHeads | null = null;
  const blocks = document.blocks.flatMap((block): Block[] => {
    if (others.has(block)) return [];
    if (block.kind === "paragraph") return [block];
    const columns: OwnColumns = withoutOtherColumns(block, year, open);
    ({ open } = columns);
    const own = withoutOtherRows(columns.table, year);
    if (own !== block) originals.set(own, block);
    return [own];
  });
  return others.size + originals.size === 0
    ? { document, originals }
    : { document: { ...document, blocks }, originals };
}

function tablesOfOtherYears(document: SourceDocument, year: number): ReadonlySet<Block> {
  const others = new Set<Block>();
  let line = "";
  for (const block of document.blocks) {
    if (block.kind === "table") {
      if (line !== "" && yearIn(line) !== year) others.add(block);
    } else if (isYearLine(block.text)) line = block.text;
    else if (endsTables(block)) line = "";
  }
  return others;
}

const isYearLine = (text: string) => text.length <= LONGEST_LINE && YEAR_LINE.test(compact(text));

/** What stands between two tables of a section is lines of theirs that no table was made of. */
const endsTables = ({ text, ordinal }: Paragraph) =>
  /[。；]/.test(text) || headingOf(text, ordinal) !== null || isTitle(text);
