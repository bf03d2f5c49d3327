/** The words before a number in; the year that it is about out. */

/** Requests that a year hands on to the next, with both, one or none of the years named by its number. */
const HANDED_ON =
  /(?:(20\d\d)年度?(?=(?:未办结|遗留)?(?:结转|转结|转入|顺延|延续|遗留)))|(结转|顺延|延续|延期|转)(至|到|入)?(20\d\d)年度?/g;

/** The sentence with such years in words, seen from the report's year: 结转至2025年 of 2024 becomes 结转至下年度. */
export function withRelativeYears(sentence: string, year: number | null): string {
  if (year === null || !sentence.includes("20") || !/[转延遗]/.test(sentence)) return sentence;
  return sentence.replace(HANDED_ON, (words, from?: string, verb?: string, to = "", until?: string) => {
    if (from !== undefined) return Number(from) === year - 1 ? "上年度" : words;
    return Number(until) === year + 1 ? `${verb}${to}下年度` : Number(until) === year ? verb! : words;
  });
}

/** Years that only say where requests are carried to or from, or that name a document or a plan. */
const NOT_A_REPORTING_YEAR =
  /(?:结转|转|顺延|延续|延期)(?:至|到|入)?20\d\d年(?:度)?|《[^》]{0,80}》|[〔[(]20\d\d[〕\])]/g;
const YEAR = /(20\d\d)年(?!版|以来|起)/g;
const LAST_YEAR = /(?:上年|上一年|去年|往年|前年|上年度|上一年度)/g;
const CARRIED = /^度?(?:末)?(?:未办结)?(?:结转|转结|转入|顺延|遗留|延续|未办结|转来|转接)/;
/** A comparison with another year, or a sum over several years. */
const COMPARISON = /同比|环比|较(?:上|去|前|20)|比(?:上|去|前|20)年?|(?:增加|增长|减少|下降|上升|降低|提高)(?:了|到)?$/;
const SEVERAL_YEARS = /以来|历年|近[两三几]年|累年/;
/** A mean, and no number of anything. */
const MEAN = /平均|每[年季月周日天]|人均/;
/** A part of the year: a quarter, a half, until a month before the last, one month. */
const PART_OF_YEAR =
  /(?:[一二三四1-4]季度|[上下]半年|(?:截至|截止到?)(?:20\d\d年)?(?:[1-9]|1[01])月)(?![^;]{0,80}全年)[^,;]{0,40},?[^,;]{0,60}$/;
const IN_ONE_MONTH = /(?<![至到~\-—\d])(?:[1-9]|1[0-2])月份?(?:共|新){0,2}(?:收到|受理|接到|接收|收)[^,;]{0,40}$/;
const PLAN = /(?:将|拟|计划|争取|力争|预计|下一步|今后)/;

/** The last year that the words name as their own; null where they name none. */
export function yearIn(words: string): number | null {
  if (!words.includes("20")) return null;
  const years = [...words.replace(NOT_A_REPORTING_YEAR, "").matchAll(YEAR)];
  return years.length === 0 ? null : Number(years.at(-1)![1]);
}

/** True where the number before which the words stand is not one of the reporting year. */
export function isOfAnotherTime(clause: string, before: string): boolean {
  if (COMPARISON.test(before) || SEVERAL_YEARS.test(clause) || PLAN.test(before) || MEAN.test(before)) return true;
  if (PART_OF_YEAR.test(clause) || IN_ONE_MONTH.test(clause)) return true;
  return (
    before.includes("年") &&
    [...before.matchAll(LAST_YEAR)].some(({ index, 0: words }) => !CARRIED.test(before.slice(index + words.length)))
  );
}
