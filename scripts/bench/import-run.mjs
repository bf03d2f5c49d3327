// One import in a process of its own, for scripts/bench-import.mjs: FOLDER ARCHIVE WORKERS MARKS in; the time, the
// outcomes and the memory at the marks, in one line of JSON on stdout, out.
import { readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { importReports } from "../../dist/src/index.js";

// As `nianbao import` does.
setFlagsFromString("--no-memory-reducer");

/** Documents between two looks at the memory. */
const STEP = 50;

/** USER_HZ of Linux: ticks of /proc/PID/stat a second. */
const TICKS = 100;

const read = (pid, name) => {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    return null; // It has just ended, or the system has no /proc.
  }
};

/** This process and its workers: asked for often, so that no other process may be looked at. */
function family() {
  const workers = read(process.pid, `task/${process.pid}/children`)?.trim();
  return [process.pid, ...(workers ? workers.split(" ") : [])];
}

const numberIn = (status, name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status ?? "")?.[1] ?? 0);

/** Resident memory of this process and of its workers, MiB; null where the system doesn't tell. */
function memory() {
  const kilobytes = family().reduce((sum, pid) => sum + numberIn(read(pid, "status"), "VmRSS"), 0);
  return kilobytes === 0 ? null : Math.round(kilobytes / 1024);
}

/** Processor time of this process and of its workers until now, seconds. */
function processorTime() {
  return family().reduce((sum, pid) => {
    // The name in brackets, which may hold anything, comes before the numbers.
    const fields = read(pid, "stat")?.split(") ").at(-1)?.split(" ") ?? [];
    return sum + (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS;
  }, 0);
}

const [, , folder, into, workers, marks] = process.argv;
const samples = [];
const outcome = { memory: {} };
let documents = 0;
let started = null;
const begun = performance.now();
for await (const event of importReports([folder], { into, workers: Number(workers) })) {
  if (event.type === "document" && ++documents % STEP === 0) {
    samples.push(memory());
    const now = { time: performance.now() / 1000, processor: processorTime() };
    started ??= now;
    outcome.cores = (now.processor - started.processor) / (now.time - started.time);
  }
  if (event.type === "document" && marks.split(",").includes(String(documents))) {
    // The median of the last looks: a single one depends on when garbage was collected.
    const last = samples.slice(-9).sort((a, b) => a - b);
    outcome.memory[documents] = last[Math.floor(last.length / 2)] ?? null;
  }
  if (event.type === "finished") outcome.documents = event.documents;
}
// From the call to the closed store: the looking for files and the loading of the parsers are part of an import.
outcome.seconds = (performance.now() - begun) / 1000;
const usage = process.cpuUsage();
outcome.mainCpu = (usage.user + usage.system) / 1e6;
console.log(JSON.stringify(outcome));
