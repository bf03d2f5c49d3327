/** Is the document an annual report on open government information at all? */
import type { SourceDocument } from "../../parsers/document.js";
import type { Section } from "../report.js";
import type { Identity } from "./identity.js";
import type { TableMatch } from "./tables/index.js";

/** @throws NotAReportError for news, notices, interpretations, blank forms, other kinds of reports … */
export function assertIsReport(
  document: SourceDocument,
  tables: TableMatch,
  identity: Identity,
  sections: readonly Section[],
): void {
  throw new Error(`not written yet: ${document.format} ${tables.form} ${identity.year} ${sections.length}`);
}
