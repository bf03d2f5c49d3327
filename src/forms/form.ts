/**
 * What a national form is made of. A form is data: the matchers and the audit interpret it and know no form by name, so
 * that a new form or a new wording of a label is a line of data.
 */

import { englishWords } from "./english.js";

/** The year that names a form: the notice of that year introduced it. */
export type FormId = "2021" | "2019" | "2014";

export type TableId = "proactiveDisclosure" | "requests" | "disputes" | "statistics";

/** A printed label: the official words first, then the wordings met in real reports. */
export interface Label {
  readonly label: string;
  readonly variants?: readonly string[];
}

/** A column of values. */
export interface FormColumn extends Label {
  /** Last part of the indicator id; may hold dots. */
  readonly id: string;
  readonly unit?: string;
  /** Labels of the merged header cells above it, outermost first. */
  readonly under?: readonly string[];
}

/** A row of values, or a heading row without values. */
export interface FormRow extends Label {
  /** Part of the indicator id between table and column; "" where the columns carry the whole id. */
  readonly id: string;
  /** Labels of the groups that it stands in, outermost first. */
  readonly groups?: readonly Label[];
  readonly unit?: string;
  /** True for a heading row, which has a label and no values. */
  readonly heading?: boolean;
  /** True for a row that a report may leave out without loss (the unsplit （六）其他处理). */
  readonly optional?: boolean;
  /** False where the label is understood from its order alone ("其中：", "3.其他"). */
  readonly distinctive?: boolean;
}

/** Rows that share one header. */
export interface FormBlock {
  /** The caption printed over the header, e.g. 第二十条第（一）项. */
  readonly caption?: Label;
  readonly columns: readonly FormColumn[];
  readonly rows: readonly FormRow[];
}

export interface FormTable {
  readonly id: TableId;
  readonly blocks: readonly FormBlock[];
}

export interface Indicator {
  /** Path in the report model, e.g. "requests.received.total". */
  readonly id: string;
  /** The form's printed words from the outermost heading to the innermost, joined by " / ". */
  readonly label: string;
  /** The label in English, a translation for readers. */
  readonly labelEn: string;
  /** 件, 项, 万元, 元, 条, 次, 篇, 个, 人, 人次 */
  readonly unit: string;
  readonly optional?: boolean;
}

/** total = sum of the parts. */
export interface TotalSum {
  readonly kind: "total";
  /** Stable name for messages, e.g. "requests.received". */
  readonly id: string;
  readonly total: string;
  readonly parts: readonly string[];
  /**
   * Groups of parts of which a report fills either side: the split rows or the unsplit one. Where the unsplit cell holds
   * a value and the split ones don't, it stands in their place.
   */
  readonly alternatives?: readonly { readonly split: readonly string[]; readonly unsplit: string }[];
}

/** Sum of the left = sum of the right. */
export interface BalanceSum {
  readonly kind: "balance";
  readonly id: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
}

export type Sum = TotalSum | BalanceSum;

export interface Form {
  readonly id: FormId;
  /** The notice that introduced it. */
  readonly notice: string;
  readonly tables: readonly FormTable[];
  readonly indicators: readonly Indicator[];
  readonly sums: readonly Sum[];
}

/** The id of the indicator at a row and column of a table. */
export function indicatorId(table: FormTable, row: FormRow, column: FormColumn): string {
  const scope = row.id === "" ? table.id : `${table.id}.${row.id}`;
  return column.id === "" ? scope : `${scope}.${column.id}`;
}

function indicatorLabel(block: FormBlock, row: FormRow, column: FormColumn): string {
  const caption = block.caption ? [block.caption.label] : [];
  const groups = (row.groups ?? []).map((group) => group.label);
  const words = [...caption, ...groups, row.label, ...(column.under ?? []), column.label];
  return words.filter((word) => word !== "").join(" / ");
}

function indicatorOf(table: FormTable, block: FormBlock, row: FormRow, column: FormColumn): Indicator {
  const id = indicatorId(table, row, column);
  return {
    id,
    label: indicatorLabel(block, row, column),
    labelEn: englishWords(id).join(" / "),
    unit: row.unit ?? column.unit ?? "件",
    ...(row.optional ? { optional: true } : {}),
  };
}

/** Every indicator of the tables, in the order in which the form prints them. */
export function indicatorsOf(tables: readonly FormTable[]): Indicator[] {
  return tables.flatMap((table) =>
    table.blocks.flatMap((block) =>
      block.rows
        .filter((row) => row.heading !== true)
        .flatMap((row) => block.columns.map((column) => indicatorOf(table, block, row, column))),
    ),
  );
}
