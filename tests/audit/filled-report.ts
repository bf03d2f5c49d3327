/** The words of a report in, a Report whose cells are all filled out: every cell prints 0 but those named. */
import { FORMS } from "../../src/forms/index.js";
import type { FormId } from "../../src/forms/form.js";
import { readStatements } from "../../src/matching/statements.js";
import type { Diagnostic, Report, Section } from "../../src/report.js";
import { madeReport } from "../store/made-report.js";

export interface Filled {
  readonly form?: FormId;
  readonly body?: string | null;
  readonly year?: number | null;
  /** Printed numbers or texts by indicator id, or by dot-prefix for all below it; null for a cell that was not found. */
  readonly cells?: Readonly<Record<string, number | string | null>>;
  /** A paragraph each, under 一、总体情况. */
  readonly prose?: readonly string[];
  readonly period?: Report["period"];
  readonly publishedOn?: string | null;
  readonly diagnostics?: readonly Diagnostic[];
  /** （六）其他处理 in one row; the form of 2019 always has it so. */
  readonly unsplit?: boolean;
  readonly file?: string;
}

const OTHER_HANDLING = "requests.outcomes.otherHandling.";

export function filledReport(filled: Filled = {}): Report {
  const { form = "2021", body = "澜川县水务局", year = 2024, cells = {}, prose = [] } = filled;
  const printed: Record<string, string> = {};
  for (const { id } of FORMS[form].indicators) {
    const isSubtotal = id.startsWith(`${OTHER_HANDLING}subtotal.`);
    const absent = id.startsWith(OTHER_HANDLING) && isSubtotal !== (form === "2019" || filled.unsplit === true);
    const value = Object.hasOwn(cells, id) ? cells[id] : (valueAbove(cells, id) ?? (absent ? null : 0));
    if (value !== null) printed[id] = String(value);
  }
  const made = madeReport({
    form,
    body,
    year,
    cells: printed,
    publishedOn: filled.publishedOn ?? null,
    diagnostics: [...(filled.diagnostics ?? [])],
    salt: filled.file ?? "",
  });
  const sections = sectionsOf(prose);
  return {
    ...made,
    ...(filled.period === undefined ? {} : { period: filled.period }),
    sections,
    statements: statementsOf(made, sections),
    source: { ...made.source, file: filled.file ?? null },
  };
}

/** What the nearest dot-prefix of an id is given. */
function valueAbove(cells: NonNullable<Filled["cells"]>, id: string): number | string | null | undefined {
  for (let end = id.lastIndexOf("."); end > 0; end = id.lastIndexOf(".", end - 1)) {
    if (Object.hasOwn(cells, id.slice(0, end))) return cells[id.slice(0, end)];
  }
  return undefined;
}

function sectionsOf(prose: readonly string[]): Section[] {
  return [{ id: "overview", heading: "一、总体情况", text: prose.join("\n"), at: { paragraph: 0 } }];
}

/** What the reader of statements, the real one, finds in the prose. */
function statementsOf({ form, year, body }: Report, sections: readonly Section[]): Report["statements"] {
  const texts = sections.flatMap(({ heading, text }) => [heading, ...text.split("\n")]);
  const blocks = texts.map((text, paragraph) => ({ kind: "paragraph" as const, text, at: { paragraph } }));
  const document = { format: "docx" as const, blocks, title: null, metadata: [], problems: [] };
  return readStatements(document, { form, year, body, sections, consumed: new Set() });
}
