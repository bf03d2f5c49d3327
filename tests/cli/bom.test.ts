import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDuckDbStore } from "../../src/store/duckdb-store.js";
import { nianbaoHere } from "../support/in-process.js";

const report = join("samples", "lanchuan-archives-2020.html");
let folder: string;
let archive: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nianbao-bom-"));
  archive = join(folder, "archive.duckdb");
  await (await openDuckDbStore(archive)).close();
});
afterAll(() => rm(folder, { recursive: true }));

test.each(["parse", "audit", "query"])(
  "%s begins its CSV with a byte order mark on demand, and nothing else",
  async (command) => {
    const argv = command === "query" ? [command, archive, "SELECT 1 AS one"] : [command, report];
    const printed = async (...options: string[]) => (await nianbaoHere(...argv, ...options)).stdout;
    const plain = await printed("--format", "csv");
    expect(plain.startsWith("\ufeff")).toBe(false);
    expect(await printed("--format", "csv", "--bom")).toBe(`\ufeff${plain}`);
    const other = command === "query" ? "jsonl" : "json";
    expect(await printed("--format", other, "--bom")).toBe(await printed("--format", other));
  },
);
