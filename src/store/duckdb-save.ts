/**
 * Outcomes in, rows of the DuckDB tables out, in one transaction. The rows are taken from the report's JSON by the
 * database itself, several times faster than handing them over one by one.
 */
import type { Connection, Database } from "./duckdb-connection.js";
import { unpackJson } from "./packed-report.js";
import { REPORT_TABLES } from "./schema.js";
import type { Outcome } from "./store.js";

const INCOMING = [
  `CREATE TEMP TABLE IF NOT EXISTS incoming (sha256 VARCHAR, document BLOB, json VARCHAR)`,
  `CREATE TEMP TABLE IF NOT EXISTS incoming_files AS FROM files LIMIT 0`,
] as const;

const list = (fields: string) => `'[{${fields}}]'`;

/** Items of a list in the JSON with their positions, as rows (sha256, position, item). */
const items = (name: string, fields: string) => `(
  SELECT sha256, unnest(range(len(l)))::INTEGER AS position, unnest(l) AS item FROM (
    SELECT sha256, from_json(json->'$.${name}', ${list(fields)}) AS l FROM incoming))`;

const INSERT_REPORTS = `INSERT INTO reports
  SELECT sha256, r.title, r.body, r.bodyKey, r.signedBy, r.year, r.form, r.period."from", r.period."to",
    r.publishedOn, r.metadata.writtenOn, r.metadata.indexNumber, r.metadata.documentNumber, r.metadata.publisher,
    r.source.format, r.source.bytes, r.source.pages, r.parser, document
  FROM (SELECT sha256, document, from_json(json, '{
    "title": "VARCHAR", "body": "VARCHAR", "bodyKey": "VARCHAR", "signedBy": "VARCHAR", "year": "INTEGER",
    "form": "VARCHAR", "period": {"from": "DATE", "to": "DATE"}, "publishedOn": "DATE",
    "metadata": {"writtenOn": "DATE", "indexNumber": "VARCHAR", "documentNumber": "VARCHAR", "publisher": "VARCHAR"},
    "source": {"format": "VARCHAR", "bytes": "BIGINT", "pages": "INTEGER"}, "parser": "VARCHAR"}') AS r FROM incoming)`;

/**
 * A row for every indicator of the report's form; one without a cell has neither value nor raw. The cells are taken
 * apart by two lists of one length: a join with json_each would hold the whole JSON once for every cell.
 */
const INSERT_VALUES = `INSERT INTO indicator_values
  SELECT sha256, indicator, c.value, c.raw, c.note, c."at" FROM (
    SELECT sha256, indicator FROM (SELECT sha256, json->>'$.form' AS form FROM incoming) JOIN indicators USING (form)
  ) FULL JOIN (
    SELECT sha256, indicator,
      from_json(cell, '{"value": "DOUBLE", "raw": "VARCHAR", "note": "VARCHAR", "at": "VARCHAR"}') AS c
    FROM (
      SELECT sha256, unnest(json_keys(json, '$.cells')) AS indicator, unnest(json_extract(json, '$.cells.*')) AS cell
      FROM incoming)
  ) USING (sha256, indicator)`;

const INSERT_LISTS = [
  `INSERT INTO sections SELECT sha256, position, item.id, item.heading, item.text, item."at"
   FROM ${items("sections", `"id": "VARCHAR", "heading": "VARCHAR", "text": "VARCHAR", "at": "VARCHAR"`)}`,
  `INSERT INTO statements SELECT sha256, position, item.indicator, item.value, item.unit, item.scope, item.sentence,
   item."at" FROM ${items(
     "statements",
     `"indicator": "VARCHAR", "value": "DOUBLE", "unit": "VARCHAR", "scope": "VARCHAR", "sentence": "VARCHAR", "at": "VARCHAR"`,
   )}`,
  `INSERT INTO findings SELECT sha256, position, item.rule, item.severity, item.message, item.indicators,
   item.expected, item.actual FROM ${items(
     "findings",
     `"rule": "VARCHAR", "severity": "VARCHAR", "message": "VARCHAR", "indicators": ["VARCHAR"], "expected": "DOUBLE", "actual": "DOUBLE"`,
   )}`,
  `INSERT INTO diagnostics SELECT sha256, position, item.code, item.severity, item.message, item.indicator, item."at"
   FROM ${items(
     "diagnostics",
     `"code": "VARCHAR", "severity": "VARCHAR", "message": "VARCHAR", "indicator": "VARCHAR", "at": "VARCHAR"`,
   )}`,
] as const;

/** Reports whose content no longer reads as one in any file, after --reparse say. */
const orphansIn = (table: string) => `DELETE FROM ${table} WHERE sha256 IN (
  SELECT sha256 FROM incoming_files WHERE status <> 'read' AND sha256 IS NOT NULL)
  AND sha256 NOT IN (SELECT sha256 FROM files WHERE status = 'read' AND sha256 IS NOT NULL)`;

/** Keeps all outcomes or, where anything fails, none. */
export async function saveOutcomes(database: Database, outcomes: readonly Outcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  const { connection } = database;
  for (const statement of INCOMING) await connection.run(statement);
  await connection.run("BEGIN");
  try {
    await stage(connection, outcomes);
    await replaceReports(connection);
    await replaceFiles(connection);
    await connection.run("COMMIT");
  } catch (error) {
    await connection.run("ROLLBACK").catch(() => undefined);
    throw error;
  }
}

async function stage(connection: Connection, outcomes: readonly Outcome[]): Promise<void> {
  await connection.run("TRUNCATE incoming; TRUNCATE incoming_files");
  const reports = new Map<string, Uint8Array>();
  for (const { file, report } of outcomes) if (report !== null) reports.set(file.sha256!, report);
  const incoming = await connection.createAppender("incoming", null, "temp");
  for (const [sha256, packed] of reports) {
    incoming.appendVarchar(sha256);
    incoming.appendBlob(packed);
    incoming.appendVarchar(forDatabase(await unpackJson(packed)));
    incoming.endRow();
  }
  incoming.closeSync();
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

async function replaceReports(connection: Connection): Promise<void> {
  if (await any(connection, "SELECT 1 FROM reports WHERE sha256 IN (SELECT sha256 FROM incoming)")) {
    for (const table of REPORT_TABLES) {
      await connection.run(`DELETE FROM ${table} WHERE sha256 IN (SELECT sha256 FROM incoming)`);
    }
  }
  for (const statement of [INSERT_REPORTS, INSERT_VALUES, ...INSERT_LISTS]) await connection.run(statement);
}

async function replaceFiles(connection: Connection): Promise<void> {
  if (await any(connection, "SELECT 1 FROM files WHERE path IN (SELECT path FROM incoming_files)")) {
    await connection.run("DELETE FROM files WHERE path IN (SELECT path FROM incoming_files)");
  }
  await connection.run("INSERT INTO files FROM incoming_files");
  const lost = "SELECT 1 FROM reports WHERE sha256 IN (SELECT sha256 FROM incoming_files WHERE status <> 'read')";
  if (await any(connection, lost)) for (const table of REPORT_TABLES) await connection.run(orphansIn(table));
}

async function any(connection: Connection, query: string): Promise<boolean> {
  return (await connection.runAndReadAll(`${query} LIMIT 1`)).currentRowCount > 0;
}

/** The database's JSON reader takes no NUL and no half of a surrogate pair; the packed document keeps both. */
function forDatabase(json: string): string {
  return json.replace(/(?<!\\)((?:\\\\)*)\\u(?:d[89a-f][0-9a-f]{2}|0000)/g, "$1\\ufffd");
}
