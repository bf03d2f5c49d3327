/**
 * A national form in; its tables as they are printed, merged headings and labels included, out. The layout follows from
 * the words of the indicators' labels, so that a new form needs no new drawing.
 */
import { englishUnit } from "../forms/english.js";
import type { Indicator, TableId } from "../forms/form.js";
import type { Form } from "../forms/index.js";
import type { Language } from "../language.js";
import { FORM_WORDS, type FormWords } from "./form-words.js";
import { heading, label, runs, valueCell, type FormCell, type FormTable } from "./form-table.js";

interface Entry {
  readonly id: string;
  readonly words: readonly string[];
  readonly unit: string;
}

function entryOf({ id, label: words, labelEn, unit }: Indicator, lang: Language): Entry {
  if (lang === "zh") return { id, words: words.split(" / "), unit };
  const path = labelEn.split(" / ");
  const english = englishUnit(unit);
  if (id.startsWith("proactiveDisclosure."))
    return { id, words: [clauseOf(words), ...withMoney(path, english)], unit: english };
  // The list has one level below its groups.
  const [group, ...rest] = path as [string, ...string[]];
  const isListed = id.startsWith("statistics.") && rest.length > 0;
  return { id, words: isListed ? [group, rest.join(": ")] : path, unit: english };
}

/** 第二十条第（一）项 in English: the form heads its first table with the clauses of the regulations. */
function clauseOf(words: string): string {
  const [clause] = words.split(" / ") as [string];
  return `article 20 (${"一二三四五六七八九".indexOf(clause.at(-3)!) + 1})`;
}

/** The path with the unit in its last words where that is money, as the form has it. */
const withMoney = (path: readonly string[], unit: string): string[] =>
  path.map((words, index) => (index === path.length - 1 && unit.endsWith("yuan") ? `${words} (${unit})` : words));

/** The tables of a form, in its order; indicators of an optional row only where `isPrinted` says so. */
export function formTables(form: Form, isPrinted: (id: string) => boolean, lang: Language): FormTable[] {
  const words = FORM_WORDS[lang];
  const entries = form.indicators
    .filter(({ id, optional }) => optional !== true || isPrinted(id))
    .map((indicator) => entryOf(indicator, lang));
  return runs(entries, ({ id }) => id.split(".")[0]!).map(({ key, items }) => {
    const table = key as TableId;
    const rows = LAYOUTS[table](items, words);
    const columns = Math.max(...rows.map((row) => row.reduce((sum, cell) => sum + cell.colSpan, 0)));
    return { caption: words.captions[table], columns, rows };
  });
}

const LAYOUTS: Readonly<Record<TableId, (entries: readonly Entry[], words: FormWords) => FormCell[][]>> = {
  proactiveDisclosure: disclosureRows,
  requests: requestRows,
  disputes: disputeRows,
  statistics: statisticsRows,
};

/** Columns of values in the first table. */
const DISCLOSURE_VALUES = 3;

/** A block a clause of article 20: its name, its columns, and a row for each kind of information. */
function disclosureRows(entries: readonly Entry[], { kinds }: FormWords): FormCell[][] {
  return runs(entries, ({ words }) => words[0]!).flatMap(({ key, items }) => {
    const rows = runs(items, ({ words }) => words[1]!);
    const names = rows[0]!.items.map(({ words }) => words.at(-1)!);
    // The last column takes what the others leave.
    const spanOf = (index: number, count: number) => (index < count - 1 ? 1 : DISCLOSURE_VALUES - count + 1);
    return [
      [heading(key, DISCLOSURE_VALUES + 1)],
      [heading(kinds), ...names.map((name, index) => heading(name, spanOf(index, names.length)))],
      ...rows.map((row) => [
        label(row.key),
        ...row.items.map(({ id }, index) => valueCell(id, spanOf(index, row.items.length))),
      ]),
    ];
  });
}

/** Columns of labels in the table of requests. */
const REQUEST_LABELS = 3;

/** A row a line of the form, its labels nested to the left, a column an applicant type. */
function requestRows(entries: readonly Entry[], form: FormWords): FormCell[][] {
  const lines = runs(entries, ({ words }) => words.slice(0, -1).join(" / ")).map(({ items }) => items);
  const applicants = lines[0]!.map(({ words }) => words.at(-1)!);
  const organisations = applicants.slice(1, -1);
  const paths = lines.map(([first]) => first!.words.slice(0, -1));
  return [
    [heading("", REQUEST_LABELS, 3), heading(form.applicants, applicants.length)],
    [
      heading(applicants[0]!, 1, 2),
      heading(form.organisations, organisations.length),
      heading(applicants.at(-1)!, 1, 2),
    ],
    organisations.map((name) => heading(name)),
    ...lines.map((line, row) => [...rowLabels(paths, row), ...line.map(({ id }) => valueCell(id))]),
  ];
}

/** The labels that begin in a row: one that covers rows above is already there. */
function rowLabels(paths: readonly (readonly string[])[], row: number): FormCell[] {
  const path = paths[row]!;
  return path.flatMap((word, depth) => {
    // The last word is the row's own, also where a row above has a group of the same name.
    if (depth === path.length - 1) return [label(word, REQUEST_LABELS - depth)];
    const same = (other: number) =>
      (paths[other]?.length ?? 0) > depth + 1 &&
      paths[other]!.slice(0, depth + 1).join() === path.slice(0, depth + 1).join();
    if (row > 0 && same(row - 1)) return [];
    let rows = 1;
    while (same(row + rows)) rows++;
    return [label(word, 1, rows)];
  });
}

/** Headings nested above, one row of values below. */
function disputeRows(entries: readonly Entry[]): FormCell[][] {
  const depth = Math.max(...entries.map(({ words }) => words.length));
  const headings = Array.from({ length: depth }, (_, level) =>
    runs(
      entries.filter(({ words }) => words.length > level),
      ({ words }) => words.slice(0, level + 1).join(" / "),
    ).map(({ items }) => {
      const { words } = items[0]!;
      return heading(words[level]!, items.length, words.length === level + 1 ? depth - level : 1);
    }),
  );
  return [...headings, entries.map(({ id }) => valueCell(id))];
}

/** A list: indicator, unit, number; a group that has no number of its own is a heading. */
function statisticsRows(entries: readonly Entry[], form: FormWords): FormCell[][] {
  const rows: FormCell[][] = [[heading(form.statistic), heading(form.unit), heading(form.value)]];
  let group = "";
  for (const { id, words, unit } of entries) {
    const [first, ...rest] = words as [string, ...string[]];
    if (rest.length > 0 && first !== group) rows.push([label(first), label(""), label("")]);
    group = first;
    rows.push([label("　".repeat(rest.length) + words.at(-1)!), label(unit), valueCell(id)]);
  }
  return rows;
}
