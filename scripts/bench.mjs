// How fast documents are read, and what memory that takes, as Markdown: npm run bench [-- --write]
// With --write also into docs/benchmarks.md, whose section on the import comes from scripts/bench-import.mjs.
import { cpus, loadavg, totalmem } from "node:os";
import { writePage } from "./bench/page.mjs";
import { formatTable, growthTable, ratioTable, startTable } from "./bench/tables.mjs";

const load = () => loadavg()[0].toFixed(1);

const before = load();
const started = performance.now();
const sections = [
  `## A full parse against its library's bare reading

\`parseReport\` (detection, adapter, matching, audit) and what the format's own library needs for the same bytes, in one
warm process and in rounds, each in another order; each figure is the median of its rounds, the ratio the median of the ratios of the rounds.
"open" is the adapter alone; "matching, audit" what \`parseReport\` does with the opened document, measured by itself on one that
is opened anew each time; a parse takes the file's digest besides. "met" and "not met" name the target of a figure: a PDF is to be read within 1.5 times what pdfjs needs for the text of all its pages, a Word document
within 1.15 times mammoth's conversion, a web page opened within 1.5 times cheerio's load, which only builds the tree; and an
ordinary report matched and audited within 5 ms.

${await ratioTable()}`,
  `## Every format, cold and warm

The sample report, as each format. Cold: the first parse of a fresh process, loading the product and the format's library
included (median of 3 processes); its peak memory is that of the whole process, Node's own included.

${await formatTable()}`,
  `## Growth with size

The slopes are milliseconds for each further paragraph or page, medians over rounds that read all three sizes; where both
are alike, growth is linear. What a small document leaves behind is gone before the garbage collector first looks; of a large
one it copies the trees that are in use, which lifts the second slope.

${await growthTable()}`,
  `## Start

${await startTable()}`,
];
const seconds = ((performance.now() - started) / 1000).toFixed(0);
const cores = cpus();
const text = `# Benchmarks

Made by \`npm run bench -- --write\` in ${seconds} s, on ${cores.length} × ${cores[0]?.model.trim() ?? "unknown"}, ${Math.round(totalmem() / 2 ** 30)} GiB of memory,
Node ${process.version}. Load average ${before} before and ${load()} after: where it is much above 1, other programs were
running, and only the ratios tell something.

${sections.join("\n\n")}
`;
process.stdout.write(text);
if (process.argv.includes("--write")) writePage(text);
