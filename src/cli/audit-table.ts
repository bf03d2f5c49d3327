/** The events of an audit in; text for a terminal out: a table a report, then what was checked. */
import { getBorderCharacters, table, type TableUserConfig } from "table";
import { RULES, SERIES_RULES, VERSION_RULES } from "../audit/registry.js";
import type { RuleOutcome } from "../audit/result.js";
import type { Language } from "../language.js";
import type { AuditedCell, AuditedFinding, AuditedReport, AuditedSeriesFinding, AuditEvent } from "./audit-events.js";
import { AUDIT_WORDS, SEVERITY_WORDS } from "./audit-words.js";
import { placeText } from "./place.js";
import { printableLine } from "./terminal.js";

/** Widths in terminal cells; the message takes what the terminal leaves. */
const WIDTHS = {
  zh: { severity: 4, rule: 16, number: 7, place: 24 },
  en: { severity: 8, rule: 16, number: 8, place: 24 },
} as const;
/** Width of the longest rule's id. */
const RULE_ID = 23;
const BORDERS = 19;
const LEAST_MESSAGE = 30;
const MOST_MESSAGE = 90;
const RULE_TITLE = 56;
/** Reports without findings that are named. */
const CLEAN_NAMED = 20;

type Words = (typeof AUDIT_WORDS)[Language];

export interface TableOptions {
  readonly lang: Language;
  /** Of the terminal, in cells. */
  readonly width: number;
}

export async function* auditTable(events: AsyncIterable<AuditEvent>, options: TableOptions): AsyncGenerator<string> {
  const words = AUDIT_WORDS[options.lang];
  let body = "";
  let clean = 0;
  for await (const event of events) {
    if (event.type === "body") body = printableLine(event.body ?? words.body);
    else if (event.type === "report" && event.report.findings.length > 0) yield reportText(event.report, body, options);
    else if (event.type === "report") yield cleanText(event.report, body, clean++, words);
    else if (event.type === "series") yield seriesText(event.findings, body, options);
    else yield `${words.totals(event.totals)}\n\n${rulesTable(event.rules, options.lang)}`;
  }
}

function reportText({ file, year, findings }: AuditedReport, body: string, options: TableOptions): string {
  const name = nameOf({ file, year }, body, AUDIT_WORDS[options.lang]);
  const rows = findings.map((finding) => rowOf(finding, placeOf(finding.cells, options.lang), options.lang));
  return `${name}\n${findingsTable(rows, options)}\n`;
}

/** Of an archive's many reports without findings the first are named. */
function cleanText(report: AuditedReport, body: string, before: number, words: Words): string {
  if (before < CLEAN_NAMED) return `${nameOf(report, body, words)}  ${words.none}\n\n`;
  return before === CLEAN_NAMED ? `${words.noMore}\n\n` : "";
}

function nameOf({ file, year }: Pick<AuditedReport, "file" | "year">, body: string, words: Words): string {
  return [body, words.year(year), ...(file === null ? [] : [printableLine(file)])].join("  ");
}

function seriesText(findings: readonly AuditedSeriesFinding[], body: string, options: TableOptions): string {
  if (findings.length === 0) return "";
  const rows = findings.map((finding) => {
    const file = finding.files[1] === null ? [] : [printableLine(finding.files[1])];
    return rowOf(finding, [...file, placeOf(finding.cells, options.lang)].join("\n"), options.lang);
  });
  return `${body}  ${AUDIT_WORDS[options.lang].series}\n${findingsTable(rows, options)}\n`;
}

function rowOf({ severity, rule, message, actual, expected }: AuditedFinding, place: string, lang: Language): string[] {
  const numbers = [actual, expected].map((number) => (number === undefined ? "" : String(number)));
  return [SEVERITY_WORDS[lang][severity], rule, ...numbers, printableLine(message), place];
}

/** Where the first of the cells stands; how many more there are. */
function placeOf(cells: readonly AuditedCell[], lang: Language): string {
  const places = cells.flatMap(({ at }) => (at === null ? [] : [placeText(at, lang)]));
  if (places.length <= 1) return places[0] ?? "";
  return `${places[0]}\n${AUDIT_WORDS[lang].more(places.length)}`;
}

function findingsTable(rows: readonly string[][], { lang, width }: TableOptions): string {
  const { severity, rule, number, place } = WIDTHS[lang];
  const message = width - (severity + rule + 2 * number + place + BORDERS);
  const ofNumber = { width: number, alignment: "right", wrapWord: false } as const;
  return table([[...AUDIT_WORDS[lang].columns], ...rows], {
    ...LINES,
    columns: [
      { width: severity },
      { width: rule, wrapWord: true },
      ofNumber,
      ofNumber,
      { width: Math.max(LEAST_MESSAGE, Math.min(MOST_MESSAGE, message)), wrapWord: lang === "en" },
      { width: place, wrapWord: lang === "en" },
    ],
  });
}

const LINES: TableUserConfig = {
  border: getBorderCharacters("norc"),
  drawHorizontalLine: (line, rows) => line <= 1 || line === rows,
};

/** Every rule that had something to check. */
function rulesTable(outcomes: readonly RuleOutcome[], lang: Language): string {
  const titles = new Map([...RULES, ...SERIES_RULES, ...VERSION_RULES].map(({ id, title }) => [id, title[lang]]));
  const rows = outcomes
    .filter(({ checked, notChecked }) => checked + notChecked > 0)
    .map(({ rule, checked, failed, notChecked }) => [rule, titles.get(rule) ?? "", checked, failed, notChecked]);
  const number = { alignment: "right" } as const;
  return table([[...AUDIT_WORDS[lang].rules], ...rows], {
    ...LINES,
    columns: [{ width: RULE_ID }, { width: RULE_TITLE, wrapWord: lang === "en" }, number, number, number],
  });
}
