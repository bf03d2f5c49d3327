// Writes samples/: node scripts/make-samples.mjs
// LibreOffice (soffice) prints the PDF and writes the RTF, ODT and doc from the docx, with a CJK font installed (Debian:
// libreoffice-writer, fonts-noto-cjk).
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { archives2020, water2024 } from "./samples/content.mjs";
import { docxOf } from "./samples/docx.mjs";
import { htmlOf } from "./samples/html.mjs";
import { textOf } from "./samples/text.mjs";

const folder = new URL("../samples/", import.meta.url);
const at = (name) => new URL(name, folder);

writeFileSync(at(`${water2024.file}.docx`), await docxOf(water2024));
writeFileSync(at(`${water2024.file}.html`), htmlOf(water2024));
writeFileSync(at(`${water2024.file}.txt`), textOf(water2024));
for (const format of ["pdf", "rtf", "odt", "doc"]) {
  execFileSync("soffice", ["--headless", "--convert-to", format, `${water2024.file}.docx`], { cwd: folder });
}
writeFileSync(at(`${archives2020.file}.html`), htmlOf(archives2020));
