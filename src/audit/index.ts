/** A report, or the reports of several years, in; what does not add up in them, and what was checked, out. */
import type { Finding, Report } from "../report.js";
import { inLanguage, type Language } from "../language.js";
import { RULES, SERIES_RULES } from "./registry.js";
import type { Failure, Instance, Rule, SeriesRule } from "./rule.js";
import { consecutiveYears } from "./years.js";

export type { Rule, SeriesRule } from "./rule.js";
export { RULES, SERIES_RULES } from "./registry.js";

export interface RuleOutcome {
  readonly rule: string;
  /** How many instances of the rule (columns, rows, statements) were compared, failed, or could not be compared. */
  readonly checked: number;
  readonly failed: number;
  readonly notChecked: number;
}

export interface AuditResult {
  readonly findings: readonly Finding[];
  readonly rules: readonly RuleOutcome[];
}

/** A finding between two years of one body. */
export interface SeriesFinding extends Finding {
  readonly body: string | null;
  readonly years: readonly [earlier: number, later: number];
}

export interface SeriesResult {
  readonly findings: readonly SeriesFinding[];
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
 * const { findings, rules } = audit(await parseFile("report.pdf"), { lang: "en" });
 */
export function audit(report: Report, options: AuditOptions = {}): AuditResult {
  const lang = options.lang ?? "zh";
  const results = RULES.map((rule) => ({ rule, instances: rule.check(report) }));
  return {
    findings: results.flatMap(({ rule, instances }) => findingsOf(rule, instances, lang)),
    rules: results.map(({ rule, instances }) => outcomeOf(rule, instances)),
  };
}

/**
 * Checks what must go on from one year to the next. Reports of several bodies may be mixed: they are told apart by
 * `bodyKey`, and only years that follow each other are compared.
 */
export function auditSeries(reports: readonly Report[], options: AuditOptions = {}): SeriesResult {
  const lang = options.lang ?? "zh";
  const pairs = consecutiveYears(reports);
  const results = SERIES_RULES.map((rule) => ({
    rule,
    pairs: pairs.map(([earlier, later]) => ({ earlier, later, instances: rule.check(earlier, later) })),
  }));
  return {
    findings: results.flatMap(({ rule, pairs: checked }) =>
      checked.flatMap(({ earlier, later, instances }) =>
        findingsOf(rule, instances, lang).map((finding) => ({
          ...finding,
          body: later.body,
          years: [earlier.year, later.year] as const,
        })),
      ),
    ),
    rules: results.map(({ rule, pairs: checked }) =>
      outcomeOf(
        rule,
        checked.flatMap(({ instances }) => instances),
      ),
    ),
  };
}

function findingsOf(rule: Rule | SeriesRule, instances: readonly Instance[], lang: Language): Finding[] {
  return instances.filter(isFailure).map(({ text, indicators, expected, actual, severity }) => ({
    rule: rule.id,
    severity: severity ?? rule.severity,
    message: inLanguage(text, lang),
    indicators: [...indicators],
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
  }));
}

function outcomeOf(rule: Rule | SeriesRule, instances: readonly Instance[]): RuleOutcome {
  const count = (state: Instance["state"]) => instances.filter((instance) => instance.state === state).length;
  const failed = count("failed");
  return { rule: rule.id, checked: count("passed") + failed, failed, notChecked: count("notChecked") };
}

const isFailure = (instance: Instance): instance is Failure => instance.state === "failed";
