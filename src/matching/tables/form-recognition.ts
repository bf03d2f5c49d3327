/** Rows of a document in; how much speaks for each national form, out. Labels and shapes decide, never the year alone. */
import type { SourceDocument } from "../../../parsers/document.js";
import type { Form, FormColumn, FormTable } from "../../forms/form.js";
import { labelMatcher } from "../labels.js";
import { perKey, remembering } from "../memo.js";
import { compact } from "../normalize.js";
import type { TableRow } from "../table-row.js";
import type { TableFindings } from "./found.js";

/** What rows of the split （六）其他处理, which only one form has, count for. */
const SPLIT = 2;
const SPLIT_ROW = /\.otherHandling\.(?!subtotal)/;
const isStatistic = (id: string) => id.startsWith("statistics.");

/**
 * Evidence that only the form's print gives: its own column labels, its own rows.
 * @param columns how many of its column labels are printed
 */
export function evidenceOf(findings: readonly TableFindings[], columns: number): number {
  const located = findings.flatMap(({ cells }) => cells.map(({ indicator }) => indicator));
  const statistics = located.filter(isStatistic).length;
  const split = located.some((id) => SPLIT_ROW.test(id)) ? SPLIT : 0;
  return statistics + split + (statistics === 0 ? columns : 0);
}

/** No findings give more. */
export const mostEvidence = (form: Form, columns: number): number => statisticsIn(form) + SPLIT + columns;

const statisticsIn = perKey((form: Form) => form.indicators.filter(({ id }) => isStatistic(id)).length);

const columnMatcher = perKey((table: FormTable) =>
  labelMatcher<FormColumn>([...new Set(table.blocks.flatMap((block) => block.columns))], (column) => column),
);
/** The columns that a label names: most labels name none, and come again with the next report. */
const columnsNamed = perKey((table: FormTable) => remembering((label) => columnMatcher(table).exact(label)));

/** How many of the form's column labels the rows print. */
export function columnEvidence(form: Form, rows: readonly TableRow[]): number {
  const table = form.tables.find(({ id }) => id === "proactiveDisclosure");
  if (!table) return 0;
  const named = columnsNamed(table);
  const found = new Set<FormColumn>();
  for (const row of rows) for (const label of row.labels) for (const { item } of named(label)) found.add(item);
  return found.size;
}

const HEADINGS = [/主动公开.{0,8}情况/, /收到和处理.{0,12}申请/, /复议.{0,4}诉讼.{0,4}情况/];
const STATISTICS_TITLE = /政府信息公开(?:工作)?(?:情况)?统计表$/;
/** Longest heading of a section. */
const LONGEST_HEADING = 45;

/** True where the document prints the title of the statistics table of 2014. */
export const hasStatisticsTitle = (document: SourceDocument): boolean =>
  document.blocks.some(
    (block) =>
      block.kind === "paragraph" && block.text.length <= LONGEST_HEADING && STATISTICS_TITLE.test(compact(block.text)),
  );

/**
 * True where the document has the sections that the notices of 2019 and 2021 prescribe, so that a table was printed
 * even if none could be read.
 */
export function hasStatutorySections(document: SourceDocument): boolean {
  const headings = document.blocks.flatMap((block) =>
    block.kind === "paragraph" && block.text.length <= LONGEST_HEADING ? [compact(block.text)] : [],
  );
  return HEADINGS.filter((pattern) => headings.some((heading) => pattern.test(heading))).length >= 2;
}
