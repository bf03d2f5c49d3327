// Reads every sample, prints a summary, and writes each report to out/ as JSON, CSV and tables: npm start
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { getBorderCharacters, table } from "table";
import { reportCsv } from "../dist/src/cli/report-csv.js";
import { reportTable } from "../dist/src/cli/report-table.js";
import { FORMS, indicators, parseFile } from "../dist/src/index.js";

/** Indicators without a number, but for the rows that the form lets a report leave out. */
function countBlank(report) {
  if (report.form === null) return 0;
  const optional = new Set(FORMS[report.form].indicators.filter((one) => one.optional).map(({ id }) => id));
  return indicators(report).filter(({ id, value, raw }) => value === null && (raw !== null || !optional.has(id)))
    .length;
}

mkdirSync("out", { recursive: true });
const rows = [["file", "form", "body", "year", "numbers", "blank or unread", "findings", "diagnostics"]];
const messages = [];
for (const name of readdirSync("samples").sort()) {
  const report = await parseFile(join("samples", name), { lang: "en" });
  const out = join("out", basename(name));
  writeFileSync(`${out}.json`, JSON.stringify(report, null, 2) + "\n");
  writeFileSync(`${out}.csv`, await reportCsv(report, "en"));
  writeFileSync(`${out}.table.txt`, reportTable(report, "en"));
  const { form, body, year, findings, diagnostics } = report;
  const numbers = indicators(report).filter(({ value }) => value !== null).length;
  const cells = [name, form, body, year, numbers, countBlank(report), findings.length, diagnostics.length];
  rows.push(cells.map((cell) => cell ?? "-"));
  for (const { severity, message } of findings) messages.push(`${name}: ${severity}: ${message}\n`);
}
process.stdout.write(
  table(rows, { border: getBorderCharacters("norc"), drawHorizontalLine: (i, size) => i <= 1 || i === size }),
);
process.stdout.write(messages.join(""));
process.stdout.write("Each report is in out/ as JSON, CSV and tables, e.g. out/lanchuan-water-2024.pdf.table.txt\n");
