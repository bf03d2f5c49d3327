/** Blocks of a document in; its sections with their prose out. */
import type { Block, SourceDocument } from "../../parsers/document.js";
import type { Section } from "../report.js";

export function matchSections(document: SourceDocument, consumed: ReadonlySet<Block>): Section[] {
  throw new Error(`not written yet: ${document.format} ${consumed.size}`);
}
