// Writes an archive of reports of bodies that don't exist, to try imports on:
//   node scripts/generate-archive.mjs 10000 /tmp/archive
// Web pages, text, Word documents and PDFs (copies of the sample) in folders of years, a tenth of them in zip archives;
// two in a hundred have a wrong total, one in a hundred is no report, one in two hundred is cut off. The last line on
// stdout says what an import must find.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { zipSync } from "fflate";
import { docxOf } from "./samples/docx.mjs";
import { formatOf } from "./samples/formats.mjs";
import { generatedReport } from "./samples/generated.mjs";
import { htmlOf } from "./samples/html.mjs";
import { textOf } from "./samples/text.mjs";

const [count = "1000", folder = "archive"] = process.argv.slice(2);
const samplePdf = await readFile(new URL("../samples/lanchuan-water-2024.pdf", import.meta.url));

const encode = (text) => new TextEncoder().encode(text);

async function bytesOf(report, format, n) {
  if (format === "html") return encode(htmlOf(report));
  if (format === "txt") return encode(textOf(report));
  if (format === "docx") return docxOf(report);
  return Buffer.concat([samplePdf, encode(`% ${n}\n`)]);
}

const notice = (n) =>
  encode(`<!DOCTYPE html><meta charset="utf-8"><h1>关于召开第${n}次业务例会的通知</h1><p>请各科室准时参加。</p>`);

const expected = { documents: 0, reports: 0, notReports: 0, damaged: 0 };
const zipped = new Map();

for (let n = 0; n < Number(count); n++) {
  const format = formatOf(n);
  const report = generatedReport(n, { wrong: n % 50 === 7 });
  let bytes = await bytesOf(report, format, n);
  let name = `${report.file}-${n}.${format}`;
  expected.documents++;
  if (n % 100 === 33) {
    bytes = notice(n);
    name = `${report.file}-${n}.html`;
    expected.notReports++;
  } else if (n % 200 === 115) {
    // A Word document of which the end is missing.
    bytes = (await docxOf(report)).subarray(0, 2_000);
    name = `${report.file}-${n}.docx`;
    expected.damaged++;
  } else expected.reports++;
  if (n % 10 === 4) {
    const archive = `${name.slice(0, 4)}-${Math.floor(n / 2_000)}.zip`;
    if (!zipped.has(archive)) zipped.set(archive, {});
    zipped.get(archive)[name] = new Uint8Array(bytes);
  } else {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  }
}
for (const [archive, entries] of zipped) await writeFile(join(folder, archive), zipSync(entries));
console.log(JSON.stringify(expected));
