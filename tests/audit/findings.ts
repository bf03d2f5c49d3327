/** A report in; what one rule says of it, out. */
import { audit, auditSeries, type RuleOutcome } from "../../src/audit/index.js";
import type { Finding, Report } from "../../src/report.js";

export interface Verdict {
  readonly findings: readonly Finding[];
  readonly zh: readonly string[];
  readonly en: readonly string[];
  readonly outcome: RuleOutcome;
}

/** The findings of one rule, their messages in both languages, and its counts. */
export function verdict(rule: string, report: Report): Verdict {
  const [zh, en] = [audit(report), audit(report, { lang: "en" })];
  return verdictOf(rule, zh, en);
}

/** The same between the reports of a series. */
export function seriesVerdict(rule: string, ...reports: readonly Report[]): Verdict {
  return verdictOf(rule, auditSeries(reports), auditSeries(reports, { lang: "en" }));
}

interface Result {
  readonly findings: readonly Finding[];
  readonly rules: readonly RuleOutcome[];
}

function verdictOf(rule: string, zh: Result, en: Result): Verdict {
  const ofRule = ({ findings }: Result) => findings.filter((finding) => finding.rule === rule);
  const messages = (result: Result) => ofRule(result).map(({ message }) => message);
  const outcome = zh.rules.find((one) => one.rule === rule);
  if (!outcome) throw new Error(`no rule ${rule}`);
  return { findings: ofRule(zh), zh: messages(zh), en: messages(en), outcome };
}
