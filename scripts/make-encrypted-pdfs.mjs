// Makes tests/fixtures/encrypted-*.pdf: one small report, encrypted by qpdf in each way and with each kind of password.
// Run by hand (`node scripts/make-encrypted-pdfs.mjs`, needs qpdf); tests use the committed files.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pdfOf } from "./bench/made-pdf.mjs";

const FOLDER = fileURLToPath(new URL("../tests/fixtures/", import.meta.url));
const REPORT = {
  title: "松屏县档案馆2024年政府信息公开工作年度报告",
  blocks: [{ heading: "一、总体情况" }, { heading: "二、主动公开政府信息情况" }],
};
const SENTENCES = [
  "本馆按月核对开放目录并登记公布，方便群众在家中检索，减少往返；全年培训业务人员两次，未发生泄密事件。",
  "本年制发规范性文件的情况见下表。",
];
const IN_STREAMS = ["--object-streams=generate", "--linearize"];
/** The options of the encryption, and those of the file. */
const METHODS = {
  rc4: [["128", "--use-aes=n"], []],
  aes: [["256"], []],
  "rc4-streams": [["128", "--use-aes=n"], IN_STREAMS],
  "aes-128-streams": [["128", "--use-aes=y"], IN_STREAMS],
  "aes-streams": [["256"], IN_STREAMS],
};
const PASSWORDS = { open: "", locked: "reader" };

mkdirSync(FOLDER, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), "encrypted-"));
const plain = join(folder, "plain.pdf");
writeFileSync(
  plain,
  pdfOf(REPORT, 2, (n) => SENTENCES[n] ?? ""),
);
for (const [method, [options, ofFile]] of Object.entries(METHODS)) {
  // How the objects stand makes no difference to a file that isn't opened.
  const kinds = Object.entries(PASSWORDS).filter(([kind]) => kind === "open" || ofFile.length === 0);
  for (const [kind, password] of kinds) {
    const encryption = ["--allow-weak-crypto", "--encrypt", password, "owner", ...options, "--"];
    const file = join(FOLDER, `encrypted-${method}-${kind}.pdf`);
    execFileSync("qpdf", [...encryption, ...ofFile, plain, file]);
  }
}
rmSync(folder, { recursive: true });
