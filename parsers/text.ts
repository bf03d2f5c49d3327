/**
 * Plain text: pipes, Markdown, tabs, one cell a line, `pdftotext -layout`. Rows that the text marks become tables of
 * layout "rows"; cells whose rows can't be told become paragraphs in reading order, an empty cell an empty paragraph, so
 * that nothing is lost and nothing is claimed.
 */
import type { Adapter } from "./adapter.js";
import { decodeText } from "./charset.js";
import { tableOf, type Block, type Cell, type Paragraph } from "./document.js";
import { checkLimit, type Limits } from "./limits.js";
import { isLaidOut, isTableLine, layoutCells } from "./text/layout.js";
import { isEmpty, isPageLine, linesOf, type Line } from "./text/line.js";
import { HEADING_MARK, withoutMarks } from "./text/markdown.js";
import { pipeRegion, type RegionPart, type TextCell } from "./text/pipes.js";
import { joinWrapped, wrapWidth, type WrapWidth } from "./text/prose.js";

/** Reads the bytes of a text. */
export const readText: Adapter = async (bytes, { limits }) => {
  const lines = linesOf(decodeText(bytes).text.replace(/^\ufeff/, ""));
  checkLimit(limits, "nodes", lines.length);
  const blocks = isLaidOut(lines) ? laidOutBlocks(lines) : plainBlocks(lines, limits);
  return { format: "text", blocks, title: null, metadata: [], problems: [] };
};

const paragraph = (text: string, line: number, column: number): Paragraph => ({
  kind: "paragraph",
  text,
  at: { line, column },
});

const hasPipe = (line: Line | undefined) => line !== undefined && /(?<!\\)\|/.test(line.text);

function plainBlocks(lines: readonly Line[], limits: Limits): Block[] {
  const width = wrapWidth(lines.filter((line) => !hasPipe(line)));
  const emptyCell = emptyCellRun(lines);
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at]!;
    if (hasPipe(line) || (!isEmpty(line) && isBareBar(lines[at + 1]) && line.text.length < 90)) {
      const region = pipeRegion(lines, at);
      blocks.push(...region.parts.flatMap((part) => regionBlocks(part, width, limits)));
      at += region.length;
    } else if (isEmpty(line)) {
      const run = lengthWhile(lines, at, isEmpty);
      if (emptyCell !== null && at > 0 && run > emptyCell) blocks.push(paragraph("", line.number, 1));
      at += run;
    } else if (line.text.includes("\t") && line.text.trim().includes("\t")) {
      const run = lengthWhile(lines, at, (next) => next.text.trim().includes("\t"));
      blocks.push(rowsTable(lines.slice(at, at + run).map(tabCells), limits));
      at += run;
    } else {
      const run = lengthWhile(lines, at, (next, i) => isProse(next) && !(isBareBar(lines[i + 1]) && i > at));
      const part = lines.slice(at, at + run);
      blocks.push(...proseBlocks(emptyCell === null ? part.filter(isPrinted) : part, width));
      at += run;
    }
  }
  return blocks;
}

const isBareBar = (line: Line | undefined) => line !== undefined && /^\s*\|+\s*$/.test(line.text);
const isPrinted = (line: Line) => line.text.trim() !== "";
const isProse = (line: Line) => !isEmpty(line) && !hasPipe(line) && !line.text.trim().includes("\t");

function lengthWhile(lines: readonly Line[], start: number, holds: (line: Line, index: number) => boolean): number {
  let end = start;
  while (end < lines.length && holds(lines[end]!, end)) end++;
  return Math.max(1, end - start);
}

/**
 * In a text with one cell a line, an empty cell is a longer run of blank lines than stands between the others. Returns
 * the usual length of a run, or null for any other text.
 */
function emptyCellRun(lines: readonly Line[]): number | null {
  const values = lines.filter(({ text }) => /^\s*[\d０-９][\d０-９,，.．]*\p{Script=Han}{0,2}\s*$/u.test(text)).length;
  if (values < 20) return null;
  const runs = new Map<number, number>();
  let run = 0;
  for (const line of lines) {
    if (isEmpty(line)) run++;
    else {
      runs.set(run, (runs.get(run) ?? 0) + 1);
      run = 0;
    }
  }
  const [usual] = [...runs].sort((a, b) => b[1] - a[1])[0] ?? [0];
  return usual;
}

function tabCells(line: Line): TextCell[] {
  let column = 1;
  return line.text.split("\t").map((text) => {
    const cell = { text: text.trim(), line: line.number, column };
    column += text.length + 1;
    return cell;
  });
}

function regionBlocks(part: RegionPart, width: WrapWidth, limits: Limits): Block[] {
  if (part.kind === "rows") return [rowsTable(part.rows, limits)];
  if (part.kind === "text") return proseBlocks([part.line], width);
  return part.cells.map(({ text, line, column }) => paragraph(text, line, column));
}

function rowsTable(rows: readonly (readonly TextCell[])[], limits: Limits): Block {
  const cells: Cell[] = rows.flatMap((row, r) =>
    row.map(({ text, line, column }, c) => ({ row: r, column: c, rowSpan: 1, colSpan: 1, text, at: { line, column } })),
  );
  checkLimit(limits, "tableCells", cells.length);
  const first = rows[0]?.[0];
  return tableOf(cells, "rows", { line: first?.line ?? 1, column: first?.column ?? 1 });
}

function proseBlocks(lines: readonly Line[], width: WrapWidth): Block[] {
  return joinWrapped(
    lines.filter((line) => !isPageLine(line)),
    width,
  ).map(({ text, line }) => ({
    ...paragraph(withoutMarks(text.replace(HEADING_MARK, "")), line.number, 1),
    ...(HEADING_MARK.test(text) ? { heading: true } : {}),
  }));
}

/** Runs of table lines become cells, the lines between them prose. Columns are those of one page. */
function laidOutBlocks(lines: readonly Line[]): Block[] {
  const printed = lines.filter((line) => !isPageLine(line));
  const width = wrapWidth(printed.filter((line) => !isTableLine(line)));
  const blocks: Block[] = [];
  let at = 0;
  while (at < printed.length) {
    if (isEmpty(printed[at]!)) {
      at++;
      continue;
    }
    const table = isTablePart(printed, at);
    const run = lengthWhile(
      printed,
      at,
      (line, i) => isTablePart(printed, i) === table && (table || !isEmpty(line)) && !(line.pageStart && i > at),
    );
    const part = printed.slice(at, at + run);
    if (table) blocks.push(...layoutCells(part).map(({ text, line, column }) => paragraph(text, line, column)));
    else blocks.push(...proseBlocks(part, width));
    at += run;
  }
  return blocks;
}

/** A line far from the margin next to table lines is a label or a heading cell of the table. */
function isTablePart(lines: readonly Line[], at: number): boolean {
  const line = lines[at]!;
  if (isTableLine(line)) return true;
  const deep = /^\s{8,}\S/.test(line.text) && line.text.trim().length <= 40;
  const near = [-3, -2, -1, 1, 2, 3].some((step) => {
    const other = lines[at + step];
    return other !== undefined && isTableLine(other);
  });
  return (deep || isEmpty(line)) && near;
}
