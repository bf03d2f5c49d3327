/**
 * Reports grouped by body in; what the audit finds, as a stream of events for the three output formats, out. Nothing is
 * kept of a report when its body is done, so that an archive of any size can be audited.
 */
import { audit } from "../audit/index.js";
import { concernedCells } from "../audit/readings.js";
import { mergeOutcomes, type RuleOutcome } from "../audit/result.js";
import { seriesKey, seriesOfBody, type BodySeries, type SeriesFinding } from "../audit/series.js";
import { cellWords } from "../audit/words.js";
import type { Language } from "../language.js";
import type { Finding, Report } from "../report.js";

/** A cell that a finding names, as the report prints it. */
export interface AuditedCell {
  readonly indicator: string;
  readonly label: string;
  /** The printed text; null where the report holds no such cell, e.g. for a group of rows or a section. */
  readonly raw: string | null;
  readonly value: number | null;
  readonly at: Report["sections"][number]["at"] | null;
}

export type AuditedFinding = Finding & { readonly cells: readonly AuditedCell[] };
export type AuditedSeriesFinding = SeriesFinding & {
  readonly cells: readonly AuditedCell[];
  readonly earlierCells: readonly AuditedCell[];
};

export interface AuditedReport {
  readonly file: string | null;
  readonly body: string | null;
  readonly year: number | null;
  readonly form: Report["form"];
  readonly findings: readonly AuditedFinding[];
  readonly rules: readonly RuleOutcome[];
}

export interface AuditTotals {
  readonly reports: number;
  readonly bodies: number;
  readonly reportsWithErrors: number;
  readonly errors: number;
  readonly warnings: number;
}

export type AuditEvent =
  | { readonly type: "body"; readonly body: string | null }
  | { readonly type: "report"; readonly report: AuditedReport }
  /** The end of a body: what was found between its reports. */
  | {
      readonly type: "series";
      readonly findings: readonly AuditedSeriesFinding[];
      readonly rules: readonly RuleOutcome[];
    }
  | { readonly type: "end"; readonly totals: AuditTotals; readonly rules: readonly RuleOutcome[] };

/**
 * Audits reports as they come: those of one body one after the other, in the order of their years.
 */
export async function* auditEvents(reports: AsyncIterable<Report>, lang: Language): AsyncGenerator<AuditEvent> {
  const tally = newTally();
  let body: {
    readonly key: string | null;
    readonly series: BodySeries;
    readonly found: AuditedSeriesFinding[];
  } | null = null;
  const endOfBody = (): AuditEvent[] => {
    if (!body) return [];
    const rules = body.series.end();
    tally.add(body.found, rules);
    return [{ type: "series", findings: body.found, rules }];
  };
  for await (const report of reports) {
    const key = seriesKey(report);
    if (!body || key === null || key !== body.key) {
      yield* endOfBody();
      body = { key, ...newSeries(lang) };
      tally.beginBody();
      yield { type: "body", body: report.body };
    }
    body.series.add(report);
    const audited = auditedReport(report, lang);
    tally.add(audited.findings, audited.rules, true);
    yield { type: "report", report: audited };
  }
  yield* endOfBody();
  yield { type: "end", ...tally.end() };
}

function newSeries(lang: Language): { series: BodySeries; found: AuditedSeriesFinding[] } {
  const found: AuditedSeriesFinding[] = [];
  const series = seriesOfBody(lang, (finding, { earlier, later }) => {
    const earlierCells = cellsOf(earlier, finding.earlierIndicators, lang);
    found.push({ ...finding, cells: cellsOf(later, finding.indicators, lang), earlierCells });
  });
  return { series, found };
}

function newTally() {
  let totals: AuditTotals = { reports: 0, bodies: 0, reportsWithErrors: 0, errors: 0, warnings: 0 };
  let rules: readonly RuleOutcome[] = [];
  return {
    beginBody: () => (totals = { ...totals, bodies: totals.bodies + 1 }),
    add(findings: readonly Finding[], outcomes: readonly RuleOutcome[], ofReport = false) {
      const errors = findings.filter(({ severity }) => severity === "error").length;
      totals = {
        ...totals,
        reports: totals.reports + (ofReport ? 1 : 0),
        reportsWithErrors: totals.reportsWithErrors + (ofReport && errors > 0 ? 1 : 0),
        errors: totals.errors + errors,
        warnings: totals.warnings + findings.length - errors,
      };
      rules = mergeOutcomes([rules, outcomes]);
    },
    end: () => ({ totals, rules }),
  };
}

function auditedReport(report: Report, lang: Language): AuditedReport {
  const { findings, rules } = audit(report, { lang });
  const { body, year, form, source } = report;
  const withCells = findings.map((finding) => ({ ...finding, cells: cellsOf(report, finding.indicators, lang) }));
  return { file: source.file, body, year, form, findings: withCells, rules };
}

function cellsOf(report: Report, names: readonly string[], lang: Language): AuditedCell[] {
  return concernedCells(report, names).map((indicator): AuditedCell => {
    const section = report.sections.find((one) => indicator === `sections.${one.id}`);
    if (section) return { indicator, label: section.heading, raw: null, value: null, at: section.at };
    const { raw = null, value = null, at = null } = report.cells[indicator] ?? {};
    return { indicator, label: cellWords(indicator)[lang], raw, value, at };
  });
}
