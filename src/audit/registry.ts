/** The rules of the audit, in the order in which findings are given and documented. */
import type { Rule, SeriesRule } from "./rule.js";
import { blankTotal } from "./rules/blank-totals.js";
import { narrativeBreakdown } from "./rules/breakdown.js";
import { calendarYear, formOfYear, publishedInTime } from "./rules/dates.js";
import { narrativeAgainstTable } from "./rules/narrative.js";
import { narrativePercentage } from "./rules/percentage.js";
import { emptyTable, moneyUnit, notACount, partAboveWhole, rulesWithoutPower } from "./rules/plausibility.js";
import { copiedProse } from "./rules/copied-prose.js";
import { carriedBetweenYears, feesBetweenYears, inForceBetweenYears, itemsBetweenYears } from "./rules/series.js";
import { versionsDiffer } from "./rules/versions.js";
import { disputesTotal, outcomesTotal, requestsBalance, rowTotal, statisticsTotal } from "./rules/sums.js";

/** Rules inside one report. */
export const RULES: readonly Rule[] = [
  requestsBalance,
  outcomesTotal,
  rowTotal,
  disputesTotal,
  statisticsTotal,
  narrativeAgainstTable,
  narrativeBreakdown,
  narrativePercentage,
  blankTotal,
  emptyTable,
  rulesWithoutPower,
  notACount,
  partAboveWhole,
  moneyUnit,
  formOfYear,
  calendarYear,
  publishedInTime,
];

/** Rules between two years of one body. */
export const SERIES_RULES: readonly SeriesRule[] = [
  carriedBetweenYears,
  inForceBetweenYears,
  itemsBetweenYears,
  feesBetweenYears,
  copiedProse,
];

/** Rules between two reports of one body on the same year. */
export const VERSION_RULES: readonly SeriesRule[] = [versionsDiffer];
