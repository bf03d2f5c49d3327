/** The reports of a store in, a CSV file out, a row a report or a row an indicator; nothing in it can become a formula. */
import { format } from "fast-csv";
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { englishUnit } from "../forms/english.js";
import type { Indicator } from "../forms/form.js";
import { FORMS } from "../forms/index.js";
import type { Language } from "../language.js";
import type { Store, StoredReport } from "../store/store.js";
import { IDENTITY_COLUMNS, indicatorsOf } from "./columns.js";
import type { Exporter, ExportOptions } from "./exporter.js";
import { placeText } from "./place.js";
import { spreadsheetText } from "./spreadsheet-text.js";
import { valueStates, type ValueState } from "./value-state.js";

type Value = string | number | null;

const LONG_HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  zh: ["机关", "年度", "表式", "指标", "名称", "数值", "单位", "状态", "原文", "备注", "位置", "文件", "SHA-256"],
  en: ["body", "year", "form", "id", "label", "value", "unit", "state", "raw", "note", "at", "file", "sha256"],
};

const STATES: Readonly<Record<ValueState, string>> = {
  number: "数值",
  printed: "未填数",
  unread: "未读出",
  absent: "无此项",
  optional: "可略项",
};

type Rows = AsyncGenerator<readonly Value[], void, undefined>;

export const csvExporter: Exporter = {
  async write(store, path, options) {
    const csv = format<Value[], Value[]>({ writeBOM: options.bom, includeEndRowDelimiter: true, rowDelimiter: "\r\n" });
    const rows = options.layout === "wide" ? wideRows(store, options) : longRows(store, options);
    let written = 0;
    const safeRows = async function* () {
      for await (const row of rows) {
        written++;
        yield row.map(safe);
      }
    };
    await pipeline(Readable.from(safeRows()), csv, createWriteStream(path));
    return written - HEADING_ROWS;
  },
};

const HEADING_ROWS = 1;

const safe = (value: Value) => (typeof value === "string" ? spreadsheetText(value) : (value ?? ""));

async function* wideRows(store: Store, { filter, lang }: Required<ExportOptions>): Rows {
  const indicators = indicatorsOf(await store.forms(filter));
  yield [
    ...IDENTITY_COLUMNS.map((column) => column[lang]),
    ...indicators.map(({ id, label }) => (lang === "zh" ? label : id)),
  ];
  for await (const stored of store.reports(filter)) {
    const values = indicators.map(({ id }) => stored.report.cells[id]?.value ?? null);
    yield [...IDENTITY_COLUMNS.map(({ value }) => value(stored)), ...values];
  }
}

async function* longRows(store: Store, { filter, lang }: Required<ExportOptions>): Rows {
  yield LONG_HEADINGS[lang];
  for await (const stored of store.reports(filter)) yield* indicatorRows(stored, lang);
}

function indicatorRows({ report, files }: StoredReport, lang: Language): Value[][] {
  if (report.form === null) return [];
  const valueState = valueStates(report);
  const stateOf = (indicator: Indicator) => (lang === "zh" ? STATES[valueState(indicator)] : valueState(indicator));
  return FORMS[report.form].indicators.map((indicator) => {
    const { id } = indicator;
    const [label, unit] =
      lang === "zh" ? [indicator.label, indicator.unit] : [indicator.labelEn, englishUnit(indicator.unit)];
    const cell = report.cells[id];
    return [
      ...[report.body, report.year, report.form, id, label],
      ...[cell?.value ?? null, unit, stateOf(indicator)],
      ...[cell?.raw ?? null, cell?.note ?? null, cell === undefined ? null : placeText(cell.at, lang)],
      ...[files[0] ?? null, report.source.sha256],
    ];
  });
}
