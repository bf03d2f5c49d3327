/** The examples in the comments of the public functions run as they stand, and print what they say they print. */
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import ts from "typescript";
import * as library from "../src/index.js";

interface Example {
  readonly name: string;
  readonly code: string;
}

const COMMENT =
  /\/\*\*((?:(?!\*\/)[\s\S])*?@example\s*\n((?:(?!\*\/)[\s\S])*?))\*\/\s*export (?:async )?function\*? (\w+)/g;

/** The modules that the public entry names. */
const modules = [...readFileSync("src/index.ts", "utf8").matchAll(/from "\.\/(.+?)\.js"/g)].map(
  (match) => `${match[1]!}.ts`,
);
const examples: Example[] = modules
  .flatMap((file) =>
    [...readFileSync(join("src", file), "utf8").matchAll(COMMENT)].map(([, , body, name]) => ({
      name: name!,
      code: body!.replace(/^ ?\* ?/gm, "").replace(/^ ?\*?$/gm, ""),
    })),
  )
  // Those that read an archive come after the one that makes it.
  .sort((a, b) => Number(b.code.includes("into:")) - Number(a.code.includes("into:")));

/** A folder like that of a user who installed nianbao and copied the samples. */
const folder = mkdtempSync(join(tmpdir(), "nianbao-examples-"));
mkdirSync(join(folder, "node_modules"));
symlinkSync(resolve("."), join(folder, "node_modules", "nianbao"), "dir");
symlinkSync(resolve("samples"), join(folder, "samples"), "dir");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the comments behind console.log say. */
const promised = (code: string) =>
  [...code.matchAll(/console\.log\(.*\/\/ (.+)$/gm)].map((match) => match[1]!).join(" ");

test("every public function has an example", () => {
  const functions = Object.entries(library)
    .filter(([, value]) => typeof value === "function" && !/^class\b/.test(Function.prototype.toString.call(value)))
    .map(([name]) => name);
  expect(examples.map(({ name }) => name).sort()).toEqual(functions.sort());
});

test.each(examples.map(({ name, code }) => [name, code] as const))(
  "the example of %s prints what it says",
  async (name, code) => {
    const file = join(folder, `${name}.mjs`);
    writeFileSync(file, code);
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [file], { cwd: folder });
    expect(promised(code)).not.toBe("");
    expect([stdout.trim().replace(/\s+/g, " "), stderr]).toEqual([promised(code), ""]);
  },
);

test("the examples satisfy the types of the package", () => {
  const files = examples.map(({ name, code }) => {
    const file = join(folder, `${name}.mts`);
    writeFileSync(file, code);
    return file;
  });
  const program = ts.createProgram(files, {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    lib: ["lib.es2023.d.ts", "lib.dom.d.ts"],
    types: [resolve("node_modules/@types/node")],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
  });
  const messages = ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  expect(messages).toEqual([]);
});
