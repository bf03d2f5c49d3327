// Reads one file and prints what came of it: the outcome, the time and the peak memory of this process.
import { readFileSync } from "node:fs";
import * as library from "../../dist/src/index.js";
import { verdictOf } from "../fuzz/verdict.mjs";

const bytes = new Uint8Array(readFileSync(process.argv[2]));
const start = performance.now();
const { outcome, bug } = await verdictOf(library, bytes);
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
const seconds = (userCPUTime + systemCPUTime) / 1e6;
console.log(
  JSON.stringify({ outcome, bug, wall: (performance.now() - start) / 1000, seconds, megabytes: maxRSS / 1024 }),
);
