/**
 * Blocks of a document in; its sections with their prose out. Contents lists, introductions that name the sections and
 * headings repeated inside the first section are told from the real ones by what follows them.
 */
import type { Block, Paragraph, SourceDocument } from "../../parsers/document.js";
import type { Section, SectionId } from "../report.js";
import { headingOf, type Heading } from "./headings.js";
import { findSignature } from "./signature.js";

interface Found {
  readonly heading: Heading;
  readonly block: Paragraph;
  readonly index: number;
}

/** The sections in the order in which they stand. Text under a heading of no known kind belongs to the section before. */
export function matchSections(document: SourceDocument, consumed: ReadonlySet<Block>): Section[] {
  const { blocks } = document;
  const found = blocks.flatMap((block, index): Found[] => {
    if (block.kind !== "paragraph" || consumed.has(block)) return [];
    const heading = headingOf(block.text, block.ordinal);
    return heading ? [{ heading, block, index }] : [];
  });
  const chosen = choose(found, blocks, consumed);
  const prose = proseOf(document, consumed);
  return chosen.map(({ heading, block, index }, i) => ({
    id: heading.id,
    heading: heading.text,
    text: [heading.rest, ...prose(index + 1, chosen[i + 1]?.index ?? blocks.length)].filter((t) => t !== "").join("\n"),
    at: block.at,
  }));
}

/** One heading a section: the one that has something under it, the last of them, but the first for the overview. */
function choose(found: readonly Found[], blocks: readonly Block[], consumed: ReadonlySet<Block>): Found[] {
  // A heading without ordinal next to others of its kind is an entry of a list.
  const listed = found.filter(({ heading }) => heading.topLevel).length >= 3;
  const candidates = found.filter((one) => one.heading.topLevel || one.block.heading || !listed);
  const last = lastPlaces(blocks);
  const real = candidates.filter((one, i) => !isContents(one, candidates[i + 1], last));
  const byId = new Map<SectionId, Found>();
  for (const one of real) {
    const before = byId.get(one.heading.id);
    if (!before) byId.set(one.heading.id, one);
    else if (one.heading.id !== "overview" && weight(one, blocks, consumed) >= weight(before, blocks, consumed)) {
      byId.set(one.heading.id, one);
    }
  }
  return [...byId.values()].sort((a, b) => a.index - b.index);
}

/** Where each text stands for the last time: offsets of blocks. */
function lastPlaces(blocks: readonly Block[]): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  blocks.forEach((block, index) => {
    if (block.kind === "paragraph") last.set(block.text.trim(), index);
  });
  return last;
}

/** In a contents list the next heading stands directly behind, and the same heading comes again later. */
function isContents(one: Found, next: Found | undefined, last: ReadonlyMap<string, number>): boolean {
  if (one.heading.rest !== "" || !next || next.index !== one.index + 1) return false;
  return last.get(one.block.text.trim())! > one.index;
}

/** A heading directly before the form's own table is the statutory one. */
function weight(one: Found, blocks: readonly Block[], consumed: ReadonlySet<Block>): number {
  const near = blocks.slice(one.index + 1, one.index + 4);
  return near.some((block) => consumed.has(block)) ? 1 : 0;
}

/** The printed paragraphs between two blocks, without tables, the form's cells and the signature. */
function proseOf(document: SourceDocument, consumed: ReadonlySet<Block>) {
  const paragraphs = document.blocks.filter(
    (block): block is Paragraph => block.kind === "paragraph" && block.text.trim() !== "",
  );
  const signature = findSignature(paragraphs);
  const signed = new Set<Block>(signature ? paragraphs.slice(signature.first, signature.last + 1) : []);
  return (from: number, to: number): string[] =>
    document.blocks
      .slice(from, to)
      .filter((block): block is Paragraph => block.kind === "paragraph" && !consumed.has(block) && !signed.has(block))
      .map(({ text, ordinal = "" }) => (ordinal + text).trim());
}
