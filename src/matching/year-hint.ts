/** A document in; the year that its report is about, as far as a first look tells, out. Only breaks ties. */
import type { SourceDocument } from "../../parsers/document.js";
import { compact } from "./normalize.js";

/** Paragraphs at the beginning that are looked at. */
const FIRST_PARAGRAPHS = 40;
const PATTERNS = [/统计.{0,20}?(20\d\d)年1月1日/, /(20\d\d)年度?.{0,12}信息公开/, /信息公开.{0,8}?(20\d\d)年/];

export function yearHint(document: SourceDocument): number | null {
  const texts = document.blocks
    .filter((block) => block.kind === "paragraph")
    .slice(0, FIRST_PARAGRAPHS)
    .map(({ text }) => compact(text.slice(0, 2_000)));
  for (const pattern of PATTERNS) {
    for (const text of texts) {
      const match = pattern.exec(text);
      if (match) return Number(match[1]);
    }
  }
  return null;
}
