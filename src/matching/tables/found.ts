/** What a matcher of one table hands on: the cell found for an indicator, or the reason why there is none. */
import type { Bilingual, Block, Locator } from "../../../parsers/document.js";
import type { FormTable } from "../../forms/form.js";
import type { Diagnosis } from "../diagnosis.js";
import type { TableRow, ValueCell } from "../table-row.js";

/** How the row's label tells which row of the form it is. */
export type LabelEvidence =
  /** The form's words, or words that its place between known rows confirms. */
  | "sure"
  /** Misprinted words in an unexpected place. */
  | "misprinted"
  /** No label of its own: the place between known rows alone. */
  | "place"
  /** Most rows of the table stand twice with other numbers: this one may be of either table. */
  | "mixed"
  /** Numbers seem to stand before their labels, so that a label is followed by those of the next row. */
  | "shifted";

export interface FoundCell {
  readonly indicator: string;
  readonly cell: ValueCell;
  /** What is printed over and beside it beyond the labels of its row and may tell its unit. */
  readonly around?: readonly string[];
  /** The power of ten of the unit that is printed around it, as far as one is. */
  readonly power?: number | "unclear";
  /** The row that the cell stands in. */
  readonly row: TableRow;
  /** The id that all indicators of the row begin with. */
  readonly scope: string;
  readonly label: LabelEvidence;
  /** True where no header told the column, but its place among as many cells as the form has columns. */
  readonly byOrder?: boolean;
  /** True where its head or its label names another year than the report's. */
  readonly otherYear?: boolean;
  /** True where its number is set in brackets, or its thousands are set off by a space. */
  readonly setOff?: boolean;
}

export interface TableFindings {
  readonly table: FormTable;
  readonly cells: readonly FoundCell[];
  readonly diagnoses: readonly Diagnosis[];
  readonly blocks: ReadonlySet<Block>;
}

/** A diagnosis about an indicator or a dot-prefix of indicators. */
export function unread(code: string, indicator: string, text: Bilingual, at?: Locator): Diagnosis {
  return { code, severity: "warning", indicator, text, ...(at ? { at } : {}) };
}
