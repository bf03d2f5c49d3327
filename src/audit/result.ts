/** What a rule says of its instances in; a finding of the report model, or the rule's counts, out. */
import type { Finding } from "../report.js";
import { inLanguage, type Language } from "../language.js";
import type { Failure, Instance, RuleFacts } from "./rule.js";

/** How many instances of a rule (columns, rows, statements) were compared, failed, or could not be compared. */
export interface RuleOutcome {
  readonly rule: string;
  /** Compared, whether they failed or not. */
  readonly checked: number;
  readonly failed: number;
  /** A cell could not be read, or what is meant is uncertain. */
  readonly notChecked: number;
}

export const isFailure = (instance: Instance): instance is Failure => instance.state === "failed";

export function findingOf(rule: RuleFacts, failure: Failure, lang: Language): Finding {
  const { text, indicators, expected, actual, severity } = failure;
  return {
    rule: rule.id,
    severity: severity ?? rule.severity,
    message: inLanguage(text, lang),
    indicators: [...indicators],
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
  };
}

export function outcomeOf(rule: RuleFacts, instances: readonly Instance[]): RuleOutcome {
  const count = (state: Instance["state"]) => instances.filter((instance) => instance.state === state).length;
  const failed = count("failed");
  return { rule: rule.id, checked: count("passed") + failed, failed, notChecked: count("notChecked") };
}

/** The counts of several audits added up, a rule once, in the order of their first mention. */
export function mergeOutcomes(lists: readonly (readonly RuleOutcome[])[]): RuleOutcome[] {
  const sums = new Map<string, RuleOutcome>();
  for (const { rule, checked, failed, notChecked } of lists.flat()) {
    const sum = sums.get(rule) ?? { rule, checked: 0, failed: 0, notChecked: 0 };
    sums.set(rule, {
      rule,
      checked: sum.checked + checked,
      failed: sum.failed + failed,
      notChecked: sum.notChecked + notChecked,
    });
  }
  return [...sums.values()];
}
