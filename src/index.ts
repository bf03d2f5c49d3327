/** The public library. */
export { parseReport, parseReports, type ParseOptions } from "./parse.js";
export { parseFile } from "./parse-file.js";
export { indicators, type IndicatorRow } from "./indicators.js";
export {
  audit,
  auditSeries,
  type AuditOptions,
  type AuditResult,
  type RuleOutcome,
  type SeriesFinding,
  type SeriesResult,
} from "./audit/index.js";
export { FORMS, type Form } from "./forms/index.js";
export type { FormId, Indicator, Sum } from "./forms/form.js";
export type { Language } from "./language.js";
export { reportJsonSchema } from "./report-json-schema.js";
export * from "./report.js";
export * from "./archive.js";
export { NianbaoError, NotAReportError, UnreadableDocumentError, UnsupportedFormatError } from "../parsers/errors.js";
export { DEFAULT_LIMITS, type Limits } from "../parsers/limits.js";
