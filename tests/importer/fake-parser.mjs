// Stands in for parseReports in the tests of the importer: the first word of a document says what happens.
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import { getPriority } from "node:os";
import process from "node:process";
import { URL } from "node:url";
import { setTimeout } from "node:timers/promises";

const ids = ["requests.received.naturalPerson", "requests.received.total"];

const loaded = new URL(import.meta.url).searchParams.get("loaded");
if (loaded !== null) writeFileSync(`${loaded}/${process.pid}`, "");

export async function parseReports(bytes, { file = null } = {}) {
  const text = Buffer.from(bytes).toString();
  const [word, body = "澜川县水务局", year = "2024", value = "1"] = text.trim().split(" ");
  // Blocks the process as an endless loop does, without keeping a core busy.
  if (word === "HANG") Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  if (word === "EAT") {
    const eaten = [];
    for (;;) eaten.push(Buffer.alloc(64 << 20, 1));
  }
  if (word === "HEAP") {
    const eaten = [];
    for (;;) eaten.push({ eaten: Math.random() });
  }
  // The second word is a file that remembers the first time, or none: then it happens each time.
  if (word === "KILL" && !existsSync(body)) {
    if (body.startsWith("/")) writeFileSync(body, "");
    process.kill(process.pid, "SIGKILL");
    await setTimeout(10_000);
  }
  if (word === "CRASH") process.exit(3);
  if (word === "NOISE") process.stdout.write("noise on stdout\n");
  if (word === "SLOW") await setTimeout(Number(value));
  if (!["REPORT", "NOISE", "SLOW", "VOLUME", "GIANT", "PRIORITY", "KILL"].includes(word))
    throw new Error(`cannot read ${word}`);
  const prose = word === "GIANT" ? "全".repeat(6_000_000) : text;
  const cells = Object.fromEntries(
    ids.map((id, row) => [id, { raw: value, value: Number(value), at: { table: 0, row, column: 1 } }]),
  );
  const metadata = { indexNumber: null, documentNumber: null, publisher: null, writtenOn: null, publishedOn: null };
  const report = {
    schema: "nianbao/report/1",
    form: "2021",
    title: `${body}${year}年政府信息公开工作年度报告`,
    body,
    bodyKey: word === "PRIORITY" ? `${getPriority()}` : body,
    signedBy: null,
    year: Number(year),
    period: null,
    publishedOn: `${Number(year) + 1}-01-16`,
    metadata,
    sections: [{ id: "overview", heading: "一、总体情况", text: prose, at: { paragraph: 1 } }],
    cells,
    statements: [],
    diagnostics: [],
    findings: [
      { rule: "requests.total", severity: "error", message: "合计不符", indicators: ids, expected: 2, actual: 1 },
    ],
    source: { file, format: "text", bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") },
    parser: "nianbao 0.1.0",
  };
  return word === "VOLUME" ? [report, { ...report, year: report.year + 1 }] : [report];
}
