import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "../../src/store/duckdb-connection.js";
import { saveOutcomes } from "../../src/store/duckdb-save.js";
import { openDuckDbStore } from "../../src/store/duckdb-store.js";
import { madeReport } from "./made-report.js";
import { outcomeOf } from "./outcomes.js";

const MEBIBYTE = 1024 * 1024;
/** Batches and reports of each, all with text that can't be compressed: some 60 MiB of pages between two times that the log is worked in. */
const BATCHES = 11;
const REPORTS = 20;
const TEXT = MEBIBYTE / 10;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "nianbao-memory-"));
});
afterEach(() => rm(folder, { recursive: true }));

test("a store that is written to keeps no more in memory after many mebibytes than after the first", async () => {
  const path = join(folder, "archive.duckdb");
  await (await openDuckDbStore(path)).close();
  const database = await openDatabase(path);
  const used = async () => {
    const rows = await database.connection.runAndReadAll("SELECT sum(memory_usage_bytes)::DOUBLE FROM duckdb_memory()");
    return (rows.getRowsJS()[0]![0] as number) / MEBIBYTE;
  };
  const most: number[] = [];
  for (let batch = 0; batch < BATCHES; batch++) {
    const outcomes = Array.from({ length: REPORTS }, (_, n) =>
      outcomeOf(`/${batch}-${n}.html`, madeReport({ salt: randomBytes(TEXT).toString("hex") })),
    );
    await saveOutcomes(database, outcomes);
    most.push(await used());
  }
  const count = await database.connection.runAndReadAll("SELECT count(*)::INTEGER FROM reports");
  database.close();
  expect(count.getRowsJS()).toEqual([[BATCHES * REPORTS]]);
  expect(Math.max(...most)).toBeLessThan(50);
});
