/** What was found of a form in; a diagnosis for every indicator that has no cell and no reason yet, out. */
import { englishWords } from "../../forms/english.js";
import type { Form, FormRow, FormTable } from "../../forms/form.js";
import type { Diagnosis } from "../diagnosis.js";
import { rowIds } from "../indicators.js";
import { perKey } from "../memo.js";

const TABLE_WORDS: Readonly<Record<FormTable["id"], { zh: string; en: string }>> = {
  proactiveDisclosure: { zh: "主动公开政府信息情况", en: "proactive disclosure" },
  requests: { zh: "收到和处理政府信息公开申请情况", en: "requests received and handled" },
  disputes: { zh: "政府信息公开行政复议、行政诉讼情况", en: "reconsideration and litigation" },
  statistics: { zh: "政府信息公开情况统计", en: "statistics" },
};

/** A diagnosis that covers the indicator. */
const covers = (diagnosis: Diagnosis, id: string) =>
  diagnosis.indicator !== undefined && (id === diagnosis.indicator || id.startsWith(`${diagnosis.indicator}.`));

/** Diagnoses for what is missing: a whole table, a row, or single cells. */
export function missingParts(form: Form, located: ReadonlySet<string>, diagnoses: readonly Diagnosis[]): Diagnosis[] {
  return form.tables.flatMap((table) => missingInTable(table, located, diagnoses));
}

/** A row of the form with the ids of its indicators. */
interface DueRow {
  readonly row: FormRow;
  readonly ids: readonly string[];
}

/** What a table is asked for, made once a table. */
interface Due {
  readonly rows: readonly DueRow[];
  /** Indicators of the rows that may be left out. */
  readonly optional: readonly string[];
  /** The one row of a group that may be printed instead of its rows, and those. */
  readonly subtotals: readonly (DueRow & { readonly group: readonly DueRow[] })[];
}

const dueOf = perKey((table: FormTable): Due => {
  const all = table.blocks.flatMap((block) => block.rows).map((row): DueRow => ({ row, ids: rowIds(table, row) }));
  const rows = all.filter(({ row }) => !row.heading && !row.optional);
  const optional = all.filter(({ row }) => row.optional);
  return {
    rows,
    optional: optional.flatMap(({ ids }) => ids),
    subtotals: optional
      .filter(({ row }) => row.id.endsWith(".subtotal"))
      .map((one) => ({
        ...one,
        group: rows.filter(({ row }) => row.id.startsWith(one.row.id.replace(/subtotal$/, ""))),
      })),
  };
});

function missingInTable(table: FormTable, located: ReadonlySet<string>, diagnoses: readonly Diagnosis[]): Diagnosis[] {
  const covered = (id: string) => located.has(id) || diagnoses.some((diagnosis) => covers(diagnosis, id));
  const { rows, optional, subtotals } = dueOf(table);
  if (!rows.some(({ ids }) => ids.some(covered))) return [missingTable(table)];
  const unsplit = optional.some((id) => located.has(id));
  // Where no row of a group was found, its one row may have been printed instead, and lost.
  const lost = subtotals.filter(({ group }) => !group.some(({ ids }) => ids.some(covered)));
  return [...rows, ...lost].flatMap(({ row, ids }) => {
    const missing = ids.filter((id) => !covered(id));
    if (missing.length === 0) return [];
    if (unsplit && row.id.startsWith("outcomes.otherHandling.")) return [notSplit(`${table.id}.${row.id}`, row.label)];
    const prefix = row.id === "" ? table.id : `${table.id}.${row.id}`;
    return missing.length === ids.length && row.id !== "" ? [missingRow(prefix, row.label)] : missing.map(missingCell);
  });
}

const missingTable = (table: FormTable): Diagnosis => ({
  code: "table-missing",
  severity: "error",
  indicator: table.id,
  text: {
    zh: `没有读到“${TABLE_WORDS[table.id].zh}”的表格：可能是图片、附件或在转换中丢失，各数未知`,
    en: `no table "${TABLE_WORDS[table.id].en}" was found: it may be an image, an attachment or lost; its values are unknown`,
  },
});

/** A row is named by its path: its own words alone, as "other", are those of several rows. */
const englishRow = (indicator: string) => englishWords(indicator).join(" / ");

const missingRow = (indicator: string, label: string): Diagnosis => ({
  code: "row-missing",
  severity: "warning",
  indicator,
  text: { zh: `表中没有读到“${label}”一行`, en: `the row "${englishRow(indicator)}" was not found in its table` },
});

const missingCell = (indicator: string): Diagnosis => ({
  code: "cell-missing",
  severity: "warning",
  indicator,
  text: { zh: "没有读到这个单元格", en: "this cell was not found" },
});

const notSplit = (indicator: string, label: string): Diagnosis => ({
  code: "row-not-split",
  severity: "info",
  indicator,
  text: {
    zh: `报告把（六）其他处理印成一行，没有单列“${label}”`,
    en: `the report prints "other handling" as one row, without "${englishRow(indicator)}"`,
  },
});
