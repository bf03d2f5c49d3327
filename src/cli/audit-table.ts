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
/** What a column takes besides its text, and the last border. */
const COLUMN_BORDER = 3;
const LAST_BORDER = 1;
const LEAST_MESSAGE = 30;
const MOST_MESSAGE = 90;
/** On a terminal too narrow for a column of places, they stand below the message. */
const LEAST_NARROW_MESSAGE = 24;
const RULE_TITLE = 56;
const LEAST_RULE_TITLE = 16;
/** The three columns of numbers that follow a rule, with their borders. */
const RULE_NUMBERS = { zh: 21, en: 33 } as const;
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
    else yield `${words.totals(event.totals)}\n\n${rulesTable(event.rules, options)}`;
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
  const left = width - (severity + rule + 2 * number + 5 * COLUMN_BORDER + LAST_BORDER);
  const message = left - place - COLUMN_BORDER;
  const narrow = message < LEAST_MESSAGE;
  const ofNumber = { width: number, alignment: "right", wrapWord: false } as const;
  const columns = [
    { width: severity },
    { width: rule, wrapWord: true },
    ofNumber,
    ofNumber,
    { width: narrow ? Math.max(LEAST_NARROW_MESSAGE, left) : Math.min(MOST_MESSAGE, message), wrapWord: lang === "en" },
    { width: place, wrapWord: lang === "en" },
  ];
  const shown = [[...AUDIT_WORDS[lang].columns], ...rows];
  return table(narrow ? shown.map(placeBelow) : shown, { ...LINES, columns: narrow ? columns.slice(0, -1) : columns });
}

/** A row whose last cell stands below the one before it. */
const placeBelow = (row: readonly string[]) => [
  ...row.slice(0, -2),
  row
    .slice(-2)
    .filter((text) => text !== "")
    .join("\n"),
];

const LINES: TableUserConfig = {
  border: getBorderCharacters("norc"),
  drawHorizontalLine: (line, rows) => line <= 1 || line === rows,
};

/** Every rule that had something to check. */
function rulesTable(outcomes: readonly RuleOutcome[], { lang, width }: TableOptions): string {
  const titles = new Map([...RULES, ...SERIES_RULES, ...VERSION_RULES].map(({ id, title }) => [id, title[lang]]));
  const rows = outcomes
    .filter(({ checked, notChecked }) => checked + notChecked > 0)
    .map(({ rule, checked, failed, notChecked }) => [rule, titles.get(rule) ?? "", checked, failed, notChecked]);
  const number = { alignment: "right" } as const;
  const left = width - (RULE_ID + 2 * COLUMN_BORDER + RULE_NUMBERS[lang] + LAST_BORDER);
  const title = Math.max(LEAST_RULE_TITLE, Math.min(RULE_TITLE, left));
  return table([[...AUDIT_WORDS[lang].rules], ...rows], {
    ...LINES,
    columns: [{ width: RULE_ID }, { width: title, wrapWord: lang === "en" }, number, number, number],
  });
}
