/** Layers point one way: what each folder may import of ours, and which ones run without Node. */
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/** Folder or file → what of ours it may import (itself always). The longest matching prefix decides. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  "parsers/document.ts": [],
  "parsers/errors.ts": ["parsers/document.ts"],
  "parsers/limits.ts": ["parsers/errors.ts"],
  "parsers/readable.ts": [],
  "parsers/append.ts": [],
  "parsers/colours.ts": [],
  "parsers/geometry": [
    "parsers/append.ts",
    "parsers/colours.ts",
    "parsers/document.ts",
    "parsers/errors.ts",
    "parsers/limits.ts",
  ],
  parsers: [],
  "src/language.ts": ["parsers/document.ts"],
  "src/version.ts": [],
  "src/forms": ["parsers/document.ts"],
  "src/report-values.ts": [],
  "src/report.ts": ["src/report-values.ts", "src/version.ts"],
  "src/matching": ["parsers/document.ts", "parsers/errors.ts", "parsers/readable.ts", "src/forms", "src/report.ts"],
  "src/audit": ["parsers/document.ts", "src/forms", "src/language.ts", "src/matching", "src/report.ts"],
  "src/export": [
    "parsers/document.ts",
    "parsers/errors.ts",
    "src/audit",
    "src/forms",
    "src/indicators.ts",
    "src/language.ts",
    "src/report.ts",
    "src/store",
    "src/version.ts",
  ],
  "src/store": [
    "parsers/document.ts",
    "parsers/errors.ts",
    "src/forms",
    "src/indicators.ts",
    "src/language.ts",
    "src/report.ts",
    "src/version.ts",
    "src/audit",
  ],
  "src/importer": ["parsers", "src"],
  "src/cli": ["parsers", "src"],
  src: ["parsers", "src"],
};

const NODE_FREE = [
  "parsers",
  "src/forms",
  "src/matching",
  "src/audit",
  "src/report.ts",
  "src/report-values.ts",
  "src/language.ts",
  "src/assemble.ts",
  "src/document-reports.ts",
];

const sources = ["parsers", "src"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name)),
);

const within = (path: string, prefix: string) => path === prefix || path.startsWith(prefix + "/");

function layerOf(path: string): string {
  const layers = Object.keys(MAY_IMPORT).filter((prefix) => within(path, prefix));
  return layers.sort((a, b) => b.length - a.length)[0]!;
}

function importsOf(path: string): string[] {
  const text = readFileSync(path, "utf8");
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map((match) => match[1]!);
}

test.each(sources)("%s imports only what its layer may", (path) => {
  const layer = layerOf(path);
  const wrong = importsOf(path)
    .filter((name) => name.startsWith("."))
    .map((name) => normalize(join(dirname(path), name)).replace(/\.js$/, ".ts"))
    .filter((target) => !within(target, layer) && !MAY_IMPORT[layer]!.some((allowed) => within(target, allowed)));
  expect(wrong).toEqual([]);
});

test.each(sources.filter((path) => NODE_FREE.some((prefix) => within(path, prefix))))(
  "%s uses no Node module, so that a web page can run it",
  (path) => {
    expect(importsOf(path).filter((name) => name.startsWith("node:"))).toEqual([]);
  },
);

test("only the adapters know a format's library", () => {
  const formatLibraries = /^(mammoth|pdfjs-dist|cheerio|parse5|domutils|domhandler|fflate)/;
  const users = sources.filter((path) => importsOf(path).some((name) => formatLibraries.test(name)));
  expect(
    users.filter((path) => !within(path, "parsers") && !within(path, "src/importer") && !within(path, "src/export")),
  ).toEqual([]);
});

test("no format's folder reaches into another's: what two share stands outside of both", () => {
  const folderOf = (path: string) => /^parsers\/([^/]+)\//.exec(path)?.[1] ?? null;
  const shared = new Set(["geometry", "lines"]);
  const reaching = sources.flatMap((path) =>
    importsOf(path)
      .filter((name) => name.startsWith("."))
      .map((name) => normalize(join(dirname(path), name)))
      .filter((target) => {
        const [own, other] = [folderOf(path), folderOf(target)];
        return own !== null && other !== null && other !== own && !shared.has(other);
      })
      .map((target) => `${path} → ${target}`),
  );
  expect(reaching).toEqual([]);
});
