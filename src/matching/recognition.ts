/**
 * Is the document an annual report on open government information at all? Its own tables with numbers are the strongest
 * evidence; without them title and sections must say so, and nothing may say that it is something else.
 */
import type { Bilingual, Paragraph, SourceDocument } from "../../parsers/document.js";
import { NotAReportError } from "../../parsers/errors.js";
import type { Section } from "../report.js";
import { headingOf } from "./headings.js";
import type { Identity } from "./identity.js";
import { compact } from "./normalize.js";
import { BLANK_FORM, LISTING, NOT_A_REPORT, OTHER_KINDS, TITLE_ONLY } from "./other-kinds.js";
import type { TableMatch } from "./tables/index.js";
import { isTitle } from "./title.js";

/** Headlines at the beginning. */
const REACH = 8;
const LONGEST_HEADLINE = 60;
const FEWEST_SECTIONS = 2;
/** Sections that make a report without a title. */
const FEWEST_SECTIONS_ALONE = 4;
/** Numbers in the form's tables that make a report whatever its headline. */
const FEWEST_VALUES = 8;
const FEWEST_LISTED = 3;
/** Characters of prose that somebody wrote: a blank form has its headings alone. */
const SHORTEST_PROSE = 60;
const SHORTEST_FREE_FORM = 200;
const SHORTEST_SENTENCE = 12;
/** Characters of a document that are looked at. */
const LONGEST_PROSE = 20_000;

/**
 * @throws NotAReportError with code "not-a-report", "blank-form", "listing", "title-only" or one of OTHER_KINDS
 */
export function assertIsReport(
  document: SourceDocument,
  tables: TableMatch,
  identity: Identity,
  sections: readonly Section[],
): void {
  const refuse = (code: string, text: Bilingual): never => {
    throw new NotAReportError(code, text);
  };
  const cells = Object.values(tables.cells);
  const values = cells.filter(({ value }) => value !== null).length;
  const isWritten = () => proseOf(document, tables).join("").length >= SHORTEST_PROSE;
  const unread = tables.diagnoses.some(({ code }) => code === "cell-doubtful" || code === "cell-unreadable");
  const printsNone = values === 0 && !unread && !cells.some(({ raw }) => /[\d０-９]/.test(raw));
  const titled = identity.title !== null;
  const { before, titles } = headlinesOf(document, identity.title);
  const filled = values >= FEWEST_VALUES || (titled && cells.length === 0 && hasProse(sections));
  for (const { code, words, text, always } of OTHER_KINDS) {
    if (filled && !always) continue;
    const says = (lines: readonly string[]) => lines.some((line) => words.test(line));
    // A menu's entry may stand before a report's title; what the title itself says is sure.
    if (says(titles) || ((!titled || !filled) && says(before))) refuse(code, text);
  }
  const known = identity.year !== null || identity.signedBy !== null;
  if (cells.length > 0 && printsNone && !(known && isWritten())) refuse("blank-form", BLANK_FORM);
  if (values >= FEWEST_VALUES || (cells.length > 0 && sections.length > 0)) return;
  if (titled && sections.length >= FEWEST_SECTIONS) return;
  if (sections.length >= FEWEST_SECTIONS_ALONE && known) return;
  if (listsReports(document)) refuse("listing", LISTING);
  if (titled && identity.year !== null) {
    // Its table is there, though none of its numbers could be told.
    if (tables.form !== null && (cells.length >= FEWEST_VALUES || isWritten())) return;
    if (isFreeForm(proseOf(document, tables))) return;
    if (!isWritten()) refuse("title-only", TITLE_ONLY);
  }
  refuse("not-a-report", NOT_A_REPORT);
}

const hasProse = (sections: readonly Section[]) =>
  sections.length >= FEWEST_SECTIONS && sections.map(({ text }) => text).join("").length >= SHORTEST_PROSE;

/** The short lines at the beginning, down to the report's title; the title and the page's own title. */
function headlinesOf(document: SourceDocument, title: string | null): { before: string[]; titles: string[] } {
  const lines: string[] = [];
  for (const text of linesOf(document)) {
    const head = text.slice(0, 500);
    // Told before the characters are converted, because most lines are prose.
    if (/[。，；,;>]/.test(head)) continue;
    const line = compact(head);
    if (line === "" || line.length > LONGEST_HEADLINE || /位置[:：]|[>。,;]/.test(line)) continue;
    if (lines.push(line) === REACH) break;
  }
  const last = title === null ? -1 : lines.findIndex((line) => compact(title).endsWith(line));
  const titles = [title, document.title].flatMap((text) => (text ? [compact(text)] : []));
  return { before: last < 0 ? lines : lines.slice(0, last), titles };
}

const isParagraph = (block: SourceDocument["blocks"][number]): block is Paragraph => block.kind === "paragraph";

/** The lines one by one: of most documents only the first are asked for. */
function* linesOf({ blocks }: SourceDocument): Generator<string> {
  for (const block of blocks) if (isParagraph(block)) yield* block.text.split("\n");
}

/** Sentences of the document outside the form's tables. */
function proseOf(document: SourceDocument, { consumed }: TableMatch): string[] {
  const texts = document.blocks.filter((block) => isParagraph(block) && !consumed.has(block)) as Paragraph[];
  const all = compact(
    texts
      .map(({ text }) => text)
      .join("\n")
      .slice(0, LONGEST_PROSE)
      .replace(/\n/g, "。"),
  );
  return all.split(/[。;]/).filter((one) => one.length >= SHORTEST_SENTENCE && !isTitle(one) && !headingOf(one));
}

/** A report of the years before the forms, without headings: it speaks of disclosure and of requests. */
function isFreeForm(prose: readonly string[]): boolean {
  const words = prose.join("");
  return words.length >= SHORTEST_FREE_FORM && /主动公开|公开.{0,10}信息/.test(words) && /申请/.test(words);
}

/** Titles of several reports, each on a line of its own, perhaps with a date, and hardly anything else. */
function listsReports(document: SourceDocument): boolean {
  const lines = [...linesOf(document)]
    .map((text) => text.replace(/[[(（]?\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[\])）]?/g, "").trim())
    .filter((text) => text !== "");
  const titles = new Set(lines.filter(isTitle).map(compact));
  return titles.size >= FEWEST_LISTED;
}
