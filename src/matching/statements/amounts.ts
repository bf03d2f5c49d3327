/**
 * A sentence in comparable form in; the amounts that it prints out, each with its unit and the words around it. Years,
 * percentages, document and telephone numbers, and approximate amounts are left out.
 */
import { withDigits } from "../chinese-numbers.js";

export interface Amount {
  /** As printed, without separators: a decimal text, so that a change of unit does not round. */
  readonly digits: string;
  readonly unit: string | null;
  /** The words before the number, back to the amount or the comma before it. */
  readonly before: string;
  /** The words after its unit, up to the next amount or comma. */
  readonly after: string;
  /** Everything between the amount before and this one, with commas. */
  readonly gap: string;
  readonly start: number;
  readonly end: number;
  /** True inside brackets. */
  readonly bracketed: boolean;
}

const UNITS = [..."万元 亿元 千元 元 人次 件次 条次 批次 件 份 宗 例 起 条 篇 次 期 场 个 项 人 名 部".split(" ")].join(
  "|",
);
/**
 * Stands between two digits where one line ends and the next begins: whether they are of one number is not known, as the
 * number of a page may have stood there.
 */
export const DIGITS_APART = "\ufdd0";
const NUMERAL = String.raw`(?<![\d.,a-zA-Z〔\[/\-第${DIGITS_APART}])(\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)`;
const CHINESE = String.raw`(?<![一二两三四五六七八九十百零第每])([一二两三四五六七八九十百零]{1,6})(?=[件份宗例起项篇次场](?!事|套|码|章|性|数|地|所))`;
const AMOUNT = new RegExp(String.raw`(?=[\d一二两三四五六七八九十百零])(?:${NUMERAL}|${CHINESE})(${UNITS})?`, "g");

/** Read backwards from the number. */
const APPROXIMATE_BEFORE = /(?<=约|近|超过|超|逾|不少于|不低于|不足|至少|每|第)/y;
/** Behind the unit. */
const APPROXIMATE_AFTER = /左右|上下|以[上下内]|之多/y;
/** What makes a number something else than an amount: a year, a share, a clock, a document number, part of a name. */
const NOT_AN_AMOUNT_AFTER =
  /(?:[\ufdd0%‰年月日号时分秒]|个百分点|多|余|几|岁|度|天|小时|工作日|个工作日|个月|[a-zA-Z\-/])/y;

/** The amounts of a sentence in the order of print. */
export function amountsOf(sentence: string): Amount[] {
  const amounts: Amount[] = [];
  let last = 0;
  const found = numbersOf(sentence);
  found.forEach((match, index) => {
    const amount = amountAt(sentence, match, last, found[index + 1]?.index ?? sentence.length);
    if (amount) amounts.push(amount);
    last = match.index + match[0].length;
  });
  return amounts;
}

/** The amount between the end of the number before and the start of the next; null for a number that is none. */
function amountAt(sentence: string, match: RegExpExecArray, last: number, next: number): Amount | null {
  const start = match.index;
  const end = start + match[0].length;
  const [, digits, chinese, unit] = match as readonly (string | undefined)[];
  if (matchesAt(NOT_AN_AMOUNT_AFTER, sentence, end) || matchesAt(APPROXIMATE_AFTER, sentence, end)) return null;
  // Words and their number in brackets: 予以公开(5件).
  const wordsEnd = start - 1 > last && sentence[start - 1] === "(" && sentence[end] === ")" ? start - 1 : start;
  const before = sentence.slice(lastBoundary(sentence, last, wordsEnd), wordsEnd);
  if (matchesAt(APPROXIMATE_BEFORE, before, before.length)) return null;
  if (unit === undefined && !isBareAmount(before, sentence.slice(end))) return null;
  const whole = digits?.replace(/,/g, "") ?? spelt(`${chinese}${unit}`);
  if (whole === undefined) return null;
  return {
    digits: whole,
    unit: unit ?? null,
    before,
    after: sentence.slice(end, firstBoundary(sentence, end, next)),
    gap: sentence.slice(last, start),
    start,
    end,
    bracketed: isBracketed(sentence, start),
  };
}

function numbersOf(sentence: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  AMOUNT.lastIndex = 0;
  for (let match = AMOUNT.exec(sentence); match; match = AMOUNT.exec(sentence)) found.push(match);
  return found;
}

function matchesAt(sticky: RegExp, text: string, position: number): boolean {
  sticky.lastIndex = position;
  return sticky.test(text);
}

/** , ; : ( ) */
const isBoundary = (code: number) => code === 44 || code === 58 || code === 59 || code === 40 || code === 41;

/** Where the words begin that stand behind the last boundary between two positions. */
function lastBoundary(sentence: string, from: number, to: number): number {
  let start = to;
  while (start > from && !isBoundary(sentence.charCodeAt(start - 1))) start--;
  return start;
}

/** Where the words end that stand before the first boundary between two positions. */
function firstBoundary(sentence: string, from: number, to: number): number {
  let end = from;
  while (end < to && !isBoundary(sentence.charCodeAt(end))) end++;
  return end;
}

/** A number without a unit is one where the sentence says "is": 行政诉讼数为0. Otherwise it may be a list's ordinal or a cell. */
function isBareAmount(before: string, rest: string): boolean {
  return /^(?:$|[,;:)、]|\((?!(?:单位:)?[百千万亿]))/.test(rest) && /(?:为|是|均|各|共|共计)$/.test(before);
}

function isBracketed(sentence: string, position: number): boolean {
  const open = sentence.lastIndexOf("(", position);
  return open >= 0 && !sentence.slice(open, position).includes(")");
}

/** 十二件 → 12; undefined for 三四件, which may be three or four. */
const spelt = (amount: string): string | undefined => /^\d+/.exec(withDigits(amount) ?? "")?.[0];

const POWERS: Readonly<Record<string, number>> = { 元: 0, 千元: 3, 万元: 4, 亿元: 8 };

/** The amount in the unit asked for; null where the units don't go together. Money is shifted as decimal text. */
export function valueIn(amount: Amount, unit: string): number | null {
  const to = POWERS[unit];
  if (to === undefined) {
    const isCount = Number.isInteger(Number(amount.digits)) && !(amount.unit !== null && amount.unit in POWERS);
    return isCount ? Number(amount.digits) : null;
  }
  const from = amount.unit === null ? undefined : POWERS[amount.unit];
  return from === undefined ? null : Number(`${amount.digits}e${from - to}`);
}
