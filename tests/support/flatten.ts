/** A printed grid in; lines of text such as archives and converters leave of it, out. */
import type { MadeForm, PrintedCell, PrintedTable } from "./made-form.js";

/** How the positions of a merged cell come out: one text, the text again and again, or empty. */
export type Merged = "once" | "repeated" | "empty";

/** The rows of a table as texts. */
export function rowsOfTexts(table: PrintedTable, merged: Merged = "once"): string[][] {
  const taken: (PrintedCell | undefined)[][] = table.rows.map(() => []);
  const first = new Map<PrintedCell, number>();
  table.rows.forEach((row, r) => {
    let column = 0;
    for (const cell of row) {
      while (taken[r]![column]) column++;
      first.set(cell, r * 1_000 + column);
      for (let y = r; y < r + cell.rowSpan; y++) {
        for (let x = column; x < column + cell.colSpan; x++) taken[y]![x] = cell;
      }
    }
  });
  return taken.map((row, r) =>
    row.flatMap((cell, c) => {
      if (!cell) throw new Error("the grid has a hole");
      if (merged === "repeated" || first.get(cell) === r * 1_000 + c) return [cell.text];
      return merged === "empty" ? [""] : [];
    }),
  );
}

/** How the lines of one table are written. */
export type TableWriter = (rows: readonly (readonly string[])[], table: PrintedTable) => string[];

export interface Document {
  readonly merged?: Merged;
  readonly end?: string;
  /** Lines between the prose's paragraphs. */
  readonly gap?: readonly string[];
}

const YEARS = { "2021": 2024, "2019": 2019, "2014": 2016 } as const;

/** The whole report: title, prose, the tables as written, signature. */
export function documentOf(made: MadeForm, write: TableWriter, options: Document = {}): string {
  const { merged = "once", end = "\n", gap = [] } = options;
  const year = YEARS[made.form];
  const tables = made.tables.map((table) => ({
    heading: table.heading,
    lines: write(rowsOfTexts(table, merged), table),
  }));
  const prose = (...lines: string[]) => lines.flatMap((line) => [line, ...gap]);
  const before = prose(
    `澜川县水务局${year}年政府信息公开工作年度报告`,
    "一、总体情况",
    "我局把公开要求写进每一项业务流程，做到办结一件、公开一件，并由专人逐月核对目录。",
  );
  const after = prose(
    made.form === "2014" ? "三、存在的问题及改进措施" : "五、存在的主要问题及改进情况",
    "河道采砂信息的更新仍慢于群众需要，下一步由系统按日生成公开稿。",
    ...(made.form === "2014" ? [] : ["六、其他需要报告的事项", "没有其他需要报告的事项。"]),
    "澜川县水务局",
    `${year + 1}年1月16日`,
  );
  const middle = tables.flatMap(({ heading, lines }) => [...prose(heading), ...lines]);
  return [...before, ...middle, ...after].join(end) + end;
}

const join =
  (separator: string, before = "", after = "") =>
  (rows: readonly (readonly string[])[]) =>
    rows.map((row) => before + row.join(separator) + after);

export const trailingPipes: TableWriter = join(" | ", "", " |");
export const leadingPipes: TableWriter = join(" | ", "| ", " |");
export const noLastPipe: TableWriter = (rows) => [
  ...trailingPipes(rows.slice(0, -1), EMPTY),
  join(" | ")(rows.slice(-1))[0]!,
];
export const onlyBetween: TableWriter = join(" | ");
export const fullWidthBars: TableWriter = join("｜", "｜", "｜");
export const tabs: TableWriter = join("\t");

const EMPTY: PrintedTable = { heading: "", rows: [] };

/** Padding cells bring every row to the same number of bars: `行政许可 | 0 | ||`. */
export const padded: TableWriter = (rows) => {
  const width = Math.max(...rows.map(({ length }) => length));
  return rows.map((row) => `${row.join(" | ")} | ${"|".repeat(width - row.length)}`.trimEnd());
};

export const paddedCells: TableWriter = (rows) => {
  const width = Math.max(...rows.map(({ length }) => length));
  return rows.map((row) => `| ${[...row, ...new Array<string>(width - row.length).fill("")].join(" | ")} |`);
};

export const markdown: TableWriter = (rows) => {
  const lines = paddedCells(rows, EMPTY);
  const width = Math.max(...rows.map(({ length }) => length));
  return ["", lines[0]!, `|${" :---: |".repeat(width)}`, ...lines.slice(1), ""];
};

/** `规章` / `|` / `0` / `|` */
export const barLines: TableWriter = (rows) =>
  rows.flatMap((row) => row.flatMap((text) => (text === "" ? ["|"] : [text, "|"])));
/** `规章 |` / `0 |` */
export const cellAndBar: TableWriter = (rows) => rows.flatMap((row) => row.map((text) => `${text} |`.trimStart()));
/** The same with rows that begin with a bar of their own and end in padding. */
export const cellAndBarPadded: TableWriter = (rows) => {
  const width = Math.max(...rows.map(({ length }) => length));
  return rows.flatMap((row) => [
    ...row.map((text) => `${text} |`.trimStart()),
    ...(row.length < width ? ["|".repeat(width - row.length)] : []),
  ]);
};
export const barBeforeRow: TableWriter = (rows) =>
  rows.flatMap((row) => ["|", ...row.map((text) => `${text} |`.trimStart())]);
/** `|` / `规章 ` / `|` / `0` … : the bar before its cell. */
export const barThenCell: TableWriter = (rows) => rows.flatMap((row) => ["|", ...row.map((text) => `${text}\u00a0|`)]);

export const cellLines: TableWriter = (rows) => rows.flat();
export const cellLinesWithGaps: TableWriter = (rows) => rows.flat().flatMap((text) => [text, ""]);
export const cellLinesWithTwoGaps: TableWriter = (rows) => rows.flat().flatMap((text) => [text, "", ""]);

/** Empty cells move to the end of their row. */
export const collapsed =
  (write: TableWriter): TableWriter =>
  (rows, table) =>
    write(
      rows.map((row) => [...row.filter((text) => text !== ""), ...row.filter((text) => text === "")]),
      table,
    );

/** Every line only the first time that it stands anywhere in the table. */
export const deduplicated: TableWriter = (rows) => [...new Set(rows.flat())].filter((text) => text !== "");

/** No separator at all. */
export const running: TableWriter = (rows) => [rows.flat().join("")];
export const runningRows: TableWriter = (rows) => rows.map((row) => row.join(""));
export const spacedRows: TableWriter = (rows) => rows.map((row) => row.join(" "));
export const spacedRunning: TableWriter = (rows) => [rows.flat().join(" ")];

export const ENDS = { LF: "\n", CRLF: "\r\n", CR: "\r", NEL: "\u0085", "line separator": "\u2028" } as const;
