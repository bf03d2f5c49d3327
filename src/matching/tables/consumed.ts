/** The matched tables in; the blocks that are part of them, and so no prose, out. */
import type { Block, SourceDocument } from "../../../parsers/document.js";
import type { Form } from "../../forms/form.js";
import { headingOf } from "../headings.js";
import { labelMatcher } from "../labels.js";
import { perKey } from "../memo.js";
import { compact } from "../normalize.js";
import { isValueText } from "../table-row.js";
import type { TableFindings } from "./found.js";

/** What the forms print over and into their tables beside labels and values. */
const FURNITURE =
  /^(?:第二十条第?\([一五六八九]\)项|信息内容|申请人情况|法人或其他组织|\(?单位[:：]?(?:件|元|万元)\)?|\(?本列数据的勾稽关系为.*)$/;
/** A character that no furniture begins with: most paragraphs are told by it. */
const OTHER_BEGINNING = /^(?:(?![第信申法单單本])[\u4e00-\u9fff]|第(?!二)[\d\u4e00-\u9fff])/;

const matcherOf = perKey((form: Form) => labelMatcher(labelsOf(form), (label) => ({ label })));

export function tableParagraphs(document: SourceDocument, findings: readonly TableFindings[], form: Form): Set<Block> {
  const labels = matcherOf(form);
  const matched = new Set(findings.flatMap(({ blocks }) => [...blocks]));
  const isPart = (block: Block) => {
    if (block.kind === "table") return matched.has(block);
    const text = block.text.slice(0, 200);
    if (!OTHER_BEGINNING.test(text) && FURNITURE.test(compact(text))) return true;
    // The heading of a section shares words with labels: 收到和处理政府信息公开申请情况, 行政复议、行政诉讼情况.
    if (!matched.has(block) || headingOf(text, block.ordinal)) return false;
    return isValueText(block.text) || labels.all(block.text).length > 0;
  };
  return new Set(document.blocks.filter(isPart));
}

function labelsOf(form: Form): string[] {
  const labels = form.tables.flatMap(({ blocks }) =>
    blocks.flatMap(({ rows, columns }) => [
      ...rows.flatMap((row) => [row.label, ...(row.variants ?? []), ...(row.groups ?? []).map(({ label }) => label)]),
      ...columns.flatMap((column) => [column.label, ...(column.variants ?? []), ...(column.under ?? [])]),
    ]),
  );
  return [...new Set(labels)].filter((label) => label !== "");
}
