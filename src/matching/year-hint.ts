/** A document in; the year that its report is about, before its tables are known, out. It only breaks ties among forms. */
import type { Paragraph, SourceDocument } from "../../parsers/document.js";
import { findTitle } from "./own-title.js";
import { findPeriod } from "./period.js";
import { statedTitle, yearInTitle } from "./title.js";
import { yearInText } from "./year-in-text.js";

export function yearHint(document: SourceDocument): number | null {
  const paragraphs = document.blocks.filter(
    (block): block is Paragraph => block.kind === "paragraph" && block.text.trim() !== "",
  );
  return yearOfReport(paragraphs, [findTitle(paragraphs)?.text, statedTitle(document)]);
}

/** What the titles say, else what the text does. */
export function yearOfReport(
  paragraphs: readonly Paragraph[],
  titles: readonly (string | null | undefined)[],
): number | null {
  const named = titles.flatMap((title) => (title == null ? [] : [yearInTitle(title)]));
  return named.find((year) => year !== null) ?? yearInText(paragraphs, findPeriod(paragraphs));
}
