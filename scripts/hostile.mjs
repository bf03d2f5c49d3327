// Parses documents made to exhaust their reader, each in a process of its own, and tells the time and the peak memory:
// npm run hostile -- [--only PDF] [--scale 1] [--files FOLDER]
// Fails where one takes more than 30 s or 512 MB, or ends in anything but a report or a documented error.
import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { HOSTILE_CASES } from "./hostile/cases.mjs";

const MOST_SECONDS = 30;
const MOST_MEGABYTES = 512;
/** A machine that does other work, too, takes longer; the time of the process is what counts. */
const KILLED_AFTER_MS = 180_000;

const { values: options } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    scale: { type: "string", default: "1" },
    files: { type: "string" },
  },
});
const one = fileURLToPath(new URL("./hostile/one.mjs", import.meta.url));

/** @param {string} path */
const read = (path) =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [one, path],
      { timeout: KILLED_AFTER_MS, killSignal: "SIGKILL" },
      (error, stdout, stderr) => {
        if (!error) return resolve(JSON.parse(stdout));
        const reason = error.killed
          ? "hang"
          : (stderr.split("\n").find((line) => /error/i.test(line)) ?? error.message);
        resolve({ outcome: "crash", bug: reason.slice(0, 100), seconds: NaN, megabytes: NaN });
      },
    );
  });

const folder = mkdtempSync(join(tmpdir(), "hostile-"));
const cases = options.files
  ? readdirSync(options.files)
      .filter((name) => !name.endsWith(".json") && name.includes(options.only))
      .map((name) => ({ name, path: () => join(options.files, name) }))
  : HOSTILE_CASES.filter(({ name }) => name.includes(options.only)).map(({ name, extension, make }) => ({
      name,
      path: () => {
        const path = join(folder, `hostile.${extension}`);
        writeFileSync(path, make(Number(options.scale)));
        return path;
      },
    }));
let bad = 0;
console.log("| document | outcome | CPU s | peak MB |\n|---|---|---:|---:|");
for (const { name, path } of cases) {
  const { outcome, bug, seconds, megabytes } = await read(path());
  const wrong = bug !== undefined || !(seconds <= MOST_SECONDS) || !(megabytes <= MOST_MEGABYTES);
  if (wrong) bad++;
  console.log(
    `| ${name} | ${outcome}${bug ? `: ${bug.split("\n")[0]}` : ""} | ${seconds.toFixed(1)} | ${megabytes.toFixed(0)}${wrong ? " **over**" : ""} |`,
  );
}
rmSync(folder, { recursive: true });
console.log(`\n${cases.length} documents, ${bad} beyond ${MOST_SECONDS} s or ${MOST_MEGABYTES} MB or undocumented`);
process.exitCode = bad > 0 ? 1 : 0;
