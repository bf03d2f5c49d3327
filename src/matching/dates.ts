/** Text in; calendar dates and years that it prints out. A date that no calendar has is none. */
import { plain } from "./normalize.js";

const DIGITS: Readonly<Record<string, number>> = {
  ...{ 〇: 0, "○": 0, 零: 0, O: 0, o: 0, "0": 0 },
  ...{ 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
};
const DIGIT = "[〇○零Oo0一二三四五六七八九]";
const CHINESE_YEAR = new RegExp(`二\\s*${DIGIT}\\s*${DIGIT}\\s*${DIGIT}(?=\\s*年)`, "g");
const CHINESE_MONTH = /(?<=年\s{0,3})([一二三四五六七八九十]{1,2})(?=\s*月)/g;
const FIRST_MONTH = /(?<=年\s{0,3})元(?=\s*月)/g;
const CHINESE_DAY = /(?<=月\s{0,3})([一二三四五六七八九十]{1,3})(?=\s*日)/g;
/** Spaces that letter-spaced typesetting puts between the digits of a date. */
const SPACED_DATE = /(?<!\d)2\s*0\s*\d\s*\d\s*年(?:\s*\d(?:\s*\d)?\s*月(?:\s*\d(?:\s*\d)?\s*日)?)?/g;
const DATE = /(?<!\d)(20\d\d)\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})(?:\s*日|(?!\d))/g;
const YEAR = /(?<!\d)(20\d\d)\s*年/;

/** 一 … 三十一 */
function chineseNumber(text: string): number {
  const [tens, ones] = text.includes("十") ? text.split("十") : ["", text];
  const ten = text.includes("十") ? (tens === "" ? 1 : DIGITS[tens!]!) * 10 : 0;
  return ten + (ones === "" || ones === undefined ? 0 : DIGITS[ones]!);
}

/** The plain text with its dates in digits that stand together: 二〇二四年一月十日 and 2 0 2 4 年 1 月 10 日 become 2024年1月10日. */
export function withPlainDates(text: string): string {
  return plain(text)
    .replace(CHINESE_YEAR, (year) => [...year.replace(/\s/g, "")].map((digit) => DIGITS[digit]).join(""))
    .replace(FIRST_MONTH, "1")
    .replace(CHINESE_MONTH, (month) => String(chineseNumber(month)))
    .replace(CHINESE_DAY, (day) => String(chineseNumber(day)))
    .replace(SPACED_DATE, (date) => date.replace(/\s+/g, ""));
}

/** ISO 8601, or null for a day that does not exist. */
export function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}

/** Every date in the text, as YYYY-MM-DD, in order. */
export function datesIn(text: string): string[] {
  return [...withPlainDates(text).matchAll(DATE)].flatMap(
    ([, year, month, day]) => isoDate(Number(year), Number(month), Number(day)) ?? [],
  );
}

/** The first year in the text, e.g. of 2023年 or 二〇二三年. */
export function yearIn(text: string): number | null {
  const match = YEAR.exec(withPlainDates(text));
  return match ? Number(match[1]) : null;
}

/** A character that no date begins with, nor becomes one by being made plain: most lines are told by it. */
const OTHER_BEGINNING = /^\s*(?!二)[\u4e00-\u9fff]/;

/** True for a line that is a date and nothing else. */
export function isDateLine(text: string): boolean {
  if (text.length > 60 || OTHER_BEGINNING.test(text)) return false;
  const bare = withPlainDates(text)
    .replace(/[\s()]/g, "")
    .replace(/(?<=日)(?:印发|发布|公布)$/, "");
  return bare.length <= 20 && datesIn(bare).length === 1 && /^20\d\d/.test(bare) && /(?:日|\d)$/.test(bare);
}
