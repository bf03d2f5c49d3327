/**
 * A document in; the documents of the single reports that it is made of out. Volumes hold the reports of one body over
 * years, or of many bodies: each begins with its own title and has a report's matter under it.
 */
import type { Block, Paragraph, SourceDocument } from "../../parsers/document.js";
import { bodyKey } from "./body-key.js";
import { headingOf } from "./headings.js";
import { compact } from "./normalize.js";
import { bodyInTitle, findTitles, yearInTitle, type Title } from "./title.js";

/** What makes the matter of a report: headings of its sections, a table of the form's size, or prose. */
const FEWEST_HEADINGS = 2;
const FEWEST_CELLS = 12;
const SHORTEST_PROSE = 400;

/** No volume holds more; a file that seems to is none. */
const MOST_REPORTS = 2_000;

interface Part {
  readonly title: Title;
  readonly start: number;
}

/** The parts in order, or the document itself where it holds one report. Each keeps the places of its own blocks. */
export function splitReports(document: SourceDocument): SourceDocument[] {
  const parts = partsOf(document.blocks);
  if (parts.length < 2 || parts.length > MOST_REPORTS) return [document];
  return parts.map(({ start }, i) => ({
    ...document,
    blocks: document.blocks.slice(start, parts[i + 1]?.start),
    // What the file states of itself is about the volume.
    title: null,
    metadata: [],
  }));
}

function partsOf(blocks: readonly Block[]): Part[] {
  const printed = blocks.flatMap((block, index) =>
    block.kind === "paragraph" && block.text.trim() !== "" ? [{ block, index }] : [],
  );
  const titles = findTitles(printed.map(({ block }) => block)).map((title): Part => ({
    title,
    start: printed[title.first]!.index,
  }));
  const parts: Part[] = [];
  titles.forEach((part, i) => {
    const end = printed[part.title.last]!.index + 1;
    const before = parts.at(-1);
    // A cover's title, and the title repeated on every page, are the report's own.
    if (before && isSameReport(before.title.text, part.title.text)) return;
    if (hasMatter(blocks.slice(end, titles[i + 1]?.start))) parts.push(part);
  });
  return parts;
}

function isSameReport(a: string, b: string): boolean {
  const years = [yearInTitle(a), yearInTitle(b)];
  if (years[0] !== null && years[1] !== null && years[0] !== years[1]) return false;
  const [one, other] = [bodyInTitle(a), bodyInTitle(b)].map((body) => (body === null ? null : bodyKey(body)));
  return one == null || other == null || one.endsWith(other) || other.endsWith(one);
}

function hasMatter(blocks: readonly Block[]): boolean {
  if (blocks.some((block) => block.kind === "table" && block.cells.length >= FEWEST_CELLS)) return true;
  const paragraphs = blocks.filter((block): block is Paragraph => block.kind === "paragraph");
  const headings = new Set(paragraphs.flatMap(({ text, ordinal }) => headingOf(text, ordinal)?.id ?? []));
  if (headings.size >= FEWEST_HEADINGS) return true;
  const prose = paragraphs.map(({ text }) => text).join("");
  return prose.length >= SHORTEST_PROSE && /公开/.test(compact(prose.slice(0, 4 * SHORTEST_PROSE)));
}
