// Reads one file and prints what came of it: the outcome, the time and the peak memory of this process.
import { existsSync, readFileSync } from "node:fs";
import * as library from "../../dist/src/index.js";
import { verdictOf } from "../fuzz/verdict.mjs";

const STATUS = "/proc/self/status";
const bytes = new Uint8Array(readFileSync(process.argv[2]));
const start = performance.now();
const { outcome, bug } = await verdictOf(library, bytes);
const { userCPUTime, systemCPUTime } = process.resourceUsage();
const seconds = (userCPUTime + systemCPUTime) / 1e6;
console.log(
  JSON.stringify({
    outcome,
    bug,
    wall: (performance.now() - start) / 1000,
    seconds,
    megabytes: peakKilobytes() / 1024,
  }),
);

/** Linux counts the memory of whoever started the process into maxRSS, too. */
function peakKilobytes() {
  const own = existsSync(STATUS) && /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(STATUS, "utf8"));
  return own ? Number(own[1]) : process.resourceUsage().maxRSS;
}
