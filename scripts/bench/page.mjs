// docs/benchmarks.md holds what two scripts measure: text in, into the page without touching the other's part.
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const PAGE = new URL("../../docs/benchmarks.md", import.meta.url);
const BEGIN = "<!-- scripts/bench-import.mjs begins -->";
const END = "<!-- scripts/bench-import.mjs ends -->";

const page = () => (existsSync(PAGE) ? readFileSync(PAGE, "utf8") : "");

/** @param {string} text the page without its section on the import, which is kept */
export function writePage(text) {
  const [, rest = ""] = page().split(BEGIN);
  const [section] = rest.split(END);
  writeFileSync(PAGE, `${text}\n${BEGIN}${section || "\n"}${END}\n`);
}

/** @param {string} section Markdown that replaces the section on the import */
export function writeImportSection(section) {
  const [before] = page().split(BEGIN);
  writeFileSync(PAGE, `${before}${BEGIN}\n\n${section}\n\n${END}\n`);
}
