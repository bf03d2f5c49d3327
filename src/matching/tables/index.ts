/** Tables and flattened text of a document in; the form they are of, and the cell of every indicator, out. */
import type { Block, SourceDocument } from "../../../parsers/document.js";
import type { Form, FormId } from "../../forms/form.js";
import { FORMS } from "../../forms/index.js";
import type { CellRecord } from "../../report.js";
import type { Diagnosis } from "../diagnosis.js";
import { acceptCells } from "../trust.js";
import { yearHint } from "../year-hint.js";
import { candidatesOf, type Candidate } from "./candidates.js";
import { missingParts } from "./completeness.js";
import { tableParagraphs } from "./consumed.js";
import { hasStatisticsTitle, hasStatutorySections } from "./form-recognition.js";
import { labelsPrinted } from "./label-evidence.js";
import { withoutOtherYears } from "./other-year.js";
import { withUnits } from "./printed-units.js";
import { withPrintedYears } from "./printed-year.js";
import { allRows, griddedRows } from "./rows-of-document.js";
import { transposedCount, transposedRows } from "./transposed.js";

export interface TableMatch {
  readonly form: FormId | null;
  /** By indicator id; only cells that were located. */
  readonly cells: Readonly<Record<string, CellRecord>>;
  readonly diagnoses: readonly Diagnosis[];
  /** Blocks that belong to the form's tables (tables, and paragraphs that are flattened cells): no prose. */
  readonly consumed: ReadonlySet<Block>;
}

/** The year from which the form of 2021 is due. */
const FIRST_YEAR_2021 = 2021;
const FIRST_YEAR_2019 = 2019;

/** Matches the tables of a document with the national forms. */
export function matchTables(whole: SourceDocument): TableMatch {
  const year = yearHint(whole);
  const { document, originals } = withoutOtherYears(whole, year);
  const gridded = griddedRows(document);
  const all = allRows(document);
  const candidates = candidatesOf(
    { gridded, all, turned: () => transposedRows(document), turnedCount: transposedCount(document) },
    year,
  );
  const [best] = candidates;
  if (!best) return withoutTables(document, year);
  const tied = candidates.filter(({ evidence }) => evidence === best.evidence);
  const printed = tied.length > 1 ? mostPrinted(document, tied) : best;
  const { form, findings } = printed ?? byYear(tied, year);
  const found = findings.flatMap(({ cells }) => cells);
  // Labels alone may be shared by several forms: the one that prints most of the text's is meant.
  if (found.length === 0 && (formPrinted(document, form.id) ?? form) !== form) return withoutTables(document, year);
  const { cells, diagnoses } = acceptCells(withPrintedYears(withUnits(findings, document, form), form, year), form);
  const reasons = [
    ...findings.flatMap((finding) => finding.diagnoses),
    ...diagnoses,
    ...(printed ? [] : [uncertainForm(form)]),
  ];
  const consumed = [...tableParagraphs(document, findings, form)];
  return {
    form: form.id,
    cells,
    diagnoses: [...reasons, ...missingParts(form, new Set(Object.keys(cells)), reasons)],
    consumed: new Set(consumed.map((block) => originals.get(block) ?? block)),
  };
}

/** Labels by which a form must lead: one or two of another form are in any text. */
const LEAD = 2;

/** The form of which the text prints more labels than of any other, wherever they stand in its lines; null where none leads. */
function mostPrinted(document: SourceDocument, tied: readonly Candidate[]): Candidate | null {
  const printed = labelsPrinted(
    document,
    tied.map(({ form }) => form),
  );
  const count = ({ form }: Candidate) => printed.get(form) ?? 0;
  const [first, second] = [...tied].sort((a, b) => count(b) - count(a));
  return first && second && count(first) >= count(second) + LEAD ? first : null;
}

function byYear(tied: readonly Candidate[], year: number | null): Candidate {
  const due = dueForm(year);
  return tied.find(({ form }) => form.id === due) ?? tied[0]!;
}

/** The form that the notices prescribe for a year; null for years before the statistics table and for an unknown year. */
function dueForm(year: number | null): FormId | null {
  if (year === null || year < FIRST_YEAR_2019) return null;
  return year >= FIRST_YEAR_2021 ? "2021" : "2019";
}

/** No table at all: a free-form report, or one whose tables were images. */
function withoutTables(document: SourceDocument, year: number | null): TableMatch {
  const due = hasStatutorySections(document) ? dueForm(year) : statisticsForm(document, year);
  const form = formPrinted(document, due) ?? (due && FORMS[due]);
  if (form === null) return { form: null, cells: {}, diagnoses: [], consumed: new Set() };
  return {
    form: form.id,
    cells: {},
    diagnoses: [uncertainForm(form), ...missingParts(form, new Set(), [])],
    consumed: new Set(),
  };
}

/** The statistics table was in use until the form of 2019. */
const statisticsForm = (document: SourceDocument, year: number | null): FormId | null =>
  year !== null && year < FIRST_YEAR_2019 && hasStatisticsTitle(document) ? "2014" : null;

/** The form whose labels stand in the text, though no row could be read; the due one where several print as many. */
function formPrinted(document: SourceDocument, due: FormId | null): Form | null {
  const printed = labelsPrinted(document, Object.values(FORMS));
  const most = Math.max(...printed.values());
  const forms = [...printed].filter(([, count]) => count === most && count > 0).map(([form]) => form);
  return forms.find(({ id }) => id === due) ?? forms[0] ?? null;
}

const uncertainForm = (form: Form): Diagnosis => ({
  code: "form-assumed",
  severity: "warning",
  text: {
    zh: `表格不足以分辨是哪一年的格式，按报告年度取${form.id}年格式（${form.notice}）`,
    en: `the tables don't tell which form it is: the form of ${form.id} was taken for the report's year`,
  },
});
