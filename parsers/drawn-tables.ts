/**
 * A document in; the same with the tables that its paragraphs draw with bars, as Markdown and terminals do, out. Plain text
 * is read so by its own adapter; pages and word-processor files hold such lines where a text was pasted into them.
 */
import { append } from "./append.js";
import { tableOf, type Block, type Cell, type Paragraph, type SourceDocument } from "./document.js";
import { checkLimit, deadlineOfSteps, type Limits } from "./limits.js";
import type { TextCell, TextPart } from "./lines/cell.js";
import { beginsDrawnGrid, drawnGrid } from "./lines/drawn-grid.js";
import { hasBar, linesOf, type Line } from "./lines/line.js";
import { beginsPipes, pipeRegion } from "./lines/pipes.js";

const BAR = /[|｜￨¦│┃║┆┊╎]/;
/** Fewer lines with bars may be a menu, or what a page says of itself under its title. */
const FEWEST_ROWS = 3;
const VALUE = /^[+-]?[\d０-９][\d０-９.,，]*$/;

/** @throws UnreadableDocumentError "limit-exceeded" for table cells and milliseconds */
export function withDrawnTables(document: SourceDocument, limits: Limits): SourceDocument {
  if (!document.blocks.some(isBarred)) return document;
  const checkTime = deadlineOfSteps(limits);
  const blocks: Block[] = [];
  let run: Paragraph[] = [];
  const close = () => {
    append(blocks, run.some(isBarred) ? blocksOfRun(run, limits, checkTime) : run);
    run = [];
  };
  for (const block of document.blocks) {
    if (block.kind === "paragraph" && !block.heading) run.push(block);
    else {
      close();
      blocks.push(block);
    }
  }
  close();
  return { ...document, blocks };
}

const isBarred = (block: Block) => block.kind === "paragraph" && BAR.test(block.text);

/** The lines of the paragraphs, each with its paragraph's place in the run as its number. */
const linesOfRun = (run: readonly Paragraph[]): Line[] =>
  run.flatMap(({ text, ordinal = "" }, number) => linesOf(ordinal + text).map((line) => ({ ...line, number })));

function blocksOfRun(run: readonly Paragraph[], limits: Limits, checkTime: () => void): Block[] {
  const lines = linesOfRun(run);
  const blocks: Block[] = [];
  let prose: Line[] = [];
  const close = () => {
    append(blocks, paragraphsOf(prose, run));
    prose = [];
  };
  for (let at = 0; at < lines.length;) {
    checkTime();
    const region = beginsDrawnGrid(lines, at)
      ? drawnGrid(lines, at)
      : beginsPipes(lines, at)
        ? pipeRegion(lines, at)
        : null;
    const own = lines.slice(at, at + (region?.length ?? 1));
    if (region && own.filter(hasBar).length >= FEWEST_ROWS && region.parts.some(isTable)) {
      close();
      append(
        blocks,
        region.parts.flatMap((part) => blocksOfPart(part, run, limits)),
      );
    } else append(prose, own);
    at += own.length;
  }
  close();
  return blocks;
}

/** A paragraph of which no line was taken stays as it is. */
function paragraphsOf(lines: readonly Line[], run: readonly Paragraph[]): Paragraph[] {
  const byParagraph = new Map<number, string[]>();
  for (const { number, text } of lines) {
    const own = byParagraph.get(number);
    if (own) own.push(text);
    else byParagraph.set(number, [text]);
  }
  return [...byParagraph].map(([number, texts]): Paragraph => {
    const whole = run[number]!;
    if (texts.length === linesOf(whole.text).length) return whole;
    // Its automatic number is part of the first line.
    return { kind: "paragraph", text: texts.join("\n"), ...placeOf(whole) };
  });
}

const cellsOf = (part: TextPart): readonly TextCell[] =>
  part.kind === "cells" ? part.cells : part.kind === "text" ? [] : part.rows.flat();

const isTable = (part: TextPart) =>
  (part.kind === "cells" || (part.kind === "rows" && part.rows.length >= FEWEST_ROWS)) &&
  cellsOf(part).some(({ text }) => VALUE.test(text));

function blocksOfPart(part: TextPart, run: readonly Paragraph[], limits: Limits): Block[] {
  const paragraph = ({ text, line }: TextCell): Paragraph => ({ ...placeOf(run[line]!), kind: "paragraph", text });
  if (part.kind === "cells") return part.cells.map(paragraph);
  if (part.kind === "text") return [paragraph(part.cell)];
  const cells = part.rows.flatMap((row, r) => {
    const below = part.rows[r + 1]?.[0]?.line;
    return row.map(({ text, line }, c): Cell => {
      // A cell of several lines may take them from several paragraphs.
      const own = text.includes("\n") ? run.slice(line, below) : [];
      const place = placeOf(own.find(({ doubt }) => doubt !== undefined) ?? run[line]!);
      return { row: r, column: c, rowSpan: 1, colSpan: 1, text, ...place, at: run[line]!.at };
    });
  });
  checkLimit(limits, "tableCells", cells.length);
  return [tableOf(cells, "rows", run[part.rows[0]![0]?.line ?? 0]!.at)];
}

const placeOf = ({ at, doubt }: Paragraph) => (doubt === undefined ? { at } : { at, doubt });
