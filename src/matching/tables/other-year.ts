/**
 * A document in; the same without the tables of another year, and without such rows and columns, out. Some reports print
 * last year's table beside this year's, each under a line that names its year: where one of them can't be read, the other
 * must not stand for it.
 */
import type { Block, Cell, Paragraph, SourceDocument, Table } from "../../../parsers/document.js";
import { yearIn } from "../dates.js";
import { headingOf } from "../headings.js";
import { compact } from "../normalize.js";
import { isTitle } from "../title.js";
import { withoutOtherColumns, type OpenHeads, type OwnColumns } from "./other-year-columns.js";
import { withoutOtherRows } from "./other-year-rows.js";

/** A line that names a year and nothing but that a table of it follows. */
const YEAR_LINE =
  /^(?:附[件表]?[一二三\d]?[:：]?)?[(]?(?:20\d\d年度?|上一?年度?|去年|本年度?)(?:同期)?(?:的?[\p{Script=Han}]{0,14}(?:情况|数据|(?<=同期)数|统计|报?表格?))?(?:如下(?:表所?示?)?|见下表)?[)]?[:：]?$/u;
const OTHER_YEAR = /上一?年|去年/;
const LONGEST_LINE = 30;

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
    const caption = block.kind === "table" ? captionOf(block) : block.text;
    if (caption !== null && isYearLine(caption, block)) line = caption;
    else if (block.kind === "paragraph" && endsTables(block)) line = "";
    // The lines of a table that lost its grid are its cells.
    if (line !== "" && isOfOtherYear(line, year)) others.add(block);
  }
  // A year with nothing behind it that is of it stands over something else: over the values of a table without a grid.
  document.blocks.forEach((block, i) => {
    if (
      block.kind === "paragraph" &&
      others.has(block) &&
      !others.has(document.blocks[i + 1]!) &&
      isYearLine(block.text, block)
    )
      others.delete(block);
  });
  return others;
}

function isOfOtherYear(line: string, year: number): boolean {
  const own = yearIn(line);
  return own === null ? OTHER_YEAR.test(line) : own !== year;
}

/** The only text of a table's first row; null where a later row names a year, too: those rows are told apart elsewhere. */
function captionOf(table: Table): string | null {
  const [first, ...others] = table.cells.filter(({ row, text }) => row === 0 && text.trim() !== "");
  if (!first || others.length > 0) return null;
  const isFurther = ({ row, text }: Cell) => row > 0 && text.length <= LONGEST_LINE && YEAR_LINE.test(compact(text));
  return table.cells.some(isFurther) ? null : first.text;
}

/** The head of a section is written anew from last year's too often to tell the year of its table. */
function isYearLine(text: string, block: Block): boolean {
  if (text.length > LONGEST_LINE || !YEAR_LINE.test(compact(text))) return false;
  if (block.kind === "table") return true;
  const heading = headingOf(text, block.ordinal);
  return heading ? !heading.topLevel && /^附|表$/.test(compact(text)) : !isTitle(text);
}

/** What stands between two tables of a section is lines of theirs that no table was made of. */
const endsTables = ({ text, ordinal }: Paragraph) =>
  /[。；]/.test(text) || headingOf(text, ordinal) !== null || isTitle(text);
