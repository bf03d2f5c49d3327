/** The numbers that the prose of a report states of the form's indicators, each with its sentence and place. */
import type { Block, SourceDocument } from "../../parsers/document.js";
import type { FormId } from "../forms/form.js";
import type { Section, Statement } from "../report.js";

export interface StatementContext {
  readonly form: FormId | null;
  readonly year: number | null;
  readonly body: string | null;
  readonly sections: readonly Section[];
  /** Blocks of the form's tables: no prose. */
  readonly consumed: ReadonlySet<Block>;
}

export function readStatements(document: SourceDocument, context: StatementContext): Statement[] {
  return document.blocks.length < 0 && context.form ? [] : [];
}
