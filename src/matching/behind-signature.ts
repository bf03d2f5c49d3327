/**
 * A document in; what stands behind the signature of the report out: readers' comments, lists of links, footers. It is
 * the page's, and none of it states anything for the reporting body.
 */
import type { Block, Paragraph, SourceDocument } from "../../parsers/document.js";
import { headingOf } from "./headings.js";
import { findSignature } from "./signature.js";
import { isTitle } from "./title.js";

/** Empty where the report, or another one, goes on behind the signature: a notice that carries a report is signed, too. */
export function behindSignature({ blocks }: SourceDocument, consumed: ReadonlySet<Block>): ReadonlySet<Block> {
  const paragraphs = blocks.filter(
    (block): block is Paragraph => block.kind === "paragraph" && !consumed.has(block) && block.text.trim() !== "",
  );
  const signature = findSignature(paragraphs);
  if (!signature || signature.signedBy === null) return new Set();
  const isHeading = ({ text, ordinal }: Paragraph) => headingOf(text, ordinal) !== null;
  const behind = paragraphs.slice(signature.last + 1);
  if (behind.some((one) => isHeading(one) || isTitle(one.text))) return new Set();
  return new Set(paragraphs.slice(0, signature.first).some(isHeading) ? behind : []);
}
