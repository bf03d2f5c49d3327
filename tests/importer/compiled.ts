/**
 * The product as JavaScript, for what runs in a process of its own: compiled once a test file into a folder of the
 * repository, so that packages are found from it.
 */
import { transformFile } from "@swc/core";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const swc = {
  jsc: { target: "es2022", parser: { syntax: "typescript" } },
  module: { type: "es6" },
} as const;

export interface Compiled {
  readonly folder: string;
  /** Absolute path of a compiled module, e.g. "src/cli/cli". */
  file(module: string): string;
  url(module: string): string;
  remove(): Promise<void>;
}

export async function compiled(): Promise<Compiled> {
  const folder = resolve(`.build-test-${process.pid}`);
  for (const root of ["parsers", "src"]) {
    const names = await readdir(root, { recursive: true });
    const sources = names.filter((name) => name.endsWith(".ts")).map((name) => join(root, name));
    await Promise.all(
      sources.map(async (source) => {
        const { code } = await transformFile(source, swc);
        const target = join(folder, source.replace(/\.ts$/, ".js"));
        await mkdir(dirname(target), { recursive: true });
        await writeFile(target, code);
      }),
    );
  }
  const file = (module: string) => join(folder, `${module}.js`);
  return {
    folder,
    file,
    url: (module) => pathToFileURL(file(module)).href,
    remove: () => rm(folder, { recursive: true }),
  };
}
