/** The lines of a text that was laid out with spaces in; its prose, its tables and the cells of those without marks out. */
import { append } from "../append.js";
import type { Block } from "../document.js";
import { deadlineOfSteps, type Limits } from "../limits.js";
import { isEmpty, isPageLine, type Line } from "../lines/line.js";
import { isTableLine, layoutCells } from "./layout.js";
import { paragraph, partBlocks, proseBlocks } from "./part-blocks.js";
import { wrapWidth } from "./prose.js";
import { beginsRegion, lengthWhile, regionAt } from "./regions.js";

/** Runs of table lines become cells, the lines between them prose. Columns are those of one page. */
export function laidOutBlocks(lines: readonly Line[], limits: Limits): Block[] {
  const printed = lines.filter((line) => !isPageLine(line));
  const width = wrapWidth(printed.filter((line) => !isTableLine(line)));
  const blocks: Block[] = [];
  const checkTime = deadlineOfSteps(limits);
  let at = 0;
  while (at < printed.length) {
    checkTime();
    if (isEmpty(printed[at]!)) {
      at++;
      continue;
    }
    const region = regionAt(printed, at);
    const run = region ? region.length : runLength(printed, at);
    if (region) for (const part of region.parts) append(blocks, partBlocks(part, width, limits));
    else {
      const part = printed.slice(at, at + run);
      append(blocks, isTablePart(printed, at) ? cellBlocks(part) : proseBlocks(part, width));
    }
    at += run;
  }
  return blocks;
}

/** How many lines from one on are of a table as it is, or of none. */
function runLength(lines: readonly Line[], at: number): number {
  const isTable = isTablePart(lines, at);
  const goesOn = (line: Line, i: number) => i === at || !(line.pageStart || beginsRegion(lines, i));
  const isAlike = (line: Line, i: number) => isTablePart(lines, i) === isTable && (isTable || !isEmpty(line));
  return lengthWhile(lines, at, (line, i) => isAlike(line, i) && goesOn(line, i));
}

const cellBlocks = (lines: readonly Line[]): Block[] =>
  layoutCells(lines).map(({ inferred, ...cell }) => ({
    ...paragraph(cell),
    ...(inferred ? { doubt: "inferred" as const } : {}),
  }));

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
