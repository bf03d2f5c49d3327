/**
 * What a page states about itself in; the names that matter to a report out. Pages print names and values as pairs in a
 * line, as cells of a table, or as lines of their own; a name whose value is empty is followed by the next name.
 */
import type { MetadataItem, SourceDocument } from "../../parsers/document.js";
import { readable } from "../../parsers/readable.js";
import type { Metadata } from "../report.js";
import { datesIn } from "./dates.js";
import { compact } from "./normalize.js";
import { isOrgan } from "./organ.js";

/** By field, the surest names first. */
const NAMES = {
  indexNumber: ["索引号", "索取号"],
  documentNumber: ["文号", "发文字号", "文件编号", "备注/文号"],
  publisher: ["发布机构", "发文机关", "发布机关", "发文单位", "发布单位", "公开主体"],
  /** Where the text came from: the publisher only if it is an organ. */
  origin: ["信息来源", "来源", "contentsource"],
  writtenOn: ["成文日期", "成文时间", "发文日期", "公文生成日期", "生成日期", "生成时间"],
  publishedOn: ["发布日期", "发布时间", "公开日期", "公开时间", "发表时间", "pubdate", "日期", "时间"],
} as const;

/** What else pages state: names that may stand where an empty value should. */
const OTHER_NAMES =
  "组配分类 主题分类 体裁分类 服务对象分类 分类 名称 标题 信息名称 文件名称 有效性 时效 时效性 是否有效 生效日期 废止日期 失效日期 关键词 主题词 内容概述 公开方式 公开范围 公开形式 公开程序 公开责任部门 责任编辑 作者 编辑 审核 体裁 语种 有限期限 浏览次数 访问次数 访问量 点击数 阅读次数 阅读 字号 字体 打印 分享 文件下载";

const KNOWN: ReadonlySet<string> = new Set([...Object.values(NAMES).flat(), ...OTHER_NAMES.split(" ")]);
/** A name may be printed with spaces between its characters: 索 引 号. A short one may be the end of another word: 统计时间. */
const NAME = [...KNOWN]
  .filter((name) => /\p{Script=Han}/u.test(name))
  .sort((a, b) => b.length - a.length)
  .map((name) => (name.length < 4 ? "(?<!\\p{Script=Han})" : "") + [...name].join("\\s{0,4}"))
  .join("|");
const INLINE = new RegExp(
  `(${NAME})[\\]】]?\\s*[:：]\\s*([^\\n]*?)(?=[\\s\\[【(（|;；]*(?:${NAME})[\\]】]?\\s*[:：]|\\s{2,}|\\s\\S{1,6}[:：]|\\n|$)`,
  "gu",
);
/** What stands where such a name ends: most lines with a colon are prose, which is quickly told. */
const NAME_ENDS = new RegExp(
  `[${[...new Set([...KNOWN].filter((name) => /\p{Script=Han}/u.test(name)).map((name) => name.at(-1)!))].join("")}][\\]】]?\\s*[:：]`,
);
/** Longest line that is looked at, and how many blocks, and cells of a table. */
const LONGEST_LINE = 300;
const REACH = 15;
const MOST_CELLS = 40;
/** Today's date, which pages print in their heads. */
const TODAY = /今天|现在|当前时间|欢迎|星期[一二三四五六日天]/;

export function findMetadata(document: SourceDocument): Metadata {
  const items = [...document.metadata, ...printedItems(document)].map(({ name, value }) => ({
    name: nameOf(name),
    value: readable(value).trim(),
  }));
  const stated = items.filter(({ value }) => isStated(value));
  const values = (names: readonly string[]) =>
    names.flatMap((name) => stated.filter((item) => item.name === name).map(({ value }) => value));
  const date = (names: readonly string[]) => values(names).flatMap((value) => datesIn(value).slice(0, 1))[0] ?? null;
  return {
    indexNumber: values(NAMES.indexNumber)[0] ?? null,
    documentNumber: values(NAMES.documentNumber)[0] ?? null,
    publisher: values(NAMES.publisher)[0] ?? values(NAMES.origin).find(isOrgan) ?? null,
    writtenOn: date(NAMES.writtenOn),
    publishedOn: date(NAMES.publishedOn),
  };
}

const nameOf = (text: string) =>
  compact(text)
    .replace(/[:：[\]【】•·]/g, "")
    .toLowerCase();
const isName = (text: string) => text.length <= 20 && KNOWN.has(nameOf(text));
const isStated = (value: string) =>
  value !== "" && !/^(?:无|[-—–/]+|本站|原创|本网|管理员|admin)$/i.test(value) && !isName(value) && !TODAY.test(value);

function printedItems(document: SourceDocument): MetadataItem[] {
  const items: MetadataItem[] = [];
  let texts: string[] = [];
  for (const block of document.blocks.slice(0, REACH)) {
    if (block.kind === "paragraph") for (const line of block.text.split("\n")) texts.push(line);
    else if (block.cells.length <= MOST_CELLS) {
      for (const item of pairsOf(texts)) items.push(item);
      for (const item of pairsOf(block.cells.map(({ text }) => text))) items.push(item);
      texts = [];
    }
  }
  return [...items, ...pairsOf(texts)];
}

/** Names and values among the lines or cells: in one of them, or in two that follow each other. */
function pairsOf(texts: readonly string[]): MetadataItem[] {
  const short = texts.filter((text) => text.trim() !== "").map((text) => text.slice(0, LONGEST_LINE + 1));
  return short.flatMap((text, i): MetadataItem[] => {
    if (text.length > LONGEST_LINE || TODAY.test(text)) return [];
    if (isName(text)) return i + 1 < short.length ? [{ name: text, value: short[i + 1]! }] : [];
    if (!NAME_ENDS.test(text)) return [];
    return [...text.matchAll(INLINE)].map(([, name, value]) => ({ name: name!, value: value! }));
  });
}
