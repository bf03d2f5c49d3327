/** What a matcher of one table hands on: the cell found for an indicator, or the reason why there is none. */
import type { Bilingual, Block, Locator } from "../../../parsers/document.js";
import type { FormTable } from "../../forms/form.js";
import type { Diagnosis } from "../diagnosis.js";
import type { ValueCell } from "../table-row.js";

export interface FoundCell {
  readonly indicator: string;
  readonly cell: ValueCell;
  /** The unit that the header prints, where it prints one. */
  readonly printedUnit: string | null;
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
