// Reads every sample, prints a summary, and writes each report to out/ as JSON, CSV and tables: npm start
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { table } from "table";
import { indicators, parseFile } from "../dist/src/index.js";

const cli = new URL("../dist/src/cli/cli.js", import.meta.url).pathname;
mkdirSync("out", { recursive: true });
const rows = [["file", "form", "body", "year", "values", "blank or missing", "findings", "diagnostics"]];
for (const name of readdirSync("samples").sort()) {
  const file = join("samples", name);
  const report = await parseFile(file, { lang: "en" });
  const values = indicators(report);
  const read = values.filter(({ value }) => value !== null).length;
  for (const [format, suffix] of [
    ["json", "json"],
    ["csv", "csv"],
    ["table", "table.txt"],
  ]) {
    const text = execFileSync(process.execPath, [cli, "parse", file, "--format", format, "--lang", "en"]);
    writeFileSync(join("out", `${basename(file)}.${suffix}`), text);
  }
  const { form, body, year, findings, diagnostics } = report;
  rows.push([
    name,
    form ?? "-",
    body ?? "-",
    year ?? "-",
    read,
    values.length - read,
    findings.length,
    diagnostics.length,
  ]);
  for (const { severity, message } of findings) process.stderr.write(`${name}: ${severity}: ${message}\n`);
}
process.stdout.write(table(rows, { drawHorizontalLine: (index, size) => index <= 1 || index === size }));
process.stdout.write("Each report is in out/ as JSON, CSV and tables, e.g. out/lanchuan-water-2024.pdf.table.txt\n");
