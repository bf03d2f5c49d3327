/** What a page states about itself in; the names that matter to a report out. */
import type { MetadataItem, SourceDocument } from "../../parsers/document.js";
import type { Metadata } from "../report.js";
import { datesIn } from "./dates.js";
import { compact } from "./normalize.js";

const NAMES = {
  indexNumber: /^索引号$/,
  documentNumber: /^(?:文号|发文字号|文件编号)$/,
  publisher: /^(?:发布机构|发文机关|发布机关|发布单位|公开主体|信息来源|来源|contentsource)$/i,
  writtenOn: /^(?:成文日期|发文日期|生成日期|公文生成日期|成文时间|生成时间)$/,
  publishedOn: /^(?:发布日期|发布时间|公开日期|公开时间|发表时间|日期|时间|pubdate)$/i,
} as const;

/** Names that a line of a page gives a value to, e.g. 来源：… 发布时间：…; a value ends where the next name begins. */
const INLINE_NAME =
  "索引号|文号|发文字号|发布机构|发布机关|发布单位|信息来源|来源|成文日期|发文日期|生成日期|公文生成日期|发布日期|发布时间|公开日期|公开时间|日期|时间|作者|浏览次数|字号|字体|点击数|访问量";
const INLINE = new RegExp(`(${INLINE_NAME})[:：]\\s*(.*?)(?=[\\s\\[【(（|]*(?:${INLINE_NAME})[:：]|$)`, "gs");
/** Longest line that is looked at, and how many. */
const LONGEST_LINE = 300;
const REACH = 15;

export function findMetadata(document: SourceDocument): Metadata {
  const items = [...document.metadata, ...tablePairs(document), ...inlinePairs(document)];
  const value = (pattern: RegExp) =>
    items.find((item) => pattern.test(nameOf(item)) && isStated(item))?.value.trim() ?? null;
  const date = (pattern: RegExp) =>
    items.filter((item) => pattern.test(nameOf(item))).flatMap((item) => datesIn(item.value).slice(0, 1))[0] ?? null;
  return {
    indexNumber: value(NAMES.indexNumber),
    documentNumber: value(NAMES.documentNumber),
    publisher: value(NAMES.publisher),
    writtenOn: date(NAMES.writtenOn),
    publishedOn: date(NAMES.publishedOn),
  };
}

const nameOf = (item: MetadataItem) => compact(item.name).replace(/[:：[\]【】]/g, "");
const isStated = ({ value }: MetadataItem) =>
  value.trim() !== "" && !/^(?:无|-|—|本站|原创|本网|管理员|admin)$/i.test(value.trim());

function inlinePairs(document: SourceDocument): MetadataItem[] {
  return document.blocks
    .filter((block) => block.kind === "paragraph")
    .slice(0, REACH)
    .filter(({ text }) => text.length <= LONGEST_LINE)
    .flatMap(({ text }) => [...text.matchAll(INLINE)].map(([, name, value]) => ({ name: name!, value: value! })));
}

/** A table of names and values that the adapter could not tell from others. */
function tablePairs(document: SourceDocument): MetadataItem[] {
  const known = Object.values(NAMES);
  return document.blocks.slice(0, REACH).flatMap((block) => {
    if (block.kind !== "table" || block.cells.length > 40) return [];
    return block.cells.flatMap((cell, i) => {
      const name = compact(cell.text).replace(/[:：]$/, "");
      const next = block.cells[i + 1];
      return known.some((pattern) => pattern.test(name)) && next ? [{ name, value: next.text }] : [];
    });
  });
}
