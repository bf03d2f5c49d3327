// Damages the samples at random and parses them: npm run fuzz -- --runs 10000 [--seed 1] [--folder samples] [--only pdf]
// A document that crashes, hangs, exceeds the memory limit, or gives a value without a place is written to out/fuzz/.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { MUTATIONS } from "./fuzz/mutations.mjs";
import { randomFrom } from "./fuzz/random.mjs";

/** A single parse must end within the library's own time limit; the margin is for a busy machine. */
const TIMEOUT_MS = 40_000;
/** Heap of the parsing thread, MiB. */
const HEAP_MB = 512;

const { values: options } = parseArgs({
  options: {
    runs: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    folder: { type: "string", default: "samples" },
    only: { type: "string" },
  },
});
const seed = Number(options.seed);
const files = readdirSync(options.folder)
  .filter((name) => MUTATIONS[extname(name).slice(1)] && (!options.only || name.endsWith(options.only)))
  .map((name) => ({
    name,
    kind: extname(name).slice(1),
    bytes: new Uint8Array(readFileSync(join(options.folder, name))),
  }));

const newWorker = () =>
  new Worker(new URL("./fuzz/worker.mjs", import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
let worker = newWorker();

function judge(bytes) {
  return new Promise((resolve) => {
    const done = (verdict) => {
      clearTimeout(timer);
      worker.removeAllListeners();
      resolve(verdict);
    };
    const replace = (outcome, bug) => {
      const old = worker;
      done({ outcome, bug });
      old.terminate();
      worker = newWorker();
    };
    const timer = setTimeout(() => replace("hang", `no answer in ${TIMEOUT_MS} ms`), TIMEOUT_MS);
    worker.once("message", done);
    worker.once("error", (error) => replace("crash", String(error.stack ?? error)));
    worker.postMessage(bytes);
  });
}

const counts = {};
let bugs = 0;
for (let run = 0; run < Number(options.runs); run++) {
  const random = randomFrom(seed * 1_000_003 + run);
  const file = random.pick(files);
  const mutate = random.pick(MUTATIONS[file.kind]);
  const bytes = mutate(file.bytes, random);
  const { outcome, bug } = await judge(bytes);
  counts[outcome] = (counts[outcome] ?? 0) + 1;
  if (bug) {
    bugs++;
    mkdirSync("out/fuzz", { recursive: true });
    const path = `out/fuzz/${seed}-${run}-${outcome}.${file.kind}`;
    writeFileSync(path, bytes);
    console.error(`run ${run} (${file.name}, ${mutate.name}): ${outcome}, kept as ${path}\n${bug}`);
  }
  if ((run + 1) % 500 === 0) console.error(`${run + 1} runs, ${bugs} bugs`);
}
console.log(`seed ${seed}, ${options.runs} runs over ${files.length} files: ${bugs} bugs`);
console.log(
  Object.entries(counts)
    .sort((a, b) => b[1] - a[1])
    .map(([outcome, n]) => `  ${outcome}: ${n}`)
    .join("\n"),
);
await worker.terminate();
process.exitCode = bugs > 0 ? 1 : 0;
