// Writes samples/: npm run samples
// LibreOffice (soffice) prints the PDF and writes the RTF, ODT and doc from the docx, with a CJK font installed (Debian:
// libreoffice-writer, fonts-noto-cjk). The OFD is written from the pages of the PDF.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { open } from "../dist/parsers/index.js";
import { archives2020, water2024 } from "./samples/content.mjs";
import { docxOf } from "./samples/docx.mjs";
import { htmlOf } from "./samples/html.mjs";
import { mhtmlOf } from "./samples/mhtml.mjs";
import { ofdOf } from "./samples/ofd.mjs";
import { textOf } from "./samples/text.mjs";
import { xlsxOf } from "./samples/xlsx.mjs";

const folder = new URL("../samples/", import.meta.url);
const at = (name) => new URL(name, folder);

writeFileSync(at(`${water2024.file}.docx`), await docxOf(water2024));
writeFileSync(at(`${water2024.file}.html`), htmlOf(water2024));
writeFileSync(at(`${water2024.file}.mht`), mhtmlOf(water2024));
writeFileSync(at(`${water2024.file}.xlsx`), Buffer.from(await xlsxOf(water2024)));
writeFileSync(at(`${water2024.file}.txt`), textOf(water2024));
const converted = mkdtempSync(join(tmpdir(), "samples-"));
for (const format of ["pdf", "rtf", "odt", "doc"]) {
  const name = `${water2024.file}.${format}`;
  const options = ["--headless", "--convert-to", format, "--outdir", converted];
  execFileSync("soffice", [...options, `${water2024.file}.docx`], { cwd: folder });
  // Where it can't read Word documents it says so, writes nothing, and ends as if all was well.
  if (!existsSync(join(converted, name))) throw new Error(`soffice wrote no ${name}: is libreoffice-writer installed?`);
  copyFileSync(join(converted, name), at(name));
}
rmSync(converted, { recursive: true });
const pdf = readFileSync(at(`${water2024.file}.pdf`));
writeFileSync(at(`${water2024.file}.ofd`), await ofdOf(water2024, pdf, (await open(pdf)).pages));
writeFileSync(at(`${archives2020.file}.html`), htmlOf(archives2020));
