/** A Report in; its indicators as CSV out, one row each. */
import { writeToString } from "fast-csv";
import { spreadsheetText } from "../export/spreadsheet-text.js";
import { englishUnit } from "../forms/english.js";
import { indicators } from "../indicators.js";
import type { Language } from "../language.js";
import type { Report } from "../report.js";
import { placeText } from "./place.js";

const HEADINGS: Readonly<Record<Language, readonly string[]>> = {
  zh: ["指标", "名称", "数值", "单位", "原文", "备注", "位置"],
  en: ["id", "label", "value", "unit", "raw", "note", "at"],
};

/** CSV with a heading row; no text of the document can become a formula. */
export async function reportCsv(report: Report, lang: Language): Promise<string> {
  const rows = indicators(report).map(({ id, label, labelEn, value, unit, raw, note, at }) => [
    id,
    lang === "zh" ? label : labelEn,
    value ?? "",
    lang === "zh" ? unit : englishUnit(unit),
    raw === null ? "" : spreadsheetText(raw),
    note === null ? "" : spreadsheetText(note),
    at === null ? "" : placeText(at, lang),
  ]);
  return (await writeToString([[...HEADINGS[lang]], ...rows])) + "\n";
}
