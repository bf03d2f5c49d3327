/** A made form and the report that was read from it in; how every indicator came out. */
import type { Report } from "../../src/index.js";
import { FORMS } from "../../src/forms/index.js";
import type { MadeForm } from "./made-form.js";

export interface Judgement {
  /** Read as printed, or not printed and not read. */
  readonly right: readonly string[];
  /** Null with a diagnostic of exactly this indicator, its row or its table. */
  readonly explained: readonly string[];
  /** A number that the text doesn't print there. */
  readonly wrong: readonly string[];
  /** Null without a reason. */
  readonly silent: readonly string[];
}

export function valueOf(report: Report, id: string): unknown {
  return (
    id.split(".").reduce<unknown>((node, name) => (node as Record<string, unknown> | null)?.[name], report) ?? null
  );
}

export const isExplained = (report: Report, id: string): boolean =>
  report.diagnostics.some(
    ({ indicator }) => indicator !== undefined && (id === indicator || id.startsWith(`${indicator}.`)),
  );

/** Compares the report with the printed form. An indicator that is not printed must be null and needs no reason. */
export function judge(made: MadeForm, report: Report): Judgement {
  const out = { right: [] as string[], explained: [] as string[], wrong: [] as string[], silent: [] as string[] };
  for (const { id } of FORMS[made.form].indicators) {
    const truth = made.truth.get(id) ?? null;
    const value = valueOf(report, id);
    if (value === truth) out.right.push(id);
    else if (value !== null) out.wrong.push(`${id}: ${String(value)} for ${truth}`);
    else if (isExplained(report, id)) out.explained.push(id);
    else out.silent.push(id);
  }
  return out;
}
