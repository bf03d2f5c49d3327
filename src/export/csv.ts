/** The reports of a store in, a CSV file out, a row a report or a row an indicator; nothing in it can become a formula. */
import { format, type CsvFormatterStream } from "fast-csv";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { FORMS } from "../forms/index.js";
import type { Language } from "../language.js";
import type { Store, StoredReport } from "../store/store.js";
import { IDENTITY_COLUMNS, indicatorsOf } from "./columns.js";
import type { Exporter, ExportOptions } from "./exporter.js";
import { placeText } from "./place.js";
import { spreadsheetText } from "./spreadsheet-text.js";
import { valueStates } from "./value-state.js";

type Value = string | number | null;

const LONG_HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  zh: ["机关", "年度", "表式", "指标", "名称", "数值", "单位", "状态", "原文", "备注", "位置", "文件", "SHA-256"],
  en: ["body", "year", "form", "id", "label", "value", "unit", "state", "raw", "note", "at", "file", "sha256"],
};

export const csvExporter: Exporter = {
  async write(store, path, options) {
    const file = createWriteStream(path);
    const csv = format<Value[], Value[]>({ writeBOM: options.bom, includeEndRowDelimiter: true, rowDelimiter: "\r\n" });
    csv.pipe(file);
    const write = async (row: readonly Value[]) => put(csv, row.map(safe));
    try {
      return options.layout === "wide"
        ? await writeWide(store, options, write)
        : await writeLong(store, options, write);
    } finally {
      csv.end();
      await finished(file);
    }
  },
};

const safe = (value: Value) => (typeof value === "string" ? spreadsheetText(value) : (value ?? ""));

async function put(csv: CsvFormatterStream<Value[], Value[]>, row: Value[]): Promise<void> {
  if (!csv.write(row)) await once(csv, "drain");
}

type Write = (row: readonly Value[]) => Promise<void>;

async function writeWide(store: Store, { filter, lang }: Required<ExportOptions>, write: Write): Promise<number> {
  const indicators = indicatorsOf(await store.forms(filter));
  await write([
    ...IDENTITY_COLUMNS.map((column) => column[lang]),
    ...indicators.map(({ id, label }) => (lang === "zh" ? label : id)),
  ]);
  let rows = 0;
  for await (const stored of store.reports(filter)) {
    const values = indicators.map(({ id }) => stored.report.cells[id]?.value ?? null);
    await write([...IDENTITY_COLUMNS.map(({ value }) => value(stored)), ...values]);
    rows++;
  }
  return rows;
}

async function writeLong(store: Store, { filter, lang }: Required<ExportOptions>, write: Write): Promise<number> {
  await write(LONG_HEADINGS[lang]);
  let rows = 0;
  for await (const stored of store.reports(filter)) {
    for (const row of longRows(stored, lang)) {
      await write(row);
      rows++;
    }
  }
  return rows;
}

function longRows({ report, files }: StoredReport, lang: Language): Value[][] {
  if (report.form === null) return [];
  const stateOf = valueStates(report);
  return FORMS[report.form].indicators.map((indicator) => {
    const { id, label, unit } = indicator;
    const cell = report.cells[id];
    return [
      ...[report.body, report.year, report.form, id, label],
      ...[cell?.value ?? null, unit, stateOf(indicator)],
      ...[cell?.raw ?? null, cell?.note ?? null, cell === undefined ? null : placeText(cell.at, lang)],
      ...[files[0] ?? null, report.source.sha256],
    ];
  });
}
