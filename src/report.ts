/**
 * The typed report model: the one place that says what a report is. The zod schemas below are the source of the
 * TypeScript types and of the JSON Schema that `nianbao schema` prints.
 */
import { z } from "zod";
import {
  disputes,
  proactiveDisclosure2019,
  proactiveDisclosure2021,
  requests2019,
  requests2021,
  statistics2014,
  value,
} from "./report-values.js";
import { REPORT_SCHEMA } from "./version.js";

export { REPORT_SCHEMA };

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const locatorSchema = z.union([
  z.object({
    page: z.number().int().positive(),
    box: z.tuple([z.number(), z.number(), z.number(), z.number()]).readonly(),
  }),
  z.object({ table: z.number().int(), row: z.number().int(), column: z.number().int() }),
  z.object({ line: z.number().int().positive(), column: z.number().int().positive() }),
  z.object({ paragraph: z.number().int() }),
]);

export const severitySchema = z.enum(["error", "warning", "info"]);

export const sectionIds = ["overview", "proactiveDisclosure", "requests", "disputes", "problems", "other"] as const;
export const sectionSchema = z.object({
  id: z.enum(sectionIds),
  /** The heading as printed, with its ordinal. */
  heading: z.string(),
  /** The prose of the section, a paragraph a line; tables are not in it. */
  text: z.string(),
  at: locatorSchema,
});

export const cellSchema = z.object({
  /** The text of the cell as printed. */
  raw: z.string(),
  /** Equal to the value in the nested model. */
  value,
  /** What the cell says beside its number, e.g. "其中修订16件". */
  note: z.string().optional(),
  at: locatorSchema,
});

export const diagnosticSchema = z.object({
  code: z.string(),
  severity: severitySchema,
  message: z.string(),
  /** An indicator id, or a dot-prefix of ids that covers all below it. */
  indicator: z.string().optional(),
  at: locatorSchema.optional(),
});

export const findingSchema = z.object({
  rule: z.string(),
  severity: z.enum(["error", "warning"]),
  message: z.string(),
  /** The cells concerned: all of the sum that fails; for prose against table, the cell that the prose contradicts. */
  indicators: z.array(z.string()),
  expected: z.number().optional(),
  actual: z.number().optional(),
});

/** A number that the prose states of an indicator. */
export const statementSchema = z.object({
  /** The indicator (or dot-prefix of a group whose sum is meant) that the sentence states. */
  indicator: z.string(),
  /** Further indicators that the number includes, e.g. carried-over requests in "共收办…件". */
  including: z.array(z.string()).optional(),
  value: z.number(),
  unit: z.string().nullable(),
  /** Whose number it is: the reporting body's, the whole area's, or unclear. */
  scope: z.enum(["body", "area", "unclear"]),
  sentence: z.string(),
  at: locatorSchema,
});

export const metadataSchema = z.object({
  indexNumber: z.string().nullable(),
  documentNumber: z.string().nullable(),
  publisher: z.string().nullable(),
  writtenOn: isoDate.nullable(),
  publishedOn: isoDate.nullable(),
});

const common = {
  schema: z.literal(REPORT_SCHEMA),
  title: z.string().nullable(),
  /** The reporting body as the title names it; else as metadata or signature do. */
  body: z.string().nullable(),
  /** The body's name normalised, for joining the years of one body. */
  bodyKey: z.string().nullable(),
  signedBy: z.string().nullable(),
  year: z.number().int().nullable(),
  period: z.object({ from: isoDate, to: isoDate }).nullable(),
  publishedOn: isoDate.nullable(),
  metadata: metadataSchema,
  sections: z.array(sectionSchema),
  cells: z.record(z.string(), cellSchema),
  statements: z.array(statementSchema),
  diagnostics: z.array(diagnosticSchema),
  findings: z.array(findingSchema),
  source: z.object({
    file: z.string().nullable(),
    format: z.string(),
    bytes: z.number().int(),
    sha256: z.string(),
    pages: z.number().int().optional(),
  }),
  /** "nianbao x.y.z" */
  parser: z.string(),
};

const nothing = z.null();
export const report2021Schema = z.object({
  ...common,
  form: z.literal("2021"),
  proactiveDisclosure: proactiveDisclosure2021,
  requests: requests2021,
  disputes,
  statistics: nothing,
});
export const report2019Schema = z.object({
  ...common,
  form: z.literal("2019"),
  proactiveDisclosure: proactiveDisclosure2019,
  requests: requests2019,
  disputes,
  statistics: nothing,
});
export const report2014Schema = z.object({
  ...common,
  form: z.literal("2014"),
  proactiveDisclosure: nothing,
  requests: nothing,
  disputes: nothing,
  statistics: statistics2014,
});
export const reportWithoutFormSchema = z.object({
  ...common,
  form: nothing,
  proactiveDisclosure: nothing,
  requests: nothing,
  disputes: nothing,
  statistics: nothing,
});

/** A report of any form, told apart by `form`. */
export const reportSchema = z.discriminatedUnion("form", [
  report2021Schema,
  report2019Schema,
  report2014Schema,
  reportWithoutFormSchema,
]);

export type Report2021 = z.infer<typeof report2021Schema>;
export type Report2019 = z.infer<typeof report2019Schema>;
export type Report2014 = z.infer<typeof report2014Schema>;
/** A free-form report, or one whose tables could not be recognised. */
export type ReportWithoutForm = z.infer<typeof reportWithoutFormSchema>;
export type Report = z.infer<typeof reportSchema>;
export type Section = z.infer<typeof sectionSchema>;
export type SectionId = (typeof sectionIds)[number];
export type CellRecord = z.infer<typeof cellSchema>;
export type Diagnostic = z.infer<typeof diagnosticSchema>;
export type Finding = z.infer<typeof findingSchema>;
export type Statement = z.infer<typeof statementSchema>;
export type Metadata = z.infer<typeof metadataSchema>;
/** Where something stood in the source. */
export type Locator = z.infer<typeof locatorSchema>;
export type Severity = z.infer<typeof severitySchema>;
