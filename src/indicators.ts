/** A Report in; its indicators as flat rows out, in the order of the national form. */
import { FORMS } from "./forms/index.js";
import type { CellRecord, Report } from "./report.js";

/** One indicator of a report, ready for a spreadsheet or a database. */
export interface IndicatorRow {
  /** Path in the model, e.g. "requests.received.total". */
  readonly id: string;
  /** The form's printed words from the outermost heading to the innermost, joined by " / ". */
  readonly label: string;
  /** The label in English, a translation. */
  readonly labelEn: string;
  /** In `unit`; null for a blank, a dash, a missing row or an unreadable cell. */
  readonly value: number | null;
  readonly unit: string;
  /** The text of the cell as printed; null where no cell was found. */
  readonly raw: string | null;
  /** What the cell says beside its number. */
  readonly note: string | null;
  /** Where the cell stood; null where no cell was found. */
  readonly at: CellRecord["at"] | null;
}

/**
 * Every indicator of the report's form, one row each; none for a report without a form.
 *
 * @example
 * import { indicators, parseFile } from "nianbao";
 *
 * const report = await parseFile("samples/lanchuan-water-2024.docx");
 * for (const { label, value, unit } of indicators(report).slice(0, 1)) console.log(label, value, unit); // 第二十条第（一）项 / 规章 / 本年制发件数 0 件
 */
export function indicators(report: Report): IndicatorRow[] {
  if (report.form === null) return [];
  return FORMS[report.form].indicators.map(({ id, label, labelEn, unit }) => {
    const cell = report.cells[id];
    return {
      id,
      label,
      labelEn,
      value: cell?.value ?? null,
      unit,
      raw: cell?.raw ?? null,
      note: cell?.note ?? null,
      at: cell?.at ?? null,
    };
  });
}
