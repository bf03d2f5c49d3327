// How fast an archive is imported, with one worker and with two, and what memory it takes:
//   npm run build && node scripts/bench-import.mjs [10000]
// Generates the documents, imports them in runs of their own, checks that none is lost, and prints the Markdown for
// docs/benchmarks-import.md. Fails where a document is lost.
import { execFile } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { openStore, parseReport } from "../dist/src/index.js";

const run = promisify(execFile);
const script = (name) => new URL(name, import.meta.url).pathname;
const count = Number(process.argv[2] ?? 10_000);
const marks = [0.1, 0.5, 1].map((part) => Math.round(count * part));
/** Documents of the bare loop. */
const BARE = 1_000;

const lastLine = ({ stdout }) => JSON.parse(stdout.trim().split("\n").at(-1));

/** Documents a second of a loop over parseReport in one process: what an import could reach with one worker. */
async function bareRate(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".zip"))
    .map((entry) => join(entry.parentPath, entry.name));
  const chosen = files.filter((_, n) => n % Math.ceil(files.length / BARE) === 0);
  const start = performance.now();
  for (const file of chosen) await parseReport(readFileSync(file), { file }).catch(() => undefined);
  return chosen.length / ((performance.now() - start) / 1000);
}

async function imported(folder, workers) {
  const archive = join(folder, `${workers}.duckdb`);
  const args = [script("bench/import-run.mjs"), join(folder, "in"), archive, workers, marks.join(",")];
  const outcome = lastLine(await run(process.execPath, args, { maxBuffer: 1e8 }));
  const store = await openStore(archive, { readOnly: true });
  const { files, reports } = await store.counts();
  await store.close();
  return { ...outcome, files, reports, rate: count / outcome.seconds };
}

/** What is in the store against what was generated: [what, expected, found] of each difference. */
function lost(expected, { files, reports }) {
  return [
    ["reports read", expected.reports, files.read],
    ["no reports", expected.notReports, files["not-a-report"]],
    ["damaged", expected.damaged, files.failed],
    ["over the limits", 0, files.timeout + files.memory],
    ["reports in the store", expected.reports, reports],
  ].filter(([, there, found]) => there !== found);
}

const folder = await mkdtemp(join(tmpdir(), "nianbao-bench-"));
try {
  const expected = lastLine(
    await run(process.execPath, [script("generate-archive.mjs"), count, join(folder, "in")], { maxBuffer: 1e8 }),
  );
  const one = await imported(folder, 1);
  const two = await imported(folder, 2);
  const bare = await bareRate(join(folder, "in"));
  const differences = [one, two].flatMap((outcome) => lost(expected, outcome));
  const row = (name, { rate, seconds, memory, mainCpu }) =>
    `| ${name} | ${seconds.toFixed(0)} s | ${rate.toFixed(1)} | ${(rate / bare).toFixed(2)} | ` +
    `${marks.map((mark) => `${memory[mark]} MiB`).join(" | ")} | ${((1000 * mainCpu) / count).toFixed(1)} ms |`;
  const at = (mark) => `memory at document ${mark.toLocaleString("en-US")}`;
  console.log(`${count.toLocaleString("en-US")} documents; Node ${process.version}, ${cpus().length} × ${cpus()[0].model}

| import | time | documents/s | ratio to bare parsing | ${marks.map(at).join(" | ")} | main process, CPU a document |
|---|---|---|---|${marks.map(() => "---|").join("")}---|
${row("1 worker", one)}
${row("2 workers", two)}

2 workers are ${(two.rate / one.rate).toFixed(2)} times as fast as 1. Bare parsing, a loop over \`parseReport\` in one process: ${bare.toFixed(1)} documents/s.
${expected.reports} reports, ${expected.notReports} other documents, ${expected.damaged} damaged ones: ${differences.length === 0 ? "all accounted for, none lost." : `LOST: ${JSON.stringify(differences)}`}`);
  if (differences.length > 0) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true });
}
