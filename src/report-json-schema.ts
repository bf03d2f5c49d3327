/** The JSON Schema of the report model, derived from its zod schema. */
import { z } from "zod";
import { REPORT_SCHEMA, reportSchema } from "./report.js";

/**
 * A JSON Schema (draft 2020-12) that every Report satisfies.
 *
 * @example
 * import { reportJsonSchema } from "nianbao";
 *
 * console.log(reportJsonSchema()["$id"]); // nianbao/report/1
 */
export function reportJsonSchema(): Record<string, unknown> {
  return { $id: REPORT_SCHEMA, title: "nianbao report", ...z.toJSONSchema(reportSchema) };
}
