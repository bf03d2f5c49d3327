/** PDFs are read where the optional drawing package of pdfjs is not installed. */
import { spawnSync } from "node:child_process";

const HIDE = `import Module from "node:module";
const resolve = Module._resolveFilename;
Module._resolveFilename = function (name, ...rest) {
  if (name === "@napi-rs/canvas") throw new Error("not installed");
  return resolve.call(this, name, ...rest);
};`;

test("a PDF is read without the drawing package, and nothing is printed about it", () => {
  const preload = `data:text/javascript,${encodeURIComponent(HIDE)}`;
  const args = ["--import", preload, "dist/src/cli/cli.js", "parse", "samples/lanchuan-water-2024.pdf"];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect([status, stderr]).toEqual([0, ""]);
  expect((JSON.parse(stdout) as { body: string }).body).toBe("澜川县水务局");
});

test("reading a PDF replaces no built-in function of the process by a slow one", () => {
  const script = `import { readFileSync } from "node:fs";
import { open } from "./dist/parsers/index.js";
const before = [Array.prototype.push, JSON.parse, JSON.stringify];
await Promise.all([1, 2].map(() => open(readFileSync("samples/lanchuan-water-2024.pdf"))));
console.log([Array.prototype.push, JSON.parse, JSON.stringify].every((own, i) => own === before[i]));`;
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
  expect(stdout).toBe("true\n");
});
