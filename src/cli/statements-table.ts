/** A Report without a form in; the numbers that its prose states, as a table for a terminal, out. */
import { getBorderCharacters, table } from "table";
import { cellsWords } from "../audit/words.js";
import { indicatorsOf } from "../audit/readings.js";
import type { Language } from "../language.js";
import type { Report, Statement } from "../report.js";
import { fittedWidths, roomIn } from "./column-widths.js";
import { printableLine, terminalWidth } from "./terminal.js";

const HEADINGS = {
  zh: ["文字所述", "数值", "单位", "原句"],
  en: ["stated in the prose", "value", "unit", "sentence"],
} as const;

/** Widths at which names and sentences break, where the terminal is wide enough. */
const MOST = [40, 12, 8, 60] as const;
const LEAST = 8;

/** Empty where the prose states no number. */
export function statementsTable({ statements }: Report, lang: Language, terminal: number): string {
  if (statements.length === 0) return "";
  const rows = [[...HEADINGS[lang]], ...statements.map((statement) => rowOf(statement, lang))];
  const wanted = MOST.map((most, column) =>
    Math.min(most, Math.max(...rows.map((row) => terminalWidth(row[column]!)))),
  );
  const [name, value, unit, sentence] = fittedWidths(wanted, roomIn(terminal, wanted.length), LEAST);
  return table(rows, {
    border: getBorderCharacters("norc"),
    columns: [
      { width: name!, wrapWord: lang === "en" },
      { width: value!, alignment: "right" },
      { width: unit! },
      { width: sentence! },
    ],
    drawHorizontalLine: (line, count) => line <= 1 || line === count,
  });
}

function rowOf(statement: Statement, lang: Language): string[] {
  const { value, unit, sentence } = statement;
  return [cellsWords(indicatorsOf(statement))[lang], String(value), unit ?? "", printableLine(sentence)];
}
