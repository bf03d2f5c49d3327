/** A Report in; its indicators as the tables that a terminal shows out. */
import { getBorderCharacters, table } from "table";
import { englishUnit } from "../forms/english.js";
import { FORMS } from "../forms/index.js";
import { indicators, type IndicatorRow } from "../indicators.js";
import type { Language } from "../language.js";
import type { Report } from "../report.js";
import { roomIn } from "./column-widths.js";
import { printable } from "./terminal.js";

/** Width of the column of row labels, in terminal cells (a Chinese character takes two). */
const LABEL_WIDTH = 36;
/** The list of 2014 has long labels and one column. */
const STATISTICS_LABEL_WIDTH = 64;
/** Least width of a column of values: its heading breaks at it, so that seven columns fit a terminal. */
const VALUE_WIDTH = { zh: 8, en: 6 } as const;
/** On a narrow terminal: two Chinese characters of a heading a line; and what is left of the labels. */
const LEAST_VALUE = 4;
const LEAST_LABEL = 20;

const WORDS = { zh: { row: "项目", value: "数值" }, en: { row: "row", value: "value" } } as const;

/** A table of the report: the rows that share one set of columns. */
export interface Grid {
  readonly name: string;
  /** Width of the column of row labels. */
  readonly labelWidth: number;
  readonly columns: readonly string[];
  readonly rows: { readonly label: string; readonly cells: IndicatorRow[] }[];
}

const wordsOf = (row: IndicatorRow, lang: Language) => (lang === "zh" ? row.label : row.labelEn).split(" / ");

const jointOf = (lang: Language) => (lang === "zh" ? " " : ": ");

/** The heading of a cell's column, with its unit where that is money. */
function columnWords(row: IndicatorRow, lang: Language): string {
  const words = wordsOf(row, lang)
    .at(-1)!
    .replace(/（单位：(.+)）$/, "（$1）");
  if (!row.unit.endsWith("元") || words.includes(row.unit)) return words;
  return lang === "zh" ? `${words}（${row.unit}）` : `${words} (${englishUnit(row.unit)})`;
}

/** The report's indicators without the rows that a report may leave out and this one does. */
function printedIndicators(report: Report): IndicatorRow[] {
  if (report.form === null) return [];
  const form = FORMS[report.form].indicators;
  return indicators(report).filter(({ raw }, index) => raw !== null || form[index]!.optional !== true);
}

/** The tables of a report: those of its form, one list for the form of 2014, none where no form was recognised. */
export function reportGrids(report: Report, lang: Language): Grid[] {
  return report.form === "2014" ? [statisticsGrid(report, lang)] : gridsOf(report, lang);
}

/** Consecutive rows with the same columns make one table. */
function gridsOf(report: Report, lang: Language): Grid[] {
  const grids: Grid[] = [];
  const byRow = new Map<string, IndicatorRow[]>();
  for (const row of printedIndicators(report)) {
    const key = row.id.slice(0, row.id.lastIndexOf("."));
    byRow.set(key, [...(byRow.get(key) ?? []), row]);
  }
  for (const cells of byRow.values()) {
    const name = cells[0]!.id.split(".")[0]!;
    const columns = cells.map((cell) => columnWords(cell, lang));
    const last = grids.at(-1);
    const grid =
      last?.name === name && last.columns.join() === columns.join()
        ? last
        : { name, labelWidth: LABEL_WIDTH, columns, rows: [] satisfies Grid["rows"] };
    if (grid !== last) grids.push(grid);
    const path = wordsOf(cells[0]!, lang).slice(0, -1);
    grid.rows.push({ label: path.slice(-2).join(jointOf(lang)), cells });
  }
  return grids;
}

function statisticsGrid(report: Report, lang: Language): Grid {
  const rows = indicators(report).map((row) => ({
    label: wordsOf(row, lang).join(jointOf(lang)) + (lang === "zh" ? `（${row.unit}）` : ` (${englishUnit(row.unit)})`),
    cells: [row],
  }));
  return { name: "statistics", labelWidth: STATISTICS_LABEL_WIDTH, columns: [WORDS[lang].value], rows };
}

/**
 * The grid with borders; wide characters are aligned, cells of a finding are marked. Where its columns are too many for
 * the terminal it is several grids below each other, each with the labels of the rows.
 */
export function gridText(grid: Grid, failed: ReadonlySet<string>, lang: Language, terminal: number): string {
  const values = grid.rows.map(({ cells }) => cells.map((cell) => valueText(cell, failed, lang)));
  const widths = valueWidths(grid, values, lang, terminal);
  return partsThatFit(widths, terminal)
    .map(([start, end]) => partText(grid, values, { start, end, widths: widths.slice(start, end) }, lang, terminal))
    .join("");
}

/** Columns of a grid, and their widths. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly widths: readonly number[];
}

function partText(grid: Grid, values: readonly string[][], part: Part, lang: Language, terminal: number): string {
  const { start, end, widths } = part;
  const header = [WORDS[lang].row, ...grid.columns.slice(start, end)];
  const body = grid.rows.map(({ label }, row) => [label, ...values[row]!.slice(start, end)]);
  const room = roomIn(terminal, widths.length + 1) - sumOf(widths);
  const label = Math.min(grid.labelWidth, Math.max(LEAST_LABEL, room));
  return table(
    [header, ...body].map((row) => row.map(printable)),
    {
      border: getBorderCharacters("norc"),
      columns: [
        { width: label, wrapWord: lang === "en" },
        ...widths.map((width) => ({ width, alignment: "right" as const, wrapWord: lang === "en" })),
      ],
      drawHorizontalLine: (index, size) => index <= 1 || index === size,
    },
  );
}

const sumOf = (values: readonly number[]) => values.reduce((total, width) => total + width, 0);

/** On a narrow terminal the labels give first, then the headings; a value is never broken. */
function valueWidths({ columns }: Grid, values: readonly string[][], lang: Language, terminal: number): number[] {
  const widths = (least: number) => columns.map((heading, column) => columnWidth(heading, values, column, least));
  const wide = widths(VALUE_WIDTH[lang]);
  return roomIn(terminal, columns.length + 1) - sumOf(wide) < LEAST_LABEL ? widths(LEAST_VALUE) : wide;
}

/** The fewest parts that fit beside their labels, of about as many columns each; a column too wide by itself stays one. */
function partsThatFit(widths: readonly number[], terminal: number): [start: number, end: number][] {
  const fits = ([start, end]: [number, number]) =>
    roomIn(terminal, end - start + 1) - sumOf(widths.slice(start, end)) >= LEAST_LABEL;
  for (let count = 1; count < widths.length; count++) {
    const parts = partsOf(widths.length, Math.ceil(widths.length / count));
    if (parts.every(fits)) return parts;
  }
  return partsOf(widths.length, 1);
}

function partsOf(columns: number, size: number): [start: number, end: number][] {
  const parts: [number, number][] = [];
  for (let start = 0; start < columns; start += size) parts.push([start, Math.min(start + size, columns)]);
  return parts;
}

/** Wide enough for every value and every word of the heading. */
function columnWidth(heading: string, values: readonly string[][], column: number, least: number): number {
  const texts = [...values.map((row) => row[column]!), ...heading.split(" ").filter(isLatin)];
  return Math.max(least, ...texts.map((text) => text.length));
}

const isLatin = (word: string) => /^[\p{ASCII}]+$/u.test(word);

/** The printed value; the printed dash of a cell without one; a question mark for what is unknown. */
function valueText(cell: IndicatorRow, failed: ReadonlySet<string>, lang: Language): string {
  const mark = failed.has(cell.id) ? " !" : "";
  if (cell.value !== null) return `${cell.value}${mark}`;
  const printed = cell.raw?.trim();
  const known = printed !== undefined && printed.length <= 2 && !/\d/.test(printed);
  return (known ? printed : lang === "zh" ? "？" : "?") + mark;
}
