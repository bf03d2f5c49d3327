/**
 * Events of an import in; on a terminal a line that is rewritten, with bar, rate and time left, out, and otherwise
 * nothing: a log is to hold messages. It goes to standard error.
 */
import { clearLine, cursorTo } from "node:readline";
import type { WriteStream } from "node:tty";
import type { ImportEvent } from "../importer/events.js";
import type { FileStatus } from "../store/store.js";
import { duration, grouped } from "./import-words.js";
import type { Translate } from "./language.js";
import { terminalWidth } from "./terminal.js";

const BAR_WIDTH = 24;
/** A shorter bar says nothing: a narrow terminal shows the figures alone. */
const SHORTEST_BAR = 6;
/** Columns of a terminal that doesn't know how many it has. */
const WIDTH_UNKNOWN = 80;
/** Time between two states of the line, milliseconds. */
const REDRAW = 200;
/** Documents over which the rate is taken. */
const WINDOW = 500;

export interface Progress {
  see(event: ImportEvent): void;
  /** Clears the line; what follows starts at its beginning. */
  end(): void;
}

/** As much of a line as the terminal is wide: a broken one could not be rewritten. Chinese takes two columns. */
function fitting(line: string, columns: number): string {
  let width = 0;
  let end = 0;
  for (const char of line) {
    width += terminalWidth(char);
    if (width > columns) break;
    end += char.length;
  }
  return line.slice(0, end);
}

/** As much of a bar as there is room for, with the space behind it. */
function bar(part: number, columns: number): string {
  const width = Math.min(BAR_WIDTH, columns - "[] ".length);
  if (width < SHORTEST_BAR) return "";
  const filled = Math.round(part * width);
  return `[${"#".repeat(filled)}${".".repeat(width - filled)}] `;
}

const SILENT: Progress = { see: () => undefined, end: () => undefined };

/** How far an import is. */
interface State {
  readonly total: number;
  readonly counts: Readonly<Record<FileStatus, number>>;
  /** When the last documents were done, milliseconds. */
  readonly times: readonly number[];
}

export function createProgress(stream: WriteStream, t: Translate, now = () => performance.now()): Progress {
  if (!stream.isTTY) return SILENT;
  const counts: Record<FileStatus, number> = { read: 0, "not-a-report": 0, failed: 0, timeout: 0, memory: 0 };
  const times: number[] = [];
  let total = 0;
  let drawn = now();
  const draw = () => {
    cursorTo(stream, 0);
    const columns = (stream.columns || WIDTH_UNKNOWN) - 1;
    stream.write(fitting(progressLine({ total, counts, times }, columns, t), columns));
    clearLine(stream, 1);
  };
  return {
    see(event) {
      if (event.type === "planned") total = event.toRead;
      if (event.type === "planned" && total > 0) draw();
      if (event.type !== "document") return;
      counts[event.status]++;
      times.push(now());
      if (times.length > WINDOW) times.shift();
      if (now() - drawn < REDRAW) return;
      drawn = now();
      draw();
    },
    end() {
      cursorTo(stream, 0);
      clearLine(stream, 0);
    },
  };
}

function progressLine({ total, counts, times }: State, columns: number, t: Translate): string {
  const done = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const failed = counts.failed + counts.timeout + counts.memory;
  const figures = [
    `${grouped(done)}/${grouped(total)}`,
    ...rateTexts(times, total - done, t),
    t(`已读 ${counts.read}`, `read ${counts.read}`),
    t(`非年报 ${counts["not-a-report"]}`, `no report ${counts["not-a-report"]}`),
    t(`失败 ${failed}`, `failed ${failed}`),
  ].join("  ");
  return bar(total === 0 ? 1 : done / total, columns - terminalWidth(figures)) + figures;
}

/** The rate and the time left; nothing as long as there is no rate. */
function rateTexts(times: readonly number[], left: number, t: Translate): string[] {
  const span = times.length < 2 ? 0 : (times.at(-1)! - times[0]!) / 1000;
  if (span === 0) return [];
  const rate = (times.length - 1) / span;
  const timeLeft = duration(left / rate);
  return [t(`${rate.toFixed(1)} 个/秒`, `${rate.toFixed(1)}/s`), t(`剩余 ${timeLeft}`, `${timeLeft} left`)];
}
