import { Writable } from "node:stream";
import type { WriteStream } from "node:tty";
import { stripVTControlCharacters } from "node:util";
import { terminalWidth } from "../../src/cli/terminal.js";
import { createProgress } from "../../src/cli/import-progress.js";
import { translator } from "../../src/cli/language.js";
import type { ImportEvent } from "../../src/importer/events.js";
import type { FileStatus } from "../../src/store/store.js";

const unchanged = { read: 0, "not-a-report": 0, failed: 0, timeout: 0, memory: 0 };
const planned = (toRead: number): ImportEvent => ({ type: "planned", files: toRead, toRead, unchanged });
const read = (status: FileStatus): ImportEvent => ({ type: "document", path: "/a", status, code: null, message: null });

/** What a stream gets, and a clock that a document moves by a second. */
function shown(terminal: { isTTY: boolean; columns: number }, language: "zh" | "en", statuses: readonly FileStatus[]) {
  const written: string[] = [];
  const stream = Object.assign(
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        written.push(chunk.toString());
        done();
      },
    }),
    terminal,
  );
  let now = 0;
  const progress = createProgress(stream as unknown as WriteStream, translator(language), () => now);
  progress.see(planned(statuses.length * 2));
  for (const status of statuses) {
    now += 1_000;
    progress.see(read(status));
  }
  return written.map(stripVTControlCharacters).filter((text) => text !== "");
}

const statuses: FileStatus[] = [...new Array<FileStatus>(17).fill("read"), "not-a-report", "failed", "timeout"];

test("a terminal shows bar, rate, time left and counts, and rewrites them", () => {
  const lines = shown({ isTTY: true, columns: 120 }, "en", statuses);
  expect(lines).toHaveLength(21);
  expect(lines.at(-1)).toBe("[############............] 20/40  1.0/s  20 s left  read 17  no report 1  failed 2");
});

test("the line is never wider than the terminal", () => {
  for (const columns of [20, 60, 61, 62]) {
    const widths = shown({ isTTY: true, columns }, "zh", statuses).map((line) => terminalWidth(line));
    expect(Math.max(...widths)).toBeLessThan(columns);
    expect(Math.max(...widths)).toBeGreaterThan(columns / 2);
  }
});

test("without a terminal no progress is shown", () => {
  expect(shown({ isTTY: false, columns: 0 }, "en", statuses)).toEqual([]);
});

test.each(["zh", "en"] as const)("a narrow terminal has a shorter bar or none, but all counts (%s)", (language) => {
  const lines = shown({ isTTY: true, columns: 60 }, language, statuses);
  const line = lines.at(-1)!;
  expect(terminalWidth(line)).toBeLessThan(60);
  expect(line).toMatch(/^(?:\[#+\.+\] )?20\/40 .*2$/);
});
