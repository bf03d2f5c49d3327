/**
 * A printed unit in; the power of ten that it multiplies its numbers by out: those of money by 元, those of counts by one.
 * Text around numbers in; the units that it tells, out. A word that looks like a unit and is none tells that the unit is unknown.
 */
import { remembering } from "./memo.js";
import { compact } from "./normalize.js";

const POWERS: Readonly<Record<string, number>> = { 十: 1, 拾: 1, 百: 2, 佰: 2, 千: 3, 仟: 3, 万: 4, 亿: 8 };
/** 百, 万, 百万; 十 alone multiplies nothing but in a numeral. */
const MULTIPLE = "(?:[十拾百佰千仟]?[万亿]|[百佰千仟])";
const COUNTED = "件次|件|项|个|条|次|篇|人次|人|份|宗|例|起|批次|批|期|部|类|家|场|户|处";
const MONEY_UNIT = new RegExp(
  String.raw`^(?:人民币|RMB|CNY|[¥￥])?(${MULTIPLE}?)[元圆圓](?:[整正]|\(?人民币\)?)?$`,
  "iu",
);
const LARGE = /^[十拾百佰千仟]?[万亿]$/;
const COUNT_UNIT = new RegExp(`^(?:(${MULTIPLE}?)(?:${COUNTED})|(${MULTIPLE}))$`, "u");

const powerOf = (multiple: string) => Array.from(multiple).reduce((power, one) => power + POWERS[one]!, 0);

/** Of 元, or of 万 for 万元; null for what is no unit of money. */
export function moneyPower(word: string): number | null {
  if (LARGE.test(word)) return powerOf(word);
  const multiple = MONEY_UNIT.exec(word)?.[1];
  return multiple === undefined ? null : powerOf(multiple);
}

/** Of 件 and the like, alone or multiplied; null for what is no unit of counts. */
export function countPower(word: string): number | null {
  const match = COUNT_UNIT.exec(word);
  return match && powerOf(match[1] ?? match[2]!);
}

/** The powers of the units that a text tells; "unclear" among them for a unit that can't be told. */
export interface ToldUnits {
  readonly money: readonly (number | "unclear")[];
  readonly count: readonly (number | "unclear")[];
  /** True where the text speaks of some of the numbers, and not of those around it alone. */
  readonly ofSome?: boolean;
}

export const tells = (told: ToldUnits): boolean => told.money.length + told.count.length > 0;

const NOTHING: ToldUnits = { money: [], count: [] };
/** Text without any of these characters tells no unit. */
const MAY_TELL = /[元圆圓百佰千仟万萬亿億方件項项條条次个個篇人份]|[单單]位/u;
/** 元 with what multiplies it. Behind a digit it is the unit of an amount that the text itself prints. */
const MONEY_IN_TEXT =
  /(?<![\d.方十拾百佰千仟万亿余多几数一二两三四五六七八九零单公纪状美港欧日加澳])([方十拾百佰千仟万亿]*(?:[美港欧日加澳][方十拾百佰千仟万亿]*)?)[元圆圓](?![旦素月首老宵器年])/gu;
/** What stands behind the word 单位, or in brackets. */
const ITEMS = /单位:(?:均?[为是])?([^()。;]{1,16})|\((?!.{0,4}单位:)([^()]{1,12})\)/gu;
const BETWEEN_ITEMS = /[、,/;。()]|[和及与或](?=.)/u;
/** A unit misprinted: 方 or what nobody knows for 万, another character for 元; or a small coin. */
const MISPRINTED_MONEY =
  /^(?:[^\d公单纪状][元圆圓]|[元圆圓][方十拾百佰千仟万亿]+|[方十拾百佰千仟万亿]+[无天园员原完先圓元圆]|[角分块毛]|[百佰千仟]|(?:RMB|CNY|[¥￥])[方十拾百佰千仟万亿]*)$/iu;
const MISPRINTED_COUNT = new RegExp(`^[方百佰千仟万亿]{1,3}(?:${COUNTED})$`, "u");
/** A longer text is no unit alone. */
const LONGEST_ITEM = 8;

const OPENING = /[[【〔{]/g;
const CLOSING = /[\]】〕}]/g;
/** The words without white space and quotes, all brackets round. */
const bracketed = (text: string) =>
  compact(text)
    .replace(/["“”'‘’「」]/g, "")
    .replace(OPENING, "(")
    .replace(CLOSING, ")");

/** The units told by a head, a label or a caption. */
export const toldUnits: (text: string) => ToldUnits = remembering((text) => {
  if (!MAY_TELL.test(text)) return NOTHING;
  const words = bracketed(text);
  const money = [...words.matchAll(MONEY_IN_TEXT)].map(([, before]) => moneyPower(`${before}元`) ?? "unclear");
  const items = [...words.matchAll(ITEMS)].flatMap(([, behind, inside]) => (behind ?? inside)!.split(BETWEEN_ITEMS));
  const told = toldByItems(words.length <= LONGEST_ITEM ? [...items, words] : items);
  return money.length === 0 ? told : { ...told, money: [...money, ...told.money] };
});

/** The units among the words. */
export function toldByItems(items: readonly string[]): ToldUnits {
  const told = (power: (item: string) => number | null, misprinted: RegExp) =>
    items.flatMap((item) => power(item) ?? (misprinted.test(item) ? ("unclear" as const) : []));
  const money = told(moneyPower, MISPRINTED_MONEY);
  const count = told(countPower, MISPRINTED_COUNT);
  return money.length + count.length === 0 ? NOTHING : { money, count };
}

/** A longer line is prose, which tells no unit. */
export const LONGEST_NOTE = 60;
/** Where a line tells a unit: 单位：元, 单位为元, 以元为单位, 金额：元. */
const SAID =
  /单位[均应都统一]*(?:[为是:]|(?=\(?[十百千万亿]*[元圆])):?([^。单]{1,40})|[以按用](?:人民币)?([^,。;以按用]{1,6}?)(?:计(?!划)|为(?:计量|计价)?单位)|^\(?(?:单位)?金额[:(]([^()]{1,4})\)?$/gu;
/** Words for some of a table's numbers. */
const OF_SOME = /收费|费用|采购|经费|许可|处罚|强制|规章|规范性|申请|复议|诉讼|其中|部分/;

/** The units told by a line above or below a table. */
export const toldInNote: (line: string) => ToldUnits = remembering((line) => {
  if (line.length > LONGEST_NOTE || !MAY_TELL.test(line)) return NOTHING;
  const words = bracketed(line);
  const items = [...words.matchAll(SAID)].flatMap(([, a, b, c]) => (a ?? b ?? c)!.split(BETWEEN_ITEMS));
  const told = toldByItems(items.flatMap(apart));
  return told === NOTHING ? told : { ...told, ofSome: OF_SOME.test(words) };
});

/** A unit of counts and one of money with nothing but a space between them. */
const SIDE_BY_SIDE = new RegExp(`^(?:${COUNTED})(?=[${Object.keys(POWERS).join("")}]*[元圆圓]$)`, "u");

function apart(item: string): string[] {
  const count = SIDE_BY_SIDE.exec(item)?.[0];
  return count === undefined ? [item] : [count, item.slice(count.length)];
}

/** A line that is nothing but a unit's note, or a title with one. */
const NOTE_OR_TITLE =
  /^\(?(?:附?注|备注|说明)?[:.、*※]{0,2}(?:本表|上表|下表|表中|以上|以下|[中内的均]|数据|统计|计量|数量|金额|货币|计价){0,4}单位|^\(?金额[:(]|^(?:填报|填表|编制|报送|制表)单位:.*单位:|^[^\d第本上()]{0,30}(?:表|情况)\([^()]*单位/u;

/** The same of a line inside a table, where heads and labels stand too. */
export const toldInLine = (line: string): ToldUnits =>
  line.length <= LONGEST_NOTE && NOTE_OR_TITLE.test(bracketed(line)) ? toldInNote(line) : NOTHING;

/** The unit that is all that a line prints. */
export function toldAlone(line: string): ToldUnits {
  if (line.length > LONGEST_NOTE) return NOTHING;
  const words = bracketed(line).replace(/^\((.*)\)$/, "$1");
  return words.length <= LONGEST_ITEM ? toldByItems(words.split(BETWEEN_ITEMS)) : NOTHING;
}
