/**
 * The reports of one body in, year after year; what does not go on from one to the next, and what two reports on the
 * same year tell differently, out. Holds two reports at a time, however many there are.
 */
import type { Finding, Report } from "../report.js";
import type { Language } from "../language.js";
import { SERIES_RULES, VERSION_RULES } from "./registry.js";
import { findingOf, isFailure, mergeOutcomes, outcomeOf, type RuleOutcome } from "./result.js";
import type { Failure, SeriesRule } from "./rule.js";

/** A finding between two reports of one body; its cells are those of the later report. */
export interface SeriesFinding extends Finding {
  readonly body: string | null;
  /** Equal for two reports on the same year. */
  readonly years: readonly [earlier: number, later: number];
  readonly files: readonly [earlier: string | null, later: string | null];
  /** The cells of the earlier report that are concerned. */
  readonly earlierIndicators: readonly string[];
}

export interface SeriesResult {
  readonly findings: readonly SeriesFinding[];
  readonly rules: readonly RuleOutcome[];
}

export interface BodySeries {
  /** Takes the next report; years may be equal and don't go back. A report without a year is left out. */
  add(report: Report): void;
  /** How often each rule was checked; to be called once, after the last report. */
  end(): readonly RuleOutcome[];
}

type ReportOfYear = Report & { readonly year: number };

/** Two reports that were compared. */
export interface Pair {
  readonly earlier: ReportOfYear;
  readonly later: ReportOfYear;
}

/** The key under which reports of one body come together; null for a report whose body or year is unknown. */
export function seriesKey(report: Report): string | null {
  return report.year === null ? null : (report.bodyKey ?? report.body);
}

/**
 * Begins the series of one body.
 * @param take gets each finding as it is found, in the order of the years, with the two reports
 */
export function seriesOfBody(lang: Language, take: (finding: SeriesFinding, pair: Pair) => void): BodySeries {
  let outcomes: readonly RuleOutcome[] = [...SERIES_RULES, ...VERSION_RULES].map((rule) => outcomeOf(rule, []));
  let before: ReportOfYear | null = null;
  let current: ReportOfYear | null = null;

  const compare = (rules: readonly SeriesRule[], pair: Pair) => {
    const checked = rules.map((rule) => ({ rule, instances: rule.check(pair.earlier, pair.later) }));
    outcomes = mergeOutcomes([outcomes, checked.map(({ rule, instances }) => outcomeOf(rule, instances))]);
    for (const { rule, instances } of checked) {
      for (const failure of instances.filter(isFailure)) take(findingBetween(rule, failure, pair, lang), pair);
    }
  };
  const endYear = () => {
    if (before && current?.year === before.year + 1) compare(SERIES_RULES, { earlier: before, later: current });
    [before, current] = [current, null];
  };

  return {
    add(report) {
      if (!hasYear(report)) return;
      if (current && current.year !== report.year) endYear();
      if (current) compare(VERSION_RULES, { earlier: current, later: report });
      current = current ? valid(current, report) : report;
    },
    end() {
      endYear();
      return outcomes;
    },
  };
}

function findingBetween(rule: SeriesRule, failure: Failure, { earlier, later }: Pair, lang: Language): SeriesFinding {
  return {
    ...findingOf(rule, failure, lang),
    body: later.body,
    years: [earlier.year, later.year],
    files: [earlier.source.file, later.source.file],
    earlierIndicators: failure.earlierIndicators ?? [],
  };
}

/** Of two reports on one year, the one that was published last stands; of equals, the first. */
function valid(first: ReportOfYear, second: ReportOfYear): ReportOfYear {
  return (second.publishedOn ?? "") > (first.publishedOn ?? "") ? second : first;
}

const hasYear = (report: Report): report is ReportOfYear => report.year !== null;
