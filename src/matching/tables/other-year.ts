/**
 * A document in; the same without the tables of another year out. Some reports print last year's table beside this year's,
 * each under a line that names its year: where one of them can't be read, the other must not stand for it.
 */
import type { Block, Paragraph, SourceDocument } from "../../../parsers/document.js";
import { yearIn } from "../dates.js";
import { headingOf } from "../headings.js";
import { compact } from "../normalize.js";
import { isTitle } from "../title.js";

/** A line that names a year and nothing but that a table of it follows. */
const YEAR_LINE = /^[(]?20\d\d年度?(?:的?(?:情况|数据|统计数?据?|报表|表格?))?[)]?[:：]?$/;
const LONGEST_LINE = 20;

/** The document itself where it holds no such table. */
export function withoutOtherYears(document: SourceDocument, year: number | null): SourceDocument {
  if (year === null) return document;
  const others = new Set<Block>();
  let line = "";
  for (const block of document.blocks) {
    if (block.kind === "table") {
      if (line !== "" && yearIn(line) !== year) others.add(block);
    } else if (isYearLine(block.text)) line = block.text;
    else if (endsTables(block)) line = "";
  }
  if (others.size === 0) return document;
  return { ...document, blocks: document.blocks.filter((block) => !others.has(block)) };
}

const isYearLine = (text: string) => text.length <= LONGEST_LINE && YEAR_LINE.test(compact(text));

/** What stands between two tables of a section is lines of theirs that no table was made of. */
const endsTables = ({ text, ordinal }: Paragraph) =>
  /[。；]/.test(text) || headingOf(text, ordinal) !== null || isTitle(text);
