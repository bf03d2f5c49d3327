import { execFileSync } from "node:child_process";
import { nodeFlags } from "../../src/importer/pool.js";

const MEBIBYTE = 1024 * 1024;

/** Full garbage collections of a process that makes this many mebibytes of objects, each kept until two more are made. */
function collections(flags: readonly string[], mebibytes: number): number {
  const script = `
    let kept = [];
    for (let n = 0; n < ${mebibytes}; n++) kept = [...kept.slice(-1), Array.from({ length: 32768 }, (_, i) => [i])];`;
  const trace = execFileSync(process.execPath, [...flags, "--trace-gc", "-e", script], { encoding: "utf8" });
  return trace.match(/Mark-Compact/g)?.length ?? 0;
}

test("a worker has both generations of objects at their size from the beginning", () => {
  expect(collections(nodeFlags(1024), 100)).toBe(0);
  expect(collections(["--single-threaded-gc"], 100)).toBeGreaterThan(0);
});

test("a small limit stays the limit", () => {
  const script = "console.log(require('node:v8').getHeapStatistics().heap_size_limit)";
  const limit = Number(execFileSync(process.execPath, [...nodeFlags(100), "-e", script], { encoding: "utf8" }));
  expect(limit / MEBIBYTE).toBeLessThan(100 + 3 * 16 + 8);
});
