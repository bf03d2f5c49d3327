// Damages the samples at random and parses them:
// npm run fuzz -- [--runs 1000] [--seed 1] [--from 0] [--folder samples] [--only pdf]
// A document that crashes, hangs, exceeds the memory limit, or gives a value without a place or a null without a reason
// is written to out/fuzz/, and the command ends with 1. The same seed makes the same documents; --from begins at a later one.
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { startJudge } from "./fuzz/judge.mjs";
import { damagedDocument, originalsOf } from "./fuzz/run.mjs";

const KEPT = "out/fuzz";

const { values: options } = parseArgs({
  options: {
    runs: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    from: { type: "string", default: "0" },
    folder: { type: "string", default: "samples" },
    only: { type: "string" },
  },
});
const [runs, seed, from] = [options.runs, options.seed, options.from].map(Number);
if (![runs, seed, from].every(Number.isSafeInteger)) throw new Error("--runs, --seed and --from take whole numbers");
const originals = originalsOf(options.folder, options.only);
if (originals.length === 0) throw new Error(`no document to damage in ${options.folder}`);
console.log(`seed ${seed}: ${runs} runs from ${from} over ${originals.length} files of ${options.folder}`);

const { judge, stop } = startJudge();
/** @type {Record<string, number>} */
const counts = {};
/** @type {string[]} */
const kept = [];
let slowest = { run: -1, ms: 0 };
for (let run = from; run < from + runs; run++) {
  const { original, mutation, bytes } = damagedDocument(originals, seed, run);
  const start = performance.now();
  const { outcome, bug } = await judge(bytes);
  const ms = performance.now() - start;
  if (run > from && ms > slowest.ms) slowest = { run, ms };
  counts[outcome] = (counts[outcome] ?? 0) + 1;
  if (bug) {
    mkdirSync(KEPT, { recursive: true });
    const path = `${KEPT}/${seed}-${run}-${outcome}.${original.kind}`;
    writeFileSync(path, bytes);
    kept.push(path);
    console.error(`run ${run} (${original.name}, ${mutation}): ${outcome}, kept as ${path}\n${bug}`);
  }
  if (process.stderr.isTTY) process.stderr.write(`\r${run + 1 - from}/${runs} runs, ${kept.length} bugs`);
}
if (process.stderr.isTTY) process.stderr.write("\n");
await stop();

console.log(
  `seed ${seed}: ${kept.length} bugs in ${runs} runs; slowest: run ${slowest.run}, ${slowest.ms.toFixed(0)} ms`,
);
for (const [outcome, n] of Object.entries(counts).sort((a, b) => b[1] - a[1])) console.log(`  ${outcome}: ${n}`);
for (const path of kept) console.log(path);
process.exitCode = kept.length > 0 ? 1 : 0;
