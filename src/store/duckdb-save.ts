/**
 * Outcomes in, rows of the DuckDB tables out, in one transaction. The database itself takes the rows from their JSON,
 * read once into one nested value a report: several times faster than handing them over one by one.
 */
import type { Connection, Database } from "./duckdb-connection.js";
import { LIST_TABLE_NAMES, listColumns, literal, REPORT_COLUMNS, ROWS_STRUCTURE, type ListTable } from "./schema.js";
import type { Outcome } from "./store.js";

const INCOMING = [
  `CREATE TEMP TABLE IF NOT EXISTS incoming (
    report_id VARCHAR, sha256 VARCHAR, part INTEGER, document BLOB, json BLOB)`,
  `CREATE TEMP TABLE IF NOT EXISTS incoming_files AS FROM files LIMIT 0`,
] as const;

const STAGED = `CREATE OR REPLACE TEMP TABLE staged AS
  SELECT report_id, from_json(decode(json), ${literal(ROWS_STRUCTURE)}) AS r FROM incoming`;

/** With the indicators of the report's form: its rows name theirs only where they are others. */
const WITH_INDICATORS = `staged LEFT JOIN (
    SELECT form, list(indicator ORDER BY position) AS ids FROM indicators GROUP BY form
  ) forms ON forms.form = r.report.form`;

/** One row an element of the table's columns, which are lists of equal length. */
function insertList(table: ListTable, first: string, source: string): string {
  const [, ...others] = listColumns(table);
  const columns = [first, ...others.map((name) => `r.${table}.${name}`)].map((list) => `unnest(${list})`);
  return `INSERT INTO ${table} SELECT report_id, unnest(range(len(${first})))::INTEGER, ${columns.join(", ")} FROM ${source}`;
}

const INSERTS = [
  `INSERT INTO reports SELECT report_id, sha256, part, ${Object.keys(REPORT_COLUMNS)
    .map((name) => `r.report.${name}`)
    .join(", ")}, document FROM incoming JOIN staged USING (report_id)`,
  ...LIST_TABLE_NAMES.map((table) =>
    table === "indicator_values"
      ? insertList(table, `coalesce(r.${table}.indicator, ids)`, WITH_INDICATORS)
      : insertList(table, `r.${table}.${listColumns(table)[0]}`, "staged"),
  ),
  "DROP TABLE staged",
] as const;

/** Keeps all outcomes or, where anything fails, none. */
export async function saveOutcomes(database: Database, outcomes: readonly Outcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  const { connection } = database;
  for (const statement of INCOMING) await connection.run(statement);
  await connection.run("BEGIN");
  try {
    await stage(connection, outcomes);
    await removeReports(connection, "sha256 IN (SELECT sha256 FROM incoming)");
    for (const statement of [STAGED, ...INSERTS]) await connection.run(statement);
    await replaceFiles(connection);
    await connection.run("TRUNCATE incoming; TRUNCATE incoming_files");
    await connection.run("COMMIT");
  } catch (error) {
    await connection.run("ROLLBACK").catch(() => undefined);
    throw error;
  }
  await database.releaseCache();
}

async function stage(connection: Connection, outcomes: readonly Outcome[]): Promise<void> {
  const documents = new Map<string, Outcome["reports"]>();
  for (const { file, reports } of outcomes) if (reports.length > 0) documents.set(file.sha256!, reports);
  const incoming = await connection.createAppender("incoming", null, "temp");
  for (const [sha256, reports] of documents) {
    reports.forEach(({ document, rows }, index) => {
      incoming.appendVarchar(index === 0 ? sha256 : `${sha256}#${index + 1}`);
      incoming.appendVarchar(sha256);
      incoming.appendInteger(index + 1);
      incoming.appendBlob(document);
      incoming.appendBlob(rows);
      incoming.endRow();
    });
  }
  incoming.closeSync();
  await stageFiles(connection, outcomes);
}

async function stageFiles(connection: Connection, outcomes: readonly Outcome[]): Promise<void> {
  const files = await connection.createAppender("incoming_files", null, "temp");
  for (const { file } of outcomes) {
    files.appendVarchar(file.path);
    files.appendVarchar(file.fingerprint);
    files.appendBigInt(BigInt(file.bytes));
    for (const text of [file.sha256, file.status, file.code, file.message, file.parser]) {
      if (text === null) files.appendNull();
      else files.appendVarchar(text);
    }
    files.endRow();
  }
  files.closeSync();
}

async function replaceFiles(connection: Connection): Promise<void> {
  if (await any(connection, "FROM files WHERE path IN (SELECT path FROM incoming_files)")) {
    await connection.run("DELETE FROM files WHERE path IN (SELECT path FROM incoming_files)");
  }
  await connection.run("INSERT INTO files FROM incoming_files");
  // Reports whose content no longer reads as one in any file, after --reparse say.
  await removeReports(
    connection,
    `sha256 IN (SELECT sha256 FROM incoming_files WHERE status <> 'read' AND sha256 IS NOT NULL)
     AND sha256 NOT IN (SELECT sha256 FROM files WHERE status = 'read' AND sha256 IS NOT NULL)`,
  );
}

/** Takes reports out of all tables. */
async function removeReports(connection: Connection, condition: string): Promise<void> {
  if (!(await any(connection, `FROM reports WHERE ${condition}`))) return;
  for (const table of LIST_TABLE_NAMES) {
    await connection.run(`DELETE FROM ${table} WHERE report_id IN (SELECT report_id FROM reports WHERE ${condition})`);
  }
  await connection.run(`DELETE FROM reports WHERE ${condition}`);
}

async function any(connection: Connection, from: string): Promise<boolean> {
  return (await connection.runAndReadAll(`SELECT 1 ${from} LIMIT 1`)).currentRowCount > 0;
}
