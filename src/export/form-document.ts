/**
 * A Report in; the official form with its values, and numbered notes of what does not add up or could not be read, out:
 * what the HTML page and the workbook of one report are drawn from.
 */
import type { Indicator } from "../forms/form.js";
import { FORMS } from "../forms/index.js";
import type { Report } from "../report.js";
import { formTables } from "./form-layout.js";
import type { FormTable } from "./form-table.js";
import { covers, valueStates, type ValueState } from "./value-state.js";

export interface FormValue {
  readonly value: number | null;
  /** What the cell shows: the number as read, or what stands in its place. */
  readonly text: string;
  readonly state: ValueState;
  readonly severity: "error" | "warning" | null;
  /** Numbers of the notes that concern it. */
  readonly notes: readonly number[];
}

export interface FormNote {
  readonly number: number;
  readonly kind: "finding" | "diagnostic";
  readonly severity: "error" | "warning";
  readonly text: string;
}

export interface FormDocument {
  readonly title: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly tables: readonly FormTable[];
  readonly values: ReadonlyMap<string, FormValue>;
  readonly notes: readonly FormNote[];
}

const PLACEHOLDER: Readonly<Record<Exclude<ValueState, "number">, string>> = {
  printed: "空白",
  unread: "未读出",
  absent: "无此项",
  optional: "",
};

/** A number as a person reads it: thousands apart, all decimals. */
const numberText = (value: number) => value.toLocaleString("en-US", { maximumFractionDigits: 10 });

export function formDocument(report: Report): FormDocument {
  const notes = notesOf(report);
  const form = report.form === null ? null : FORMS[report.form];
  const isPrinted = (id: string) => report.cells[id] !== undefined;
  return {
    title:
      report.title ??
      [report.body, report.year && `${report.year}年`, "政府信息公开工作年度报告"].filter(Boolean).join(""),
    facts: factsOf(report),
    tables: form === null ? [] : formTables(form, isPrinted),
    values: form === null ? new Map() : valuesOf(report, form.indicators, notes),
    notes: notes.map(({ note }) => note),
  };
}

interface PlacedNote {
  readonly note: FormNote;
  readonly concerns: (id: string) => boolean;
}

/** Findings first, then diagnostics; numbered through. */
function notesOf({ findings, diagnostics }: Report): PlacedNote[] {
  const found = findings.map(({ severity, message, indicators }) => ({
    note: { kind: "finding" as const, severity, text: message },
    concerns: (id: string) => indicators.includes(id),
  }));
  const unread = diagnostics.flatMap(({ severity, message, indicator }) =>
    severity === "info"
      ? []
      : [
          {
            note: { kind: "diagnostic" as const, severity, text: message },
            concerns: (id: string) => covers(indicator, id),
          },
        ],
  );
  return [...found, ...unread].map(({ note, concerns }, index) => ({ note: { number: index + 1, ...note }, concerns }));
}

function valuesOf(
  report: Report,
  indicators: readonly Indicator[],
  notes: readonly PlacedNote[],
): Map<string, FormValue> {
  const stateOf = valueStates(report);
  return new Map(
    indicators.map((indicator) => {
      const { id } = indicator;
      const cell = report.cells[id];
      const value = cell?.value ?? null;
      const state = stateOf(indicator);
      const concerning = notes.filter(({ concerns }) => concerns(id)).map(({ note }) => note);
      const findings = concerning.filter(({ kind }) => kind === "finding");
      const severity = findings.some((note) => note.severity === "error")
        ? "error"
        : findings.length > 0
          ? "warning"
          : null;
      const printed = state === "printed" ? cell!.raw.trim() : "";
      const text = value === null ? printed || PLACEHOLDER[state as Exclude<ValueState, "number">] : numberText(value);
      return [id, { value, text, state, severity, notes: concerning.map(({ number }) => number) }];
    }),
  );
}

function factsOf(report: Report): [string, string][] {
  const facts: [string, string | number | null][] = [
    ["机关", report.body],
    ["年度", report.year],
    ["统计期限", report.period && `${report.period.from} 至 ${report.period.to}`],
    ["发布日期", report.publishedOn],
    [
      "表式",
      report.form === null ? "未识别到全国统一格式的表格" : `${report.form}年格式（${FORMS[report.form].notice}）`,
    ],
    ["来源", report.source.file],
    ["SHA-256", report.source.sha256],
  ];
  return facts.map(([name, value]) => [name, value === null ? "（未读出）" : String(value)]);
}
