/**
 * The path of a DuckDB file in, a Store over it out. One process writes at a time; what a killed run had committed is
 * there when the file is opened again, and nothing of the batch it was in.
 */
import { createHash } from "node:crypto";
import { FORMS } from "../forms/index.js";
import { VERSION } from "../version.js";
import { createDatabaseWork } from "./database-work.js";
import { guarded, openDatabase, type Database, type OpenDatabaseOptions } from "./duckdb-connection.js";
import { copyToParquet } from "./duckdb-parquet.js";
import { readCounts, readFiles, readFilesAt, readForms, readStoredReports } from "./duckdb-read.js";
import { saveOutcomes } from "./duckdb-save.js";
import { storeError } from "./errors.js";
import { indicatorRows, STORE_SCHEMA, TABLES, viewsOf } from "./schema.js";
import type { ReportFilter, Store } from "./store.js";

/** A Store in a DuckDB file, with what only DuckDB can do. */
export interface DuckDbStore extends Store {
  /**
   * Writes the reports' rows to a Parquet file.
   * @param layout "wide": a row a report; "long": a row an indicator
   * @returns the number of rows
   */
  exportParquet(path: string, layout: "wide" | "long", filter?: ReportFilter): Promise<number>;
}

/**
 * Opens an archive, and makes one where there is none and it isn't to be read only.
 * @throws StoreError where the file is absent, locked, damaged or of another schema, or the database client absent
 */
export async function openDuckDbStore(path: string, options: OpenDatabaseOptions = {}): Promise<DuckDbStore> {
  const database = await openDatabase(path, options);
  try {
    await guarded(() => prepare(database, options.readOnly === true));
  } catch (error) {
    database.close();
    throw error;
  }
  return storeOf(database);
}

function storeOf(database: Database): DuckDbStore {
  const work = createDatabaseWork();
  return {
    filesAt: (paths) => work.run(() => readFilesAt(database, paths)),
    save: (outcomes) => work.run(() => saveOutcomes(database, outcomes)),
    reports: (filter = {}) => work.stream(readStoredReports(database, filter)),
    forms: (filter = {}) => work.run(() => readForms(database, filter)),
    files: (filter = {}) => work.stream(readFiles(database, filter)),
    counts: () => work.run(() => readCounts(database)),
    exportParquet: (path, layout, filter = {}) => work.run(() => copyToParquet(database, path, layout, filter)),
    async close() {
      await work.end();
      await guarded(async () => database.close());
    },
  };
}

async function prepare({ connection }: Database, readOnly: boolean): Promise<void> {
  const tables = await connection.runAndReadAll("SELECT table_name FROM duckdb_tables() WHERE NOT temporary");
  const names = new Set(tables.getRowsJS().map(([name]) => name as string));
  const empty = names.size === 0;
  if (!empty && !names.has("meta")) throw notAStore();
  if (empty && readOnly) throw notAStore();
  if (!empty) await checkVersion(connection);
  if (readOnly) return;
  await connection.run("BEGIN");
  if (empty) {
    for (const table of TABLES) await connection.run(table);
    await connection.run("INSERT INTO meta VALUES ('schema', $schema)", { schema: STORE_SCHEMA });
  }
  await renewForms(connection);
  await connection.run("COMMIT");
}

/** The forms of this version of nianbao, as rows and as the columns of the wide view; nothing where they are there. */
async function renewForms(connection: Database["connection"]): Promise<void> {
  const forms = Object.values(FORMS);
  const statements = ["DELETE FROM indicators", indicatorRows(forms), ...viewsOf(forms)];
  const written = {
    writer: `nianbao ${VERSION}`,
    forms: createHash("sha256").update(statements.join("\n")).digest("hex"),
  };
  const reader = await connection.runAndReadAll("SELECT name, value FROM meta");
  const found = Object.fromEntries(reader.getRowsJS()) as Record<string, string>;
  if (found.writer === written.writer && found.forms === written.forms) return;
  for (const statement of statements) await connection.run(statement);
  await connection.run("DELETE FROM meta WHERE name IN ('writer', 'forms')");
  await connection.run("INSERT INTO meta VALUES ('writer', $writer), ('forms', $forms)", written);
}

async function checkVersion(connection: Database["connection"]): Promise<void> {
  const reader = await connection.runAndReadAll("SELECT value FROM meta WHERE name = 'schema'");
  const found = reader.getRowsJS()[0]?.[0] as string | undefined;
  if (found === STORE_SCHEMA) return;
  if (found === undefined || !found.startsWith("nianbao/store/")) throw notAStore();
  throw storeError("store-version", {
    zh: `归档的结构为 ${found}，本版本使用 ${STORE_SCHEMA}；请用本版本重新导入`,
    en: `the archive's schema is ${found}, this version uses ${STORE_SCHEMA}; import it anew`,
  });
}

const notAStore = () =>
  storeError("not-a-store", { zh: "不是 nianbao 的归档文件", en: "not an archive that nianbao wrote" });
