/**
 * Rows of a document in; the forms of which it holds something, each with what its matchers find, out. A form that another
 * one has certainly more evidence than is not matched at all.
 */
import type { Form, FormBlock, FormTable } from "../../forms/form.js";
import { FORMS } from "../../forms/index.js";
import { perKey } from "../memo.js";
import type { TableRow } from "../table-row.js";
import { matchDisputes } from "./disputes.js";
import { columnEvidence, evidenceOf, mostEvidence } from "./form-recognition.js";
import type { TableFindings } from "./found.js";
import { matchProactiveDisclosure } from "./proactive.js";
import { matchRequests } from "./requests.js";
import { matchStatistics } from "./statistics.js";

type Matcher = (rows: readonly TableRow[], table: FormTable, year: number | null) => TableFindings;

const MATCHERS: Readonly<Record<FormTable["id"], Matcher>> = {
  proactiveDisclosure: matchProactiveDisclosure,
  requests: matchRequests,
  disputes: matchDisputes,
  statistics: matchStatistics,
};

export interface Candidate {
  readonly form: Form;
  readonly findings: readonly TableFindings[];
  readonly evidence: number;
  readonly located: number;
}

/** The rows of a document in the ways in which they may be read. */
export interface Rows {
  /** Those of its tables. */
  readonly gridded: readonly TableRow[];
  /** The same with those of flattened text. */
  readonly all: readonly TableRow[];
  /** Those of its tables with rows and columns exchanged. */
  readonly turned: () => readonly TableRow[];
  readonly turnedCount: number;
}

/** What speaks most for a form stands first. Forms with less evidence than the first may be missing. */
export function candidatesOf(rows: Rows, year: number | null): Candidate[] {
  const forms = Object.values(FORMS).map((form) => {
    const columns = columnEvidence(form, rows.all);
    return { form, columns, most: mostEvidence(form, columns) };
  });
  const found = new Map<Form, Candidate>();
  let best = 0;
  for (const { form, columns, most } of [...forms].sort((a, b) => b.most - a.most)) {
    if (most < best) break;
    const candidate = candidateFor(form, columns, rows, year);
    if (candidate.located === 0 && candidate.findings.every(({ blocks }) => blocks.size === 0)) continue;
    found.set(form, candidate);
    best = Math.max(best, candidate.evidence);
  }
  return forms
    .flatMap(({ form }) => found.get(form) ?? [])
    .sort((a, b) => b.evidence - a.evidence || b.located - a.located);
}

function candidateFor(form: Form, columns: number, rows: Rows, year: number | null): Candidate {
  const findings = form.tables.map((table) => findingsOf(table, rows, year));
  const located = findings.reduce((count, { cells }) => count + cells.length, 0);
  return { form, findings, evidence: evidenceOf(findings, columns), located };
}

/**
 * Flattened text is asked only for the tables that the grids don't hold whole. Grids with rows and columns exchanged are
 * asked last, and believed only where they give the whole table without a question.
 */
function findingsOf(table: FormTable, { gridded, all, turned, turnedCount }: Rows, year: number | null): TableFindings {
  const match = MATCHERS[table.id];
  const fromGrids = match(gridded, table, year);
  if (isWhole(fromGrids)) return fromGrids;
  const fromAll = all.length === gridded.length ? fromGrids : match(all, table, year);
  const more = fromAll.cells.length - fromGrids.cells.length;
  // A table of which no value could be told still says which form it is of.
  const best = more > 0 || (more === 0 && fromGrids.blocks.size === 0) ? fromAll : fromGrids;
  // Every row of the form is taken from a row of its own.
  if (isWhole(best) || turnedCount < dueRows(table)) return best;
  const fromTurned = match(turned(), table, year);
  return isWhole(fromTurned) && fromTurned.diagnoses.length === 0 ? fromTurned : best;
}

const isWhole = ({ table, cells }: TableFindings) => cells.length >= dueCells(table);

/** How many cells a whole table has. */
const dueCells = perKey((table: FormTable) =>
  table.blocks.reduce((sum, block) => sum + dueIn(block) * block.columns.length, 0),
);

/** And how many rows. */
const dueRows = perKey((table: FormTable) => table.blocks.reduce((sum, block) => sum + dueIn(block), 0));

const dueIn = ({ rows }: FormBlock) => rows.filter((row) => !row.heading && !row.optional).length;
