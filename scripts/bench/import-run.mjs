// One import in a process of its own, for scripts/bench-import.mjs: FOLDER ARCHIVE WORKERS MARKS in; the time, the
// outcomes and the memory at the marks, in one line of JSON on stdout, out.
import { readdirSync, readFileSync } from "node:fs";
import { importReports } from "../../dist/src/index.js";

/** Documents between two looks at the memory. */
const STEP = 50;

/** Resident memory of this process and of its workers, MiB; null where the system doesn't tell. */
function memory() {
  try {
    let kilobytes = 0;
    for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
      let status;
      try {
        status = readFileSync(`/proc/${pid}/status`, "utf8");
      } catch {
        continue; // It has just ended.
      }
      const numberOf = (name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0);
      if (Number(pid) === process.pid || numberOf("PPid") === process.pid) kilobytes += numberOf("VmRSS");
    }
    return Math.round(kilobytes / 1024);
  } catch {
    return null;
  }
}

const [, , folder, into, workers, marks] = process.argv;
const samples = [];
const outcome = { memory: {} };
let documents = 0;
for await (const event of importReports([folder], { into, workers: Number(workers) })) {
  if (event.type === "document" && ++documents % STEP === 0) samples.push(memory());
  if (event.type === "document" && marks.split(",").includes(String(documents))) {
    // The median of the last looks: a single one depends on when garbage was collected.
    const last = samples.slice(-9).sort((a, b) => a - b);
    outcome.memory[documents] = last[Math.floor(last.length / 2)] ?? null;
  }
  if (event.type === "finished") Object.assign(outcome, { seconds: event.seconds, documents: event.documents });
}
const usage = process.cpuUsage();
outcome.mainCpu = (usage.user + usage.system) / 1e6;
console.log(JSON.stringify(outcome));
