/** What was found of a form in; a diagnosis for every indicator that has no cell and no reason yet, out. */
import { englishWords } from "../../forms/english.js";
import { indicatorId, type Form, type FormRow, type FormTable } from "../../forms/form.js";
import type { Diagnosis } from "../diagnosis.js";

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

function missingInTable(table: FormTable, located: ReadonlySet<string>, diagnoses: readonly Diagnosis[]): Diagnosis[] {
  const covered = (id: string) => located.has(id) || diagnoses.some((diagnosis) => covers(diagnosis, id));
  const rows = table.blocks.flatMap((block) =>
    block.rows
      .filter((row) => !row.heading && !row.optional)
      .map((row) => ({ row, ids: block.columns.map((column) => indicatorId(table, row, column)) })),
  );
  if (!rows.some(({ ids }) => ids.some(covered))) return [missingTable(table)];
  const unsplit = table.blocks.some((block) =>
    block.rows.some(
      (row) => row.optional && block.columns.some((column) => located.has(indicatorId(table, row, column))),
    ),
  );
  return [...rows, ...lostSubtotals(table, rows, covered)].flatMap(({ row, ids }) => {
    const missing = ids.filter((id) => !covered(id));
    if (missing.length === 0) return [];
    if (unsplit && row.id.startsWith("outcomes.otherHandling.")) return [notSplit(`${table.id}.${row.id}`, row.label)];
    const prefix = row.id === "" ? table.id : `${table.id}.${row.id}`;
    return missing.length === ids.length && row.id !== "" ? [missingRow(prefix, row.label)] : missing.map(missingCell);
  });
}

/** Where no row of a group was found, its one row may have been printed instead, and lost. */
function lostSubtotals(
  table: FormTable,
  due: readonly { readonly row: FormRow; readonly ids: readonly string[] }[],
  covered: (id: string) => boolean,
) {
  return table.blocks.flatMap((block) =>
    block.rows
      .filter((row) => row.optional && row.id.endsWith(".subtotal"))
      .map((row) => ({ row, ids: block.columns.map((column) => indicatorId(table, row, column)) }))
      .filter(({ row }) => {
        const group = due.filter(({ row: { id } }) => id.startsWith(row.id.replace(/subtotal$/, "")));
        return !group.some(({ ids }) => ids.some(covered));
      }),
  );
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
