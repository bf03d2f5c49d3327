/**
 * Lines of a text with one cell a line in; how many empty cells a run of blank lines stands for out. An empty cell is a
 * blank line, with as many blank lines around it as stand between any two cells.
 */
import { isEmpty, type Line } from "../lines/line.js";

/** The number of blank lines between two cells. */
export interface BlankRuns {
  readonly usual: number;
}

const LONGEST_CELL = 40;
/** Lines with a short text of which most of the text must consist, and how many of them there must be. */
const SHORT_SHARE = 0.7;
const FEWEST_SHORT = 60;
/** No row has more cells. */
const MOST_CELLS = 50;

/** The usual run, or null for a text that has not one cell a line. */
export function blankRuns(lines: readonly Line[]): BlankRuns | null {
  const printed = lines.filter((line) => !isEmpty(line));
  const short = printed.filter(({ text }) => text.length <= LONGEST_CELL && !/[|\t]/.test(text));
  if (short.length < FEWEST_SHORT || short.length < printed.length * SHORT_SHARE) return null;
  const counts = new Map<number, number>();
  let run = 0;
  for (const line of lines) {
    if (isEmpty(line)) run++;
    else {
      counts.set(run, (counts.get(run) ?? 0) + 1);
      run = 0;
    }
  }
  const [usual] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]!;
  return { usual };
}

/** The empty cells of a run of blank lines; a run that fits no number of them is one, so that no row seems whole. */
export function blankCells(length: number, runs: BlankRuns | null): number {
  if (runs === null || length <= runs.usual) return 0;
  const more = (length - runs.usual) / (runs.usual + 1);
  return Number.isInteger(more) ? Math.min(more, MOST_CELLS) : 1;
}
