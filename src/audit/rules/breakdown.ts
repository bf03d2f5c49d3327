/** The prose's own additions: 共…条，其中…. */
import type { Report } from "../../report.js";
import { listsOf, type ProseSentence } from "../prose.js";
import { NOT_CHECKED, PASSED, type Instance, type Rule } from "../rule.js";

const UNIT = "条次|条|件次|件|份|篇|次|期|场|个|项|人次|人|起|宗";
const NUMBER = String.raw`(\d{1,3}(?:,\d{3})+(?!\d)|\d+)`;
/** A total and the list that divides it: 60条信息,其中…25条、…20条 */
const LIST = new RegExp(
  String.raw`(?<![\d.])${NUMBER}(${UNIT})(?!以上|左右|多|余)[^\d,;:()]{0,16}[,:(]+其中:?([^()]+)`,
  "u",
);
/** Of "其中" the character that has one form only, traditional or not. */
const LIST_MARK = "其";
const ITEM = new RegExp(String.raw`(?<![\d.])${NUMBER}(\.\d+|余|多|%)?(${UNIT})?`, "gu");
/** Pairs that leave nothing out. */
const WHOLE_PAIRS = [
  /自然人[^\d]*\d+[^\d]*(?:法人|组织)[^\d]*\d+/,
  /新收[^\d]*\d+[^\d]*结转[^\d]*\d+/,
  /专职[^\d]*\d+[^\d]*兼职[^\d]*\d+/,
];
/** A list that ends with what remains leaves nothing out. */
const REMAINDER = /(?:其[他它](?!处理|结果)|剩余)[^\d,、]{0,6}\d+\p{Script=Han}{0,2}[^\d]*$/u;
/** One piece of information may go out by several channels, and the form of 2014 counts it once. */
const CHANNEL = /网站|微博|微信|公报|公众号|平台|渠道/;
/** What follows a list and is no part of it. */
const NEW_THOUGHT = /办结|答复|结转|均|全部|已|予以|率|累计|总|达到|另/;
const OTHER_TIME = /较|比上|同比|去年|上年同期/;

/**
 * Parts of a number are no more than the number, and a list that leaves nothing out adds up to it. Reason: arithmetic; a
 * warning, because the parts may overlap.
 */
export const narrativeBreakdown: Rule = {
  id: "narrative-breakdown",
  severity: "warning",
  title: { zh: "文字中“共……，其中……”的分项与总数相符", en: "The parts that the prose lists fit their total" },
  source: {
    zh: "算术：分项之和不大于总数；穷尽的两类之和等于总数。各项可能重复计数，故为提示",
    en: "Arithmetic: parts are no more than their total, and two classes that leave nothing out equal it; parts may overlap",
  },
  example: { zh: "共 60 条，其中 25＋20＋18＝63 条", en: "60 items, of which 25 + 20 + 18 = 63" },
  check: (report) => listsOf(report, LIST_MARK).flatMap((sentence) => instanceOf(report, sentence)),
};

function instanceOf(report: Report, sentence: ProseSentence): Instance[] {
  const match = LIST.exec(sentence.text);
  if (!match) return [];
  const [, printed, unit, list] = match as unknown as [string, string, string, string];
  if (OTHER_TIME.test(list) || isOneOfTwo(sentence.text.slice(0, match.index))) return [NOT_CHECKED];
  const parts = partsOf(list, unit);
  if (parts === null || parts.length < 2) return [NOT_CHECKED];
  if (report.form === "2014" && CHANNEL.test(list)) return [NOT_CHECKED];
  const total = Number(printed.replace(/,/g, ""));
  const sum = parts.reduce((a, b) => a + b, 0);
  const whole = REMAINDER.test(ofOneList(list)) || (parts.length === 2 && WHOLE_PAIRS.some((pair) => pair.test(list)));
  if (sum === total || (sum < total && !whole)) return [PASSED];
  return [
    {
      state: "failed",
      text: {
        zh: `文字称共 ${total}${unit}，所列 ${parts.join("＋")} 之和为 ${sum}（“${sentence.printed}”）`,
        en: `the prose says ${total}, the parts it lists, ${parts.join(" + ")}, add up to ${sum} (“${sentence.printed}”)`,
      },
      indicators: [`sections.${sentence.section}`],
      expected: sum,
      actual: total,
    },
  ];
}

/** True before the second of two numbers that may be divided together: 新收27件,上年结转2件,其中… */
function isOneOfTwo(before: string): boolean {
  const clause = before.slice(Math.max(before.lastIndexOf(","), before.lastIndexOf(";")) + 1);
  return /结转|转结/.test(clause) && /\d/.test(before.slice(0, before.length - clause.length));
}

/** The numbers of a list; null where it holds anything but numbers of the same unit. */
function partsOf(list: string, unit: string): number[] | null {
  const parts: number[] = [];
  for (const [, digits, suffix, itsUnit] of ofOneList(list).matchAll(ITEM)) {
    if (suffix !== undefined || itsUnit !== unit) return null;
    parts.push(Number(digits!.replace(/,/g, "")));
  }
  return parts;
}

/**
 * A list joined by 、 ends at the comma; one joined by commas ends at the semicolon, or where the sentence goes on to what
 * was done.
 */
function ofOneList(words: string): string {
  const [first] = words.split(";");
  const list = [...first!.matchAll(ITEM)].length > 1 ? first! : words;
  const clauses = list.split(/[,;](?!\d{3})/);
  if (joinsNumbers(clauses[0]!)) return clauses[0]!;
  const end = clauses.findIndex((clause) => NEW_THOUGHT.test(clause) && !/上年结转/.test(clause));
  return (end < 0 ? clauses : clauses.slice(0, end)).join(",");
}

/** True where a 、 stands between two numbers. */
function joinsNumbers(clause: string): boolean {
  const comma = clause.indexOf("、", Math.max(0, clause.search(/\d/)));
  return comma >= 0 && /\d/.test(clause.slice(0, comma)) && /\d/.test(clause.slice(comma));
}
