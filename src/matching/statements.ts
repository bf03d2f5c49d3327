/** The numbers that the prose of a report states of the form's indicators, each with its sentence and place. */
import type { Block, SourceDocument } from "../../parsers/document.js";
import type { FormId } from "../forms/form.js";
import type { Section, Statement } from "../report.js";
import { passagesOf } from "./statements/prose.js";
import { statementsIn } from "./statements/reader.js";

export interface StatementContext {
  readonly form: FormId | null;
  readonly year: number | null;
  readonly body: string | null;
  readonly sections: readonly Section[];
  /** Blocks of the form's tables: no prose. */
  readonly consumed: ReadonlySet<Block>;
  /** Throws once the time for the document is over. */
  readonly checkTime?: () => void;
}

/**
 * Reads what the prose states. A number of another year, another body, a share, or an approximate one states nothing; a
 * report without tables is read by the form of its year.
 */
export function readStatements(document: SourceDocument, context: StatementContext): Statement[] {
  const dialect = context.form ?? formOfYear(context.year);
  const passages = passagesOf(document, context.consumed);
  const { year, body, checkTime } = context;
  return withoutCopies(statementsIn(passages, { dialect, year, body, ...(checkTime ? { checkTime } : {}) }));
}

function formOfYear(year: number | null): FormId {
  if (year !== null && year >= 2021) return "2021";
  return year !== null && year >= 2019 ? "2019" : "2014";
}

/** A sentence may stand twice in a file, e.g. in a page's description. */
function withoutCopies(statements: readonly Statement[]): Statement[] {
  const seen = new Set<string>();
  return statements.filter(({ indicator, value, sentence }) => {
    const key = `${indicator} ${value} ${sentence}`;
    return !seen.has(key) && seen.add(key);
  });
}
