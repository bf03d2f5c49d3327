/** Paragraphs in; the title of the report, joined over its lines, out; and what a title says of body and year. */
import type { Paragraph } from "../../parsers/document.js";
import { isDateLine, yearIn } from "./dates.js";
import { compact, plain } from "./normalize.js";

export interface Title {
  /** As printed, in one line. */
  readonly text: string;
  /** Offsets of its first and last paragraph. */
  readonly first: number;
  readonly last: number;
}

const SUBJECT = /政府信息公开|政务信息公开|信息公开|政务公开|政府信息/;
const REPORT =
  /(?:年度报告|年度工作报告|工作年报|工作年度报告|工作报告|年报|年度报表|情况的?报告|情况报告|报告)(?:\(.{1,12}\))?$/;
/** What stands near a title and is none. */
const NO_TITLE =
  /[。；;?？!]|〔\d{4}〕|\d+号$|(?:通知|通报|解读|范文|要点|指南|办法|规定|目录|方案|函|意见|名单|公告)$|^(?:索引号|文号|标题|名称|信息名称|来源|发布|发文|日期|时间|作者|您|当前|附件)|位置[:：]|[:：].{8,}|>/;
/** Lines at the beginning in which a title is looked for. */
const REACH = 60;
const LONGEST_TITLE = 70;
const LONGEST_PART = 45;
const MOST_LINES = 4;

const printedLine = (text: string) => plain(text).replace(/\s+/g, " ").trim();

/** True for words that are a whole title of an annual report on open government information. */
export function isTitle(text: string): boolean {
  const words = compact(text);
  return words.length <= LONGEST_TITLE && SUBJECT.test(words) && REPORT.test(words) && !NO_TITLE.test(words);
}

/** The first title; lines that belong to it and stand before are taken with it. */
export function findTitle(paragraphs: readonly Paragraph[]): Title | null {
  for (let first = 0; first < Math.min(REACH, paragraphs.length); first++) {
    for (let length = 1; length <= MOST_LINES; length++) {
      const part = paragraphs.slice(first, first + length);
      const last = part.at(-1);
      if (part.length < length || last === undefined || !isPart(last.text)) break;
      const text = part.map((paragraph) => paragraph.text).join("");
      if (isTitle(text)) return extendBack(paragraphs, first, first + length - 1);
    }
  }
  return null;
}

function isPart(text: string): boolean {
  const words = compact(text);
  return words !== "" && words.length <= LONGEST_PART && !NO_TITLE.test(words) && !isDateLine(text);
}

const BODY_END =
  /(?:政府|委员会|委|局|厅|院|办公室|办公厅|办|部|署|处|中心|海关|公司|街道|乡|镇|区|县|市|省|队|总社|社|站|所|管委会|联合会|关区|系统|年|年度)$/;

/** A body's name on the line before belongs to a title that names none. */
function extendBack(paragraphs: readonly Paragraph[], first: number, last: number): Title {
  const text = joinLines(paragraphs, first, last);
  const before = paragraphs[first - 1];
  const extends_ = before && bodyInTitle(text) === null && isPart(before.text) && BODY_END.test(compact(before.text));
  if (!extends_ || SUBJECT.test(compact(before.text))) return { text, first, last };
  return { text: joinLines(paragraphs, first - 1, last), first: first - 1, last };
}

/** Line breaks inside a title are typesetting: nothing stands for them in Chinese. */
function joinLines(paragraphs: readonly Paragraph[], first: number, last: number): string {
  const lines = paragraphs.slice(first, last + 1).flatMap(({ text }) => text.split("\n"));
  return lines.map((line) => line.trim()).join("");
}

/** The part of a page's own title that is a report's title; site names hang on it with dashes and underscores. */
export function titleInPageTitle(pageTitle: string | null): string | null {
  if (pageTitle === null) return null;
  const parts = pageTitle.split(/[_|]|\s[-–—]\s|\s{1,}(?=\S{8,})/).map(printedLine);
  return [pageTitle, ...parts].find(isTitle) ?? null;
}

/** The reporting body that the title names, or null. */
export function bodyInTitle(title: string): string | null {
  const words = title.replace(/\s+/g, "");
  const subject =
    /政府信息公开|政府資訊公開|政府信息公開|政务信息公开|政務信息公開|信息公开|信息公開|政务公开|政務公開/.exec(words);
  const head = subject ? words.slice(0, subject.index) : words;
  const body = head
    .replace(/^(?:关于|關於)/, "")
    .replace(/(?:[12]\d{3}|二[〇○零一二三四五六七八九]{3})\s*(?:年度|年)/g, "")
    .replace(/^[\s,，、:：]+|[\s,，、:：的]+$/g, "");
  if (body === "" || !/\p{Script=Han}{2}/u.test(body)) return null;
  return body.endsWith("人民") ? `${body}政府` : body;
}

/** The year that the title names, or null. */
export const yearInTitle = (title: string): number | null => yearIn(title.replace(/(\d)\s+(?=年)/g, "$1"));
