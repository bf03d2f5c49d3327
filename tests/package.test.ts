/** What npm packs is what a user can install, import and run. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

interface Package {
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Package;
const [packed] = JSON.parse(
  execFileSync("npm", ["pack", "--dry-run", "--ignore-scripts", "--json"], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  }),
) as { files: { path: string }[] }[];
const files = packed!.files.map(({ path }) => path);

test("every entry of the package and the command are packed, with types", () => {
  const entries = Object.values(manifest.exports).flatMap((entry) =>
    typeof entry === "string" ? [entry] : [entry.types, entry.default],
  );
  const named = [...Object.values(manifest.bin), ...entries].map((path) => path.replace(/^\.\//, ""));
  expect(named.filter((path) => !files.includes(path))).toEqual([]);
  expect(readFileSync(manifest.bin["nianbao"]!, "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
});

test("the package holds the product and its documents, neither tests nor sources", () => {
  expect(files).toEqual(
    expect.arrayContaining(["LICENSE", "README.md", "README.zh-CN.md", "CHANGELOG.md", "SECURITY.md", "docs/cli.md"]),
  );
  expect(files.filter((path) => /^(?:tests|src|parsers|scripts|samples)\//.test(path))).toEqual([]);
});

test("every packed module has a source: nothing is packed that an older build has left", () => {
  const modules = files.filter((path) => path.endsWith(".js"));
  expect(modules.length).toBeGreaterThan(100);
  expect(modules.filter((path) => !existsSync(path.replace(/^dist\/(.*)\.js$/, "$1.ts")))).toEqual([]);
});

test("the README gives a reason for every dependency, and for none that isn't there", () => {
  const readme = readFileSync("README.md", "utf8");
  const section = /## Dependencies\n([\s\S]*?)(?=\n## |$)/.exec(readme)?.[1] ?? "";
  const explained = [...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name!);
  const declared = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.optionalDependencies)];
  expect(explained.sort()).toEqual(declared.sort());
});

test.each(["README.md", "README.zh-CN.md"])("%s links to files that exist, in the package too", (name) => {
  const links = [...readFileSync(name, "utf8").matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, path]) => path!);
  expect(links.length).toBeGreaterThan(3);
  expect(links.filter((path) => !existsSync(path) || !files.includes(path))).toEqual([]);
});
