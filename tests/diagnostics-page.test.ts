/** docs/diagnostics.md names every code that the product can give, and none that it can't. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDERS = ["parsers", "src"];
/** Findings of the audit are rules, which have pages of their own. */
const OTHERS = /^src\/(?:audit|forms)\//;

/** The ways in which a code is written in the sources. */
const WRITTEN = [
  // A property of a diagnosis, a problem or a failure.
  /\bcode: "([a-z][a-z-]*)"/g,
  // The first argument of an error or of the helpers that make errors and diagnoses.
  /\b(?:unread|refuse|storeError|archiveError|new (?:[A-Z][A-Za-z]*Error))\(\s*"([a-z][a-z-]*)"/g,
  // An argument after the reading or the row that is spoken of.
  /\bnote\(\w+, "([a-z][a-z-]*)"/g,
  /\bundecided\(\w+, \w+, "([a-z][a-z-]*)"/g,
  // Codes by the kind of doubt, and the code where there is none.
  /\bDOUBT_CODES\b.* = \{ \w+: "([a-z][a-z-]*)" \}/g,
  /\bDOUBT_CODES\[\w+\] \?\? "([a-z][a-z-]*)"/g,
];

const sources = () =>
  FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((name) => join(folder, name))
      .filter((path) => path.endsWith(".ts") && !OTHERS.test(path)),
  );

const codesIn = (text: string) => WRITTEN.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1]!));
const unique = (codes: readonly string[]) => [...new Set(codes)].sort();

const page = readFileSync("docs/diagnostics.md", "utf8");
const rows = page.split("\n").filter((line) => line.startsWith("| `"));

test("the page of diagnostics has the codes of the sources, all of them and no others", () => {
  const written = sources().flatMap((path) => codesIn(readFileSync(path, "utf8")));
  const told = rows.map((row) => /^\| `([a-z-]+)`/.exec(row)![1]!);
  expect(unique(told)).toEqual(unique(written));
});

test("no code stands twice in one table of the page, and each has a severity, a meaning and advice", () => {
  for (const part of page.split(/^## /m)) {
    const told = part.split("\n").flatMap((line) => /^\| `([a-z-]+)`/.exec(line)?.[1] ?? []);
    expect(told).toEqual(unique(told));
  }
  for (const row of rows) {
    const cells = row.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, "").trim());
    expect([row, cells.length, cells.every((cell) => cell.length > 2)]).toEqual([row, 4, true]);
  }
});

/** What stands in place of a code where helpers hand one on; the literal is found where it is written. */
const HANDED_ON = /^(?:code|code: string|known\.code|DOUBT_CODES\[doubt\] \?\? "cell-doubtful")$/;

test("no error or diagnosis is made with a code that the patterns of this test cannot see", () => {
  const made =
    /\b(?:unread|refuse|storeError|archiveError|(?:Document|Format|Report|Store|Choice)Error)\(\s*([^",\s][^,]*),/g;
  const unseen = sources().flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(made)]
      .map((match) => match[1]!)
      .filter((argument) => !HANDED_ON.test(argument))
      .map((argument) => `${path}: ${argument}`),
  );
  expect(unseen).toEqual([]);
});
