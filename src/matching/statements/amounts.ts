/**
 * A sentence in comparable form in; the amounts that it prints out, each with its unit and the words around it. Years,
 * percentages, document and telephone numbers, and approximate amounts are left out.
 */

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
const NUMERAL = String.raw`(?<![\d.,a-zA-Z〔\[/\-第])(\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)`;
const CHINESE = String.raw`(?<![一二两三四五六七八九十百零第每])([一二两三四五六七八九十百零]{1,6})(?=[件份宗例起项篇次场](?!事|套|码|章|性|数|地|所))`;
const AMOUNT = new RegExp(String.raw`(?=[\d一二两三四五六七八九十百零])(?:${NUMERAL}|${CHINESE})(${UNITS})?`, "g");

const BOUNDARIES = ",;:()";
const APPROXIMATE_BEFORE = /(?:大?约|近|超过|超|逾|不少于|不低于|不足|不超过|至少|将近|每|第)$/;
/** What makes a number something else than an amount: a year, a share, a clock, a document number, part of a name. */
const NOT_AN_AMOUNT_AFTER = /^(?:[%‰年月日号时分秒]|个百分点|多|余|几|岁|度|天|小时|工作日|个工作日|个月|[a-zA-Z\-/])/;

/** The amounts of a sentence in the order of print. */
export function amountsOf(sentence: string): Amount[] {
  const found = [...sentence.matchAll(AMOUNT)];
  return found.flatMap((match, index) => {
    const [whole, digits, chinese, unit] = match as readonly (string | undefined)[] as readonly [
      string,
      ...(string | undefined)[],
    ];
    const end = match.index + whole.length;
    const rest = sentence.slice(end);
    const gap = sentence.slice(endOf(found[index - 1]), match.index);
    const before = lastPart(gap);
    if (NOT_AN_AMOUNT_AFTER.test(rest) || APPROXIMATE_BEFORE.test(before)) return [];
    if (unit === undefined && !isBareAmount(before, rest)) return [];
    const after = firstPart(sentence.slice(end, found[index + 1]?.index));
    const amount: Amount = {
      digits: digits === undefined ? String(chineseNumber(chinese!)) : digits.replace(/,/g, ""),
      unit: unit ?? null,
      before,
      after,
      gap,
      start: match.index,
      end,
      bracketed: isBracketed(sentence, match.index),
    };
    return [amount];
  });
}

/** The words behind the last boundary. */
function lastPart(words: string): string {
  let start = words.length;
  while (start > 0 && !BOUNDARIES.includes(words[start - 1]!)) start--;
  return words.slice(start);
}

/** The words before the first boundary. */
function firstPart(words: string): string {
  let end = 0;
  while (end < words.length && !BOUNDARIES.includes(words[end]!)) end++;
  return words.slice(0, end);
}

/** A number without a unit is one where the sentence says "is": 行政诉讼数为0. Otherwise it may be a list's ordinal or a cell. */
function isBareAmount(before: string, rest: string): boolean {
  return /^(?:$|[,;:()、])/.test(rest) && /(?:为|是|均|各|共|共计)$/.test(before);
}

function endOf(match: RegExpExecArray | undefined): number {
  return match ? match.index + match[0].length : 0;
}

function isBracketed(sentence: string, position: number): boolean {
  const open = sentence.lastIndexOf("(", position);
  return open >= 0 && !sentence.slice(open, position).includes(")");
}

const DIGITS = "零一二三四五六七八九";

/** 十二 → 12, 一百零三 → 103; up to 999. */
export function chineseNumber(text: string): number {
  let total = 0;
  let digit = 0;
  for (const character of text.replace(/两/g, "二")) {
    const value = DIGITS.indexOf(character);
    if (value >= 0) digit = value;
    else {
      total += (digit === 0 ? 1 : digit) * (character === "百" ? 100 : 10);
      digit = 0;
    }
  }
  return total + digit;
}

const POWERS: Readonly<Record<string, number>> = { 元: 0, 千元: 3, 万元: 4, 亿元: 8 };

/** The amount in the unit asked for; null where the units don't go together. Money is shifted as decimal text. */
export function valueIn(amount: Amount, unit: string): number | null {
  const to = POWERS[unit];
  if (to === undefined) return amount.unit !== null && amount.unit in POWERS ? null : Number(amount.digits);
  const from = amount.unit === null ? undefined : POWERS[amount.unit];
  return from === undefined ? null : Number(`${amount.digits}e${from - to}`);
}
