/** Text in; calendar dates and years that it prints out. A date that no calendar has is none. */
import { plain } from "./normalize.js";

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  "○": 0,
  零: 0,
  O: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const CHINESE = "[〇○零O一二三四五六七八九]";
const DATE = /(20\d\d)\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})(?:\s*日|(?!\d))/g;
const CHINESE_DATE = new RegExp(
  `(二${CHINESE}{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日`,
  "g",
);
const YEAR = /(20\d\d)\s*年/;
const CHINESE_YEAR = new RegExp(`(二${CHINESE}{3})年`);

/** 二〇二四 → 2024 */
function chineseYear(text: string): number {
  return Number([...text].map((digit) => DIGITS[digit]).join(""));
}

/** 一 … 三十一 */
function chineseNumber(text: string): number {
  const [tens, ones] = text.includes("十") ? text.split("十") : ["", text];
  const ten = text.includes("十") ? (tens === "" ? 1 : DIGITS[tens!]!) * 10 : 0;
  return ten + (ones === "" || ones === undefined ? 0 : DIGITS[ones]!);
}

/** ISO 8601, or null for a day that does not exist. */
export function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}

/** Every date in the text, as YYYY-MM-DD, in order. */
export function datesIn(text: string): string[] {
  const printed = plain(text);
  const arabic = [...printed.matchAll(DATE)].map(({ index, 1: y, 2: m, 3: d }) => ({
    index,
    date: isoDate(Number(y), Number(m), Number(d)),
  }));
  const chinese = [...printed.matchAll(CHINESE_DATE)].map(({ index, 1: y, 2: m, 3: d }) => ({
    index,
    date: isoDate(chineseYear(y!), chineseNumber(m!), chineseNumber(d!)),
  }));
  return [...arabic, ...chinese].sort((a, b) => a.index - b.index).flatMap(({ date }) => date ?? []);
}

/** The first year in the text, e.g. of 2023年 or 二〇二三年. */
export function yearIn(text: string): number | null {
  const printed = plain(text);
  const arabic = YEAR.exec(printed);
  if (arabic) return Number(arabic[1]);
  const chinese = CHINESE_YEAR.exec(printed);
  return chinese ? chineseYear(chinese[1]!) : null;
}

/** True for a line that is a date and nothing else. */
export function isDateLine(text: string): boolean {
  const bare = plain(text).replace(/[\s()]/g, "");
  return bare.length <= 20 && datesIn(bare).length === 1 && /^(?:20\d\d|二)/.test(bare) && /(?:日|\d)$/.test(bare);
}
