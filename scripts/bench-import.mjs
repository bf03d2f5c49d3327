// How fast an archive is imported, with one worker and with two, what two processes of this machine could reach, and
// what memory it takes:
//   npm run bench:import -- [10000] [--write]
// Generates the documents, imports them in runs of their own, checks that none is lost, and prints Markdown; with --write
// also into docs/benchmarks.md. Fails where a document is lost.
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { nodeFlags } from "../dist/src/importer/pool.js";
import { openStore } from "../dist/src/index.js";
import { median } from "./bench/measure.mjs";
import { writeImportSection } from "./bench/page.mjs";

const run = promisify(execFile);
const script = (name) => new URL(name, import.meta.url).pathname;
const count = Number(process.argv.slice(2).find((argument) => /^\d+$/.test(argument)) ?? 10_000);
const marks = [0.1, 0.5, 1].map((part) => Math.round(count * part));
/** How often one worker and two are measured, in turn: the speed of a machine that others use changes by the minute. */
const ROUNDS = 3;
/** Documents of a bare loop. */
const BARE = Math.min(1_000, Math.ceil(count / 4));

const lastLine = ({ stdout }) => JSON.parse(stdout.trim().split("\n").at(-1));

/** Documents a second of this many loops over parseReport side by side, each a process with a worker's flags. */
async function bareRate(folder, processes) {
  const args = [...nodeFlags(1024), script("bench/bare-run.mjs"), folder, BARE];
  const outcomes = await Promise.all(Array.from({ length: processes }, () => run(process.execPath, args)));
  return outcomes.reduce((sum, outcome) => sum + lastLine(outcome).rate, 0);
}

async function imported(folder, workers) {
  const archive = join(folder, `${workers}.duckdb`);
  const args = [script("bench/import-run.mjs"), join(folder, "in"), archive, workers, marks.join(",")];
  const outcome = lastLine(await run(process.execPath, args, { maxBuffer: 1e8 }));
  const store = await openStore(archive, { readOnly: true });
  const { files, reports } = await store.counts();
  await store.close();
  await rm(archive);
  return { ...outcome, files, reports, rate: count / outcome.seconds };
}

/** The outcome whose rate is the median of all. */
const middle = (outcomes) => [...outcomes].sort((a, b) => a.rate - b.rate)[Math.floor(outcomes.length / 2)];

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
  const before = loadavg()[0].toFixed(1);
  const expected = lastLine(
    await run(process.execPath, [script("generate-archive.mjs"), count, join(folder, "in")], { maxBuffer: 1e8 }),
  );
  const pairs = [];
  for (let n = 0; n < ROUNDS; n++) pairs.push([await imported(folder, 1), await imported(folder, 2)]);
  const one = middle(pairs.map(([alone]) => alone));
  const two = middle(pairs.map(([, both]) => both));
  const ratios = pairs.map(([alone, both]) => both.rate / alone.rate);
  const ratio = median(ratios);
  const bares = [];
  for (let n = 0; n < ROUNDS; n++) {
    bares.push([await bareRate(join(folder, "in"), 1), await bareRate(join(folder, "in"), 2)]);
  }
  const bare = median(bares.map(([alone]) => alone));
  const pair = median(bares.map(([, both]) => both));
  const ceiling = median(bares.map(([alone, both]) => both / alone));
  const differences = pairs.flat().flatMap((outcome) => lost(expected, outcome));
  const row = (name, { rate, seconds, memory, cores, mainCpu }) =>
    `| ${name} | ${seconds.toFixed(0)} s | ${rate.toFixed(1)} | ` +
    `${marks.map((mark) => `${memory[mark]} MiB`).join(" | ")} | ${cores.toFixed(2)} | ${((1000 * mainCpu) / count).toFixed(1)} ms |`;
  const at = (mark) => `memory at document ${mark.toLocaleString("en-US")}`;
  const text = `## Importing an archive

Made by \`npm run bench:import -- ${count} --write\`: ${count.toLocaleString("en-US")} generated documents, web pages, Word
documents, texts and PDFs, a tenth of them in zip archives. ${cpus().length} × ${cpus()[0].model.trim()}, Node ${process.version}; load average ${before} before.
Memory is that of the importing process and its workers together, and so are the cores that they keep busy. Each import is made
${ROUNDS} times, one worker and two in turn, and timed from the call to the closed archive; the table has the run of median rate.

| import | time | documents/s | ${marks.map(at).join(" | ")} | cores busy | importing process, CPU a document |
| --- | ---: | ---: | ${marks.map(() => "---:").join(" | ")} | ---: | ---: |
${row("1 worker", one)}
${row("2 workers", two)}

Two workers are **${ratio.toFixed(2)}** times as fast as one (median of the rounds' ratios: ${ratios.map((one) => one.toFixed(2)).join(", ")}). One worker keeps ${one.cores.toFixed(2)} cores busy (its own, and a part of another for
the importing process), so that two could be ${(cpus().length / one.cores).toFixed(2)} times as fast on ${cpus().length} cores if the work went no slower beside other work. Two independent processes that only parse, side by side on this
machine, are ${ceiling.toFixed(2)} times as fast as one (${pair.toFixed(1)} against ${bare.toFixed(1)} documents/s, a loop over \`parseReport\`; median of ${ROUNDS} rounds): the
import reaches ${((100 * ratio) / ceiling).toFixed(0)} % of that.

${expected.reports} reports, ${expected.notReports} other documents, ${expected.damaged} damaged ones: ${differences.length === 0 ? "all accounted for, none lost." : `LOST: ${JSON.stringify(differences)}`}`;
  console.log(text);
  if (process.argv.includes("--write")) writeImportSection(text);
  if (differences.length > 0) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true });
}
