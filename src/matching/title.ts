/** Paragraphs in; the title of the report, joined over its lines, out; and what a title says of body and year. */
import type { Paragraph, SourceDocument } from "../../parsers/document.js";
import { readable } from "../../parsers/readable.js";
import { isDateLine, withPlainDates, yearIn } from "./dates.js";
import { perKey } from "./memo.js";
import { compact, withoutInvisible } from "./normalize.js";
import { endsLikeName, isOrgan, isPlace } from "./organ.js";

export interface Title {
  /** As printed, in one line, without the marks that decorate it. */
  readonly text: string;
  /** Offsets of its first and last paragraph. */
  readonly first: number;
  readonly last: number;
  /** True for one of several that stand side by side, and nothing tells which is the report's. */
  readonly uncertain?: boolean;
}

const SUBJECT = /政府信息公开|政务信息公开|信息公开|政务公开|政府信息/;
const REPORT =
  /(?:年度报告|年度工作报告|工作年报|工作年度报告|工作报告|年报|年度报表|情况的?报告|情况报告|报告)(?:\(.{1,12}\))?$/;
/** What stands near a title and is none. */
const NO_TITLE =
  /[。；;?？!]|〔\d{4}〕|\d号$|(?:通知|通报|解读|范文|要点|指南|办法|规定|目录|方案|函|意见|名单|公告|门户网站|政府网)》?$|^(?:索引号|文号|标题|名称|信息名称|来源|发布|发文|日期|时间|作者|您|当前|附件|第.章)|位置[:：]|[:：].{8,}|>|(?:如下|情况)[:：]$/;
/** Every title ends in 报告 or 年报, perhaps broken or spaced, with a note in brackets. */
const LAST_LINE = /[报報告]/;
/** A line that carries on a notice's title. */
const CARRIES_ON = /^的?(?:通知|通报|函|公告)$/;
const YEAR_LINE = /^\(?20\d\d年?度?\)?$/;
/** Marks that decorate a line. */
const DECORATION =
  /^[\s《【[「“"—–\-─*#=~·•●■◆★☆]+|(?<![\s》】\]」”"—–\-─*#=~·•●■◆★☆])[\s》】\]」”"—–\-─*#=~·•●■◆★☆]+$/gu;

const LONGEST_TITLE = 70;
const LONGEST_PART = 45;
const MOST_LINES = 4;

/** A label of the page's before the title. */
const TAG =
  /^\s*[【[〔](?:年报|年度报告|公开|公示|公告|公开年报|信息公开|政府信息公开|政务公开|转载|置顶|最新|图文|图解)[】\]〕]/;
/** The body before a colon: 云岭镇：2023年政府信息公开工作年度报告. */
const OWNER = /^(\p{Script=Han}{2,20}):(?=(?:20\d\d|二)|(?:政府|政务)?信息公开|政务公开)/u;

/** The body in brackets of its own. */
const BRACKETED = /^\s*[【[〔]([^】\]〕]{2,20})[】\]〕](?=.)/;

const withoutBrackets = (words: string, name: string) => (isOrgan(name) ? name : words);
const undecorated = (text: string) => text.replace(TAG, "").replace(BRACKETED, withoutBrackets).replace(DECORATION, "");
const titleWords = (text: string) => {
  const words = compact(undecorated(text));
  const owner = OWNER.exec(words)?.[1];
  return owner !== undefined && isOrgan(owner) ? words.replace(":", "") : words;
};

/** True for words that are a whole title of an annual report on open government information. */
export function isTitle(text: string): boolean {
  if (text.length > 3 * LONGEST_TITLE || !LAST_LINE.test(text)) return false;
  const words = titleWords(text);
  return words.length <= LONGEST_TITLE && SUBJECT.test(words) && REPORT.test(words) && !NO_TITLE.test(words);
}

/** Every title among the paragraphs, in order. */
export function findTitles(paragraphs: readonly Paragraph[]): Title[] {
  const titles: Title[] = [];
  let free = 0;
  for (let last = 0; last < paragraphs.length; last++) {
    const first = firstLineOf(paragraphs, free, last);
    if (first === null || CARRIES_ON.test(compact(paragraphs[last + 1]?.text.slice(0, 20) ?? ""))) continue;
    const title = extended(paragraphs, free, first, last);
    titles.push(title);
    free = title.last + 1;
  }
  return titles;
}

/** The nearest line from which on the lines up to `last` are a title. */
function firstLineOf(paragraphs: readonly Paragraph[], free: number, last: number): number | null {
  if (!LAST_LINE.test(paragraphs[last]!.text)) return null;
  for (let first = last; first >= Math.max(free, last - MOST_LINES + 1); first--) {
    if (!isPart(paragraphs[first]!)) return null;
    if (isTitle(joinLines(paragraphs, first, last))) return first;
  }
  return null;
}

/** True for a line that may be of a title. Kept, because a document is asked for its title several times. */
const isPart = perKey(({ text }: Paragraph): boolean => {
  if (text.length > 3 * LONGEST_PART) return false;
  const words = titleWords(text);
  return words !== "" && words.length <= LONGEST_PART && !NO_TITLE.test(words) && !isDateLine(text);
});

/** Takes in the lines before that name the body, and the line after that names the year. */
function extended(paragraphs: readonly Paragraph[], free: number, first: number, last: number): Title {
  let [from, to] = [first, last];
  while (from > free && to - from < MOST_LINES && belongsBefore(paragraphs, from, to)) from--;
  const next = compact(paragraphs[to + 1]?.text.slice(0, 40) ?? "");
  if (yearIn(joinLines(paragraphs, from, to)) === null && YEAR_LINE.test(next)) to++;
  return { text: undecorated(readable(joinLines(paragraphs, from, to))), first: from, last: to };
}

function belongsBefore(paragraphs: readonly Paragraph[], from: number, to: number): boolean {
  const text = joinLines(paragraphs, from, to);
  const before = paragraphs[from - 1]!.text;
  if (!isPart(paragraphs[from - 1]!) || !isTitle(before + text) || SUBJECT.test(compact(before))) return false;
  const words = compact(before);
  if (yearIn(text) === null && /20\d\d年/.test(withPlainDates(words))) return true;
  const body = bodyInTitle(text);
  if (body === null) return endsLikeName(words) || /年度?$/.test(words);
  return (isPlace(words) && !body.startsWith(words) && !startsWithPlace(body)) || /[和与及、]$/.test(words);
}

const startsWithPlace = (body: string) => /^\p{Script=Han}{1,8}?[省市县区州盟旗镇乡]/u.test(compact(body));

/** Line breaks inside a title are typesetting: nothing stands for them in Chinese. */
function joinLines(paragraphs: readonly Paragraph[], first: number, last: number): string {
  const lines = paragraphs.slice(first, last + 1).flatMap(({ text }) => text.split("\n"));
  return lines.map((line) => line.trim()).join("");
}

/** The part of a page's own title that is a report's title; site names hang on it with dashes and underscores. */
function titleInPageTitle(pageTitle: string | null): string | null {
  if (pageTitle === null) return null;
  const parts = pageTitle.split(/[_|]|\s[-–—]\s|(?<!\s)\s+(?=\S{8})/).map((part) => part.replace(/\s+/g, " ").trim());
  const titles = [pageTitle, ...parts, ...parts.flatMap((part) => part.split(/[-–—]/))].filter(isTitle);
  const title = titles.find((one) => yearInTitle(one) !== null) ?? titles[0];
  return title === undefined ? null : undecorated(readable(title));
}

/** Names under which pages state the title of what they hold. */
const TITLE_NAMES = /^(?:article\s?title|title|(?:dc|og)[.:]title|标题|信息名称|文件名称)$/i;

/** The report's title as the file states it of itself: as its own title, or among its metadata. */
export function statedTitle({ title, metadata }: Pick<SourceDocument, "title" | "metadata">): string | null {
  const stated = metadata.filter(({ name }) => TITLE_NAMES.test(name.trim())).map(({ value }) => value);
  return [title, ...stated].map(titleInPageTitle).find((one) => one !== null) ?? null;
}

const SUBJECT_AS_PRINTED = /(?:政府|政[务務])?(?:信息|資訊)公[开開]|政[务務]公[开開]/;
const YEARS = /(?:[12１２]\s*[\d０-９]\s*[\d０-９]\s*[\d０-９]|二[〇○零Oo0一二三四五六七八九]{3})\s*(?:年度|年)/g;
/** All months of the year. */
const WHOLE_YEAR = /0?1月?[-—–~至到]12月份?$/;
/** A year without its word, before what the report is about. */
const BARE_YEAR = /(?:20|２０)[\d０-９]{2}$/;

/** The reporting body that the title names, or null. */
export function bodyInTitle(title: string): string | null {
  const words = undecorated(withoutInvisible(readable(title))).replace(/\s+/g, "");
  const subject = SUBJECT_AS_PRINTED.exec(words);
  const head = subject ? words.slice(0, subject.index) : words;
  const body = head
    .replace(YEARS, "")
    .replace(BARE_YEAR, "")
    .replace(WHOLE_YEAR, "")
    .replace(/^(?:关于|關於)|(?:关于|關於)(?:印发|转发|公布|发布|报送|上报)?$/g, "")
    .replace(/^[\s,，、:：《]+|(?<![\s,，、:：的《])[\s,，、:：的《]+$/g, "");
  if (body === "" || !/\p{Script=Han}{2}/u.test(body)) return null;
  return body.endsWith("人民") ? `${body}政府` : body;
}

const YEAR_ALONE = /(?<![\d〔[])20\d\d(?!\d)/g;

/** The year that the title names, or null. Where it says no 年, one number that can be nothing else is the year. */
export function yearInTitle(title: string): number | null {
  const named = yearIn(title);
  const alone = named === null ? (withPlainDates(title).match(YEAR_ALONE) ?? []) : [];
  return alone.length === 1 ? Number(alone[0]) : named;
}
