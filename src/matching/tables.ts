/** Tables and flattened text of a document in; the form they are of, and the cell of every indicator, out. */
import type { Block, SourceDocument } from "../../parsers/document.js";
import type { FormId } from "../forms/form.js";
import type { CellRecord } from "../report.js";
import type { Diagnosis } from "./diagnosis.js";

export interface TableMatch {
  readonly form: FormId | null;
  /** By indicator id; only cells that were located. */
  readonly cells: Readonly<Record<string, CellRecord>>;
  readonly diagnoses: readonly Diagnosis[];
  /** Blocks that belong to the form's tables (tables, and paragraphs that are flattened cells): no prose. */
  readonly consumed: ReadonlySet<Block>;
}

export function matchTables(document: SourceDocument): TableMatch {
  throw new Error(`not written yet: ${document.format}`);
}
