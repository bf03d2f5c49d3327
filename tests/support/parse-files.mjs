// Files as arguments in; for each the body of its report, or the code of the error, and the whole report as text; then
// what no-connections.mjs saw, where it was loaded. It runs the built library in a process of its own.
import { readFileSync } from "node:fs";
import { parseReports } from "../../dist/src/index.js";

const results = [];
for (const file of process.argv.slice(2)) {
  try {
    const [report] = await parseReports(readFileSync(file));
    results.push({ body: report.body, format: report.source.format, text: JSON.stringify(report) });
  } catch (error) {
    results.push({ error: `${error.code}: ${error.message}`, text: String(error) });
  }
}
// What is asked for later, too, is seen.
await new Promise((resolve) => setTimeout(resolve, 50));
process.stdout.write(JSON.stringify({ results, attempts: globalThis.attempts }));
