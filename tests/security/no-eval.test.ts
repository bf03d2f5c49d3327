/** Parsing makes no code out of text: it works where V8 refuses to, with the library as it is built. */
import { readdirSync } from "node:fs";
import { node } from "../support/node.js";

const FLAG = "--disallow-code-generation-from-strings";

test.each(["new Function('return 1')()", "eval('1')"])("the flag makes %s fail", async (script) => {
  const { code, stderr } = await node(FLAG, "-e", script);
  expect(code).toBe(1);
  expect(stderr).toContain("EvalError: Code generation from strings disallowed");
});

test("every sample is read without code made of strings", async () => {
  const samples = readdirSync("samples").map((name) => `samples/${name}`);
  expect(samples.length).toBeGreaterThanOrEqual(10);
  const { code, stdout, stderr } = await node(FLAG, "tests/support/parse-files.mjs", ...samples);
  expect([code, stderr]).toEqual([0, ""]);
  const { results } = JSON.parse(stdout) as { results: { body?: string; error?: string }[] };
  expect(results.map(({ body, error }) => error ?? body)).toEqual(
    samples.map((name) => (name.includes("archives") ? "澜川县档案局" : "澜川县水务局")),
  );
});
