/**
 * Events of an import in; on a terminal a line that is rewritten, with bar, rate and time left, otherwise a line now
 * and then, out. All of it goes to standard error.
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
/** Time between two states of the line, milliseconds. */
const REDRAW = 200;
/** Time between two lines where there is no terminal, milliseconds. */
const REPORT = 10_000;
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

export function createProgress(stream: WriteStream, t: Translate, now = () => performance.now()): Progress {
  const counts: Record<FileStatus, number> = { read: 0, "not-a-report": 0, failed: 0, timeout: 0, memory: 0 };
  const times: number[] = [];
  let total = 0;
  let drawn = now();

  const line = (columns: number) => {
    const done = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const span = times.length < 2 ? 0 : (times.at(-1)! - times[0]!) / 1000;
    const rate = span === 0 ? 0 : (times.length - 1) / span;
    const figures = [
      `${grouped(done)}/${grouped(total)}`,
      rate === 0 ? "" : t(`${rate.toFixed(1)} 个/秒`, `${rate.toFixed(1)}/s`),
      rate === 0 ? "" : t(`剩余 ${duration((total - done) / rate)}`, `${duration((total - done) / rate)} left`),
      t(`已读 ${counts.read}`, `read ${counts.read}`),
      t(`非年报 ${counts["not-a-report"]}`, `no report ${counts["not-a-report"]}`),
      t(
        `失败 ${counts.failed + counts.timeout + counts.memory}`,
        `failed ${counts.failed + counts.timeout + counts.memory}`,
      ),
    ]
      .filter((part) => part !== "")
      .join("  ");
    return bar(total === 0 ? 1 : done / total, columns - terminalWidth(figures)) + figures;
  };

  const draw = () => {
    if (!stream.isTTY) {
      stream.write(line(Infinity) + "\n");
      return;
    }
    cursorTo(stream, 0);
    stream.write(fitting(line(stream.columns - 1), stream.columns - 1));
    clearLine(stream, 1);
  };

  return {
    see(event) {
      if (event.type === "planned" && event.toRead > 0) {
        total = event.toRead;
        draw();
      }
      if (event.type !== "document") return;
      counts[event.status]++;
      times.push(now());
      if (times.length > WINDOW) times.shift();
      if (now() - drawn < (stream.isTTY ? REDRAW : REPORT)) return;
      drawn = now();
      draw();
    },
    end() {
      if (!stream.isTTY) return;
      cursorTo(stream, 0);
      clearLine(stream, 0);
    },
  };
}
