/** A report, or the reports of several years, in; what does not add up in them, and what was checked, out. */
import type { Finding, Report } from "../report.js";
import type { Language } from "../language.js";
import { RULES } from "./registry.js";
import { findingOf, isFailure, mergeOutcomes, outcomeOf, type RuleOutcome } from "./result.js";
import { seriesKey, seriesOfBody, type SeriesFinding, type SeriesResult } from "./series.js";

export type { Rule, RuleFacts, SeriesRule } from "./rule.js";
export type { RuleOutcome } from "./result.js";
export type { SeriesFinding, SeriesResult } from "./series.js";

export interface AuditResult {
  /** In the order of the rules. */
  readonly findings: readonly Finding[];
  /** Every rule once. */
  readonly rules: readonly RuleOutcome[];
}

export interface AuditOptions {
  /** Language of the messages. @default "zh" */
  readonly lang?: Language;
}

/**
 * Checks one report by all rules. A blank cell counts as nothing; where a cell could not be read, the rule is not checked.
 *
 * @example
 * import { audit, parseFile } from "nianbao";
 *
 * const { findings } = audit(await parseFile("samples/lanchuan-archives-2020.html"), { lang: "en" });
 * console.log(findings[0]?.rule, findings[0]?.severity); // requests-balance error
 */
export function audit(report: Report, options: AuditOptions = {}): AuditResult {
  const lang = options.lang ?? "zh";
  const results = RULES.map((rule) => ({ rule, instances: rule.check(report) }));
  return {
    findings: results.flatMap(({ rule, instances }) =>
      instances.filter(isFailure).map((failure) => findingOf(rule, failure, lang)),
    ),
    rules: results.map(({ rule, instances }) => outcomeOf(rule, instances)),
  };
}

/**
 * Checks what must go on from one year to the next, and whether two reports on one year say the same. Reports of several
 * bodies may be mixed, in any order: they are told apart by `bodyKey`, and only years that follow each other are compared.
 * Of several reports on one year the one published last is compared with the years around it.
 *
 * @example
 * import { auditSeries, parseFile } from "nianbao";
 *
 * const reports = [await parseFile("samples/lanchuan-water-2024.pdf"), await parseFile("samples/lanchuan-archives-2020.html")];
 * console.log(auditSeries(reports).findings.length); // 0
 */
export function auditSeries(reports: readonly Report[], options: AuditOptions = {}): SeriesResult {
  const lang = options.lang ?? "zh";
  const findings: SeriesFinding[] = [];
  const outcomes = byBody(reports).map((ofBody) => {
    const series = seriesOfBody(lang, (finding) => findings.push(finding));
    for (const report of ofBody) series.add(report);
    return series.end();
  });
  return { findings, rules: mergeOutcomes([seriesOfBody(lang, () => {}).end(), ...outcomes]) };
}

/** The reports of each body by year; those whose body or year is unknown are left out. */
function byBody(reports: readonly Report[]): Report[][] {
  const bodies = new Map<string, Report[]>();
  for (const report of reports) {
    const key = seriesKey(report);
    if (key === null) continue;
    const ofBody = bodies.get(key);
    if (ofBody) ofBody.push(report);
    else bodies.set(key, [report]);
  }
  return [...bodies.values()].map((ofBody) => ofBody.sort((a, b) => a.year! - b.year!));
}
