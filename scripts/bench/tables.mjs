// The tables of the benchmarks: measurements in, Markdown out.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { parseReport } from "../../dist/src/index.js";
import { open } from "../../dist/parsers/index.js";
import { BARE } from "./bare.mjs";
import { cmsPage, MADE } from "./made.mjs";
import { matching } from "./matching.mjs";
import { median, medianOf, rounds } from "./measure.mjs";

const run = promisify(execFile);
const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const sample = (extension) => path(`samples/lanchuan-water-2024.${extension}`);
const FORMATS = ["docx", "pdf", "html", "txt", "doc", "rtf", "odt", "ofd", "xlsx", "mht"];
/** Fresh processes of one measurement. */
const STARTS = 3;

const ms = (number) => number.toFixed(number < 10 ? 2 : 0);
const kilobytes = (bytes) => `${Math.round(bytes.length / 1024).toLocaleString("en-US")} KiB`;
const markdown = (head, rows) =>
  [head, head.map((_, n) => (n === 0 ? "---" : "---:")), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

/** Most that a full parse (of HTML: the adapter) may take, as a ratio to the bare reading; and matching and audit, ms. */
const TARGETS = { pdf: 1.5, docx: 1.15, html: 1.5 };
const MATCHING_TARGET = 5;
const met = (figure, target) => `${figure} (${figure <= target ? "met" : "not met"}: ${target})`;

const RATIO_HEAD = [
  "report",
  "size",
  "parse, ms",
  "of it open",
  "matching, audit",
  "bare reading, ms",
  "open, ratio",
  "parse, ratio",
  "which is",
];

const ratioCases = async () => [
  ["docx, small (10 paragraphs and the tables)", "docx", await MADE.docx(10)],
  ["docx, ordinary (the sample)", "docx", readFileSync(sample("docx"))],
  ["docx, large (1,000 paragraphs)", "docx", await MADE.docx(1_000)],
  ["PDF, small (1 page)", "pdf", MADE.pdf(1)],
  ["PDF, ordinary (the sample)", "pdf", readFileSync(sample("pdf"))],
  ["PDF, large (50 pages)", "pdf", MADE.pdf(50)],
  ["HTML, small (10 paragraphs and the tables)", "html", MADE.html(10)],
  ["HTML, ordinary (the sample)", "html", readFileSync(sample("html"))],
  ["HTML, large (1,000 paragraphs)", "html", MADE.html(1_000)],
  ["HTML, ordinary among a megabyte of menus", "html", cmsPage()],
];

/** The full parse, the adapter alone, and the library's bare reading, of small, ordinary and large reports. */
export async function ratioTable() {
  const rows = [];
  for (const [name, format, bytes] of await ratioCases()) {
    const bare = BARE[format];
    const works = [() => parseReport(bytes), () => open(bytes), () => bare.read(bytes), matching(bytes)];
    const times = await rounds(works);
    const matched = ms(medianOf(times, ([, , , match]) => match));
    rows.push([
      name,
      kilobytes(bytes),
      ms(medianOf(times, ([parse]) => parse)),
      ms(medianOf(times, ([, opened]) => opened)),
      name.includes("ordinary") ? met(matched, MATCHING_TARGET) : matched,
      ms(medianOf(times, ([, , read]) => read)),
      ...ratiosOf(format, times),
      bare.what,
    ]);
  }
  return markdown(RATIO_HEAD, rows);
}

/** cheerio only builds the tree, and matching has a target of its own: of HTML the adapter's ratio is held to the target. */
function ratiosOf(format, times) {
  const opened = medianOf(times, ([, open, read]) => open / read).toFixed(2);
  const parsed = medianOf(times, ([parse, , read]) => parse / read).toFixed(2);
  return format === "html" ? [met(opened, TARGETS.html), parsed] : [opened, met(parsed, TARGETS[format])];
}

/** Each format in a process that has read others, and in fresh ones. */
export async function formatTable() {
  const rows = [];
  for (const format of FORMATS) {
    const bytes = readFileSync(sample(format));
    const times = await rounds([() => parseReport(bytes), () => open(bytes), matching(bytes)]);
    const colds = [];
    for (let n = 0; n < STARTS; n++) {
      const { stdout } = await run(process.execPath, [path("scripts/bench/cold.mjs"), sample(format)]);
      colds.push(JSON.parse(stdout));
    }
    rows.push([
      format,
      kilobytes(bytes),
      ms(median(colds.map(({ milliseconds }) => milliseconds))),
      ms(medianOf(times, ([parse]) => parse)),
      ms(medianOf(times, ([, opened]) => opened)),
      ms(medianOf(times, ([, , match]) => match)),
      `${Math.round(median(colds.map(({ memory }) => memory)))} MiB`,
    ]);
  }
  const head = ["sample", "size", "cold, ms", "warm, ms", "of it open", "matching, audit", "peak memory, cold"];
  return markdown(head, rows);
}

/** How the time grows with the size of the document. */
export async function growthTable() {
  const rows = [];
  for (const [format, sizes] of [
    ["docx", [10, 100, 1_000]],
    ["html", [10, 100, 1_000]],
    ["text", [10, 100, 1_000]],
    ["pdf", [5, 50, 500]],
  ]) {
    const what = format === "pdf" ? "pages" : "paragraphs";
    const made = [];
    for (const size of sizes) made.push(await MADE[format](size));
    const times = await rounds(made.map((bytes) => () => parseReport(bytes)));
    const took = sizes.map((_, n) => medianOf(times, (round) => round[n]));
    // Of the last step, without what every document costs.
    const slope = (a, b) => medianOf(times, (round) => (round[b] - round[a]) / (sizes[b] - sizes[a]));
    const each = [slope(0, 1), slope(1, 2)];
    rows.push([
      format,
      ...sizes.map((size, n) => `${ms(took[n])} ms (${size.toLocaleString("en-US")} ${what})`),
      ...each.map((milliseconds) => milliseconds.toFixed(3)),
    ]);
  }
  return markdown(["format", "small", "middle", "large", "ms each, to middle", "ms each, to large"], rows);
}

/** The command line's start against that of Node itself. */
export async function startTable() {
  const commands = { version: [path("dist/src/cli/cli.js"), "--version"], node: ["-e", "0"] };
  const works = Object.values(commands).map((args) => () => run(process.execPath, args));
  const times = await rounds(works);
  return markdown(
    ["`nianbao --version`, ms", "`node -e 0`, ms", "difference, ms"],
    [
      [
        ms(medianOf(times, ([version]) => version)),
        ms(medianOf(times, ([, node]) => node)),
        ms(medianOf(times, ([version, node]) => version - node)),
      ],
    ],
  );
}
