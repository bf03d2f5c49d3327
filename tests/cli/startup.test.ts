/** What the command loads before it is needed, which is what its start costs. */
import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compiled, type Compiled } from "../importer/compiled.js";

let build: Compiled;
let folder: string;
let cli: string;

beforeAll(async () => {
  build = await compiled();
  cli = build.file("src/cli/cli");
  folder = await mkdtemp(join(tmpdir(), "nianbao-startup-"));
  await writeFile(
    join(folder, "hooks.mjs"),
    `import { appendFileSync } from "node:fs";
     export async function load(url, context, next) {
       appendFileSync(process.env.NIANBAO_TEST_LOADED, url + "\\n");
       return next(url, context);
     }`,
  );
  await writeFile(
    join(folder, "register.mjs"),
    `import { register } from "node:module"; register(${JSON.stringify(pathToFileURL(join(folder, "hooks.mjs")).href)});`,
  );
});

afterAll(async () => {
  await build.remove();
  await rm(folder, { recursive: true });
});

/** The modules of ours and the packages that a call loads. */
async function loadedBy(...args: string[]): Promise<{ own: string[]; packages: string[] }> {
  const list = join(folder, "loaded.txt");
  await writeFile(list, "");
  const argv = ["--import", pathToFileURL(join(folder, "register.mjs")).href, cli, ...args];
  await new Promise<void>((resolve, reject) => {
    const env = { ...process.env, NIANBAO_TEST_LOADED: list };
    execFile(process.execPath, argv, { env }, (error) => (error ? reject(error) : resolve()));
  });
  const urls = (await readFile(list, "utf8")).split("\n").filter((url) => url.startsWith("file:"));
  const root = pathToFileURL(build.folder).href + "/";
  const own = urls.filter((url) => url.startsWith(root)).map((url) => url.slice(root.length));
  const packages = urls.flatMap((url) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? []);
  return { own, packages: [...new Set(packages)].sort() };
}

test("--version loads nothing but itself and the version", async () => {
  expect(await loadedBy("--version")).toEqual({ own: ["src/cli/cli.js", "src/version.js"], packages: [] });
});

test("--help loads no adapter, no matcher, no store, and no package but what prints help", async () => {
  const { own, packages } = await loadedBy("--help");
  // Columns of the help are aligned by the width of characters.
  expect(packages.filter((name) => name !== "get-east-asian-width")).toEqual(["commander"]);
  expect(own).toContain("src/cli/parse.js");
  const heavy = /^(?:parsers\/(?!errors|limits)|src\/(?:matching|audit|forms|report|parse)\b|src\/store\/duckdb)/;
  expect(own.filter((module) => heavy.test(module))).toEqual([]);
});

/** What only other formats, other commands or validation need; cheerio, and its network client undici, serve tests and benchmarks alone. */
const NOT_NEEDED =
  /^(?:@duckdb|cheerio|exceljs|fast-csv|jszip|mammoth|pdfjs-dist|postal-mime|table|undici|workerpool|zod)/;

test.each(["txt", "html"])(
  "parse of a .%s loads no package of another format, command or of validation",
  async (format) => {
    const { packages } = await loadedBy("parse", `samples/lanchuan-water-2024.${format}`);
    expect(packages).toContain("commander");
    expect(packages.includes("parse5")).toBe(format === "html");
    expect(packages.filter((name) => NOT_NEEDED.test(name))).toEqual([]);
  },
);

test("--version takes little longer than Node alone", () => {
  const time = (...args: string[]) => {
    const start = performance.now();
    spawnSync(process.execPath, args);
    return performance.now() - start;
  };
  const pairs = Array.from({ length: 9 }, () => [time(cli, "--version"), time("-e", "0")] as const);
  // The fastest of each: what else runs on the machine can only add.
  const [own, bare] = [Math.min(...pairs.map(([a]) => a)), Math.min(...pairs.map(([, b]) => b))];
  expect(own / bare).toBeLessThan(2);
});
