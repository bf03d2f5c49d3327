/** The events of an audit in; CSV out, a row a finding. No text of a document can become a formula. */
import { writeToString } from "fast-csv";
import { spreadsheetText } from "../export/spreadsheet-text.js";
import type { Language } from "../language.js";
import type { AuditedCell, AuditedFinding, AuditedSeriesFinding, AuditEvent } from "./audit-events.js";
import { SEVERITY_WORDS } from "./audit-words.js";
import { placeText } from "./place.js";

const HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  zh: [
    "机关",
    "年度",
    "文件",
    "级别",
    "规则",
    "说明",
    "实为",
    "应为",
    "单元格",
    "指标",
    "原文",
    "位置",
    "对照年度",
    "对照文件",
  ],
  en: [
    ...[
      "body",
      "year",
      "file",
      "severity",
      "rule",
      "message",
      "actual",
      "expected",
      "cells",
      "indicators",
      "raw",
      "at",
    ],
    ...["compared year", "compared file"],
  ],
};

type Value = string | number | null;

export async function* auditCsv(events: AsyncIterable<AuditEvent>, lang: Language): AsyncGenerator<string> {
  yield await lines([[...HEADINGS[lang]]]);
  for await (const event of events) {
    if (event.type === "report" && event.report.findings.length > 0) {
      const { body, year, file, findings } = event.report;
      yield await lines(findings.map((finding) => [body, year, file, ...columnsOf(finding, lang), null, null]));
    }
    if (event.type === "series" && event.findings.length > 0)
      yield await lines(event.findings.map((one) => seriesRow(one, lang)));
  }
}

function seriesRow(finding: AuditedSeriesFinding, lang: Language): Value[] {
  const { body, years, files } = finding;
  return [body, years[1], files[1], ...columnsOf(finding, lang), years[0], files[0]];
}

function columnsOf(finding: AuditedFinding, lang: Language): Value[] {
  const { severity, rule, message, actual, expected, cells } = finding;
  const listed = (text: (cell: AuditedCell) => string | null) => cells.map((cell) => text(cell) ?? "").join(" | ");
  return [
    ...[SEVERITY_WORDS[lang][severity], rule, message, actual ?? null, expected ?? null],
    listed(({ label }) => label),
    listed(({ indicator }) => indicator),
    listed(({ raw }) => raw?.replace(/\s+/g, " ") ?? null),
    listed(({ at }) => (at === null ? null : placeText(at, lang))),
  ];
}

const lines = (rows: readonly Value[][]) =>
  writeToString(
    rows.map((row) => row.map((value) => (typeof value === "string" ? spreadsheetText(value) : (value ?? "")))),
    {
      includeEndRowDelimiter: true,
    },
  );
