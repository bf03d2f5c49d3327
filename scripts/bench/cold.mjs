// A file in, by its path; in one line of JSON on stdout, out: the milliseconds from the start of loading the product to
// the first report in this fresh process, and the most memory that the process took, MiB.
import { readFileSync } from "node:fs";

const bytes = readFileSync(process.argv[2]);
const start = performance.now();
const { parseReport } = await import("../../dist/src/index.js");
await parseReport(bytes);
const milliseconds = performance.now() - start;
console.log(JSON.stringify({ milliseconds, memory: process.resourceUsage().maxRSS / 1024 }));
