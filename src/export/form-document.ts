/**
 * A Report in; the official form with its values, and numbered notes of what does not add up or could not be read, out:
 * what the HTML page and the workbook of one report are drawn from.
 */
import { concernedCells } from "../audit/readings.js";
import type { Indicator } from "../forms/form.js";
import { FORMS } from "../forms/index.js";
import type { Language } from "../language.js";
import type { Report } from "../report.js";
import { formTables } from "./form-layout.js";
import { FORM_WORDS } from "./form-words.js";
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
  /** What the labels and captions are in. */
  readonly lang: Language;
  readonly title: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly tables: readonly FormTable[];
  readonly values: ReadonlyMap<string, FormValue>;
  readonly notes: readonly FormNote[];
}

/** A number as a person reads it: thousands apart, all decimals. */
const numberText = (value: number) => value.toLocaleString("en-US", { maximumFractionDigits: 10 });

/** @param lang what labels and captions are in; title, findings and diagnostics are as the report has them */
export function formDocument(report: Report, lang: Language): FormDocument {
  const notes = notesOf(report);
  const form = report.form === null ? null : FORMS[report.form];
  const isPrinted = (id: string) => report.cells[id] !== undefined;
  return {
    lang,
    title: report.title ?? FORM_WORDS[lang].title(report.body, report.year),
    facts: factsOf(report, lang),
    tables: form === null ? [] : formTables(form, isPrinted, lang),
    values: form === null ? new Map() : valuesOf(report, form.indicators, notes, lang),
    notes: notes.map(({ note }) => note),
  };
}

interface PlacedNote {
  readonly note: FormNote;
  readonly concerns: (id: string) => boolean;
}

/** Findings first, then diagnostics; numbered through. */
function notesOf(report: Report): PlacedNote[] {
  const found = report.findings.map(({ severity, message, indicators }) => {
    const cells = concernedCells(report, indicators);
    return {
      note: { kind: "finding" as const, severity, text: message },
      concerns: (id: string) => cells.includes(id),
    };
  });
  const unread = report.diagnostics.flatMap(({ severity, message, indicator }) =>
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
  lang: Language,
): Map<string, FormValue> {
  const stateOf = valueStates(report);
  const { printed: blank, unread, absent } = FORM_WORDS[lang];
  const placeholder: Readonly<Record<ValueState, string>> = {
    number: "",
    printed: blank,
    unread,
    absent,
    optional: "",
  };
  return new Map(
    indicators.map((indicator) => {
      const { id } = indicator;
      const cell = report.cells[id];
      const value = cell?.value ?? null;
      const state = stateOf(indicator);
      const concerning = notes.filter(({ concerns }) => concerns(id)).map(({ note }) => note);
      const printed = state === "printed" ? cell!.raw.trim() : "";
      const text = value === null ? printed || placeholder[state] : numberText(value);
      const severity = worstFinding(concerning);
      return [id, { value, text, state, severity, notes: concerning.map(({ number }) => number) }];
    }),
  );
}

function worstFinding(notes: readonly PlacedNote["note"][]): FormValue["severity"] {
  const findings = notes.filter(({ kind }) => kind === "finding");
  if (findings.some(({ severity }) => severity === "error")) return "error";
  return findings.length > 0 ? "warning" : null;
}

function factsOf({ body, year, period, publishedOn, form, source }: Report, lang: Language): [string, string][] {
  const words = FORM_WORDS[lang];
  const facts: [string, string | number | null][] = [
    [words.body, body],
    [words.year, year],
    [words.period, period && words.periodOf(period.from, period.to)],
    [words.publishedOn, publishedOn],
    [words.form, form === null ? words.noForm : words.formOf(form, FORMS[form].notice)],
    [words.file, source.file],
    ["SHA-256", source.sha256],
  ];
  return facts.map(([name, value]) => [name, value === null ? words.unknown : String(value)]);
}
