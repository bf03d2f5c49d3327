/** A line in; the section of an annual report that it is the heading of out. */
import type { SectionId } from "../report.js";
import { labelKey } from "./labels.js";
import { compact } from "./normalize.js";

/** A heading and the words that tell it, from the surest to the loosest. */
const HEADINGS: readonly (readonly [SectionId, RegExp])[] = [
  ["disputes", /复议|诉讼|投诉情况$|^举报/],
  ["requests", /收到和处理.*申请|依申请公开|申请公开.*情况|公开的?申请的?情况|申请情况$/],
  ["proactiveDisclosure", /主动公开/],
  ["problems", /(?:存在|主要)?的?(?:主要)?问题|改进(?:情况|措施)|不足|下一步/],
  ["other", /其[他它]需?要?(?:需要)?(?:报告|说明)|其[他它]事项|其[他它]报告/],
  ["overview", /总体情况|概述|概况|基本情况|工作总体|总体概|总的情况/],
];
/** Longest heading, without its ordinal. */
const LONGEST = 40;
/** A heading that goes on as prose in the same line: its words end at the first of these marks. */
const INLINE = /^(\s*[一二三四五六七八九]\s*[、.．,，]\s*[^。:：\s]{4,36})[。:：\s]\s*(?=\S)/u;

/** The same with nothing but a gap between heading and prose. */
const INLINE_GAP = /^(\s*[一二三四五六七八九]\s*[、.．,，]\s*[^。:：\s]{4,36})\s{2,}(?=\S[^\n]*[。；]\s*$)/u;
/** An entry of a table of contents: leaders, or a gap, and a page number. */
const CONTENTS_ENTRY = /(?:[….·•_—-]{2}|\s)\(?\d{1,3}\)?\s*$/;
/** Marks of sentences: a line that prints them, or goes on after a full stop, is no heading. */
const PROSE = /[；;!！“”"]|[，,][^，,]*[，,]|。[^。\u4e00-\u9fff]*[\u4e00-\u9fff]/;

export interface Heading {
  readonly id: SectionId;
  /** As printed, with its ordinal. */
  readonly text: string;
  /** Prose that follows it in the same line; "" for a heading of its own. */
  readonly rest: string;
  /** True for an ordinal of the outermost level: 一、 */
  readonly topLevel: boolean;
}

/** The heading that a line is or begins with, or null. */
export function headingOf(text: string, ordinal = ""): Heading | null {
  const printed = (ordinal + text).trim();
  if (printed.length > 2_000 || (/[\d)]/.test(printed.at(-1) ?? "") && CONTENTS_ENTRY.test(printed))) return null;
  const gap = INLINE_GAP.exec(printed);
  const whole = gap ? null : sectionOf(printed);
  if (whole) return { ...whole, text: printed.replace(/(?<!\s)\s*\n\s*/g, ""), rest: "" };
  const inline = gap ?? INLINE.exec(printed);
  const part = inline ? sectionOf(inline[1]!) : null;
  return part && inline ? { ...part, text: inline[1]!.trim(), rest: printed.slice(inline[0].length).trim() } : null;
}

function sectionOf(line: string): Pick<Heading, "id" | "topLevel"> | null {
  if (PROSE.test(line)) return null;
  const words = compact(line)
    .replace(/^[?？#*]+/, "")
    .replace(/[。:：]$/, "");
  const { ordinal, words: key } = labelKey(words);
  if (
    key.length < 2 ||
    key.length > LONGEST ||
    /[。；;!！]|,.*,|[“”"]/.test(words) ||
    /\d{2,}/.test(key.replace(/20\d\d/g, ""))
  )
    return null;
  const subheading = ordinal !== null && (ordinal.startsWith("(") || /^\d/.test(ordinal));
  if (subheading || /报告$|^(?:本年新收|上年结转|本年度办理结果|结转下年度)/.test(key)) return null;
  const found = HEADINGS.find(([, pattern]) => pattern.test(key));
  return found ? { id: found[0], topLevel: ordinal !== null } : null;
}
