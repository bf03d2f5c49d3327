/**
 * The cells found for indicators in; the same, marked where a head or a label names another year than the report's, out. Such
 * a column may be left over from last year's template, or hold last year's numbers: nobody can tell which.
 */
import type { Form } from "../../forms/form.js";
import { perKey, remembering } from "../memo.js";
import { compact } from "../normalize.js";
import type { FoundCell } from "./found.js";

/** Longer texts are no heads. */
const LONGEST = 80;
const HAS_YEAR = /20\d\d/;
const ORDINAL = "(?:[一二三四五六七八九十]、|[(][一二三四五六七八九十\\d][)]|\\d[.、])?";
/** A year before the words or alone, and one in brackets behind them. Inside a note it may be that of a rule. */
const YEAR = new RegExp(`^${ORDINAL}(?:截[至止])?(20\\d\\d)(?:年|(?=\\p{Script=Han}))|[(](20\\d\\d)年?度?[)]$`, "u");

const yearOf = remembering((text) => {
  const [, before, behind] = YEAR.exec(compact(text)) ?? [];
  const printed = before ?? behind;
  return printed === undefined ? null : Number(printed);
});

/** By indicator, how many years its label is away from the report's: -1 for 上年结转, 1 for 结转下年. */
const offsetsOf = perKey((form: Form) => {
  const offset = (label: string) => (/上一?年/.test(label) ? -1 : /下一?年/.test(label) ? 1 : 0);
  return new Map(form.indicators.map(({ id, label }) => [id, offset(label)]));
});

/** @param year the report's; null where it isn't known, so that nothing can be told */
export function withPrintedYears(found: readonly FoundCell[], form: Form, year: number | null): readonly FoundCell[] {
  if (year === null) return found;
  const offsets = offsetsOf(form);
  return found.map((one) => {
    const due = year + (offsets.get(one.indicator) ?? 0);
    const isOther = (text: string) => {
      if (text.length > LONGEST || !HAS_YEAR.test(text)) return false;
      const printed = yearOf(text);
      return printed !== null && printed !== due && printed !== year;
    };
    return wordsBeside(one).some(isOther) ? { ...one, otherYear: true } : one;
  });
}

/** Lines before the label of a row without a grid may be anything. */
function wordsBeside({ row: { labels, flattened }, around = [] }: FoundCell): readonly string[] {
  return [...around, ...(flattened ? labels.slice(-1) : labels)];
}
