// One process of the bare loop, for scripts/bench-import.mjs: FOLDER COUNT in; documents a second of a loop over
// parseReport, without start and warm-up, as JSON on stdout, out.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseReport } from "../../dist/src/index.js";

/** Part of the documents that are read before the clock starts. */
const WARM_UP = 0.1;

const [, , folder, count] = process.argv;
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.endsWith(".zip"))
  .map((entry) => join(entry.parentPath, entry.name));
const chosen = files.filter((_, n) => n % Math.max(1, Math.floor(files.length / Number(count))) === 0);

async function parse(file) {
  await parseReport(readFileSync(file), { file }).catch(() => undefined);
}

for (const file of chosen.slice(0, Math.ceil(chosen.length * WARM_UP))) await parse(file);
const start = performance.now();
for (const file of chosen) await parse(file);
console.log(JSON.stringify({ rate: chosen.length / ((performance.now() - start) / 1000) }));
